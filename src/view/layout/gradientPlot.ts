// The gradient plot as numbers: ‖∂L/∂h_t‖ along the way of a state on a logarithmic axis, its bands, its bound, a strip of one cell a step,
// and the lines of the other states. A line's numbers are in the order of its way, the last nearest to the loss; its places are the
// columns of the plot, which one that reads from the end goes through from right to left.
import { placeLabels, sampled, type Box, type PlacedLabel, type Point } from './directLabels.ts';
import { bandsOf, type Band } from './flowBands.ts';
import { curveOf, type CurveGeometry } from './flowCurve.ts';
import { cellSteps, exponentsOf, fateAt, inkAt, type Fate, type Unit } from './flowFate.ts';
import { decadesAround, decadeScale, decadeTicks, type Decades } from './logAxis.ts';
import { stepTicks, type StepTick } from './stepTicks.ts';

export interface GradientPlotInput {
  /** ‖∂L/∂h_k‖ for k = 0 … T along the way. */
  readonly norms: Float64Array;
  /** Whether the way goes from right to left. */
  readonly isReversed?: boolean | undefined;
  /** The lines of other states, as long as this one. */
  readonly others?: readonly OtherLine[] | undefined;
  /** Where a state is handed over to another cell: after that step; null where it is not. */
  readonly passage?: number | null | undefined;
  readonly unit: Unit;
  readonly width: number;
  readonly height: number;
  /** Pixels of the small text. */
  readonly textSize: number;
  /** σ_max·γ: a step back multiplies the gradient at most by this; null draws no bound. */
  readonly boundFactor: number | null;
  /** The same before the passage. */
  readonly boundBefore?: number | null | undefined;
  /** The curve before a drag. */
  readonly ghost: Float64Array | null;
  /** The gradient of the last loss alone, where there are many. */
  readonly lastLoss: Float64Array | null;
  /** Decades that the axis must not fall short of. */
  readonly atLeast: Decades | null;
  /** Names of the lines, for direct labels; an empty one has none. */
  readonly names: Readonly<Record<LineId, string>>;
  /** The ends of the time axis: "first word", "last word". */
  readonly ends: readonly [string, string];
  readonly bandWords: Readonly<Record<'vanished' | 'exploded', string>>;
  /** Space for the words below the strip. */
  readonly hasTokens: boolean;
}

interface OtherLine {
  readonly id: string;
  readonly name: string;
  readonly norms: Float64Array;
  readonly isReversed: boolean;
}

type LineId = 'now' | 'lastLoss' | 'bound' | 'ghost';

export interface StripCell {
  readonly t: number;
  readonly x: number;
  readonly width: number;
  /** 0 … 1, the logarithm of what is left. */
  readonly ink: number;
  readonly fate: Fate;
}

export interface GradientPlotGeometry {
  readonly box: Box;
  readonly decades: Decades;
  readonly yTicks: readonly { readonly exponent: number; readonly y: number }[];
  readonly xTicks: readonly StepTick[];
  /** Height of the line at 1, the last step's gradient. */
  readonly oneAt: number;
  readonly bands: readonly Band[];
  readonly now: CurveGeometry;
  readonly lastLoss: CurveGeometry | null;
  readonly ghost: CurveGeometry | null;
  /** From left to right. */
  readonly bound: readonly Point[] | null;
  readonly others: readonly (CurveGeometry & { readonly id: string })[];
  /** Between the two steps of a passage. */
  readonly passageAt: number | null;
  readonly labels: readonly PlacedLabel[];
  readonly strip: { readonly y: number; readonly height: number; readonly cells: readonly StripCell[] };
  /** The column of a step. */
  readonly columnWidth: number;
  readonly xOf: (t: number) => number;
  /** The step under an x, 1 … T. */
  readonly stepAt: (x: number) => number;
  /** The column of a step, from the left, and the step of a column. */
  readonly placeOf: (t: number) => number;
}

/** T of an array of T+1 norms. */
const stepsOf = (norms: Float64Array): number => norms.length - 1;

/** The most cells that a strip has; beyond it a cell stands for the largest of several steps. */
const mostCells = 1000;

