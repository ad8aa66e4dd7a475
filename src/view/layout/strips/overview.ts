// The whole sequence as a thin picture: how large the state is at each step, and how large its gradient; and the window of it that is in view.
import { clamp } from '../rect.ts';
import type { ScoreLayout } from '../score/types.ts';

/** Height of the strip, in CSS pixels. */
export const overviewHeight = 22;

/** The largest length (Euclidean norm) of the vectors in each bucket; rows are steps, row 0 is the initial state. */
export function bucketedNorms(array: Float64Array, size: number, count: number, buckets: number): Float64Array {
  const norms = new Float64Array(buckets);
  for (let t = 1; t <= count; t++) {
    let sum = 0;
    for (let k = t * size; k < (t + 1) * size; k++) sum += (array[k] ?? 0) ** 2;
    const bucket = Math.floor(((t - 1) * buckets) / count);
    norms[bucket] = Math.max(norms[bucket] ?? 0, Math.sqrt(sum));
  }
  return norms;
}

/** Orders of magnitude that the colours of a gradient span: it may fade by factors, not by differences. */
const magnitudes = 8;

/** 0…1: by its share of the largest, or by orders of magnitude. What is not finite is 1. */
export function strengthOf(norm: number, largest: number, isLogarithmic: boolean): number {
  if (norm === 0 || !(largest > 0)) return 0;
  if (!Number.isFinite(norm)) return 1;
  const share = norm / largest;
  return clamp(isLogarithmic ? 1 + Math.log10(share) / magnitudes : share, 0, 1);
}

/** The window as shares of all columns, 0…1: where those in view begin, how many they are, and where the place in view stands. */
interface OverviewWindow {
  readonly from: number;
  readonly size: number;
  readonly current: number;
}

export function overviewWindow(layout: ScoreLayout): OverviewWindow {
  const { spec, left, places } = layout;
  const from = shareAt(layout, left);
  return { from, size: Math.max(shareAt(layout, spec.width) - from, 0), current: (spec.current - 0.5) / places.count };
}

/** How much of the sequence lies left of x. */
function shareAt(layout: ScoreLayout, x: number): number {
  const index = layout.stepAt(x);
  const { centre, room } = layout.column(index);
  return (index - 1 + clamp((x - centre) / room + 0.5, 0, 1)) / layout.places.count;
}

/** `scrollX` at which the window begins at that share of the sequence. */
export function scrollOf(layout: ScoreLayout, from: number): number {
  const { spec, left, contentWidth, places } = layout;
  if (from <= 0) return 0;
  const index = clamp(Math.floor(from * places.count) + 1, 1, places.count);
  const { centre, room } = layout.column(index);
  const x = centre + (from * places.count - index + 0.5) * room;
  return clamp(spec.scrollX + x - left, 0, Math.max(contentWidth - spec.width, 0));
}
