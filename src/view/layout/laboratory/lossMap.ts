// The map of ‖∂L_t/∂h_k‖ as numbers: a row for each loss t, from the first at the top to the last, a column for each state k from left to right
// as time runs in the score. Its squares, their colours on one logarithmic scale, its ticks, and which square lies under a point.
import { ticks } from 'd3-array';
import { textWidth, type Box } from '../directLabels.ts';
import { vanishedBelow } from '../flowFate.ts';
import { decadeTicks, type Decades } from '../logAxis.ts';
import { levelCount, overflowColour, ramp, texelOf, zeroColour } from './lossColours.ts';

/** A map's numbers. */
export interface LossMap {
  /** T, the number of states after the one to begin with. */
  readonly steps: number;
  /** By row: the state that the loss is read from, 1 … T, rising. It is also where the diagonal is. */
  readonly at: ArrayLike<number>;
  /** By row T+1 numbers, k = 0 … T; 0 for k behind the diagonal. */
  readonly norms: Float64Array;
}

/** ‖∂L/∂h_k‖ of a row's loss. */
export const normAt = ({ norms, steps }: LossMap, row: number, k: number): number => norms[row * (steps + 1) + k] ?? NaN;

/** The row whose loss is read at step t, or the nearest one; 0 where there is none. */
export function rowOf({ at }: LossMap, t: number): number {
  let best = 0;
  for (let row = 1; row < at.length; row++) if (Math.abs(at[row]! - t) < Math.abs(at[best]! - t)) best = row;
  return best;
}

/** ‖∂L_t/∂h_t‖ of every row: what a loss feels of its own step. */
export const diagonalOf = (map: LossMap): Float64Array => Float64Array.from(map.at, (t, row) => normAt(map, row, t));

/** The middle one of what is a positive number; NaN where there is none. */
export function medianOf(numbers: ArrayLike<number>): number {
  const sorted = Float64Array.from(numbers).filter((each) => each > 0 && Number.isFinite(each)).sort();
  if (sorted.length === 0) return NaN;
  const middle = sorted.length >> 1;
  // Beside the middle of the two by halves, as a sum could overflow.
  return sorted.length % 2 === 1 ? sorted[middle]! : sorted[middle - 1]! / 2 + sorted[middle]! / 2;
}

/** How many powers of ten the colours reach on each side of the diagonal. */
const reach = 9;

export interface ColourScale extends Decades {
  /** log₁₀ of what lies in the middle: the median of all diagonals. */
  readonly middle: number;
  /** log₁₀ of where a gradient has vanished, measured by the middle. */
  readonly vanished: number;
}

/**
 * One scale for several maps: nine decades below the middle of their diagonals, and above it as far as the numbers go, at most nine. It
 * stands nearly still while a network changes, and what lies beyond has the colour of its end.
 */
export function colourScale(maps: readonly LossMap[]): ColourScale {
  const median = medianOf(maps.flatMap((map) => [...diagonalOf(map)]));
  const middle = Number.isNaN(median) ? 0 : Math.log10(median);
  let largest = 0;
  // The state to begin with has no column.
  for (const { norms, steps } of maps) {
    for (let n = 0; n < norms.length; n++) if (n % (steps + 1) > 0 && norms[n]! > largest && norms[n]! < Infinity) largest = norms[n]!;
  }
  const high = Math.ceil(Math.min(middle + reach, Math.max(middle + 0.5, Math.log10(largest))));
  return { low: Math.floor(middle - reach), high, middle, vanished: middle + Math.log10(vanishedBelow) };
}

/** What a number is drawn as: a level of the ramp, or one of two colours that are not on it. */
export function levelOf(norm: number, { low, high }: Decades): number | 'zero' | 'overflow' {
  if (norm === 0) return 'zero';
  if (!Number.isFinite(norm)) return 'overflow';
  return Math.round(Math.min(1, Math.max(0, (Math.log10(norm) - low) / (high - low))) * (levelCount - 1));
}

const texels = Uint32Array.from(ramp, texelOf);
const special = { zero: texelOf(zeroColour), overflow: texelOf(overflowColour) };

/** The picture, a texel a square, rows · T numbers: what a loss cannot feel, as it comes later, is left transparent. */
export function mapTexels(map: LossMap, scale: Decades): Uint32Array {
  const { steps, at } = map;
  const picture = new Uint32Array(at.length * steps);
  for (let row = 0; row < at.length; row++) {
    for (let k = 1; k <= Math.min(steps, at[row]!); k++) {
      const level = levelOf(normAt(map, row, k), scale);
      picture[row * steps + k - 1] = typeof level === 'number' ? texels[level]! : special[level];
    }
  }
  return picture;
}

interface Tick {
  /** The step. */
  readonly t: number;
  /** Pixels along the axis. */
  readonly place: number;
}

