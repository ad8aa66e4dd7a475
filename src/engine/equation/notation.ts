// A formula in symbols, as LaTeX with its precedence, so that brackets stand only where they are needed.

/** How strongly a piece binds: a sum needs brackets inside a product, a product does not inside a sum; W (r ⊙ h) is not W r ⊙ h. */
type Precedence = 'sum' | 'hadamard' | 'product' | 'atom';

export interface Notation {
  readonly latex: string;
  readonly precedence: Precedence;
}

const strength: Readonly<Record<Precedence, number>> = { sum: 0, hadamard: 1, product: 2, atom: 3 };

export const atom = (latex: string): Notation => ({ latex, precedence: 'atom' });

function within(notation: Notation, precedence: Precedence): string {
  return strength[notation.precedence] < strength[precedence] ? `\\left(${notation.latex}\\right)` : notation.latex;
}

export const sum = (args: readonly Notation[], sign: '+' | '-' = '+'): Notation => ({
  latex: args.map((arg, k) => within(arg, k > 0 && sign === '-' ? 'hadamard' : 'sum')).join(` ${sign} `),
  precedence: 'sum',
});

export const product = (args: readonly Notation[]): Notation => ({
  latex: args.map((arg) => within(arg, 'product')).join('\\, '),
  precedence: 'product',
});

export const hadamard = (args: readonly Notation[]): Notation => ({
  latex: args.map((arg) => within(arg, 'hadamard')).join(' \\odot '),
  precedence: 'hadamard',
});

export const transposed = (arg: Notation): Notation => atom(`{${within(arg, 'atom')}}^{\\top}`);
export const bracketed = (latex: string): Notation => atom(`\\left(${latex}\\right)`);
export const squared = (arg: Notation): Notation => atom(`{${within(arg, 'atom')}}^{2}`);
export const call = (name: string, arg: Notation): Notation => atom(`${name}\\left(${arg.latex}\\right)`);
export const prime = (name: string, arg: Notation): Notation => atom(`${name}'\\left(${arg.latex}\\right)`);

/** Pieces set side by side; used where a formula has a form of its own. */
export const joined = (pieces: readonly (Notation | string)[]): Notation => ({
  latex: pieces.map((piece) => (typeof piece === 'string' ? piece : within(piece, 'product'))).join(''),
  precedence: 'sum',
});

/** Vectors one below the other. */
export const stacked = (args: readonly Notation[]): Notation =>
  atom(`\\left[${args.map((arg) => arg.latex).join(' ;\\, ')}\\right]`);

/** The part of a stack's gradient that belongs to vector k of `count`, said in words under a bracket. */
export const part = (arg: Notation, k: number, count: number): Notation =>
  atom(`\\left(${arg.latex}\\right)_{\\text{part ${k + 1} of ${count}}}`);
