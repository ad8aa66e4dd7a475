// What a chain of a network computes, sorted for the kernel: products with stacked matrices, loops over the units between
// them, what the backward pass needs of both, and where the gradients of the parameters come from.
import type { Instruction, Program } from '../equation/program.ts';
import { fusedOperations } from './fused.ts';
import { after, productOf, stacksOf, vectorsOf, type Product, type Stack, type Vectors } from './stacks.ts';
import { isNow, keptOf, sourcesOf, usesIn, type Source, type Sources, type Uses } from './uses.ts';

/** The plan of one chain. */
export interface ChainPlan {
  readonly chain: number;
  readonly stacks: readonly Stack[];
  readonly vectors: readonly Vectors[];
  /** What acts on each unit by itself; group g needs products of stacks that come after group g − 1 or earlier. */
  readonly groups: readonly (readonly Instruction[])[];
  /** By slot: the group that computes it, or the first that can use it if it is a product. */
  readonly groupOf: ReadonlyMap<number, number>;
  /** Slots whose values and gradients are there for every row, from row 0 on: the states, and what is read out. */
  readonly lasting: readonly number[];
  /** Other slots whose values are kept for the backward pass or for a later group. */
  readonly kept: ReadonlySet<number>;
  /** Slots, not lasting, whose gradient comes from a later group or through a matrix. */
  readonly carried: readonly number[];
  /** Gradients kept over time: the sources of the blocks in each row. */
  readonly deltas: readonly (readonly Source[])[];
  /** Whose gradient a product's, or a parameter's, is: a sum hands its own on to all its terms. */
  readonly sources: Sources;
}

/** The plan of a chain, or null where it does what the kernel has no code for. */
export function planChain(program: Program, chain: number): ChainPlan | null {
  const { slots, parameters } = program;
  const { input } = program.chains[chain]!;
  const own = program.instructions.filter((each) => each.chain === chain);
  const H = slots[own[0]!.out]!.size;
  const uses = usesIn(own);
  const lasting = lastingOf(program, chain);
  const isLasting = (slot: number): boolean => lasting.includes(slot);
  if (own.some(({ out }) => slots[out]!.size !== H)) return null;

  const products: Product[] = [];
  const groupOf = new Map<number, number>();
  for (const instruction of own) {
    const { operation, args, out } = instruction;
    if (operation === 'multiply') {
      const product = productOf(instruction, input);
      if (!product || isLasting(out)) return null;
      products.push(product);
      groupOf.set(out, after(product.operand, groupOf) + 1);
      continue;
    }
    if (!(operation in fusedOperations)) return null;
    if (args.some((arg) => (arg.kind === 'parameter' ? parameters[arg.index]!.columns !== 1 : arg.index === input))) return null;
    groupOf.set(out, Math.max(0, ...args.map((arg) => (isNow(arg) ? groupOf.get(arg.index)! : 0))));
  }
  const operands = new Set(products.flatMap(({ operand }) => (operand.kind === 'now' ? [operand.slot] : [])));
  const fused = own.filter(({ operation }) => operation !== 'multiply');
  putOff(fused, uses, groupOf, (slot) => operands.has(slot) || isLasting(slot));
  const groups = Array.from({ length: Math.max(...groupOf.values()) + 1 }, (_, g) => fused.filter(({ out }) => groupOf.get(out) === g));
  // The gradient of a parameter is kept once, and that of a product in one group: sums over several are not written.
  if ([...uses.parameters.values()].some((users) => users.length > 1)) return null;
  if (products.some(({ out }) => new Set(uses.slots.get(out)?.map((user) => groupOf.get(user.out))).size !== 1)) return null;

  const sources = sourcesOf(uses, isLasting);
  const deltas: Source[][] = [];
  const stacks = stacksOf(program, products, groupOf, sources, deltas);
  const vectors = vectorsOf(program, uses, sources, deltas);
  const isUsedLater = (slot: number): boolean => (uses.slots.get(slot) ?? []).some((user) => groupOf.get(user.out)! > groupOf.get(slot)!);
  const carried = fused.map(({ out }) => out).filter((slot) => !isLasting(slot) && (operands.has(slot) || isUsedLater(slot)));
  const kept = keptOf(groups, groupOf, operands, isLasting);
  return { chain, stacks, vectors, groups, groupOf, lasting, kept, carried, deltas, sources };
}

/** A chain's states, and what a read-out looks at. */
function lastingOf(program: Program, chain: number): number[] {
  const read = program.instructions
    .filter((each) => each.chain < 0)
    .flatMap(({ args }) => args.flatMap((arg) => (arg.kind === 'slot' && program.slots[arg.index]!.chain === chain ? [arg.index] : [])));
  return [...new Set([...program.chains[chain]!.states, ...read])];
}

/** What only later groups use is computed there, so that nothing has to be kept for it. */
function putOff(fused: readonly Instruction[], uses: Uses, groupOf: Map<number, number>, isNeeded: (slot: number) => boolean): void {
  for (const { out } of [...fused].reverse()) {
    const users = uses.slots.get(out) ?? [];
    if (users.length > 0 && !isNeeded(out)) groupOf.set(out, Math.min(...users.map((user) => groupOf.get(user.out)!)));
  }
}
