// Several lines over common axes, as numbers: paths, the places where a line leaves the axis, ticks, names beside the lines.
import { ticks } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import { loweredWidth, placeLabels, textWidth, type Box, type NamedLine, type PlacedLabel, type Point } from './directLabels.ts';
import { decadesAround, decadeTicks } from './logAxis.ts';
import { dodge } from './laboratory/dodge.ts';

type AxisKind = 'linear' | 'log';

export interface Axis {
  readonly kind: AxisKind;
  /** Ends of the axis, as numbers (not exponents). For `log` both are more than 0; `height` may leave both to the numbers. */
  readonly from: number;
  readonly to: number;
  readonly title: string;
  /** How a number is written at its tick; powers of ten of a logarithmic height are set by themselves. */
  readonly write?: ((value: number) => string) | undefined;
  /** Whole numbers alone have a tick. */
  readonly isWhole?: boolean | undefined;
  /** Ticks stand at these, as far as they have room. */
  readonly at?: readonly number[] | undefined;
}

export interface Line {
  readonly id: string;
  /** Stands beside the line; none where it is empty. */
  readonly name: string;
  /** As long as each other, x rising. What is not a number has no point. */
  readonly xs: ArrayLike<number>;
  readonly ys: ArrayLike<number>;
}

export interface LinesInput {
  readonly lines: readonly Line[];
  readonly along: Axis;
  /** Null: logarithmic, in powers of ten, as far as the numbers reach. */
  readonly height: Axis | null;
  /** Title over a height that is left to the numbers. */
  readonly heightTitle?: string | undefined;
  /** Where names stand: beside their line wherever it has room; the same, but in a key above the plot where one would lie on a line; or at its end, to the right of the plot. */
  readonly names?: 'beside' | 'beside or above' | 'end' | undefined;
  /** Boxes of what else is drawn, where no name stands beside its line; by the places that the plot gives. */
  readonly taken?: ((places: LinesPlaces) => readonly Box[]) | undefined;
  readonly size: { readonly width: number; readonly height: number; readonly textSize: number };
}

export type LinesPlaces = Pick<LinesGeometry, 'box' | 'lines' | 'xOf' | 'yOf'>;

interface LinePoint extends Point {
  /** The place in `xs`. */
  readonly index: number;
}

/** Where a line leaves a logarithmic axis because a number is 0, or any axis because a number is too large for float64. */
interface Edge extends Point {
  readonly kind: 'zero' | 'overflow';
  readonly index: number;
}

export interface LinesGeometry {
  readonly box: Box;
  /** Pixels of the letters. */
  readonly textSize: number;
  readonly lines: readonly { readonly id: string; readonly path: string; readonly points: readonly LinePoint[]; readonly edges: readonly Edge[] }[];
  readonly alongTicks: readonly { readonly value: number; readonly x: number; readonly text: string }[];
  /** `exponent`: of a power of ten; else the text. */
  readonly heightTicks: readonly { readonly y: number; readonly exponent: number | null; readonly text: string }[];
  readonly labels: readonly PlacedLabel[];
  /** `alongEnd`: the x at which the title along the axis ends, within the picture wherever it is wide enough. */
  readonly titles: { readonly along: string; readonly alongEnd: number; readonly height: string };
  readonly xOf: (value: number) => number;
  /** Null for what has no place on the axis. */
  readonly yOf: (value: number) => number | null;
  /** The number along the axis under an x, between the axis's ends. */
  readonly valueAt: (x: number) => number;
}

const plain = (value: number): string => String(value).replace('-', '−');

export function linesPlot(input: LinesInput): LinesGeometry {
  if (input.names !== 'beside or above') return plotUnder(input, 0).geometry;
  // A key takes of the height, so that more names may have to go into it.
  let above: readonly NamedLine[] = [];
  for (;;) {
    const key = keyOf(above, input.size);
    const { geometry, unplaced } = plotUnder(input, key.height, above.map(({ id }) => id));
    if (unplaced.length === 0) return { ...geometry, labels: [...geometry.labels, ...key.labels] };
    above = [...above, ...unplaced];
  }
}

/** Letters' sizes of the parts of a key: a piece of a line, the distance of its name, that of two names, and a row. */
const keyParts = { sample: 1.8, toName: 0.4, apart: 1.3, row: 1.5 } as const;

