// Where the words beside an upright line of a plot stand.
import { holds, sampled, shared, type Box } from '../directLabels.ts';
import type { LinesPlaces } from '../linesPlot.ts';

/** Pixels between the line and its words. */
export const besideGap = 4;

/**
 * At one end of the line and on one side of it, over nothing that is `taken`, where fewest of the lines pass; above and to the right where it is all the same.
 * `gap`: pixels between the two.
 */
export function besideUpright({ box, lines }: LinesPlaces, at: number, width: number, height: number, taken: readonly Box[] = [], gap = besideGap): Box {
  const ink = lines.flatMap(({ points }) => sampled(points));
  const places = [box.y, box.y + box.height - height].flatMap((y) => [at + gap, at - gap - width].map((x): Box => ({ x, y, width, height })));
  const inside = places.filter(({ x }) => x >= box.x && x + width <= box.x + box.width);
  // No number of points in words is as bad as other words under them.
  const costOf = (place: Box): number => ink.filter((point) => holds(place, point)).length + (taken.some((each) => shared(each, place) > 0) ? ink.length + 1 : 0);
  return (inside.length > 0 ? inside : places).map((place) => ({ place, cost: costOf(place) })).reduce((best, each) => (each.cost < best.cost ? each : best)).place;
}
