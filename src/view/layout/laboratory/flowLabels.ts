// The names of the flow plot's lines: at the lines' ends on the side of the first step, off the lines, none over another, each nearest to its own line or led to it.
import { bisector } from 'd3-array';
import { isInside, sampled, textWidth, type Box, type Leader, type Point } from '../directLabels.ts';
import type { CurveGeometry, CurvePoint } from '../flowCurve.ts';
import { dodge } from './dodge.ts';
import { isNearestToOwn, leaderTo, type Ink } from './flowLeaders.ts';

export interface FlowLabel extends Box {
  readonly id: string;
  readonly text: string;
  /** Which of its ends is at the line. */
  readonly anchor: 'start' | 'end';
  /** Where another line lies as near to the name as its own, a thin line leads from it to a place of its own. */
  readonly leader?: Leader | undefined;
}

/** A line with its name. */
interface NamedFlowLine extends Pick<CurveGeometry, 'points' | 'gaps'> {
  readonly id: string;
  readonly text: string;
  /** Height by k = 0 … p; NaN where there is no place on the axis. */
  readonly heights: Float64Array;
  /** Where the line ends on the side of the first step; null where it has no point. */
  readonly end: CurvePoint | null;
}

/** Where names may stand, and what they keep off beside the lines. */
interface LabelPlace {
  readonly box: Box;
  readonly columnWidth: number;
  readonly textSize: number;
  /** Height of the line at 1. */
  readonly oneAt: number;
}

/** Names at the ends on the side of the first step: below a line that rises from there, above one that falls, away from other lines, none over another. */
export function labelsOf(lines: readonly NamedFlowLine[], { box, columnWidth, textSize, oneAt }: LabelPlace): FlowLabel[] {
  const height = textSize * 1.3;
  // A line that comes from an edge of the plot has its name where it leaves it.
  const ends = lines
    .flatMap(({ id, text, gaps: [gap], end, heights }) => {
      const at = gap && gap.to < (end ? end.t : Infinity) ? { x: gap.x, y: gap.y } : end;
      return at ? [{ id, text, at, heights }] : [];
    })
    .sort((a, b) => a.at.y - b.at.y);
  // Names that stand left of ends too close for them keep a distance at which a thin line to each end is seen.
  const areClose = ends.some(({ at }, k) => at.y - (ends[k - 1]?.at.y ?? -Infinity) < height);
  const away = textSize * (areClose ? 2.6 : 0.8);
  let lowest = -Infinity;
  const named = ends.map(({ id, text, at, heights }, k) => {
    const width = textWidth(text, textSize);
    // With few steps there is room on the side where no line is.
    if (at.x - box.x > width + away + textSize * 0.4) return { id, text, width, anchor: 'end' as const, x: at.x - away - width, wished: (lowest = Math.max(lowest, at.y)) };
    const beyond = heights[Math.min(heights.length - 1, Math.ceil((at.x - box.x + width) / columnWidth))] ?? NaN;
    const above = at.y - (ends[k - 1]?.at.y ?? -Infinity);
    const below = (ends[k + 1]?.at.y ?? Infinity) - at.y;
    // On the side with more room; where both have enough, off the line's own way.
    const isBelow = Math.min(above, below) > 2 * height ? beyond < at.y - 2 : below > above;
    // With lines close on both sides, on its own.
    const side = Math.max(above, below) < 1.4 * height ? 0 : isBelow ? 0.7 : -0.9;
    lowest = Math.max(lowest, at.y + side * height);
    return { id, text, width, anchor: 'start' as const, x: Math.min(at.x + textSize * 0.8, box.x + box.width - width - 4), wished: lowest };
  });
  const centres = dodge(named.map(({ wished }) => wished), height, box.y + height / 2 + 2, box.y + box.height - height / 2 - 2);
  const ink = new Map(lines.map((line) => [line.id, inkOf(line)]));
  return led(offTheLines(named.map(({ id, text, anchor, x, width }, k) => ({ id, text, anchor, x, y: centres[k]! - height / 2, width, height })), ink, box, oneAt), ink);
}

