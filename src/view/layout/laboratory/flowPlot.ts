// The flow plot as numbers: what is left of the gradient at every step, a line for each of several networks on one logarithmic axis, with
// bands, names at the lines' ends, a strip of cells a network, and the place of the list beside it. Lines end at p, the step of the loss.
import { bisector } from 'd3-array';
import { sampled, textWidth, type Box, type Point } from '../directLabels.ts';
import { bandsOf, type Band } from '../flowBands.ts';
import { curveOf, type CurveGeometry, type CurvePoint } from '../flowCurve.ts';
import { explodedAbove, exponentsOf, vanishedBelow, type Unit } from '../flowFate.ts';
import { decadesAround, decadeScale, decadeTicks, type Decades } from '../logAxis.ts';
import { stepTicks, type StepTick } from '../stepTicks.ts';
import { dodge } from './dodge.ts';
import { flowFrame, type FlowFrame } from './flowFrame.ts';
import { stripOf, type Strip } from './flowStrips.ts';

export interface FlowLineInput {
  readonly id: string;
  /** Stands at the line's end, and beside its strip where that has no name of its own. */
  readonly name: string;
  readonly stripName?: string;
  /** By k = 0 … T; what comes after p, and k = 0, is not looked at. */
  readonly norms: Float64Array;
  /** The same before a change, which has room on the axes too; null where there is none. */
  readonly ghost: Float64Array | null;
}

export interface FlowPlotInput {
  readonly lines: readonly FlowLineInput[];
  readonly steps: number;
  /** p, 1 … T. */
  readonly lossAt: number;
  readonly unit: Unit;
  readonly width: number;
  readonly height: number;
  /** Pixels of the small text. */
  readonly textSize: number;
  /** Decades that the axis must not fall short of, as while something is dragged. */
  readonly atLeast: Decades | null;
  /** "first step", "last step". */
  readonly ends: readonly [string, string];
  /** The first step that can have a value by its nature; those before it have no line. */
  readonly first: number;
  readonly bandWords: Readonly<Record<Band['kind'], string>>;
}

export interface FlowLine extends CurveGeometry {
  readonly id: string;
  /** Height by k = 0 … p; NaN where there is no place on the axis. */
  readonly heights: Float64Array;
  /** Where the line ends on the side of the first step; null where it has no point. */
  readonly end: CurvePoint | null;
}

export interface FlowLabel extends Box {
  readonly id: string;
  readonly text: string;
  /** Which of its ends is at the line. */
  readonly anchor: 'start' | 'end';
}

export interface FlowPlotGeometry extends FlowFrame {
  readonly decades: Decades;
  readonly yTicks: readonly { readonly exponent: number; readonly y: number }[];
  readonly xTicks: readonly StepTick[];
  /** Height of the line at 1. */
  readonly oneAt: number;
  readonly bands: readonly Band[];
  readonly lines: readonly FlowLine[];
  readonly labels: readonly FlowLabel[];
  readonly strips: readonly Strip[];
  readonly columnWidth: number;
  /** The middle of p's column; what lies to the right of its column has no gradient. */
  readonly lossX: number;
  readonly xOf: (k: number) => number;
  /** The step under an x, 1 … p. */
  readonly stepAt: (x: number) => number;
}

/** The axis shows both bands, whatever the numbers, and high enough for a line of words. */
const usual: Decades = { low: -9, high: 6 };
/** The part of an axis that a line of words takes, with a little room. */
const wordsPart = 0.07;

interface Levels {
  readonly lowest: number;
  readonly highest: number;
}

function decadesWithBands(exponents: Iterable<number>, { lowest, highest }: Levels, atLeast: Decades | null): Decades {
  const needed = { low: Math.min(usual.low, atLeast?.low ?? 0), high: Math.max(usual.high, atLeast?.high ?? 0) };
  const { low, high } = decadesAround(exponents, needed);
  const room = (high - low) * wordsPart;
  return decadesAround([], { low: Math.min(low, lowest + Math.log10(vanishedBelow) - room), high: Math.max(high, highest + Math.log10(explodedAbove) + room) });
}