export function gradientPlot(input: GradientPlotInput): GradientPlotGeometry {
  const { norms, unit, width, height, textSize, boundFactor, ghost, lastLoss, atLeast, ends, bandWords } = input;
  const T = stepsOf(norms);
  const axisWidth = textSize * 3.6;
  const stripHeight = Math.max(16, textSize * 1.8);
  const below = textSize * 2.1 + stripHeight + (input.hasTokens ? textSize * 1.9 : textSize * 0.4);
  const box: Box = { x: axisWidth, y: textSize * 0.8, width: Math.max(40, width - axisWidth - 4), height: Math.max(60, height - below - textSize * 0.8) };
  const bottom = box.y + box.height;
  const columnWidth = box.width / T;
  const isReversed = input.isReversed ?? false;
  const mirrored = (k: number): number => T + 1 - k;
  const placeOf = (t: number): number => (isReversed ? mirrored(t) : t);
  const xAt = (place: number): number => box.x + (place - 0.5) * columnWidth;
  const xOf = (t: number): number => xAt(placeOf(t));

  const exponents = exponentsOf(norms, unit);
  const level = exponents[T]!;
  const slope = boundFactor !== null && boundFactor > 0 && Number.isFinite(boundFactor) ? Math.log10(boundFactor) : null;
  const boundEnd = slope === null || !Number.isFinite(level) ? NaN : level + (T - 1) * slope;
  // The bound may run far away from the numbers: it moves the axis a little, and is cut beyond that.
  const boundReach = Math.min(6, Math.max(-12, boundEnd));
  const beside = (input.others ?? []).filter((each) => each.norms.length === norms.length);
  const more = [ghost, lastLoss, ...beside.map((each) => each.norms)].flatMap((each) => (each ? [...exponentsOf(each, unit).subarray(1)] : []));
  const decades = decadesAround([...exponents.subarray(1), ...more, boundReach], atLeast);
  const yOf = decadeScale(decades, box.y, bottom);

  const curve = (values: Float64Array): CurveGeometry => curveOf(exponentsOf(values, unit), xOf, yOf, box);
  const now = curve(norms);
  const before = ghost && ghost.length === norms.length ? curve(ghost) : null;
  const alone = lastLoss && lastLoss.length === norms.length ? curve(lastLoss) : null;
  const passage = input.passage ?? null;
  const slopes = slope === null ? [] : boundSlopes(slope, input.boundBefore ?? null, passage);
  const bound = slopes.length === 0 || !Number.isFinite(level) || T < 2 ? null : boundLine(level, slopes, T, decades, xOf, yOf);
  const others = beside.map((each) => ({
    id: each.id,
    ...curveOf(exponentsOf(each.norms, unit), (k) => xAt(each.isReversed ? mirrored(k) : k), yOf, box),
  }));
  const lines = [
    { id: 'now', text: input.names.now, points: now.points },
    ...others.map(({ id, points }) => ({ id, text: beside.find((each) => each.id === id)?.name ?? '', points })),
    { id: 'lastLoss', text: input.names.lastLoss, points: alone?.points ?? [] },
    { id: 'bound', text: input.names.bound, points: bound ?? [] },
    { id: 'ghost', text: input.names.ghost, points: before?.points ?? [] },
  ].filter(({ text, points }) => text !== '' && points.length > 1);
  const drawn = [now, alone, before, ...others].flatMap((each) => (each ? [each.points] : []));
  const ink = [...drawn, ...(bound ? [bound] : [])].flatMap((points) => sampled(points));
  const bands = Number.isFinite(level) ? bandsOf(level, decades, yOf, box, bandWords, textSize, ink) : [];
  const bandTexts = bands.flatMap(({ textBox }) => (textBox ? [textBox] : []));
  const stripTop = bottom + textSize * 2.1;
  return {
    box,
    decades,
    yTicks: decadeTicks(decades, box.height < textSize * 14 ? 4 : 7).map((exponent) => ({ exponent, y: yOf(exponent) })),
    xTicks: stepTicks(T, xAt, box, ends, textSize, passage !== null),
    oneAt: yOf(Number.isFinite(level) ? level : 0),
    bands,
    now,
    lastLoss: alone,
    ghost: before,
    bound,
    others,
    passageAt: passage === null ? null : box.x + passage * columnWidth,
    labels: placeLabels(lines, bandTexts, box, textSize),
    strip: { y: stripTop, height: stripHeight, cells: cellsOf(norms, box, isReversed) },
    columnWidth,
    xOf,
    stepAt: (x) => placeOf(Math.min(T, Math.max(1, Math.ceil((x - box.x) / columnWidth)))),
    placeOf,
  };
}

/** A stretch of the bound, from the step where it begins (T, or the passage) down to a step. */
interface Slope {
  readonly slope: number;
  readonly downTo: number;
}

function boundSlopes(slope: number, before: number | null, passage: number | null): Slope[] {
  if (passage === null) return [{ slope, downTo: 1 }];
  const own = { slope, downTo: passage };
  return before !== null && before > 0 && Number.isFinite(before) ? [own, { slope: Math.log10(before), downTo: 1 }] : [own];
}

/** Straight lines on a logarithmic axis from the last step back, cut where they leave the plot. From the first step to the last. */
function boundLine(level: number, slopes: readonly Slope[], T: number, { low, high }: Decades, xOf: (t: number) => number, yOf: (exponent: number) => number): Point[] {
  const points: Point[] = [{ x: xOf(T), y: yOf(level) }];
  let [t, at] = [T, level];
  for (const { slope, downTo } of slopes) {
    const end = at + (t - downTo) * slope;
    const cut = Math.min(high, Math.max(low, end));
    const until = end === at ? downTo : t - ((cut - at) / (end - at)) * (t - downTo);
    points.unshift({ x: xOf(until), y: yOf(cut) });
    if (cut !== end) break;
    [t, at] = [downTo, end];
  }
  return points;
}

function cellsOf(norms: Float64Array, box: Box, isReversed: boolean): StripCell[] {
  const cells = cellSteps(norms, mostCells);
  const count = cells.length;
  const gap = box.width / count > 6 ? 2 : 0;
  const width = box.width / count;
  return cells.map(({ t }, k) => ({ t, x: box.x + (isReversed ? count - 1 - k : k) * width + gap / 2, width: width - gap, ink: inkAt(norms, t), fate: fateAt(norms, t) }));
}