/** Names side by side at the upper edge, each after a piece of its line, in as many rows as they need. */
function keyOf(lines: readonly NamedLine[], { width: room, textSize }: LinesInput['size']): { readonly labels: readonly PlacedLabel[]; readonly height: number } {
  const [sample, toName, apart, row] = [keyParts.sample, keyParts.toName, keyParts.apart, keyParts.row].map((part) => part * textSize) as [number, number, number, number];
  const labels: PlacedLabel[] = [];
  let [x, y] = [titleX, 0];
  for (const { id, text, width = textWidth(text, textSize) } of lines) {
    if (x > titleX && x + sample + toName + width > room) [x, y] = [titleX, y + row];
    const middle = y + row / 2;
    labels.push({ id, text, x: x + sample + toName, y, width, height: row, sample: { from: { x, y: middle }, to: { x: x + sample, y: middle } } });
    x += sample + toName + width + apart;
  }
  return { labels, height: labels.length === 0 ? 0 : y + row };
}

/** The x at which the title over the height begins. */
const titleX = 4;

/** The plot under a key of that height; lines in the key have no name beside them. `unplaced`: those whose names would lie on a line. */
function plotUnder({ lines, along, height, heightTitle = '', names = 'beside', taken, size }: LinesInput, keyHeight: number, inKey: readonly string[] = []): { readonly geometry: LinesGeometry; readonly unplaced: readonly NamedLine[] } {
  const { textSize } = size;
  const left = Math.max(textSize * 3.6, ...(height?.at ?? []).map((value) => textWidth((height?.write ?? plain)(value), textSize) + 9));
  const forNames = names === 'end' ? endGap + Math.max(0, ...lines.map(({ name }) => loweredWidth(name, textSize))) : textSize;
  const right = Math.max(forNames, textWidth((along.write ?? plain)(along.to), textSize) / 2 + tickRoom);
  // Room for the title, and below it for the half of a raised power that stands at the upper edge.
  const top = keyHeight + textSize * 2.3;
  const box: Box = { x: left, y: top, width: Math.max(30, size.width - left - right), height: Math.max(30, size.height - top - textSize * 3.2) };
  const bottom = box.y + box.height;
  const alongOf = along.kind === 'log' ? Math.log10 : (value: number): number => value;
  const across = scaleLinear([alongOf(along.from), alongOf(along.to)], [box.x, box.x + box.width]);
  const xOf = (value: number): number => across(alongOf(value));
  const isLog = height === null || height.kind === 'log';
  const ends = height ? (isLog ? [Math.log10(height.from), Math.log10(height.to)] : [height.from, height.to]) : decadesOf(lines);
  const up = scaleLinear([ends[0]!, ends[1]!], [bottom, box.y]);
  const place = (value: number): number => up(isLog ? Math.log10(value) : value);
  const yOf = (value: number): number | null => (Number.isFinite(value) && (!isLog || value > 0) ? place(value) : null);
  const drawn = lines.map((each) => ({ id: each.id, ...drawnLine(each, xOf, yOf, isLog, box) }));
  const named = lines.map(({ id, name }, k) => ({ id, text: name, width: loweredWidth(name, textSize), points: names === 'end' ? [...drawn[k]!.points, ...drawn[k]!.edges] : drawn[k]!.points })).filter(({ text }) => text !== '');
  const most = Math.max(2, Math.floor(box.height / (textSize * 2.4)));
  const isStrict = names === 'beside or above';
  // Names keep off the lines of those in the key as well.
  const labels = names === 'end' ? endLabels(named, box, textSize) : placeLabels(named, taken?.({ box, lines: drawn, xOf, yOf }) ?? [], box, textSize, isStrict, inKey);
  const unplaced = isStrict ? named.filter(({ id, points }) => points.length > 0 && !inKey.includes(id) && labels.every((label) => label.id !== id)) : [];
  const geometry: LinesGeometry = {
    box,
    textSize,
    lines: drawn,
    alongTicks: alongTicksOf(along, xOf, box, textSize),
    heightTicks: isLog
      ? decadeTicks({ low: ends[0]!, high: ends[1]! }, Math.min(7, most)).map((exponent) => ({ exponent, y: up(exponent), text: '' }))
      : (height?.at ?? ticks(ends[0]!, ends[1]!, Math.min(5, most))).map((value) => ({ exponent: null, y: up(value), text: (height?.write ?? plain)(value) })),
    labels,
    titles: { along: along.title, alongEnd: Math.min(size.width, Math.max(box.x + box.width, loweredWidth(along.title, textSize * 1.1))), height: height?.title ?? heightTitle },
    xOf,
    yOf,
    valueAt: (x) => {
      const value = across.invert(Math.min(box.x + box.width, Math.max(box.x, x)));
      return along.kind === 'log' ? 10 ** value : value;
    },
  };
  return { geometry, unplaced };
}

