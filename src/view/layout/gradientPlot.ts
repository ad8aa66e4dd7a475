// The gradient plot as numbers: ‖∂L/∂h_t‖ along the way of a state on a logarithmic axis, its bands, its bound, a strip of one cell a step,
// and the lines of the other states. A line's numbers are in the order of its way, the last nearest to the loss; its places are the
// columns of the plot, which one that reads from the end goes through from right to left.
import { ticks } from 'd3-array';
import { line } from 'd3-shape';
import { holds, placeLabels, sampled, textWidth, type Box, type PlacedLabel, type Point } from './directLabels.ts';
import { decadesAround, decadeScale, decadeTicks, type Decades } from './logAxis.ts';

/**
 * Below this part of the last step's gradient a step's share has vanished: added to the last one's it is rounded away in
 * float32, whose numbers have 24 binary digits, as 1 + 2⁻²⁴ is 1.
 */
export const vanishedBelow = 2 ** -24;
/** Above this many times the last step's gradient it has exploded. */
export const explodedAbove = 1e3;

/** `relative`: parts of the last step's gradient. `absolute`: the norms themselves. */
export type Unit = 'relative' | 'absolute';

/** What has become of the gradient on its way to a step. */
export type Fate = 'left' | 'vanished' | 'zero' | 'exploded' | 'overflow';

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

export interface OtherLine {
  readonly id: string;
  readonly name: string;
  readonly norms: Float64Array;
  readonly isReversed: boolean;
}

export type LineId = 'now' | 'lastLoss' | 'bound' | 'ghost';

export interface CurvePoint extends Point {
  readonly t: number;
}

/** A stretch of steps without a point on the axis. */
export interface Gap {
  readonly kind: 'zero' | 'overflow';
  readonly from: number;
  readonly to: number;
  /** Where the line leaves off: above the stretch's last step, at an edge of the plot. */
  readonly x: number;
  readonly y: number;
}

export interface CurveGeometry {
  /** Steps that have a place on the axis, t rising. */
  readonly points: readonly CurvePoint[];
  readonly path: string;
  readonly gaps: readonly Gap[];
}

export interface Band extends Box {
  readonly kind: 'vanished' | 'exploded';
  readonly text: string;
  /** Where its words stand; null where there is no room for them. */
  readonly textBox: (Box & { readonly anchor: 'start' | 'middle' | 'end' }) | null;
}

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
  readonly xTicks: readonly { readonly t: number; readonly x: number; readonly text: string; readonly anchor: 'start' | 'middle' | 'end' }[];
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

/** log₁₀ of a norm, of what it is relative to where that is possible. −∞ for 0; +∞ for what float64 cannot hold. */
export function exponentsOf(norms: Float64Array, unit: Unit): Float64Array {
  const last = norms.at(-1)!;
  const reference = unit === 'relative' && last > 0 && Number.isFinite(last) ? Math.log10(last) : 0;
  return Float64Array.from(norms, (norm) => (Number.isFinite(norm) ? Math.log10(norm) - reference : Infinity));
}

/** What has become of the gradient at step t, measured by the last step's. */
export function fateAt(norms: Float64Array, t: number): Fate {
  const norm = norms[t]!;
  const last = norms.at(-1)!;
  if (!Number.isFinite(norm)) return 'overflow';
  if (norm === 0) return 'zero';
  if (!Number.isFinite(last) || last === 0) return 'left';
  const ratio = Math.log10(norm) - Math.log10(last);
  if (ratio > Math.log10(explodedAbove)) return 'exploded';
  return ratio < Math.log10(vanishedBelow) ? 'vanished' : 'left';
}

/** How dark a step's cell is: full at the last step's gradient and above, none where it has vanished. */
function inkAt(norms: Float64Array, t: number): number {
  const fate = fateAt(norms, t);
  if (fate === 'zero' || fate === 'vanished') return 0;
  if (fate === 'overflow' || fate === 'exploded') return 1;
  const last = norms.at(-1)!;
  if (last === 0 || !Number.isFinite(last)) return 1;
  const ratio = Math.log10(norms[t]!) - Math.log10(last);
  return Math.min(1, Math.max(0, 1 - ratio / Math.log10(vanishedBelow)));
}

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
    xTicks: xTicksOf(T, xAt, box, ends, textSize, passage !== null),
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

