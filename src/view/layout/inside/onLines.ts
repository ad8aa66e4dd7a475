// What stands on the lines inside a cell: dots where lines of one value part, and small vectors.
import type { Arrangement } from './arrange.ts';
import { partingOf } from './route.ts';
import type { InsideLayout, PlacedEdge, Point, Strip } from './types.ts';

/** Where lines of the same value part. */
export function dotsOf(edges: readonly PlacedEdge[]): InsideLayout['dots'] {
  const found = new Map<string, { slot: number; at: Point }>();
  edges.forEach(({ edge, points }, k) => {
    for (const other of edges.slice(k + 1)) {
      if (other.edge.from !== edge.from) continue;
      const at = partingOf(points, other.points);
      if (at) found.set(`${edge.from} ${at[0].toFixed(1)} ${at[1].toFixed(1)}`, { slot: edge.slot, at });
    }
  });
  return [...found.values()];
}

/** A small vector on the last piece of a line that is long enough for it. */
export function stripOn(points: readonly Point[], { metrics }: Arrangement): Strip | null {
  const [thin, long] = [6.5 * metrics.scale, 15 * metrics.scale];
  for (let k = points.length - 1; k > 0; k--) {
    const [[x1, y1], [x2, y2]] = [points[k - 1] as Point, points[k] as Point];
    const isLevel = Math.abs(y1 - y2) < 0.01;
    // Room for the arrow's head is left at the end.
    const head = k === points.length - 1 ? 8 * metrics.scale : 0;
    const length = Math.abs(x2 - x1) + Math.abs(y2 - y1);
    if (length < thin + head + 2) continue;
    const part = (length - head) / 2 / length;
    const [x, y] = [x1 + (x2 - x1) * part, y1 + (y2 - y1) * part];
    return isLevel ? { x: x - thin / 2, y: y - long / 2, width: thin, height: long, runs: 'down' } : { x: x - long / 2, y: y - thin / 2, width: long, height: thin, runs: 'right' };
  }
  return null;
}