export interface LossMapGeometry {
  readonly box: Box;
  readonly column: number;
  readonly row: number;
  readonly columnTicks: readonly Tick[];
  readonly rowTicks: readonly Tick[];
  /** The square of row (from 0) and state k. */
  readonly square: (row: number, k: number) => Box;
  /** Null outside of the map; also squares that are not drawn, behind the diagonal, are found. */
  readonly squareAt: (x: number, y: number) => { readonly row: number; readonly k: number } | null;
  /** The scale beside the map: its box and its decades; null where there is no room for it. */
  readonly scale: { readonly box: Box; readonly ticks: readonly { readonly exponent: number; readonly y: number }[]; readonly vanishedAt: number } | null;
  /** The corner points of the region that no loss feels, above the diagonal, for words in it. */
  readonly future: Box;
}

/** Fewer losses than that, of more states, lie below each other as strips. */
const fewRows = 6;

interface LossMapInput {
  readonly map: LossMap;
  readonly colours: ColourScale;
  readonly width: number;
  readonly height: number;
  readonly textSize: number;
  readonly hasScale?: boolean | undefined;
  /** Pixels at the left and below for sliders. */
  readonly gutter?: number | undefined;
  /** Without ticks and names, as one of several small ones. */
  readonly isBare?: boolean | undefined;
}

export function lossMapGeometry({ map, colours, width, height, textSize, hasScale = true, gutter = 0, isBare = false }: LossMapInput): LossMapGeometry {
  const rows = map.at.length;
  const left = isBare ? 1 : textSize * 3.2 + gutter;
  const top = isBare ? 1 : textSize * 2;
  const right = isBare ? 1 : hasScale ? textSize * 9 : textSize;
  const below = isBare ? 1 : textSize * 3.2 + gutter;
  const room = { width: Math.max(24, width - left - right), height: Math.max(24, height - top - below) };
  // As high as wide, where there are many losses; one alone would be a needle so.
  const side = Math.min(room.width, room.height);
  const isSquare = rows >= fewRows || rows === map.steps;
  const box: Box = { x: left, y: top, width: isSquare ? side : room.width, height: isSquare ? side : Math.min(room.height, rows * textSize * 2.4) };
  const column = box.width / map.steps;
  const row = box.height / rows;
  const scaleBox: Box = { x: box.x + box.width + textSize * 1.6, y: box.y + textSize * 1.4, width: textSize * 1.2, height: Math.max(20, box.height - textSize * 1.4) };
  const scaleY = (exponent: number): number => scaleBox.y + scaleBox.height * (1 - (exponent - colours.low) / (colours.high - colours.low));
  return {
    box,
    column,
    row,
    columnTicks: ticksOf(map.steps, (t) => box.x + (t - 0.5) * column, box.width, textSize),
    rowTicks: rowTicksOf(map, (k) => box.y + (k + 0.5) * row, row, textSize),
    square: (r, k) => ({ x: box.x + (k - 1) * column, y: box.y + r * row, width: column, height: row }),
    squareAt: (x, y) => {
      if (x < box.x || y < box.y || x > box.x + box.width || y > box.y + box.height) return null;
      return { row: Math.min(rows - 1, Math.floor((y - box.y) / row)), k: Math.min(map.steps, Math.floor((x - box.x) / column) + 1) };
    },
    scale: hasScale
      ? { box: scaleBox, ticks: decadeTicks(colours, 8).map((exponent) => ({ exponent, y: scaleY(exponent) })), vanishedAt: scaleY(colours.vanished) }
      : null,
    future: { x: box.x + box.width * 0.42, y: box.y, width: box.width * 0.58, height: box.height * 0.4 },
  };
}

/** The first step and the last, and round ones between them, as many as have room. */
function ticksOf(steps: number, place: (t: number) => number, room: number, textSize: number): Tick[] {
  const most = Math.max(1, Math.floor(room / (textSize * 4)));
  const apart = textWidth(String(steps), textSize) + 6;
  const ends = steps > 1 && place(steps) - place(1) > apart ? [1, steps] : [steps];
  const between = ticks(1, steps, most).filter((t) => Number.isInteger(t) && t > 1 && t < steps && ends.every((end) => Math.abs(place(t) - place(end)) > apart));
  return [...new Set([...ends, ...between])].sort((a, b) => a - b).map((t) => ({ t, place: place(t) }));
}

/** As many rows as have room are named by their step, the first and the last among them. */
function rowTicksOf({ at }: LossMap, place: (row: number) => number, row: number, textSize: number): Tick[] {
  const stride = Math.max(1, Math.ceil((textSize * 2) / row));
  const found: Tick[] = [];
  for (let k = 0; k < at.length; k += stride) found.push({ t: at[k]!, place: place(k) });
  const last = at.length - 1;
  if (last % stride !== 0) {
    if (place(last) - (found.at(-1)?.place ?? 0) < textSize * 1.6) found.pop();
    found.push({ t: at[last]!, place: place(last) });
  }
  return found;
}