function curveOf(exponents: Float64Array, xOf: (t: number) => number, yOf: (exponent: number) => number, box: Box): CurveGeometry {
  const points: CurvePoint[] = [];
  const gaps: Gap[] = [];
  const drawn: (Point | null)[] = [];
  for (let t = 1; t < exponents.length; t++) {
    const exponent = exponents[t]!;
    if (Number.isFinite(exponent)) {
      const point = { t, x: xOf(t), y: yOf(exponent) };
      points.push(point);
      drawn.push(point);
      continue;
    }
    const kind = exponent < 0 ? 'zero' : 'overflow';
    const y = kind === 'zero' ? box.y + box.height : box.y;
    const open = gaps.at(-1);
    if (open && open.to === t - 1 && open.kind === kind) gaps[gaps.length - 1] = { ...open, to: t, x: xOf(t) };
    else gaps.push({ kind, from: t, to: t, x: xOf(t), y });
    // The step beside a gap leads the line to the edge.
    drawn.push(Number.isFinite(exponents[t + 1] ?? NaN) || Number.isFinite(t > 1 ? exponents[t - 1]! : NaN) ? { x: xOf(t), y } : null);
  }
  const path = line<Point | null>()
    .defined((point) => point !== null)
    .x((point) => point!.x)
    .y((point) => point!.y)
    .digits(2)(drawn);
  return { points, path: path ?? '', gaps };
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

function bandsOf(
  level: number,
  { low, high }: Decades,
  yOf: (exponent: number) => number,
  box: Box,
  words: GradientPlotInput['bandWords'],
  textSize: number,
  ink: readonly Point[],
): Band[] {
  const bottom = box.y + box.height;
  const band = (kind: Band['kind'], y: number, height: number): Band => {
    const area = { x: box.x, y, width: box.width, height };
    return { kind, ...area, text: words[kind], textBox: bandText(area, kind === 'exploded', words[kind], textSize, ink) };
  };
  const exploded = level + Math.log10(explodedAbove);
  const vanished = level + Math.log10(vanishedBelow);
  const bands: Band[] = [];
  if (exploded < high) bands.push(band('exploded', box.y, yOf(Math.max(low, exploded)) - box.y));
  if (vanished > low) {
    const y = yOf(Math.min(high, vanished));
    bands.push(band('vanished', y, bottom - y));
  }
  return bands;
}

/** A band's words along its outer edge, at the right, in the middle or at the left: where the fewest lines run. */
function bandText(area: Box, isTop: boolean, text: string, textSize: number, ink: readonly Point[]): Band['textBox'] {
  const width = textWidth(text, textSize);
  const height = textSize * 1.35;
  if (area.height < height + 4 || area.width < width + 16) return null;
  const y = isTop ? area.y + 3 : area.y + area.height - height - 3;
  const size = { y, width, height };
  const places = [
    { ...size, x: area.x + area.width - width - 8, anchor: 'end' },
    { ...size, x: area.x + (area.width - width) / 2, anchor: 'middle' },
    { ...size, x: area.x + 8, anchor: 'start' },
  ] as const;
  const covered = places.map((each) => ink.filter((point) => holds(each, point)).length);
  return places[covered.indexOf(Math.min(...covered))]!;
}

/** The two ends in words, and round numbers between them, as many as have room. */
function xTicksOf(
  T: number,
  xOf: (t: number) => number,
  box: Box,
  [first, last]: readonly [string, string],
  textSize: number,
  hasPassage: boolean,
): GradientPlotGeometry['xTicks'] {
  const right = box.x + box.width;
  if (T === 1) return [{ t: 1, x: xOf(1), text: `${first} = ${last}`, anchor: 'middle' }];
  const half = (text: string): number => textWidth(text, textSize) / 2;
  const isWide = box.width / T > 2 * Math.max(half(first), half(last)) + 8;
  const ends = [
    { t: 1, x: isWide ? xOf(1) : box.x, text: first, anchor: isWide ? ('middle' as const) : ('start' as const) },
    { t: T, x: isWide ? xOf(T) : right, text: last, anchor: isWide ? ('middle' as const) : ('end' as const) },
  ] as const;
  // Where two sequences follow each other, each counts from 1.
  if (hasPassage) return ends;
  const from = (isWide ? xOf(1) + half(first) : box.x + 2 * half(first)) + 12;
  const to = (isWide ? xOf(T) - half(last) : right - 2 * half(last)) - 12;
  const count = Math.max(1, Math.min(8, Math.floor((to - from) / (textSize * 5))));
  const between = ticks(1, T, count)
    .filter((t) => Number.isInteger(t) && t > 1 && t < T)
    .map((t) => ({ t, x: xOf(t), text: t.toLocaleString('en-US'), anchor: 'middle' as const }))
    .filter(({ x, text }) => x - half(text) > from && x + half(text) < to);
  return [ends[0], ...between, ends[1]];
}

function cellsOf(norms: Float64Array, box: Box, isReversed: boolean): StripCell[] {
  const T = stepsOf(norms);
  const count = Math.min(T, mostCells);
  const gap = box.width / count > 6 ? 2 : 0;
  return Array.from({ length: count }, (_, k) => {
    const from = Math.floor((k * T) / count) + 1;
    const to = Math.floor(((k + 1) * T) / count);
    let t = from;
    for (let each = from + 1; each <= to; each++) if (norms[each]! > norms[t]!) t = each;
    const width = box.width / count;
    return { t, x: box.x + (isReversed ? count - 1 - k : k) * width + gap / 2, width: width - gap, ink: inkAt(norms, t), fate: fateAt(norms, t) };
  });
}