/** Pixels at the right of the last tick: digits of one width are wider than letters. */
const tickRoom = 3;

/** Pixels between a plot and the names at its right. */
const endGap = 7;

/** Names at the heights at which their lines end, moved apart where those are close; a line without a place has none. */
function endLabels(lines: readonly NamedLine[], box: Box, textSize: number): PlacedLabel[] {
  const height = textSize * 1.35;
  const ending = lines.flatMap(({ id, text, width = textWidth(text, textSize), points }) => {
    const last = points.reduce<Point | null>((end, point) => (end === null || point.x >= end.x ? point : end), null);
    return last ? [{ id, text, width, y: last.y }] : [];
  });
  const centres = dodge(ending.map(({ y }) => y), height, box.y, box.y + box.height);
  return ending.map(({ id, text, width }, k) => ({ id, text, x: box.x + box.width + endGap, y: centres[k]! - height / 2, width, height }));
}

/** Exponents of the ends that hold every number. */
function decadesOf(lines: readonly Line[]): [number, number] {
  const exponents = lines.flatMap(({ ys }) => Array.from(ys, (value) => Math.log10(value)));
  const { low, high } = decadesAround(exponents);
  return [low, high];
}

function drawnLine({ xs, ys }: Line, xOf: (value: number) => number, yOf: (value: number) => number | null, isLog: boolean, box: Box) {
  const points: LinePoint[] = [];
  const edges: Edge[] = [];
  const drawn: (Point | null)[] = [];
  const isPoint = (index: number): boolean => yOf(ys[index] ?? NaN) !== null;
  for (let index = 0; index < xs.length; index++) {
    const x = xOf(xs[index]!);
    const y = yOf(ys[index]!);
    if (y !== null) {
      const point = { x, y, index };
      points.push(point);
      drawn.push(point);
      continue;
    }
    const kind = edgeOf(ys[index]!, isLog);
    // The number beside a stretch without a place leads the line to the edge.
    if (kind === null || !(isPoint(index - 1) || isPoint(index + 1))) {
      drawn.push(null);
      continue;
    }
    const edge = { kind, x, y: kind === 'zero' ? box.y + box.height : box.y, index };
    edges.push(edge);
    drawn.push(edge);
  }
  const path = line<Point | null>().defined((point) => point !== null).x((point) => point!.x).y((point) => point!.y).digits(2)(drawn);
  return { path: path ?? '', points, edges };
}

function edgeOf(value: number, isLog: boolean): Edge['kind'] | null {
  if (value === Infinity) return 'overflow';
  return isLog && value === 0 ? 'zero' : null;
}

/** 1, 2, 5, 10 … */
function oneTwoFive(from: number, to: number): number[] {
  const found: number[] = [];
  for (let power = 10 ** Math.floor(Math.log10(from)); power <= to; power *= 10) {
    for (const factor of [1, 2, 5]) if (factor * power >= from && factor * power <= to) found.push(factor * power);
  }
  return found;
}

/** Those that have room; the ends have it first. */
function alongTicksOf({ kind, from, to, at, isWhole = false, write = plain }: Axis, xOf: (value: number) => number, box: Box, textSize: number): LinesGeometry['alongTicks'] {
  const wanted = at ?? (kind === 'log' ? [from, ...oneTwoFive(from, to), to] : [from, ...ticks(from, to, Math.max(2, Math.floor(box.width / (textSize * 6)))), to]);
  const values = [...new Set(wanted)].filter((value) => !isWhole || Number.isInteger(value));
  const placed: { value: number; x: number; text: string }[] = [];
  for (const value of [values[0], values.at(-1), ...values.slice(1, -1)]) {
    if (value === undefined || placed.some((each) => each.value === value)) continue;
    const tick = { value, x: xOf(value), text: write(value) };
    const hasRoom = placed.every((each) => Math.abs(each.x - tick.x) > (textWidth(each.text, textSize) + textWidth(tick.text, textSize)) / 2 + 6);
    if (hasRoom) placed.push(tick);
  }
  return placed.sort((a, b) => a.value - b.value);
}
