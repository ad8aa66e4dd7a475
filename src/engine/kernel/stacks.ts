// Matrices of the same operand stacked, and biases beside each other, so that one product and one sum serve several. The blocks
// of parameters stay where they are: what PyTorch keeps together in one matrix is contiguous here too.
import type { Argument, Instruction, Program } from '../equation/program.ts';
import type { Source, Sources, Uses } from './uses.ts';

/** What matrices are multiplied by: the input, a state before this step, or a value of this step. */
type Operand =
  | { readonly kind: 'input' }
  | { readonly kind: 'previous'; readonly slot: number }
  | { readonly kind: 'now'; readonly slot: number };

/** Blocks of gradients within a row of ∂L/∂ that is kept over time. */
export interface Blocks {
  /** Position among the chain's `deltas`. */
  readonly delta: number;
  /** The first of the blocks. */
  readonly first: number;
}

/** Matrices [H, columns] of the same operand that stand one below the other in the parameters: one product serves all. */
export interface Stack {
  readonly operand: Operand;
  /** Where the first begins among the parameters. */
  readonly offset: number;
  readonly columns: number;
  /** Slots of the products, one a matrix. */
  readonly outs: readonly number[];
  /** After which group of units it can be computed; −1 before the first. */
  readonly after: number;
  readonly gradient: Blocks;
}

/** Vectors [H] among the parameters, one after the other: biases. */
export interface Vectors {
  readonly offset: number;
  readonly count: number;
  readonly gradient: Blocks;
}

/** W v, one instruction of a cell. */
export interface Product {
  readonly operand: Operand;
  readonly parameter: number;
  readonly out: number;
}

/** The product of an instruction, or null where it is not that of a parameter and a value. */
export function productOf({ args, out }: Instruction, input: number): Product | null {
  const [matrix, vector] = args as [Argument, Argument];
  if (matrix.kind !== 'parameter' || vector.kind !== 'slot') return null;
  return { parameter: matrix.index, out, operand: vector.index === input ? { kind: 'input' } : { kind: vector.time, slot: vector.index } };
}

/** The group of units after which an operand is there. */
export const after = (operand: Operand, groupOf: ReadonlyMap<number, number>): number =>
  operand.kind === 'now' ? groupOf.get(operand.slot)! : -1;

/** Matrices of the same operand that follow one another in the parameters become one. What it needs is added to `deltas`. */
export function stacksOf(
  program: Program,
  products: readonly Product[],
  groupOf: ReadonlyMap<number, number>,
  sources: Sources,
  deltas: Source[][],
): Stack[] {
  const keyOf = ({ operand }: Product): string => JSON.stringify(operand);
  const offsetOf = ({ parameter }: Product): number => program.parameters[parameter]!.offset;
  const sorted = [...products].sort((a, b) => keyOf(a).localeCompare(keyOf(b)) || offsetOf(a) - offsetOf(b));
  const runs: Product[][] = [];
  for (const product of sorted) {
    const run = runs[runs.length - 1];
    const last = run?.[run.length - 1];
    const { rows, columns } = program.parameters[last?.parameter ?? product.parameter]!;
    if (run && last && keyOf(last) === keyOf(product) && offsetOf(last) + rows * columns === offsetOf(product)) run.push(product);
    else runs.push([product]);
  }
  return runs.map((run): Stack => {
    const [first] = run as [Product];
    const { operand } = first;
    const { offset, columns } = program.parameters[first.parameter]!;
    const outs = run.map(({ out }) => out);
    return { operand, offset, columns, outs, after: after(operand, groupOf), gradient: blocksOf(outs.map(sources.ofSlot), deltas) };
  });
}

/** Where blocks of these sources stand in a row of kept gradients; a new row is made for them where there is none. */
function blocksOf(wanted: readonly Source[], deltas: Source[][]): Blocks {
  for (const [delta, sources] of deltas.entries()) {
    const first = sources.findIndex((_, at) => wanted.every((source, k) => sources[at + k] === source));
    if (first >= 0) return { delta, first };
  }
  return { delta: deltas.push([...wanted]) - 1, first: 0 };
}

/** Biases whose gradients stand side by side, as they do themselves, become one. */
export function vectorsOf(program: Program, uses: Uses, sources: Sources, deltas: Source[][]): Vectors[] {
  const runs: { offset: number; count: number; gradient: Blocks }[] = [];
  const used = [...uses.parameters].filter(([, users]) => users.every(({ operation }) => operation !== 'multiply'));
  for (const index of used.map(([parameter]) => parameter).sort((a, b) => a - b)) {
    const { offset, rows } = program.parameters[index]!;
    const source = sources.ofParameter(index);
    const run = runs[runs.length - 1];
    const beside = run && deltas[run.gradient.delta]![run.gradient.first + run.count];
    if (run && beside === source && run.offset + run.count * rows === offset) run.count += 1;
    else runs.push({ offset, count: 1, gradient: blocksOf([source], deltas) });
  }
  return runs;
}
