// The product of Jacobians as a row of small matrices, as numbers: which stages have room, where their matrices stand, how much each is shaded.
import type { AnswerOf } from '../../../engine/laboratory/questions.ts';
import type { Box } from '../directLabels.ts';

export type Stage = AnswerOf<'product'>['stages'][number];

interface JacobianProductInput {
  readonly stages: readonly Stage[];
  /** S, the matrices' rows. */
  readonly size: number;
  /** Whether each local Jacobian is drawn as diag(slopes) times weights. */
  readonly hasParts: boolean;
  readonly width: number;
  readonly height: number;
  readonly textSize: number;
}

export interface PlacedStage {
  readonly stage: Stage;
  /** How many steps lie before it that are not shown. */
  readonly skipped: number;
  /** Left edge and width of all that belongs to it, and middle of the space before it, where × or the words for what is skipped stand. */
  readonly x: number;
  readonly width: number;
  readonly joint: number;
  /** φ′(a_t) as one column, and W_hh beside it; null where the step does not split. */
  readonly slopes: Box | null;
  readonly weights: Box | null;
  readonly local: Box;
  readonly product: Box;
}

export interface JacobianProduct {
  readonly placed: readonly PlacedStage[];
  readonly cell: number;
  /** Whether a cell has room for its number. */
  readonly hasNumbers: boolean;
  /** Width that is taken, and height of the whole row. */
  readonly width: number;
  readonly height: number;
  /** Baselines of the three rows' names. */
  readonly rows: { readonly parts: number | null; readonly local: number; readonly product: number };
}

/** Matrices of at most so many rows have their numbers written in. */
const mostNumbers = 4;

export function jacobianProduct({ stages, size, hasParts, width, height, textSize }: JacobianProductInput): JacobianProduct {
  const hasNumbers = size <= mostNumbers;
  const right = textSize * 1.5;
  const space = textSize * 2.1;
  const extra = hasParts ? textSize * 0.9 : 0;
  const least = hasNumbers ? Math.max(textSize * 3 * size, textSize * 5) : textSize * 7.4;
  // As many stages as have room at the least size, the first and the last ones; then they grow into what is left.
  const roomFor = (count: number, side: number): number => count * (side + extra + space) - space + right;
  let count = stages.length;
  while (count > 2 && roomFor(count, least) > width) count -= 1;
  const most = hasNumbers ? textSize * Math.max(5, 3.6 * size) : textSize * 12;
  const line = textSize * 1.5;
  const rowCount = hasParts ? 3 : 2;
  const highest = (height - line * (hasParts ? 8 : 6.4)) / rowCount;
  const side = Math.max(least * 0.6, Math.min(most, highest, (width + space - right) / Math.max(count, 1) - extra - space));
  const cell = Math.max(side / size, 0.5);
  const shown = chosen(stages, count);

  const partsTop = line * 2.3;
  const localTop = hasParts ? partsTop + side + line * 1.5 : line * 2.3;
  const productTop = localTop + side + line * 2.7;
  const square = (x: number, y: number): Box => ({ x, y, width: side, height: side });
  const pitch = side + extra + space;
  const placed = shown.map(({ stage, skipped }, k): PlacedStage => {
    const x = k * pitch;
    const inner = x + extra;
    return {
      stage,
      skipped,
      x,
      width: side + extra,
      joint: x - space / 2,
      slopes: hasParts && stage.slopes ? { x: x, y: partsTop, width: Math.min(extra * 0.75, 14), height: side } : null,
      weights: hasParts && stage.slopes ? square(inner, partsTop) : null,
      local: square(inner, localTop),
      product: square(inner, productTop),
    };
  });
  return {
    placed,
    cell,
    hasNumbers,
    width: placed.length * pitch - space + right,
    height: productTop + side + line * 1.4,
    rows: { parts: hasParts ? partsTop - line * 0.45 : null, local: localTop - line * 0.45, product: productTop - line * 0.45 },
  };
}

/** The first and the last of them; what lies between is counted, with what the answer itself has left out. */
function chosen(stages: readonly Stage[], count: number): { stage: Stage; skipped: number }[] {
  const head = stages.length <= count ? stages.length : Math.ceil(count / 2);
  const tail = Math.min(stages.length - head, count - head);
  const kept = [...stages.slice(0, head), ...(tail > 0 ? stages.slice(-tail) : [])];
  return kept.map((stage, k) => ({ stage, skipped: k === 0 ? stage.skipped : kept[k - 1]!.t - stage.t - 1 }));
}

/** The number that takes the full colour of several matrices: their largest in size that is finite. */
export function largestOf(matrices: Iterable<Float64Array>): number {
  let largest = 0;
  for (const matrix of matrices) for (const value of matrix) if (Number.isFinite(value)) largest = Math.max(largest, Math.abs(value));
  return largest;
}
