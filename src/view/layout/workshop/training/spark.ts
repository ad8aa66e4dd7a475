// Two short series over the same steps as lines in a small picture: what came out, and what is right.
import { extent } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';

interface SparkGeometry {
  readonly answered: string;
  readonly right: string;
}

/** Both on one scale, which holds every finite number of both. What is not finite is a gap. */
export function sparkLines(answered: ArrayLike<number>, right: ArrayLike<number>, { width, height }: { readonly width: number; readonly height: number }): SparkGeometry {
  const all = [...Array.from(answered), ...Array.from(right)].filter(Number.isFinite);
  const [low = 0, high = 1] = extent(all);
  const margin = 2;
  const across = scaleLinear([0, Math.max(1, Math.max(answered.length, right.length) - 1)], [margin, width - margin]);
  const up = scaleLinear([low, high > low ? high : low + 1], [height - margin, margin]);
  const path = (values: ArrayLike<number>): string =>
    line<number>().defined(Number.isFinite).x((_, k) => across(k)).y((value) => up(value)).digits(1)(Array.from(values)) ?? '';
  return { answered: path(answered), right: path(right) };
}
