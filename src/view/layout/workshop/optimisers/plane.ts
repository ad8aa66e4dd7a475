// The plane that paths are looked at in, as numbers: where each path goes in it, how far its picture reaches, and how far off it a point lies.
import type { OptimiserId } from '../../../../engine/learn/optimisers.ts';
import type { Directions, RaceResult, Span } from '../../../../engine/workshop/race/job.ts';

export interface PlanePath {
  readonly id: OptimiserId;
  /** By kept update that is done: distances along the two directions. */
  readonly a: Float64Array;
  readonly b: Float64Array;
  /** How far the weights lie beside the plane; all 0 where it holds the whole path. */
  readonly off: Float64Array;
}

export interface Plane {
  readonly origin: Float64Array;
  readonly directions: Directions;
}

/** Each path as it is seen straight from above the plane. */
export function planePaths({ lanes, kept, start }: Pick<RaceResult, 'lanes' | 'kept' | 'start'>, { origin, directions: { u, v } }: Plane): PlanePath[] {
  const P = start.length;
  return lanes.map(({ optimiser, path, done }) => {
    const points = kept.reduce((count, update) => (update <= done ? count + 1 : count), 0);
    const [a, b, off] = [new Float64Array(points), new Float64Array(points), new Float64Array(points)];
    for (let k = 0; k < points; k++) {
      let [along, across] = [0, 0];
      for (let i = 0; i < P; i++) {
        const d = path[k * P + i]! - origin[i]!;
        along += d * u[i]!;
        across += d * v[i]!;
      }
      let rest = 0;
      for (let i = 0; i < P; i++) rest += (path[k * P + i]! - origin[i]! - along * u[i]! - across * v[i]!) ** 2;
      a[k] = along;
      b[k] = across;
      // Beside distances of this size it is rounding.
      const isNothing = rest < 1e-24 * (along * along + across * across);
      off[k] = isNothing ? 0 : Math.sqrt(rest);
    }
    return { id: optimiser, a, b, off };
  });
}

/** The place of the last kept update up to this one. */
export const keptPlace = (kept: Int32Array, update: number): number => Math.max(0, kept.findLastIndex((each) => each <= update));

/** Width by height of the picture: the same as of its distances, so that right angles are right angles. */
export const planeAspect = 1.5;
/** Beside the outermost points, as a part of the whole. */
const margin = 0.12;
/** A path that reaches so many times as far as the middle one may leave the picture. */
const tooFar = 6;

export interface PlaneSpan {
  readonly a: Span;
  readonly b: Span;
}

/** What the picture shows: all paths but those that go much farther than the others. */
export function planeSpan(paths: readonly PlanePath[]): PlaneSpan {
  const reach = paths.map(({ a, b }) => a.reduce((most, x, k) => Math.max(most, Math.hypot(x - a[0]!, b[k]! - b[0]!)), 0));
  const middle = [...reach].sort((x, y) => x - y)[Math.floor((reach.length - 1) / 2)] ?? 0;
  const near = paths.filter((_, k) => middle === 0 || reach[k]! <= tooFar * middle);
  const a = ends(near.map((path) => path.a));
  const b = ends(near.map((path) => path.b));
  const width = Math.max(a.high - a.low, planeAspect * (b.high - b.low)) * (1 + 2 * margin) || 1;
  return { a: around(a, width), b: around(b, width / planeAspect) };
}

/** The place of a path's first point outside of the picture; null: all of it is inside. */
export function leavesAt({ a, b }: PlanePath, span: PlaneSpan): number | null {
  const outside = a.findIndex((each, k) => !isIn(span.a, each) || !isIn(span.b, b[k]!));
  return outside < 0 ? null : outside;
}

const isIn = ({ low, high }: Span, value: number): boolean => value >= low && value <= high;

function ends(all: readonly Float64Array[]): Span {
  let [low, high] = [Infinity, -Infinity];
  for (const each of all) {
    for (const value of each) {
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
  }
  return low <= high ? { low, high } : { low: 0, high: 0 };
}

const around = ({ low, high }: Span, width: number): Span => ({ low: (low + high) / 2 - width / 2, high: (low + high) / 2 + width / 2 });
