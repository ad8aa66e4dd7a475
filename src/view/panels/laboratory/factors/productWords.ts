// What the product of Jacobians says in words: how far it still stretches, and the number that is pointed at.
import type { AnswerOf } from '../../../../engine/laboratory/questions.ts';
import type { MatrixId, MatrixPlace } from '../../../layout/laboratory/matrixPlaces.ts';
import { formatNumber } from '../../../theme/format.ts';

export type Product = AnswerOf<'product'>;

/** The product as a whole, from step p back to state k. `isWhole`: h is all that a step hands on. */
export function productWords({ stages, weights }: Product, p: number, k: number, isWhole = true): string {
  const last = stages.at(-1);
  const first = stages[0];
  if (!first || !last) return 'From a step to itself there is nothing to multiply.';
  if (Number.isNaN(last.productNorm)) return 'Some of these numbers have overflowed, so their product is not a number.';
  const made = weights ? 'Each Jacobian J is W_hh with its rows multiplied by the slopes φ′(a_t). ' : isWhole ? 'The local Jacobians come from all gates together. ' : 'These are the parts that lead from h to h. The product is more than theirs: it also has what came along c, which it holds fixed only at its beginning. ';
  const times = p - k === 1 ? 'It stretches' : 'Multiplied out, they stretch';
  const verdict = last.productNorm === 0 ? `${times} nothing: the product is 0.` : `${times} by at most ${formatNumber(last.productNorm)}: what moves h at k = ${k} moves h at k = ${p} by that much, or less.`;
  return `${made}${verdict}`;
}

const names: Readonly<Record<MatrixId, (t: number, p: number) => string>> = {
  slopes: (t) => `Slope φ′(a) at t = ${t}`,
  weights: () => 'W_hh',
  local: (t) => `∂h/∂h of step t = ${t}`,
  product: (t, p) => `∂h at ${p} / ∂h at ${t - 1}`,
};

/** "W_hh, row 2, column 3: −0.12". */
export function cellWords({ stages, size, weights }: Product, p: number, { t, matrix, cell }: MatrixPlace): string {
  const stage = stages.find((each) => each.t === t);
  const numbers = matrix === 'weights' ? weights : stage?.[matrix];
  const name = names[matrix](t, p);
  const value = formatNumber(numbers?.[cell] ?? NaN, 4);
  if (matrix === 'slopes') return `${name}, unit ${cell + 1}: ${value}`;
  return `${name}, row ${Math.floor(cell / size) + 1}, column ${(cell % size) + 1}: ${value}`;
}
