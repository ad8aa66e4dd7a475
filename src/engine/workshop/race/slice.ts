// The loss over a plane of the weights, coarse first: at each point of a grid the exact loss of origin + a · u + b · v.
import type { Beat } from '../beat.ts';
import type { Slice, SliceJob } from './job.ts';
import { landscapeOf } from './landscapes.ts';
import { paused } from './race.ts';
import { placeOf } from './span.ts';

/** Beats whenever the grid is there at a finer stride, and yields null at pauses between. Throws an `Error` in words where the job cannot be. */
export function* slice({ problem, origin, directions: { u, v }, a, b, points }: SliceJob): Generator<Beat<Slice> | null, Slice> {
  if (points < 2 || !Number.isInteger(Math.log2(points - 1))) throw new Error(`A grid has 2, 3, 5, 9, 17, … points along a side, but it should have ${points}.`);
  const landscape = landscapeOf(problem);
  const losses = new Float64Array(points * points).fill(NaN);
  const parameters = new Float64Array(origin.length);
  const isThere = new Uint8Array(losses.length);
  for (let stride = Math.max(1, (points - 1) / 8); ; stride /= 2) {
    for (let row = 0; row < points; row += stride) {
      for (let column = 0; column < points; column += stride) {
        const at = row * points + column;
        if (isThere[at] === 1) continue;
        const [x, y] = [placeOf(a, column, points), placeOf(b, row, points)];
        for (let i = 0; i < parameters.length; i++) parameters[i] = origin[i]! + x * u[i]! + y * v[i]!;
        const loss = yield* paused(landscape.loss(parameters));
        losses[at] = Number.isFinite(loss) ? loss : Infinity;
        isThere[at] = 1;
        yield null;
      }
    }
    if (stride === 1) return { losses, stride };
    const there: Slice = { losses: losses.slice(), stride };
    yield { over: 'batch', progress: () => there };
  }
}
