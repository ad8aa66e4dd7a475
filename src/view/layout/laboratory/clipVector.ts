// A gradient before and after clipping, as bars: its length and its largest entries, with the limit; and the angle between the two as arrows. Where the
// numbers lie far apart the axis is symmetric-logarithmic: log₁₀(1 + |v| / c) with the sign of v, so that 0 has a place.
import { ticks } from 'd3-array';
import { raised } from '../../theme/format.ts';
import { loweredWidth, type Box } from '../directLabels.ts';

interface ClipEntry {
  readonly name: string;
  readonly before: number;
  readonly after: number;
}

export interface ClipVectorInput {
  readonly norm: number;
  readonly clippedNorm: number;
  /** Of the angle between the two; may be not a number. */
  readonly cosine: number;
  readonly entries: readonly ClipEntry[];
  readonly clipping: { readonly kind: 'norm' | 'value'; readonly limit: number } | null;
  readonly width: number;
  readonly height: number;
  readonly textSize: number;
}

export interface Bar {
  readonly x: number;
  readonly width: number;
  /** Too large for float64, or not a number: the bar ends at the plot's edge. */
  readonly isBeyond: boolean;
}

interface ClipRow {
  readonly name: string;
  readonly y: number;
  readonly height: number;
  readonly before: Bar;
  readonly after: Bar;
  readonly numbers: { readonly before: number; readonly after: number };
}

interface ClipVectorGeometry {
  readonly box: Box;
  readonly zeroAt: number;
  readonly isLogarithmic: boolean;
  readonly ticks: readonly { readonly value: number; readonly x: number; readonly text: string }[];
  /** What stands under the axis; empty where its parts are as long as the numbers are large. */
  readonly axisWords: string;
  /** Where they end, under the numbers. */
  readonly axisWordsEnd: number;
  /** The whole vector's length first, then its entries. */
  readonly rows: readonly ClipRow[];
  /** Lines at the limit: of the first row for the norm, of the others at both signs for the value. */
  readonly limits: readonly { readonly x: number; readonly y1: number; readonly y2: number }[];
  /** Null where there is no angle. */
  readonly dial: DialGeometry | null;
}

export interface DialGeometry {
  readonly centre: { readonly x: number; readonly y: number };
  readonly radius: number;
  /** Degrees, 0 … 180. */
  readonly angle: number;
  /** The ends of the two arrows, from the centre: before to the right, after turned by the angle. */
  readonly before: { readonly x: number; readonly y: number };
  readonly after: { readonly x: number; readonly y: number };
  /** An arc between the two; empty where the angle is too small to be seen. */
  readonly arc: string;
  /** Where its words stand. */
  readonly words: 'below' | 'beside';
}

/** Numbers further apart than that are drawn on the logarithmic axis. */
const wide = 40;

/** Letters' sizes of a row: lower ones would touch. */
const leastRow = 1.2;

/** Below it the distance of two ticks would be too small for float64. */
const leastTicked = 1e-300;

/** Degrees between two directions; NaN where there is none. Rounding can bring a cosine past 1. */
export const degreesOf = (cosine: number): number => (Math.acos(Math.min(1, Math.max(-1, cosine))) * 180) / Math.PI;

export function clipVector(input: ClipVectorInput): ClipVectorGeometry {
  const { clipping, width, height, textSize } = input;
  const angle = degreesOf(input.cosine);
  const hasDial = !Number.isNaN(angle);
  // Beside the bars where there is room, else below them.
  const dialRoom = hasDial && width > textSize * 52 ? textSize * 16 : 0;
  const dialBelow = hasDial && dialRoom === 0 ? textSize * 5.5 : 0;
  const top = textSize * 0.5;
  const boxHeight = Math.max(40, height - top - textSize * 2 - dialBelow);
  const gap = textSize * 0.8;
  // The largest come first: those that have room for their letters.
  const most = Math.max(2, Math.floor((boxHeight - gap) / (textSize * leastRow)));
  const entries = input.entries.slice(0, most - 1);
  const all = [{ name: 'length ‖g‖', before: input.norm, after: input.clippedNorm }, ...entries];
  const scale = scaleOf(all.flatMap(({ before, after }) => [before, after]), clipping?.limit ?? 0);
  const nameRoom = Math.max(...['length ‖g‖', ...entries.map(({ name }) => name)].map((name) => loweredWidth(name, textSize))) + 10;
  const numberRoom = textSize * 9.5;
  const box: Box = { x: nameRoom, y: top, width: Math.max(40, width - nameRoom - numberRoom - dialRoom), height: boxHeight };
  const hasNegative = entries.some(({ before, after }) => before < 0 || after < 0);
  const zeroAt = box.x + box.width * (hasNegative ? 0.42 : 0.02);
  // Both signs on one scale; the longer side is the right one, where the length stands.
  const xOf = (value: number): number => zeroAt + scale.part(value) * (value < 0 ? zeroAt - box.x : box.x + box.width - zeroAt);
  const rowHeight = (box.height - gap) / all.length;
  const bar = (value: number): Bar => {
    const isBeyond = !Number.isFinite(value);
    const end = isBeyond ? (value === -Infinity ? box.x : box.x + box.width) : xOf(value);
    return { x: Math.min(zeroAt, end), width: Math.abs(end - zeroAt), isBeyond };
  };
  const rows = all.map(({ name, before, after }, k) => ({
    name,
    y: box.y + k * rowHeight + (k > 0 ? gap : 0),
    height: rowHeight,
    before: bar(before),
    after: bar(after),
    numbers: { before, after },
  }));
  return {
    box,
    zeroAt,
    isLogarithmic: scale.isLogarithmic,
    ticks: withRoom(scale.ticks.filter((value) => value >= 0 || hasNegative).map((value) => ({ value, x: xOf(value), text: tickText(value) })), textSize * 4),
    axisWords: scale.isLogarithmic ? 'logarithmic' : '',
    axisWordsEnd: box.x + box.width + numberRoom,
    rows,
    limits: limitsOf(clipping, rows, xOf, scale.largest),
    dial: !hasDial ? null : dialRoom > 0 ? dialOf(angle, { x: width - dialRoom / 2, y: box.y + textSize * 7 }, textSize * 5, 'below') : dialOf(angle, { x: box.x, y: height - textSize * 0.7 }, textSize * 3.2, 'beside'),
  };
}

