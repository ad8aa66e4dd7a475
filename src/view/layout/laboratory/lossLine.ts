// The loss along the gradient, L(θ − s·g) over s, as lines: for the gradient as it is and for the clipped one, with the loss before the update and
// where an update at η ends.
import { linesPlot, type Axis, type LinesGeometry } from '../linesPlot.ts';

export interface LossLineInput {
  /** s: 0, then rising. */
  readonly rates: Float64Array;
  /** L at each; may be ∞ or not a number. */
  readonly losses: Float64Array;
  readonly clippedLosses: Float64Array;
  readonly learningRate: number;
  readonly after: number;
  readonly clippedAfter: number;
  readonly isClipped: boolean;
  readonly size: { readonly width: number; readonly height: number; readonly textSize: number };
}

export interface Landing {
  readonly id: 'plain' | 'clipped';
  readonly x: number;
  /** At the upper edge, where the loss is too large to be drawn. */
  readonly y: number;
  readonly isBeyond: boolean;
}

export interface LossLineGeometry extends LinesGeometry {
  /** The height of the loss before the update; null where it is not a number. */
  readonly beforeAt: number | null;
  /** Where an update at η ends, with the gradient as it is and clipped. */
  readonly landings: readonly Landing[];
}

/** Losses further apart than that are drawn on a logarithmic axis. */
const wide = 30;

/** Room above and below the lines of a linear axis, as a part of their reach. */
const margin = 0.12;

/** Null where there is nothing to draw: η is 0, or no loss is a number. */
export function lossLinePlot(input: LossLineInput): LossLineGeometry | null {
  const { rates, losses, clippedLosses, learningRate, isClipped, size } = input;
  const finite = [...losses, ...(isClipped ? clippedLosses : [])].filter((each) => Number.isFinite(each));
  const first = rates[1];
  if (first === undefined || finite.length === 0) return null;
  const lines = [
    { id: 'plain', name: isClipped ? 'along the gradient as it is' : 'along the gradient', xs: rates.subarray(1), ys: orBeyond(losses.subarray(1)) },
    ...(isClipped ? [{ id: 'clipped', name: 'along the clipped one', xs: rates.subarray(1), ys: orBeyond(clippedLosses.subarray(1)) }] : []),
  ];
  const plot = linesPlot({
    lines,
    along: { kind: 'log', from: first, to: rates.at(-1) ?? first, title: 'learning rate s (logarithmic)', at: decadesBetween(first, rates.at(-1) ?? first) },
    height: heightOf(finite),
    heightTitle: heightTitle,
    size,
  });
  const { box, xOf, yOf } = plot;
  const land = (id: Landing['id'], loss: number): Landing => {
    const y = yOf(loss);
    return { id, x: xOf(learningRate), y: y ?? (loss === 0 ? box.y + box.height : box.y), isBeyond: y === null && loss !== 0 };
  };
  return {
    ...plot,
    beforeAt: yOf(losses[0]!),
    landings: [land('plain', input.after), ...(isClipped ? [land('clipped', input.clippedAfter)] : [])],
  };
}

const heightTitle = 'loss L(θ − s·g) after one update';

const orBeyond = (numbers: Float64Array): Float64Array => numbers.map((each) => (Number.isNaN(each) ? Infinity : each));

/** Null: powers of ten, where the losses lie far apart. */
function heightOf(finite: readonly number[]): Axis | null {
  const [low, high] = [Math.min(...finite), Math.max(...finite)];
  if (low > 0 && high / low > wide) return null;
  const pad = Math.max((high - low) * margin, Math.abs(high) * 0.005, 1e-12);
  return { kind: 'linear', from: low >= 0 ? Math.max(0, low - pad) : low - pad, to: high + pad, title: heightTitle };
}

function decadesBetween(from: number, to: number): number[] {
  const found: number[] = [];
  for (let exponent = Math.ceil(Math.log10(from) - 1e-9); exponent <= Math.floor(Math.log10(to) + 1e-9); exponent++) found.push(Number(`1e${exponent}`));
  return found;
}
