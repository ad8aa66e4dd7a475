// A series that goes on by itself: one-step predictions and many-step free running against the truth, and how both err by how far ahead they look.
import type { PreparedData, PreparedRow, SeriesScale } from '../../../../engine/data/dataset.ts';
import type { Model } from '../../../../engine/model.ts';
import type { DecodeInput, DecodeRun, Said } from '../../../../engine/workshop/decode.ts';

interface ForecastAsked extends DecodeInput {
  /** Values that are given before it goes on by itself. */
  readonly given: number;
  /** What is read, and what comes one step later, for the row in view and then for the others: numbers as the network has them. */
  readonly truths: readonly { readonly read: Float64Array; readonly next: Float64Array }[];
  readonly scale: SeriesScale;
}

/** In the unit of the series. x is the time at which a value stands, from 1. */
export interface Forecast {
  readonly given: number;
  readonly truth: readonly number[];
  /** From x = 2 on: what was said one step before. */
  readonly oneStep: readonly number[];
  /** From x = `given` + 1 on: what was said from its own values. */
  readonly free: readonly number[];
  /** By steps ahead, from 1: the root of the mean squared error over all rows, of both, and of saying the last given value again. */
  readonly errors: { readonly free: readonly number[]; readonly oneStep: readonly number[]; readonly same: readonly number[] };
  readonly rowCount: number;
}

/** Rows of the error's mean. */
const mostRows = 60;
const noScale: SeriesScale = { offset: 0, factor: 1, unit: '' };

/** How much of a row is given: what is set, but at least a step is left to go on; half where nothing is set. */
export const givenOf = (wanted: number, T: number): number => Math.min(Math.max(1, wanted === 0 ? Math.ceil(T / 2) : wanted), Math.max(1, T - 1));

const lengthOf = ({ reading }: PreparedRow): number => reading.tokens[0].length;

export function forecastAsked({ rows, validation, dataset }: PreparedData, row: PreparedRow, wanted: number, model: Model, parameters: Float64Array): ForecastAsked {
  const given = givenOf(wanted, lengthOf(row));
  // Rows that were not learned from say more; where none is kept, those that were.
  const kept = validation.length > 0 ? validation.flatMap((position) => rows[position] ?? []) : rows;
  const others = kept.filter((each) => lengthOf(each) > given).slice(0, mostRows);
  const all = [row, ...others];
  const runs = all.flatMap((each): DecodeRun[] => [
    { example: each.example, given: lengthOf(each), choice: { kind: 'greedy' } },
    { example: each.example, given: Math.min(given, lengthOf(each)), choice: { kind: 'greedy' } },
  ]);
  const truths = all.map(({ example: { inputs, targets } }) => ({ read: inputs.kind === 'dense' ? inputs.values : new Float64Array(), next: targets }));
  return { model, parameters, runs, given, truths, scale: dataset.scale ?? noScale };
}

export function forecastOf({ given, truths, scale }: ForecastAsked, said: readonly Said[]): Forecast | null {
  const [own] = truths;
  const [teacher, free] = said;
  if (!own || !teacher || !free) return null;
  const inUnit = (value: number): number => scale.offset + scale.factor * value;
  const longest = Math.max(0, ...truths.slice(1).map(({ next }) => next.length - given + 1));
  const squares = { free: sums(longest), oneStep: sums(longest), same: sums(longest) };
  truths.slice(1).forEach(({ read, next }, k) => {
    const [forced, alone] = [said[2 * k + 2], said[2 * k + 3]];
    if (!forced || !alone) return;
    const last = read[given - 1] ?? NaN;
    // What is said at step `given` is the first value ahead.
    for (let ahead = 1; ahead <= next.length - given + 1; ahead++) {
      const at = given + ahead - 2;
      const truth = next[at] ?? NaN;
      squares.free.add(ahead, truth - (alone.scores[at] ?? NaN));
      squares.oneStep.add(ahead, truth - (forced.scores[at] ?? NaN));
      squares.same.add(ahead, truth - last);
    }
  });
  const size = Math.abs(scale.factor);
  return {
    given,
    truth: [...own.read.subarray(0, 1), ...own.next].map(inUnit),
    oneStep: Array.from(teacher.scores, inUnit),
    free: Array.from(free.scores.subarray(given - 1), inUnit),
    errors: { free: squares.free.roots(size), oneStep: squares.oneStep.roots(size), same: squares.same.roots(size) },
    rowCount: truths.length - 1,
  };
}

/** Sums of squares by steps ahead. */
function sums(count: number) {
  const all = new Float64Array(count);
  const counts = new Float64Array(count);
  return {
    add(ahead: number, error: number): void {
      all[ahead - 1] = (all[ahead - 1] ?? 0) + error ** 2;
      counts[ahead - 1] = (counts[ahead - 1] ?? 0) + 1;
    },
    roots: (factor: number): number[] => Array.from(all, (sum, k) => factor * Math.sqrt(sum / (counts[k] ?? 0))),
  };
}