/** The points of a line with the places where it leaves the plot, from left to right. */
const inkOf = ({ points, gaps }: NamedFlowLine): Ink => (gaps.length === 0 ? sampled(points) : sampled([...points, ...gaps].sort((a, b) => a.x - b.x)));

/** Names that another line is as near to as their own get a thin line to it. */
function led(labels: readonly FlowLabel[], ink: ReadonlyMap<string, Ink>): FlowLabel[] {
  return labels.map((label) => {
    const own = ink.get(label.id) ?? [];
    const others = [...ink].flatMap(([id, each]) => (id === label.id ? [] : [each]));
    if (isNearestToOwn(label, own, others)) return label;
    return { ...label, leader: leaderTo(label, own, others, labels.filter(({ id }) => id !== label.id)) };
  });
}

/** Pixels between a line and its name. */
const offLine = 3;
/** What a name's place costs, in pixels of the way to it: a point of its own line or the line at 1 in it, one of another line, and to be nearer to another line. */
const costs = { own: 1000, other: 25, led: 40 } as const;
/** How many widths of a name lie between two places along its line, as a part. */
const along = 0.25;

const byX = bisector(({ x }: Point) => x);
/** Heights of a line's points, which come from left to right, over the columns of a name that begins at x. */
const heightsOver = (points: Ink, x: number, width: number): number[] =>
  points.slice(byX.left(points, x - offLine), byX.right(points, x + width + offLine)).map(({ y }) => y);

/** Names that lie on their line, on another or on the line at 1, or nearer to another than to theirs, go to its other side, or further along it, where there is room. */
function offTheLines(labels: readonly FlowLabel[], ink: ReadonlyMap<string, Ink>, box: Box, oneAt: number): FlowLabel[] {
  const placed = [...labels];
  labels.forEach((label, k) => {
    const { width, height } = label;
    const own = ink.get(label.id) ?? [];
    const others = [...ink].flatMap(([id, each]) => (id === label.id ? [] : [each]));
    const ledCost = (at: Box): number => (isNearestToOwn(at, own, others) ? 0 : costs.led);
    const isFree = (at: FlowLabel): boolean => isInside(at, box) && placed.every((other, n) => n === k || isBeside(at, other) || (n < k ? isOver(other, at) : isOver(at, other)));
    let [best, least] = [label, Infinity];
    for (let x = label.x; x + width <= box.x + box.width && x - label.x < least; x += width * along) {
      const way = heightsOver(own, x, width);
      const away = others.flatMap((each) => heightsOver(each, x, width));
      const costOf = (y: number): number => costs.own * (held(y, height, way) + held(y, height, [oneAt])) + costs.other * held(y, height, away);
      if (x === label.x) least = costOf(label.y) + ledCost(label);
      const [top, bottom] = way.length > 0 ? [Math.min(...way), Math.max(...way)] : [label.y, label.y + height];
      const over = [top, oneAt, top - height / 2].map((y) => y - height - offLine);
      const under = [bottom, oneAt, bottom + height / 2].map((y) => y + offLine);
      for (const y of [label.y, ...over, ...under]) {
        const moved = x - label.x + Math.max(0, top - y - height, y - bottom) + Math.abs(y - label.y) / 4;
        if (moved >= least) continue;
        const at: FlowLabel = { ...label, x, y, anchor: x === label.x ? label.anchor : 'start' };
        if (!isFree(at)) continue;
        const cost = moved + costOf(y);
        if (cost >= least) continue;
        const whole = cost + ledCost(at);
        if (whole < least) [best, least] = [at, whole];
      }
    }
    placed[k] = best;
  });
  return placed;
}

/** How many of the heights lie in a name at y, or at its edge. */
function held(y: number, height: number, heights: readonly number[]): number {
  let found = 0;
  for (const each of heights) if (each >= y - 1 && each <= y + height + 1) found += 1;
  return found;
}

/** Whether two names can be told apart on one line of text. Those that are nearer stand over each other, in the order of their lines' ends. */
const isBeside = (a: Box, b: Box): boolean => a.x >= b.x + b.width + a.height || b.x >= a.x + a.width + a.height;
const isOver = (a: Box, b: Box): boolean => a.y + a.height <= b.y;
