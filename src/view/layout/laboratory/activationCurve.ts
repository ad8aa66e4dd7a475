// The activation curve over its slope, on one axis of sums a, with the places where units stand: pure numbers.
import { ticks } from 'd3-array';
import { scaleLinear, type ScaleLinear } from 'd3-scale';
import { area, curveMonotoneX, line } from 'd3-shape';
import { textWidth, type Box, type Point } from '../directLabels.ts';
import { saturatedBelow, type Activation } from './activations.ts';

interface ActivationCurveInput {
  readonly activation: Activation;
  /** γ, the steepest slope. */
  readonly gamma: number;
  /** a_t[i] of all steps: T·H numbers, row t−1. */
  readonly sums: Float64Array;
  readonly hiddenSize: number;
  /** The step whose units are drawn one by one, 1 … T. */
  readonly step: number;
  readonly width: number;
  readonly height: number;
  readonly textSize: number;
}

/** A unit on a curve. One that stands beyond the axis is drawn at its end. */
export interface UnitPoint extends Point {
  readonly unit: number;
  readonly sum: number;
  readonly isBeyond: boolean;
}

export interface ActivationCurve {
  /** Above φ(a), below φ′(a). */
  readonly upper: Box;
  readonly lower: Box;
  readonly xTicks: readonly { readonly value: number; readonly x: number }[];
  readonly upperTicks: readonly { readonly value: number; readonly y: number }[];
  readonly lowerTicks: readonly { readonly value: number; readonly y: number }[];
  readonly valuePath: string;
  readonly slopePath: string;
  readonly values: readonly UnitPoint[];
  readonly slopes: readonly UnitPoint[];
  /** How many units of all steps stand where, as a hill on the floor of each box; empty where no sum is a number. */
  readonly hills: readonly [string, string];
  /** Where the slope is under a tenth of γ. */
  readonly saturated: readonly { readonly x: number; readonly width: number }[];
  /** Sums of all steps that lie beyond the axis, and those that are not finite. */
  readonly beyond: number;
  readonly notFinite: number;
  /** The same in words; and as many words as have room under the axis, left of its title. */
  readonly beyondWords: { readonly whole: string; readonly drawn: string };
  /** Half the width of the axis, in units of a. */
  readonly reach: number;
}

/** Stands under the axis at its right end. */
export const sumTitle = 'sum a of a unit';

/** What is not to be seen of the sums, in a sentence, in a few words, and not at all; none where everything is seen. */
function wordsBeyond({ beyond, notFinite, reach }: Pick<ActivationCurve, 'beyond' | 'notFinite' | 'reach'>): string[] {
  const written = (parts: readonly [number, string][], between: string): string => parts.flatMap(([count, words]) => (count > 0 ? [`${count.toLocaleString('en-US')} ${words}`] : [])).join(between);
  return [
    written([[beyond, `of all sums lie further out than ±${reach}.`], [notFinite, 'have overflowed.']], ' '),
    written([[beyond, `beyond ±${reach}`], [notFinite, 'overflowed']], ', '),
    '',
  ];
}

/** Half widths that the axis may have: few, so that it stands still while the numbers move. */
const reaches = [4, 6, 8, 10];
const bins = 48;
const samples = 160;

export function activationCurve(input: ActivationCurveInput): ActivationCurve {
  const { activation, sums, hiddenSize, step, width, height, textSize } = input;
  const { reach, beyond, notFinite } = reachOf(sums);
  const left = textSize * 3.2;
  // Above each box stands its title, clear of the tick at the upper edge.
  const [top, between, below] = [textSize * 2.1, textSize * 3.1, textSize * 3];
  const tall = Math.max(60, height - top - between - below);
  const upper: Box = { x: left, y: top, width: Math.max(40, width - left - textSize), height: tall * 0.52 };
  const lower: Box = { ...upper, y: top + upper.height + between, height: tall * 0.48 };
  const xOf = scaleLinear([-reach, reach], [upper.x, upper.x + upper.width]);
  const told = wordsBeyond({ beyond, notFinite, reach });
  const room = upper.width - textWidth(sumTitle, textSize) - textSize;
  const highest = activation.largest ?? reach;
  const upTo = scaleLinear([activation.least, highest], [upper.y + upper.height, upper.y]).nice(1);
  const steepness = scaleLinear([0, 1], [lower.y + lower.height, lower.y]);
  const own = sums.subarray((step - 1) * hiddenSize, step * hiddenSize);
  const unitsOn = (f: (a: number) => number, yOf: ScaleLinear<number, number>): UnitPoint[] =>
    Array.from(own, (sum, unit) => {
      const held = Math.min(reach, Math.max(-reach, sum));
      return { unit: unit + 1, sum, x: xOf(held), y: yOf(f(held)), isBeyond: Math.abs(sum) > reach };
    }).filter(({ sum }) => !Number.isNaN(sum));
  return {
    upper,
    lower,
    xTicks: ticks(-reach, reach, Math.max(2, Math.min(9, Math.floor(upper.width / (textSize * 3.5))))).map((value) => ({ value, x: xOf(value) })),
    upperTicks: ticks(activation.least, highest, 3).map((value) => ({ value, y: upTo(value) })),
    lowerTicks: [0, 0.25, 0.5, 1].map((value) => ({ value, y: steepness(value) })),
    valuePath: curveOf(activation.value, reach, xOf, upTo),
    slopePath: curveOf(activation.slope, reach, xOf, steepness),
    values: unitsOn(activation.value, upTo),
    slopes: unitsOn(activation.slope, steepness),
    hills: hillsOf(sums, reach, xOf, [upper, lower]),
    saturated: saturatedOf(activation, input.gamma, reach, xOf),
    beyond,
    notFinite,
    beyondWords: { whole: told[0] ?? '', drawn: told.find((words) => textWidth(words, textSize) <= room) ?? '' },
    reach,
  };
}