export function flowPlot(input: FlowPlotInput): FlowPlotGeometry {
  const { steps: T, lossAt: p, unit, textSize } = input;
  const frame = flowFrame({ ...input, names: input.lines.map(({ name, stripName }) => stripName ?? name) });
  const { box } = frame;
  const bottom = box.y + box.height;
  const columnWidth = box.width / T;
  const xOf = stepScale(box, T);

  // Up to the step of the loss: that is what all is measured by.
  const ways = input.lines.map(({ norms }) => norms.subarray(0, p + 1));
  const before = input.lines.map(({ ghost }) => (ghost && ghost.length === T + 1 ? exponentsOf(ghost.subarray(0, p + 1), unit) : null));
  const exponents = ways.map((way) => exponentsOf(way, unit));
  const levels = exponents.map((each) => each[p]!).filter((level) => Number.isFinite(level));
  const range: Levels = levels.length === 0 ? { lowest: 0, highest: 0 } : { lowest: Math.min(...levels), highest: Math.max(...levels) };
  const decades = decadesWithBands(extremes([...exponents, ...before]), range, input.atLeast);
  const yOf = decadeScale(decades, box.y, bottom);

  const lines = input.lines.map(({ id }, k): FlowLine => {
    const curve = curveOf(exponents[k]!, xOf, yOf, box, input.first);
    const heights = exponents[k]!.map((each) => (Number.isFinite(each) ? yOf(each) : NaN));
    return { id, ...curve, heights, end: curve.points[0] ?? null };
  });
  const labels = labelsOf(input, lines, box, columnWidth, yOf(0));
  // Nothing has vanished or exploded after the loss: there is no gradient.
  const reached: Box = { ...box, width: p * columnWidth };
  const bandWords = textWidth(input.bandWords.vanished, textSize) > reached.width * 0.7 ? shortBandWords : input.bandWords;
  const ink = lines.flatMap(({ points, gaps, end }) => [...sampled(points, 12), ...[...gaps, ...(end ? [end] : [])].flatMap((at) => outline(at, textSize))]);
  return {
    ...frame,
    decades,
    yTicks: decadeTicks(decades, box.height < textSize * 14 ? 4 : 7).map((exponent) => ({ exponent, y: yOf(exponent) })),
    xTicks: stepTicks(T, xOf, box, input.ends, textSize),
    oneAt: yOf(0),
    bands: levels.length === 0 ? [] : bandsOf(range, decades, yOf, reached, bandWords, textSize, ink, labels),
    lines,
    labels,
    strips: input.lines.map(({ id }, k) => stripOf(id, ways[k]!, frame.stripRows[k]!, columnWidth)),
    columnWidth,
    lossX: xOf(p),
    xOf,
    stepAt: (x) => Math.min(p, Math.max(1, Math.ceil((x - box.x) / columnWidth))),
  };
}

/** Where there is little room. */
const shortBandWords = { vanished: 'vanished', exploded: 'exploded' } as const;

/** The lowest and the highest finite exponent of all lines, but for those of the initial state, which is not drawn. */
function extremes(all: readonly (Float64Array | null)[]): number[] {
  let [low, high] = [Infinity, -Infinity];
  for (const each of all) {
    if (!each) continue;
    for (let k = 1; k < each.length; k++) {
      const exponent = each[k]!;
      if (!Number.isFinite(exponent)) continue;
      low = Math.min(low, exponent);
      high = Math.max(high, exponent);
    }
  }
  return [low, high];
}

/** Where lines stand: as long as this is the same, so are the lines of the same numbers. */
export type FlowAxes = Pick<FlowPlotInput, 'steps' | 'lossAt' | 'unit' | 'first'> & Pick<FlowPlotGeometry, 'box' | 'decades'>;

/** The lines as they were before a change, by the networks' ids; those of as many steps. They stand still while the lines move. */
export function ghostPaths(before: readonly Pick<FlowLineInput, 'id' | 'norms'>[], { steps, lossAt, unit, first, box, decades }: FlowAxes): ReadonlyMap<string, string> {
  const yOf = decadeScale(decades, box.y, box.y + box.height);
  const xOf = stepScale(box, steps);
  const alike = before.filter(({ norms }) => norms.length === steps + 1);
  return new Map(alike.map(({ id, norms }) => [id, curveOf(exponentsOf(norms.subarray(0, lossAt + 1), unit), xOf, yOf, box, first).path]));
}

/** The middle of a step's column. */
const stepScale = (box: Box, steps: number) => (k: number): number => box.x + ((k - 0.5) * box.width) / steps;

/** The outer points of a line's mark. */
const outline = ({ x, y }: Point, textSize: number): Point[] => [-0.5, 0.5].flatMap((part) => [{ x: x + part * textSize, y }, { x, y: y + part * textSize }]);

