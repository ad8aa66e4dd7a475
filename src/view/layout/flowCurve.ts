// A line over the time steps on a logarithmic axis: its path, and the stretches where a number is 0 or too large to have a place on it.
import { line } from 'd3-shape';
import type { Box, Point } from './directLabels.ts';

export interface CurvePoint extends Point {
  readonly t: number;
}

/** A stretch of steps without a point on the axis. */
interface Gap {
  readonly kind: 'zero' | 'overflow';
  readonly from: number;
  readonly to: number;
  /** Where the line leaves off: above the stretch's last step, at an edge of the plot. */
  readonly x: number;
  readonly y: number;
}

export interface CurveGeometry {
  /** Steps that have a place on the axis, t rising. */
  readonly points: readonly CurvePoint[];
  readonly path: string;
  readonly gaps: readonly Gap[];
}

/** `exponents` by step, drawn from step `first` on: −∞ leads the line to the lower edge, +∞ to the upper one. */
export function curveOf(exponents: Float64Array, xOf: (t: number) => number, yOf: (exponent: number) => number, box: Box, first = 1): CurveGeometry {
  const points: CurvePoint[] = [];
  const gaps: Gap[] = [];
  const drawn: (Point | null)[] = [];
  for (let t = first; t < exponents.length; t++) {
    const exponent = exponents[t]!;
    if (Number.isFinite(exponent)) {
      const point = { t, x: xOf(t), y: yOf(exponent) };
      points.push(point);
      drawn.push(point);
      continue;
    }
    const kind = exponent < 0 ? 'zero' : 'overflow';
    const y = kind === 'zero' ? box.y + box.height : box.y;
    const open = gaps.at(-1);
    if (open && open.to === t - 1 && open.kind === kind) gaps[gaps.length - 1] = { ...open, to: t, x: xOf(t) };
    else gaps.push({ kind, from: t, to: t, x: xOf(t), y });
    // The step beside a gap leads the line to the edge.
    drawn.push(Number.isFinite(exponents[t + 1] ?? NaN) || Number.isFinite(t > first ? exponents[t - 1]! : NaN) ? { x: xOf(t), y } : null);
  }
  const path = line<Point | null>()
    .defined((point) => point !== null)
    .x((point) => point!.x)
    .y((point) => point!.y)
    .digits(2)(drawn);
  return { points, path: path ?? '', gaps };
}