/** The smallest axis that at most one sum in fifty lies beyond, how many do, and how many are no finite number. */
function reachOf(sums: Float64Array): { reach: number; beyond: number; notFinite: number } {
  const beyond = reaches.map(() => 0);
  let notFinite = 0;
  for (const sum of sums) {
    const size = Math.abs(sum);
    if (!Number.isFinite(size)) notFinite += 1;
    else for (let k = 0; k < reaches.length && size > reaches[k]!; k++) beyond[k]! += 1;
  }
  const allowed = 0.02 * (sums.length - notFinite);
  const found = beyond.findIndex((count) => count <= allowed);
  const k = found < 0 ? reaches.length - 1 : found;
  return { reach: reaches[k]!, beyond: beyond[k]!, notFinite };
}

/** A step (ReLU′) stays upright: at 0 it has a point on each side. */
function curveOf(f: (a: number) => number, reach: number, xOf: ScaleLinear<number, number>, yOf: ScaleLinear<number, number>): string {
  const tiny = reach * 1e-9;
  const places = Array.from({ length: samples + 1 }, (_, k) => -reach + (2 * reach * k) / samples).flatMap((a) => (a === 0 ? [-tiny, tiny] : [a]));
  return line<number>().x((a) => xOf(a)).y((a) => yOf(f(a))).digits(2)(places) ?? '';
}

/** What stands beyond the axis is counted in the last bin on its side. */
function hillsOf(sums: Float64Array, reach: number, xOf: ScaleLinear<number, number>, boxes: readonly [Box, Box]): readonly [string, string] {
  const counts = new Float64Array(bins);
  for (const sum of sums) {
    if (Number.isNaN(sum)) continue;
    const bin = Math.floor(((sum + reach) / (2 * reach)) * bins);
    counts[Math.min(bins - 1, Math.max(0, bin))]! += 1;
  }
  const largest = Math.max(...counts);
  if (largest === 0) return ['', ''];
  const hill = (box: Box): string => {
    const floor = box.y + box.height;
    const points = [...counts].map((count, bin) => ({ x: xOf(-reach + ((bin + 0.5) * 2 * reach) / bins), y: floor - (count / largest) * box.height * 0.42 }));
    const closed = [{ x: box.x, y: points[0]!.y }, ...points, { x: box.x + box.width, y: points.at(-1)!.y }];
    return area<Point>().x(({ x }) => x).y0(floor).y1(({ y }) => y).curve(curveMonotoneX).digits(2)(closed) ?? '';
  };
  return [hill(boxes[0]), hill(boxes[1])];
}

/** Stretches of the axis whose slope is too small, found along it. */
function saturatedOf({ slope }: Activation, gamma: number, reach: number, xOf: ScaleLinear<number, number>): ActivationCurve['saturated'] {
  const fine = 2000;
  const found: { from: number; to: number }[] = [];
  for (let k = 0; k <= fine; k++) {
    const a = -reach + (2 * reach * k) / fine;
    if (slope(a) >= saturatedBelow * gamma) continue;
    const open = found.at(-1);
    if (open && a - open.to < (3 * reach) / fine) open.to = a;
    else found.push({ from: a, to: a });
  }
  return found.map(({ from, to }) => ({ x: xOf(from), width: xOf(to) - xOf(from) }));
}
