// Ways of sentences through the plane of their principal components, as numbers: one scale for both axes, so that distances are what they are.
import { extent, ticks } from 'd3-array';
import { line } from 'd3-shape';
import { placeLabels, type Box, type PlacedLabel, type Point } from '../../directLabels.ts';
import { ellipsised } from '../names.ts';

export interface PlaneWay {
  /** In the plane; one a step. */
  readonly points: readonly Point[];
  /** The label of each step; null where it has none. */
  readonly labels: readonly (number | null)[];
}

export interface PlaneInput {
  readonly ways: readonly PlaneWay[];
  /** The way that is followed word by word; its words, one a step. */
  readonly chosen: PlaneWay & { readonly words: readonly string[] };
  /** Where every way begins: h_0. */
  readonly start: Point;
  /** How much the unit that is pointed at counts along both axes; null: none is. */
  readonly pull: Point | null;
  readonly place: Box;
  readonly textSize: number;
  readonly shares: readonly [number, number];
}

interface PlaneMark extends Point {
  readonly label: number | null;
  /** Whether a way ends here. */
  readonly isEnd: boolean;
}

export interface PlanePlot {
  readonly box: Box;
  readonly title: Point;
  /** In the order of `ways`. */
  readonly ways: readonly { readonly path: string; readonly marks: readonly PlaneMark[] }[];
  readonly chosen: { readonly path: string; readonly marks: readonly PlaneMark[]; readonly words: readonly PlacedLabel[] };
  readonly start: Point;
  readonly across: readonly { readonly x: number; readonly text: string }[];
  readonly up: readonly { readonly y: number; readonly text: string }[];
  readonly axes: { readonly across: string; readonly up: string };
  /** From the middle of all states towards where the unit is larger. */
  readonly pull: { readonly from: Point; readonly to: Point } | null;
}

/** "63 %"; a decimal where a percent is too coarse. */
export const percent = (share: number): string => `${share > 0 && share < 0.1 ? (share * 100).toFixed(1) : Math.round(share * 100)} %`;

const write = (value: number): string => String(Number(value.toFixed(6))).replace('-', '−');

export function planePlot({ ways, chosen, start, pull, place, textSize, shares }: PlaneInput): PlanePlot {
  const head = textSize * 3.2;
  const left = textSize * 3.4;
  const box = { x: place.x + left, y: place.y + head, width: Math.max(40, place.width - left - textSize), height: Math.max(40, place.height - head - textSize * 3.1) };
  const all = [...ways.flatMap(({ points }) => points), ...chosen.points, start];
  const [[x0, x1], [y0, y1]] = [endsOf(all.map(({ x }) => x)), endsOf(all.map(({ y }) => y))];
  const pad = textSize * 1.2;
  const scale = Math.min((box.width - 2 * pad) / Math.max(x1 - x0, 1e-9), (box.height - 2 * pad) / Math.max(y1 - y0, 1e-9), 1e6);
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const at = ({ x, y }: Point): Point => ({ x: middle.x + (x - (x0 + x1) / 2) * scale, y: middle.y - (y - (y0 + y1) / 2) * scale });
  const marksOf = ({ points, labels }: PlaneWay): PlaneMark[] => points.map((point, k) => ({ ...at(point), label: labels[k] ?? null, isEnd: k === points.length - 1 }));
  const pathOf = (marks: readonly Point[]): string => line<Point>().x(({ x }) => x).y(({ y }) => y).digits(2)([at(start), ...marks]) ?? '';
  const drawn = [...ways, chosen].map(marksOf).map((marks) => ({ path: pathOf(marks), marks }));
  const own = drawn.at(-1)!;
  const last = own.marks.length - 1;
  const names = own.marks.map((mark, k) => ({ id: String(k), text: `${ellipsised(chosen.words[k] ?? '', 14)}${k === last ? ' · end' : ''}`, points: [mark] }));
  const begin = at(start);
  const startName = { x: begin.x - textSize * 1.6, y: begin.y - textSize * 1.9, width: textSize * 3.2, height: textSize * 2.5 };
  const from = at({ x: 0, y: 0 });
  const reach = Math.min(box.width, box.height) * 0.42;
  return {
    box,
    title: { x: place.x, y: place.y + textSize * 1.1 },
    ways: drawn.slice(0, -1),
    // The end has its place first, then the words from the beginning on; one that would lie over another has none.
    chosen: { ...own, words: apart(placeLabels([...names.slice(-1), ...names.slice(0, Math.min(last, mostWords))], [startName], box, textSize)) },
    start: begin,
    across: ticksOf(x0, x1, scale, box.width, pad).map((value) => ({ x: at({ x: value, y: 0 }).x, text: write(value) })),
    up: ticksOf(y0, y1, scale, box.height, pad).map((value) => ({ y: at({ x: 0, y: value }).y, text: write(value) })),
    axes: { across: `component 1 · ${percent(shares[0])} of the variance`, up: `component 2 · ${percent(shares[1])}` },
    pull: pull && { from, to: { x: from.x + pull.x * reach, y: from.y - pull.y * reach } },
  };
}

/** Those that lie over none before them, but for the air around their letters. */
function apart(labels: readonly PlacedLabel[]): PlacedLabel[] {
  const kept: PlacedLabel[] = [];
  for (const each of labels) {
    const air = each.height * 0.2;
    if (kept.every((other) => each.x >= other.x + other.width || other.x >= each.x + each.width || Math.abs(each.y - other.y) >= each.height - air)) kept.push(each);
  }
  return kept;
}

/** Words along a way that are written at most. */
const mostWords = 60;

function endsOf(values: readonly number[]): readonly [number, number] {
  const [low = 0, high = 0] = extent(values);
  return [low, high];
}

/** Round numbers over the whole length of an axis, a few. */
function ticksOf(low: number, high: number, scale: number, length: number, pad: number): number[] {
  const spare = (length / scale - (high - low)) / 2;
  const margin = (pad * 0.5) / scale;
  return ticks(low - spare + margin, high + spare - margin, 4);
}
