// The flow plot as numbers: what is left of the gradient at every step, a line for each of several networks on one logarithmic axis, with
// bands, names at the lines' ends, a strip of cells a network, and the place of the list beside it. Lines end at p, the step of the loss.
import { sampled, textWidth, type Box, type Point } from '../directLabels.ts';
import { bandsOf, type Band } from '../flowBands.ts';
import { curveOf, type CurveGeometry, type CurvePoint } from '../flowCurve.ts';
import { explodedAbove, exponentsOf, vanishedBelow, type Unit } from '../flowFate.ts';
import { decadesAround, decadeScale, decadeTicks, type Decades } from '../logAxis.ts';
import { stepTicks, type StepTick } from '../stepTicks.ts';
import { flowFrame, type FlowFrame } from './flowFrame.ts';
import { labelsOf, type FlowLabel } from './flowLabels.ts';
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

interface FlowLine extends CurveGeometry {
  readonly id: string;
  /** Height by k = 0 … p; NaN where there is no place on the axis. */
  readonly heights: Float64Array;
  /** Where the line ends on the side of the first step; null where it has no point. */
  readonly end: CurvePoint | null;
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
  const labels = labelsOf(lines.map((each, k) => ({ ...each, text: input.lines[k]!.name })), { box, columnWidth, textSize, oneAt: yOf(0) });
  // Nothing has vanished or exploded after the loss: there is no gradient.
  const reached: Box = { ...box, width: p * columnWidth };
  const bandWords = textWidth(input.bandWords.vanished, textSize) > reached.width * 0.7 ? shortBandWords : input.bandWords;
  const ink = [
    ...lines.flatMap(({ points, gaps, end }) => [...sampled(points, 12), ...[...gaps, ...(end ? [end] : [])].flatMap((at) => outline(at, textSize))]),
    ...labels.flatMap(({ leader }) => (leader ? sampled([leader.from, leader.to], 12) : [])),
  ];
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

/** The line that passes nearest to a height at step k; null where none has a place there. */
export function nearestLine({ lines }: Pick<FlowPlotGeometry, 'lines'>, k: number, y: number): string | null {
  let best: { id: string; away: number } | null = null;
  for (const { id, heights } of lines) {
    const away = Math.abs((heights[k] ?? NaN) - y);
    if (Number.isFinite(away) && (best === null || away < best.away)) best = { id, away };
  }
  return best?.id ?? null;
}