/** Powers of ten that are longer than this as digits are written as powers. */
const longPower = 3;

/** 0, 0.5, −100, and 10⁵: a tick is a round number and has no zeros at its end. */
export function tickText(value: number): string {
  if (value === 0) return '0';
  const sign = value < 0 ? '−' : '';
  const size = Math.abs(value);
  const exponent = Math.floor(Math.log10(size) + 1e-9);
  const digits = Number((size / 10 ** exponent).toPrecision(3));
  if (Math.abs(exponent) <= longPower) return `${sign}${Number(size.toPrecision(3))}`;
  const power = raised(exponent);
  return digits === 1 ? `${sign}10${power}` : `${sign}${digits}·10${power}`;
}

interface Scale {
  readonly isLogarithmic: boolean;
  /** The share of its side that a number takes, with its sign: −1 … 1. */
  readonly part: (value: number) => number;
  readonly ticks: readonly number[];
  readonly largest: number;
}

function scaleOf(numbers: readonly number[], limit: number): Scale {
  const sizes = numbers.map(Math.abs).filter((each) => each > 0 && Number.isFinite(each));
  if (sizes.length === 0) return { isLogarithmic: false, part: () => 0, ticks: [0], largest: 0 };
  const largest = Math.max(...sizes);
  // A limit that is drawn has its place between the bars.
  const least = Math.min(...sizes, limit > 0 ? limit : Infinity, largest);
  if (largest / least <= wide) return { isLogarithmic: false, part: (value) => clamp(value / largest), ticks: largest > leastTicked ? ticks(-largest, largest, 5) : [0], largest };
  // The smallest number still has a bar: it is as large as c.
  const whole = Math.log10(largest) - Math.log10(least);
  const part = (value: number): number => {
    const ratio = Math.abs(value) / least;
    // 1 is nothing beside what would overflow.
    const size = ratio < 1e300 ? Math.log10(1 + ratio) : Math.log10(Math.abs(value)) - Math.log10(least);
    return value === 0 ? 0 : clamp((Math.sign(value) * size) / Math.max(whole, Math.log10(2)));
  };
  const [low, high] = [Math.ceil(Math.log10(least)), Math.floor(Math.log10(largest))];
  const stride = Math.max(1, Math.ceil((high - low + 1) / 3));
  const powers: number[] = [];
  for (let exponent = high; exponent >= low; exponent -= stride) powers.push(Number(`1e${exponent}`));
  return { isLogarithmic: true, part, ticks: [...powers.map((each) => -each), 0, ...powers], largest };
}

/** Those that stand apart from each other; 0 first, then the largest, as they tell most. */
function withRoom<Tick extends { readonly value: number; readonly x: number }>(all: readonly Tick[], apart: number): Tick[] {
  const kept: Tick[] = [];
  const order = (value: number): number => (value === 0 ? Infinity : Math.abs(value));
  for (const tick of [...all].sort((a, b) => order(b.value) - order(a.value))) if (kept.every(({ x }) => Math.abs(x - tick.x) >= apart)) kept.push(tick);
  return kept.sort((a, b) => a.x - b.x);
}

const clamp = (part: number): number => Math.min(1, Math.max(-1, part));

function limitsOf(clipping: ClipVectorInput['clipping'], rows: readonly ClipRow[], xOf: (value: number) => number, largest: number): ClipVectorGeometry['limits'] {
  const [length, second] = rows;
  const last = rows.at(-1);
  if (!clipping || !length || !last || clipping.limit > largest) return [];
  if (clipping.kind === 'norm') return [{ x: xOf(clipping.limit), y1: length.y, y2: length.y + length.height }];
  if (!second) return [];
  return [-clipping.limit, clipping.limit].map((value) => ({ x: xOf(value), y1: second.y, y2: last.y + last.height }));
}

function dialOf(angle: number, centre: { readonly x: number; readonly y: number }, radius: number, words: DialGeometry['words']): DialGeometry {
  const turn = (angle * Math.PI) / 180;
  const arm = radius * 0.5;
  // Up is less on the screen.
  const [x, y] = [Math.cos(turn), -Math.sin(turn)];
  return {
    centre,
    radius,
    words,
    angle,
    before: { x: radius, y: 0 },
    after: { x: radius * x, y: radius * y },
    arc: angle < 2 ? '' : `M${arm},0A${arm},${arm} 0 0 0 ${(arm * x).toFixed(2)},${(arm * y).toFixed(2)}`,
  };
}
