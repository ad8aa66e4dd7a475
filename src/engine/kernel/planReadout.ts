// What a network reads out, sorted for the kernel: y = W_hy u + b_y over the features u, and the loss of y.
import type { Network } from '../network.ts';
import { losses } from './losses.ts';

export interface ReadoutPlan {
  /** W_hy and b_y, by their positions among the parameters. */
  readonly matrix: number;
  readonly bias: number;
  /** The slot of what is read in each chain, in the order of the features. */
  readonly features: readonly number[];
  /** A row of the table of losses. */
  readonly loss: string;
}

/** The read-out's plan, or null where it is anything but a matrix, a bias and a loss that the kernel knows. */
export function planReadout({ program }: Network): ReadoutPlan | null {
  const own = program.instructions.filter(({ chain }) => chain < 0);
  const product = own.find(({ operation }) => operation === 'multiply');
  const [matrix, seen] = product?.args ?? [];
  const sum = own.find(({ operation, args }) => operation === 'add' && args[0]?.kind === 'slot' && args[0].index === product?.out);
  const bias = sum?.args[1];
  const loss = own[own.length - 1]!;
  const [scores] = loss.args;
  if (matrix?.kind !== 'parameter' || seen?.kind !== 'slot' || bias?.kind !== 'parameter' || sum?.args.length !== 2) return null;
  if (!(loss.operation in losses) || scores?.kind !== 'slot' || scores.index !== sum.out) return null;

  const stack = own.find(({ out }) => out === seen.index);
  const features = (stack?.args ?? [seen]).flatMap((arg) =>
    arg.kind === 'slot' && program.slots[arg.index]!.stage === 'cell' ? [arg.index] : []);
  const chains = features.map((slot) => program.slots[slot]!.chain);
  if (stack && stack.operation !== 'stack') return null;
  if (chains.length !== program.reads.length || chains.some((chain, k) => chain !== program.reads[k])) return null;
  // Probabilities are for reading and left out; anything else is not known here.
  const known = [product?.out, sum.out, stack?.out, loss.out];
  const isKnown = own.every(({ operation, out }) => known.includes(out) || operation === 'softmax' || operation === 'sigmoid');
  return isKnown ? { matrix: matrix.index, bias: bias.index, features, loss: loss.operation } : null;
}
