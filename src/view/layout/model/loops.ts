// The loops of a cell: each state leaves it, goes round it, and comes in again; one that reads from the end is turned round.
import { bottom, clamp, mix, right, type Rect } from '../rect.ts';
import { loopGap, type CellFrame } from './frame.ts';
import type { LoopLayout } from './types.ts';

/** `edge`: y of the outermost loop, over or under the box. `reach`: how far it stands out at the sides. */
export function loopsOf({ states, direction, isLoopedAbove }: CellFrame, box: Rect, edge: number, reach: number): LoopLayout[] {
  const count = states.length;
  return states.map(({ slot, band }, k): LoopLayout => {
    // The loop of the state nearest to the edge is the innermost.
    const inset = (isLoopedAbove ? count - 1 - k : k) * Math.min(loopGap, Math.max(Math.abs(edge - (isLoopedAbove ? box.y : bottom(box))) / (count + 1), 2));
    const y = clamp(band.y + band.height / 2, box.y + 8 + k * 4, bottom(box) - 8 - (count - 1 - k) * 4);
    const far = isLoopedAbove ? edge + inset : edge - inset;
    const bulge = Math.max(reach - inset, 6);
    const end = direction > 0 ? box.x : right(box);
    return {
      slot,
      path: loopPath(box, y, far, bulge, direction),
      head: `M${end},${y}l${-9 * direction},-4.5v9z`,
      // Letters of neighbours stand aside of each other.
      label: { x: mix(box.x, right(box), direction > 0 ? 0.9 - 0.16 * k : 0.1 + 0.16 * k), y: far },
    };
  });
}

/** From one side around to the other; the first is the right one where time runs to the right. */
function loopPath(box: Rect, y: number, far: number, bulge: number, direction: 1 | -1): string {
  const [start, end] = direction > 0 ? [right(box), box.x] : [box.x, right(box)];
  const out = start + direction * bulge;
  const back = end - direction * bulge;
  const way = Math.sign(far - y);
  const bend = Math.min(bulge, 30, Math.abs(y - far) / 2);
  return [
    `M${start},${y}`,
    `H${out - direction * bend} Q${out},${y} ${out},${y + way * bend}`,
    `V${far - way * bend} Q${out},${far} ${out - direction * bend},${far}`,
    `H${back + direction * bend} Q${back},${far} ${back},${far - way * bend}`,
    `V${y + way * bend} Q${back},${y} ${back + direction * bend},${y}`,
    `H${end - direction}`,
  ].join(' ');
}
