// The road through the gates as numbers: its lines over the steps beside those of the whole Jacobian, and the gates' own values as a picture of
// one column a step, where several steps share a column when there are more of them than pixels.
import type { AnswerOf } from '../../../engine/laboratory/questions.ts';
import type { Line } from '../linesPlot.ts';

export type Road = AnswerOf<'road'>;

/** Lines of one network's plot, from 1 at p, the step of the loss; `names`: what stands beside each. */
export function roadLines(road: Road, p: number, names: Readonly<Record<RoadLineId, string>>, comparison: Float64Array | null): Line[] {
  const xs = Float64Array.from({ length: road.gradient.length }, (_, k) => k);
  const has = road.gate !== '';
  const all: readonly (readonly [RoadLineId, Float64Array | null])[] = [
    ['comparison', comparison],
    ['gradient', relativeTo(road.gradient, p)],
    ['hidden', road.hidden],
    ['whole', has && road.state !== 'h' ? road.whole : null],
    ['mean', has ? road.roadMean : null],
    ['road', has ? road.road : null],
  ];
  return all.flatMap(([id, ys]) => (ys ? [{ id, name: names[id], xs, ys }] : []));
}

const roadLineIds = ['road', 'mean', 'whole', 'hidden', 'gradient', 'comparison'] as const;
export type RoadLineId = (typeof roadLineIds)[number];

/** Norms as parts of the one at step p, the step of the loss; NaN after it. As they are where that one is 0 or not finite. */
export function relativeTo(norms: Float64Array, p: number): Float64Array {
  const reference = norms[p] ?? 0;
  const unit = reference > 0 && Number.isFinite(reference) ? reference : 1;
  return norms.map((norm, k) => (k > p ? NaN : norm / unit));
}

interface GateTexels {
  readonly columns: number;
  readonly rows: number;
  /** rows·columns values of the gate, 0 … 1, row by row; means of several steps where they share a column. */
  readonly values: Float64Array;
}

/** At most `most` columns; each is the mean of its steps. `gates`: T·H numbers, row t−1. */
export function gateTexels(gates: Float64Array, hiddenSize: number, most: number): GateTexels {
  const T = gates.length / hiddenSize;
  const columns = Math.max(1, Math.min(T, Math.floor(most)));
  const values = new Float64Array(columns * hiddenSize);
  for (let column = 0; column < columns; column++) {
    const from = Math.floor((column * T) / columns);
    const to = Math.max(from + 1, Math.floor(((column + 1) * T) / columns));
    for (let unit = 0; unit < hiddenSize; unit++) {
      let sum = 0;
      for (let t = from; t < to; t++) sum += gates[t * hiddenSize + unit]!;
      values[unit * columns + column] = sum / (to - from);
    }
  }
  return { columns, rows: hiddenSize, values };
}

/** What the gates of the steps up to the loss are like: their mean, and their geometric mean, by which a road of n steps is the n-th power. */
export function gateSummary(gates: Float64Array, hiddenSize: number, p: number): { readonly mean: number; readonly geometric: number; readonly least: number; readonly largest: number } {
  const read = gates.subarray(0, p * hiddenSize);
  let [sum, logs, least, largest] = [0, 0, Infinity, -Infinity];
  for (const value of read) {
    sum += value;
    logs += Math.log(value);
    least = Math.min(least, value);
    largest = Math.max(largest, value);
  }
  return { mean: sum / read.length, geometric: Math.exp(logs / read.length), least, largest };
}
