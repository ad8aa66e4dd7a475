// Which line a name of the flow plot stands nearest to, and the thin line that leads it to its own where that is another's.
import { bisector } from 'd3-array';
import { heightAt, holds, type Box, type Leader, type Point } from '../directLabels.ts';

/** The points of one line, close to each other, from left to right. */
export type Ink = readonly Point[];

const byX = bisector(({ x }: Point) => x);

/** Pixels between a name and the nearest point of a line; `reach` where it is further away than that. */
function distanceTo(ink: Ink, at: Box, reach = Infinity): number {
  let least = reach;
  for (let k = byX.left(ink, at.x - reach); k < ink.length && ink[k]!.x <= at.x + at.width + reach; k++) {
    const { x, y } = ink[k]!;
    const [across, down] = [Math.max(at.x - x, x - at.x - at.width, 0), Math.max(at.y - y, y - at.y - at.height, 0)];
    // Most points are too far to the side, or too high.
    if (across < least && down < least) least = Math.min(least, Math.hypot(across, down));
  }
  return least;
}

/** Pixels by which its own line has to be nearer, so that the eye sees it. */
const clearly = 1;

/** Whether a name stands nearest to its own line. */
export function isNearestToOwn(at: Box, own: Ink, others: readonly Ink[]): boolean {
  const far = distanceTo(own, at) + clearly;
  return others.every((ink) => distanceTo(ink, at, far) >= far);
}

/** Parts of a name's width from which its leader is tried. */
const starts = [0.5, 0.2, 0.8, 0.05, 0.95];
/** What it costs a leader, in pixels of its length, to cross another line, and to run through another name. */
const crossings = { line: 12, name: 400 } as const;
/** Pixels between two places of a leader that are looked at. */
const stride = 3;

/** The shortest way from a name to its line that runs through no other name and over few other lines; to the line's end where the name stands left of it. */
export function leaderTo(at: Box, own: Ink, others: readonly Ink[], names: readonly Box[]): Leader | undefined {
  const first = own[0];
  const last = own.at(-1);
  if (!first || !last) return undefined;
  const middle = at.y + at.height / 2;
  const tried: Leader[] = [];
  if (at.x + at.width < first.x) tried.push({ from: { x: at.x + at.width + 2, y: middle }, to: first });
  if (at.x > last.x) tried.push({ from: { x: at.x - 2, y: middle }, to: last });
  for (const part of starts) {
    const x = at.x + part * at.width;
    const y = heightAt(own, x);
    if (y !== null) tried.push({ from: { x, y: y > middle ? at.y + at.height : at.y }, to: { x, y } });
  }
  // Below or above the only point of a line that has no more.
  if (tried.length === 0) tried.push({ from: { x: Math.min(Math.max(first.x, at.x), at.x + at.width), y: first.y > middle ? at.y + at.height : at.y }, to: first });
  const costOf = ({ from, to }: Leader): number => {
    const length = Math.hypot(to.x - from.x, to.y - from.y);
    const count = Math.ceil(length / stride);
    const way = Array.from({ length: count }, (_, k) => ({ x: from.x + ((to.x - from.x) * k) / count, y: from.y + ((to.y - from.y) * k) / count }));
    const lines = others.filter((ink) => isBetween(heightAt(ink, to.x), from.y, to.y)).length;
    return length + crossings.line * lines + crossings.name * names.filter((name) => way.some((point) => holds(name, point))).length;
  };
  return tried.map((leader) => ({ leader, cost: costOf(leader) })).reduce((best, each) => (each.cost < best.cost ? each : best)).leader;
}

const isBetween = (y: number | null, a: number, b: number): boolean => y !== null && y > Math.min(a, b) && y < Math.max(a, b);
