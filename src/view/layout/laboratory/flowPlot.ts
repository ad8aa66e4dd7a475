// The flow plot as numbers: what is left of the gradient at every step, a line for each of several networks on one logarithmic axis, with
// bands, names at the lines' ends, a strip of cells a network, and the place of the list beside it. Lines end at p, the step of the loss.
import { sampled, textWidth, type Box, type Point } from '../directLabels.ts';
import { bandsOf, type Band } from '../flowBands.ts';
import { curveOf, type CurveGeometry } from '../flowCurve.ts';
import { exponentsOf, type Unit } from '../flowFate.ts';
import { decadesAround, decadeScale, decadeTicks, type Decades } from '../logAxis.ts';
import { stepTicks, type StepTick } from '../stepTicks.ts';
import { dodge } from './dodge.ts';
import { flowFrame, type FlowFrame } from './flowFrame.ts';
import { stripOf, type Strip } from './flowStrips.ts';

export interface FlowLineInput {
  readonly id: string;
  /** Stands at the line's end and beside its strip. */
  readonly name: string;
  /** By k = 0 … T; what comes after p, and k = 0, is not looked at. */
  readonly norms: Float64Array;
  /** The same before a change; null where there is none. */
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
  readonly bandWords: Readonly<Record<Band['kind'], string>>;
}

export interface FlowLine extends CurveGeometry {
  readonly id: string;
  /** Height by k = 0 … p; NaN where there is no place on the axis. */
  readonly heights: Float64Array;
  /** Where the line ends on the side of the first step; null where it has no point. */
  readonly end: Point | null;
  readonly ghost: string;
}

export interface FlowLabel extends Box {
  readonly id: string;
  readonly text: string;
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

/** The axis shows both bands, whatever the numbers. */
const usual: Decades = { low: -9, high: 6 };

export function flowPlot(input: FlowPlotInput): FlowPlotGeometry {
  const { steps: T, lossAt: p, unit, textSize } = input;
  const frame = flowFrame({ ...input, names: input.lines.map(({ name }) => name) });
  const { box } = frame;
  const bottom = box.y + box.height;
  const columnWidth = box.width / T;
  const xOf = (k: number): number => box.x + (k - 0.5) * columnWidth;

  // Up to the step of the loss: that is what all is measured by.
  const ways = input.lines.map(({ norms }) => norms.subarray(0, p + 1));
  const before = input.lines.map(({ ghost }) => (ghost && ghost.length === T + 1 ? exponentsOf(ghost.subarray(0, p + 1), unit) : null));
  const exponents = ways.map((way) => exponentsOf(way, unit));
  const decades = decadesAround(finite([...exponents, ...before]), { low: Math.min(usual.low, input.atLeast?.low ?? 0), high: Math.max(usual.high, input.atLeast?.high ?? 0) });
  const yOf = decadeScale(decades, box.y, bottom);

  const lines = input.lines.map(({ id }, k): FlowLine => {
    const curve = curveOf(exponents[k]!, xOf, yOf, box);
    const heights = Float64Array.from(exponents[k]!, (each) => (Number.isFinite(each) ? yOf(each) : NaN));
    const ghost = before[k] ? curveOf(before[k], xOf, yOf, box).path : '';
    return { id, ...curve, heights, end: curve.points[0] ?? null, ghost };
  });
  const levels = exponents.map((each) => each[p]!).filter((level) => Number.isFinite(level));
  const labels = labelsOf(input, lines, box, columnWidth);
  const ink = [...lines.flatMap(({ points }) => sampled(points, 12)), ...labels.flatMap(corners)];
  return {
    ...frame,
    decades,
    yTicks: decadeTicks(decades, box.height < textSize * 14 ? 4 : 7).map((exponent) => ({ exponent, y: yOf(exponent) })),
    xTicks: stepTicks(T, xOf, box, input.ends, textSize),
    oneAt: yOf(0),
    bands: levels.length === 0 ? [] : bandsOf({ lowest: Math.min(...levels), highest: Math.max(...levels) }, decades, yOf, box, input.bandWords, textSize, ink),
    lines,
    labels,
    strips: input.lines.map(({ id }, k) => stripOf(id, ways[k]!, frame.stripRows[k]!, columnWidth)),
    columnWidth,
    lossX: xOf(p),
    xOf,
    stepAt: (x) => Math.min(p, Math.max(1, Math.ceil((x - box.x) / columnWidth))),
  };
}

/** The lines' exponents but for that of the initial state, which is not drawn. */
function* finite(all: readonly (Float64Array | null)[]): Generator<number> {
  for (const each of all) if (each) for (let k = 1; k < each.length; k++) yield each[k]!;
}

/** A label's outline as points a few pixels apart, so that the words of a band keep away from it. */
function corners({ x, y, width, height }: Box): Point[] {
  const count = Math.ceil(width / 12) + 1;
  return Array.from({ length: count }, (_, k) => k / (count - 1)).flatMap((part) => [0, 0.5, 1].map((down) => ({ x: x + part * width, y: y + down * height })));
}

/** Names at the ends on the side of the first step: below a line that rises from there, above one that falls, away from other lines, none over another. */
function labelsOf({ lines: inputs, textSize }: FlowPlotInput, lines: readonly FlowLine[], box: Box, columnWidth: number): FlowLabel[] {
  const height = textSize * 1.3;
  // A line that comes from an edge of the plot has its name where it leaves it.
  const ends = lines.map(({ gaps: [gap], end }) => (gap && gap.from === 1 ? { x: gap.x, y: gap.y } : end));
  const isNear = (y: number, own: number, side: 1 | -1): boolean =>
    ends.some((other, k) => other !== null && k !== own && side * (other.y - y) >= 0 && Math.abs(other.y - y) < 2 * height);
  const named = lines.flatMap(({ id, heights }, k) => {
    const end = ends[k];
    if (!end) return [];
    const text = inputs[k]!.name;
    const width = textWidth(text, textSize);
    const beyond = heights[Math.min(heights.length - 1, Math.ceil((end.x - box.x + width) / columnWidth))] ?? NaN;
    const [above, below] = [isNear(end.y, k, -1), isNear(end.y, k, 1)];
    // Away from the line next to it, where there is one on one side alone.
    const isBelow = above === below ? beyond < end.y - 2 : above;
    const x = Math.min(end.x + textSize * 0.8, box.x + box.width - width - 4);
    return [{ id, text, x, width, wished: end.y + (isBelow ? 0.7 : -0.9) * height }];
  });
  const centres = dodge(named.map(({ wished }) => wished), height, box.y + height / 2 + 2, box.y + box.height - height / 2 - 2);
  return named.map(({ id, text, x, width }, k) => ({ id, text, x, y: centres[k]! - height / 2, width, height }));
}

/** The line that passes nearest to a height at step k; null where none has a place there. */
export function nearestLine({ lines }: Pick<FlowPlotGeometry, 'lines'>, k: number, y: number): string | null {
  let best: { id: string; away: number } | null = null;
  for (const { id, heights } of lines) {
    const away = Math.abs((heights[k] ?? NaN) - y);
    if (Number.isFinite(away) && (best === null || away < best.away)) best = { id, away };
  }
  return best?.id ?? null;
}
