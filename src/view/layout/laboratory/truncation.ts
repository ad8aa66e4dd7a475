// The row of steps with the scissors, as numbers: steps or, where they are many, windows as blocks; arrows over them that carry the
// state, arrows under them that carry the gradient, and where each is cut.
import { textWidth } from '../directLabels.ts';

export interface StepRowInput {
  /** T. */
  readonly steps: number;
  readonly window: number;
  /** Steps t after which the way back is cut, rising. */
  readonly cuts: ArrayLike<number>;
  /** 1 … T. */
  readonly lossAt: number;
  /** Whether the forward arrow passes a cut. */
  readonly carried: boolean;
  /** ‖∂L/∂h_k‖ with the scissors, k = 0 … T: which steps the gradient reaches. */
  readonly cut: ArrayLike<number>;
  readonly width: number;
  /** Arcs are as high as there is room for them; from `rowHeight` on all has room. */
  readonly height: number;
  readonly textSize: number;
}

/** A step by itself, or a window of many. */
interface Station {
  readonly from: number;
  readonly to: number;
  readonly x: number;
  readonly width: number;
  /** Whether the gradient of the loss reaches any of its steps. */
  readonly isReached: boolean;
  /** Empty where it has no room. */
  readonly text: string;
}

export interface StepRowGeometry {
  readonly height: number;
  /** Whether every step is drawn by itself. */
  readonly isSingle: boolean;
  /** Middle of the stations, and half their height. */
  readonly y: number;
  readonly half: number;
  readonly stations: readonly Station[];
  /** Paths of arcs, each with its head: forward and backward ones that are whole, and what is left of those that are cut. */
  readonly forward: string;
  readonly forwardCut: string;
  /** Ways back on which the gradient of this loss really travels, and those on which none comes. */
  readonly backward: string;
  readonly backwardIdle: string;
  readonly backwardCut: string;
  readonly scissors: readonly { readonly t: number; readonly x: number; readonly y: number; readonly size: number }[];
  /** Where scissors cut forwards too; the same places. Empty where the state is carried. */
  readonly resets: readonly { readonly t: number; readonly x: number; readonly y: number }[];
  readonly lossX: number;
  /** Before the window's first step: windows are counted back from the loss. */
  readonly handleX: number;
  /** The window that ends with the loss. */
  readonly span: { readonly x: number; readonly width: number };
  readonly lanes: { readonly forward: number; readonly backward: number };
  /** The window that begins at an x and ends with the loss, 1 … `lossAt`. */
  readonly windowAt: (x: number) => number;
}

/** Letters over the upper arcs, for what the lane is and for the loss, and under the lower ones, for the handle's grip and what the lane is. */
const [over, under] = [3.3, 4.6];
/** Letters that the least arc over blocks is high, and the least one over steps. */
const [blockArc, stepArc] = [2.2, 1.2];
/** Letters of half a block's height, and of half a step's, where there is room. */
const [blockHalf, stepHalf] = [1.25, 1.4];

/** The least height at which nothing of the row runs out of its place, with a little more for arcs that are easy to see. */
export const rowHeight = (textSize: number): number => (over + under + 2 * (blockHalf + blockArc) + 1) * textSize;

/** Half a step's width by its pitch: as is usual, and at most, where its number asks for it. */
const [usualPart, largestPart] = [0.34, 0.43];

/** Pixels a step from which each is drawn by itself: an arc over it is to be seen, and a number has room between two steps without one. */
const roomForStep = (widest: number, textSize: number): number => Math.max(20, textSize * 1.1, (widest + 4) / (2 - 2 * usualPart));

/** What the number of a step takes up: digits of one width, wider than letters are on average, and air between them and the step's line. */
const numberWidth = (t: number, textSize: number): number => String(t).length * textSize * 0.63 + 4;

/** Half a step's width, so that all numbers have room in it if they can. */
function halfOfStep(pitch: number, widest: number, textSize: number): number {
  const usual = Math.min(textSize * stepHalf, pitch * usualPart);
  return widest <= 2 * largestPart * pitch ? Math.max(usual, widest / 2) : usual;
}

export function stepRow(input: StepRowInput): StepRowGeometry {
  const { steps: T, window, lossAt, carried, cut, width, height, textSize } = input;
  const margin = textSize * 1.2;
  const pitch = (width - 2 * margin) / T;
  const edge = (t: number): number => margin + t * pitch;
  const cuts = Array.from(input.cuts);
  const widest = numberWidth(T, textSize);
  const isSingle = pitch >= roomForStep(widest, textSize);
  const half = isSingle ? halfOfStep(pitch, widest, textSize) : textSize * blockHalf;
  const room = (height - (over + under) * textSize) / 2 - half;
  // Where steps stand wide apart an arc is flat rather than high: what is around the figure is not drawn over.
  const arc = isSingle ? Math.min(Math.max(textSize * stepArc, room), pitch * 1.5) : Math.max(textSize * blockArc, Math.min(room, textSize * 4));
  const y = over * textSize + arc + half;
  const lanes = { forward: y - half - arc, backward: y + half + arc };
  const isReached = (from: number, to: number): boolean => {
    for (let t = from; t <= to; t++) if (cut[t]! !== 0) return true;
    return false;
  };
  const stations = isSingle ? singles({ T, edge, pitch, half, widest, lossAt, isReached }) : blocks(T, cuts, edge, textSize, isReached);
  const arcs = arcsOf(stations, new Set(cuts), carried, lossAt, y, half, arc, isSingle ? Infinity : blockReach);
  // Scissors need room; beyond it every n-th cut has them, and each has its gap.
  const size = isSingle ? Math.min(textSize * 1.7, Math.max(12, pitch * 0.7)) : textSize * 1.6;
  const between = cuts.length > 1 ? (cuts[1]! - cuts[0]!) * pitch : Infinity;
  const stride = Math.max(1, Math.ceil((size + 4) / between));
  const begin = edge(Math.max(0, lossAt - window));
  const shown = cuts.filter((_, k) => k % stride === 0);
  return {
    height: lanes.backward + under * textSize,
    isSingle, y, half, stations, ...arcs,
    scissors: shown.map((t) => ({ t, x: edge(t), y: lanes.backward - arc * 0.15, size })),
    resets: carried ? [] : shown.map((t) => ({ t, x: edge(t), y: lanes.forward + arc * 0.15 })),
    lossX: edge(lossAt - 0.5),
    handleX: begin,
    span: { x: begin, width: edge(lossAt) - begin },
    lanes,
    windowAt: (x) => Math.min(lossAt, Math.max(1, lossAt - Math.round((x - margin) / pitch))),
  };
}