/** Names at the ends on the side of the first step: below a line that rises from there, above one that falls, away from other lines, none over another. */
function labelsOf({ lines: inputs, textSize }: FlowPlotInput, lines: readonly FlowLine[], box: Box, columnWidth: number, oneAt: number): FlowLabel[] {
  const height = textSize * 1.3;
  // A line that comes from an edge of the plot has its name where it leaves it.
  const ends = lines
    .flatMap(({ id, gaps: [gap], end, heights }, k) => {
      const at = gap && gap.to < (end ? end.t : Infinity) ? { x: gap.x, y: gap.y } : end;
      return at ? [{ id, text: inputs[k]!.name, at, heights }] : [];
    })
    .sort((a, b) => a.at.y - b.at.y);
  let lowest = -Infinity;
  const named = ends.map(({ id, text, at, heights }, k) => {
    const width = textWidth(text, textSize);
    // With few steps there is room on the side where no line is.
    if (at.x - box.x > width + textSize * 1.2) return { id, text, width, anchor: 'end' as const, x: at.x - textSize * 0.8 - width, wished: (lowest = Math.max(lowest, at.y)) };
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
  return offTheLines(named.map(({ id, text, anchor, x, width }, k) => ({ id, text, anchor, x, y: centres[k]! - height / 2, width, height })), lines, box, oneAt);
}

/** Pixels between a line and its name. */
const offLine = 3;
/** What a name's place costs, in pixels of the way to it: a point of its own line or the line at 1 in it, and one of another line. */
const costs = { own: 1000, other: 25 } as const;
/** How many widths of a name lie between two places along its line, as a part. */
const along = 0.25;

const byX = bisector(({ x }: Point) => x);
/** Heights of a line's points, which come from left to right, over the columns of a name that begins at x. */
const heightsOver = (points: readonly Point[], x: number, width: number): number[] =>
  points.slice(byX.left(points, x - offLine), byX.right(points, x + width + offLine)).map(({ y }) => y);

/** Names that lie on their line, on another or on the line at 1 go to the other side of theirs, or further along it, where there is room. */
function offTheLines(labels: readonly FlowLabel[], lines: readonly FlowLine[], box: Box, oneAt: number): FlowLabel[] {
  const ink = lines.map(({ id, points }) => ({ id, points: sampled(points) }));
  const placed = [...labels];
  labels.forEach((label, k) => {
    const { width, height } = label;
    const own = ink.find(({ id }) => id === label.id)?.points ?? [];
    const others = ink.filter(({ id }) => id !== label.id);
    const isFree = (at: FlowLabel): boolean => isWithin(at, box) && placed.every((other, n) => n === k || isBeside(at, other) || (n < k ? isOver(other, at) : isOver(at, other)));
    let [best, least] = [label, Infinity];
    for (let x = label.x; x + width <= box.x + box.width && x - label.x < least; x += width * along) {
      const way = heightsOver(own, x, width);
      const away = others.flatMap(({ points }) => heightsOver(points, x, width));
      const costOf = (y: number): number => costs.own * (held(y, height, way) + held(y, height, [oneAt])) + costs.other * held(y, height, away);
      if (x === label.x) least = costOf(label.y);
      const [top, bottom] = way.length > 0 ? [Math.min(...way), Math.max(...way)] : [label.y, label.y + height];
      const over = [top, oneAt, top - height / 2].map((y) => y - height - offLine);
      const under = [bottom, oneAt, bottom + height / 2].map((y) => y + offLine);
      for (const y of [label.y, ...over, ...under]) {
        const moved = x - label.x + Math.max(0, top - y - height, y - bottom) + Math.abs(y - label.y) / 4;
        if (moved >= least) continue;
        const at: FlowLabel = { ...label, x, y, anchor: x === label.x ? label.anchor : 'start' };
        if (!isFree(at)) continue;
        const cost = moved + costOf(y);
        if (cost < least) [best, least] = [at, cost];
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

const isWithin = (inner: Box, outer: Box): boolean =>
  inner.x >= outer.x && inner.x + inner.width <= outer.x + outer.width && inner.y >= outer.y && inner.y + inner.height <= outer.y + outer.height;

/** The line that passes nearest to a height at step k; null where none has a place there. */
export function nearestLine({ lines }: Pick<FlowPlotGeometry, 'lines'>, k: number, y: number): string | null {
  let best: { id: string; away: number } | null = null;
  for (const { id, heights } of lines) {
    const away = Math.abs((heights[k] ?? NaN) - y);
    if (Number.isFinite(away) && (best === null || away < best.away)) best = { id, away };
  }
  return best?.id ?? null;
}
