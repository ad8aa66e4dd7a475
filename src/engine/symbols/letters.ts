// How the letters of a symbol are written: a_f at 3 → a_{f,3}, h.reverse → an arrow to the left over h, W_xh.encoder → W_{xh}^{enc}; and
// what a result without a letter of its own is made of: `W_hh·h`, `(1−z)⊙n`, `tanh_c`.
import { atom, type Notation } from '../equation/notation.ts';
import type { Instruction, Program } from '../equation/program.ts';
import type { Reference } from '../reference.ts';

/** A symbol without the mark of its chain, and that mark as a word (`reverse`), empty where there is none. */
export function unmarked(symbol: string): { bare: string; chain: string } {
  const at = symbol.lastIndexOf('.');
  return at < 0 ? { bare: symbol, chain: '' } : { bare: symbol.slice(0, at), chain: symbol.slice(at + 1) };
}

/** Which state a step at time t of a chain goes on from, by the name that it has in its own chain. */
export type StateBefore = (slot: number, chain: number, t: number) => Reference;

/** The state at the step before in the same chain, which is t + 1 in one that reads from the end. */
export const neighbour = ({ slots, chains }: Program): StateBefore =>
  (slot, chain, t) => ({ symbol: slots[slot]?.symbol ?? '', t: t - (chains[chain]?.direction ?? 1) });

/** Whether a result has no letter of its own: its symbol says what it is made of, by signs, or as a function of its argument. */
export function isUnnamed({ slots }: Program, { operation, out, args }: Instruction): boolean {
  const { bare } = unmarked(slots[out]?.symbol ?? '');
  if (/[^\p{L}\p{N}_]/u.test(bare)) return true;
  const [only] = args;
  return only?.kind === 'slot' && bare === `${operation}_${unmarked(slots[only.index]?.symbol ?? '').bare}`;
}

/** What an instruction is made of, each with its own time step. */
export function partsOf({ slots, parameters }: Program, { args, chain }: Instruction, t: number | undefined, before: StateBefore): Reference[] {
  return args.map((arg): Reference => {
    if (arg.kind === 'parameter') return { symbol: parameters[arg.index]?.symbol ?? '' };
    const symbol = slots[arg.index]?.symbol ?? '';
    return t === undefined || arg.time === 'now' ? { symbol, t } : before(arg.index, chain, t);
  });
}

/** What a chain's mark does to a letter: something over it, or something behind it. */
const marks: Readonly<Record<string, { over?: string; behind?: string }>> = {
  reverse: { over: '\\overleftarrow' },
  encoder: { behind: '\\mathrm{enc}' },
  decoder: { behind: '\\mathrm{dec}' },
};

/** A symbol with a letter of its own, at a time, as LaTeX; `behind` is set as a superscript. */
export function letterOf(symbol: string, t?: number | string, behind?: string): Notation {
  const { bare, chain } = unmarked(symbol);
  const [head = '', ...indices] = bare.split('_');
  // Several letters side by side would read as a product.
  const upright = [...head].length > 1 ? `\\mathrm{${head}}` : head;
  const mark = marks[chain];
  const letter = mark?.over === undefined ? upright : `${mark.over}{${upright}}`;
  const below = [...indices, ...(t === undefined ? [] : [`${t}`])].join(',');
  const above = [mark?.behind, behind].filter((each) => each !== undefined).join(',\\,');
  const latex = `${letter}${below === '' ? '' : `_{${below}}`}${above === '' ? '' : `^{${above}}`}`;
  // A letter that has something behind it needs brackets before a power or a ⊤ is set there too.
  return above === '' ? atom(latex) : { latex, precedence: 'product' };
}

const subscripts: Readonly<Record<string, string>> = {
  '0': '₀', '1': '₁', '2': '₂', '3': '₃', '4': '₄', '5': '₅', '6': '₆', '7': '₇', '8': '₈', '9': '₉',
};

/** Digits as subscripts: 12 → ₁₂. */
const subscript = (n: number): string => [...`${n}`].map((digit) => subscripts[digit] ?? digit).join('');

/** The same in plain text: `h₃`, `target(3)`. */
export function plainLetter(bare: string, t: number | undefined): string {
  if (t === undefined) return bare;
  return bare.length > 2 ? `${bare}(${t})` : `${bare}${subscript(t)}`;
}