interface Singles {
  readonly T: number;
  readonly edge: (t: number) => number;
  readonly pitch: number;
  readonly half: number;
  /** Pixels of the widest number. */
  readonly widest: number;
  readonly lossAt: number;
  readonly isReached: (from: number, to: number) => boolean;
}

/** Steps one by one: numbers for all or, where the widest has no room, for some, each in a step that is drawn as wide as that. */
function singles({ T, edge, pitch, half, widest, lossAt, isReached }: Singles): Station[] {
  const isNumbered = numberedSteps(T, pitch, half, widest, lossAt);
  return Array.from({ length: T }, (_, k) => {
    const t = k + 1;
    const hasNumber = isNumbered(t);
    const width = hasNumber ? Math.max(2 * half, widest) : 2 * half;
    return { from: t, to: t, x: edge(k) + pitch / 2 - width / 2, width, isReached: isReached(t, t), text: hasNumber ? String(t) : '' };
  });
}

/** Numbers that steps are counted in. */
const strides = [5, 10, 20, 50, 100];

/** Which steps have their number: all or, where the widest is too wide, the loss and every n-th that leaves room beside it. */
function numberedSteps(T: number, pitch: number, half: number, widest: number, lossAt: number): (t: number) => boolean {
  if (widest <= 2 * half) return () => true;
  const apart = Math.ceil((widest + 2) / pitch);
  const stride = strides.find((each) => each >= apart) ?? T;
  return (t) => t === lossAt || (t % stride === 0 && Math.abs(t - lossAt) >= apart);
}

function blocks(T: number, cuts: readonly number[], edge: (t: number) => number, textSize: number, isReached: (from: number, to: number) => boolean): Station[] {
  const ends = [0, ...cuts.filter((t) => t < T), T];
  return ends.slice(1).map((to, k) => {
    const from = ends[k]! + 1;
    const full = edge(to) - edge(from - 1);
    const gap = Math.min(6, full * 0.3);
    const text = from === to ? String(from) : `${from}–${to}`;
    return { from, to, x: edge(from - 1) + gap / 2, width: full - gap, isReached: isReached(from, to), text: textWidth(text, textSize) + 6 <= full - gap ? text : '' };
  });
}

/** Arcs from each station to the next: over them forwards, under them backwards. */
function arcsOf(stations: readonly Station[], cuts: ReadonlySet<number>, carried: boolean, lossAt: number, y: number, half: number, arc: number, most: number) {
  const parts = { forward: '', forwardCut: '', backward: '', backwardIdle: '', backwardCut: '' };
  stations.slice(0, -1).forEach((before, k) => {
    const after = stations[k + 1]!;
    const isCut = cuts.has(before.to);
    const ends = reach(before, after, half * 0.45, most);
    const over = curve(ends[0], ends[1], y - half, -arc);
    const under = curve(ends[1], ends[0], y + half, arc);
    if (isCut && !carried) parts.forwardCut += over;
    else parts.forward += over;
    if (isCut) parts.backwardCut += under;
    else if (before.isReached && after.isReached && after.from <= lossAt) parts.backward += under;
    else parts.backwardIdle += under;
  });
  return parts;
}

const middle = ({ x, width }: Station): number => x + width / 2;

/** Pixels that an arc between blocks reaches to either side of their border, at most: a block is no point that it could begin at. */
const blockReach = 22;

/** From a little after the middle of one to a little before that of the next; no further than `most` from their common border. */
function reach(before: Station, after: Station, aside: number, most: number): [number, number] {
  const border = (before.x + before.width + after.x) / 2;
  const from = before.width > 4 * aside ? middle(before) + aside : middle(before);
  const to = after.width > 4 * aside ? middle(after) - aside : middle(after);
  return [Math.max(from, border - most), Math.min(to, border + most)];
}

const round = (value: number): number => Math.round(value * 100) / 100;

/** An arc that bulges by `bulge`, with an arrow's head at its end. */
function curve(from: number, to: number, y: number, bulge: number): string {
  const peak = y + bulge * 1.15;
  const [dx, side] = [Math.sign(to - from), Math.sign(bulge)];
  const head = Math.min(5, Math.abs(to - from) / 4);
  const tip = y + side * 2;
  return `M${round(from)},${round(tip)}C${round(from)},${round(peak)} ${round(to)},${round(peak)} ${round(to)},${round(tip)}` +
    `m${round(-head * 0.8 - dx * head * 0.25)},${round(side * head)}l${round(head * 0.8 + dx * head * 0.25)},${round(-side * head)}l${round(head * 0.8 - dx * head * 0.25)},${round(side * head)}`;
}
