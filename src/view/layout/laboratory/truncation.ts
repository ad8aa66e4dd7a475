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
  /** Arcs are as high as there is room for them. */
  readonly height: number;
  readonly textSize: number;
}

/** A step by itself, or a window of many. */
export interface Station {
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

/** Pixels a step from which each is drawn by itself. */
const roomForStep = 20;

export function stepRow(input: StepRowInput): StepRowGeometry {
  const { steps: T, window, lossAt, carried, cut, width, height, textSize } = input;
  const margin = textSize * 1.2;
  const pitch = (width - 2 * margin) / T;
  const edge = (t: number): number => margin + t * pitch;
  const cuts = Array.from(input.cuts);
  const isSingle = pitch >= roomForStep;
  const half = isSingle ? Math.min(textSize * 1.4, pitch * 0.34) : textSize * 1.25;
  const [over, under] = [textSize * 3.3, textSize * 4.6];
  const room = (height - over - under) / 2 - half;
  const arc = isSingle ? Math.max(pitch * 0.8, Math.min(room, pitch * 1.5)) : Math.max(textSize * 2.2, Math.min(room, textSize * 4));
  const y = over + arc + half;
  const lanes = { forward: y - half - arc, backward: y + half + arc };
  const isReached = (from: number, to: number): boolean => {
    for (let t = from; t <= to; t++) if (cut[t]! !== 0) return true;
    return false;
  };
  const stations = isSingle ? singles(T, edge, pitch, half, textSize, isReached) : blocks(T, cuts, edge, textSize, isReached);
  const arcs = arcsOf(stations, new Set(cuts), carried, lossAt, y, half, arc);
  // Scissors need room; beyond it every n-th cut has them, and each has its gap.
  const size = isSingle ? Math.min(textSize * 1.7, Math.max(12, pitch * 0.7)) : textSize * 1.6;
  const between = cuts.length > 1 ? (cuts[1]! - cuts[0]!) * pitch : Infinity;
  const stride = Math.max(1, Math.ceil((size + 4) / between));
  const begin = edge(Math.max(0, lossAt - window));
  const shown = cuts.filter((_, k) => k % stride === 0);
  return {
    height: lanes.backward + under,
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

function singles(T: number, edge: (t: number) => number, pitch: number, half: number, textSize: number, isReached: (from: number, to: number) => boolean): Station[] {
  return Array.from({ length: T }, (_, k) => {
    const text = String(k + 1);
    return { from: k + 1, to: k + 1, x: edge(k) + pitch / 2 - half, width: 2 * half, isReached: isReached(k + 1, k + 1), text: textWidth(text, textSize) <= 2 * half ? text : '' };
  });
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
function arcsOf(stations: readonly Station[], cuts: ReadonlySet<number>, carried: boolean, lossAt: number, y: number, half: number, arc: number) {
  const parts = { forward: '', forwardCut: '', backward: '', backwardIdle: '', backwardCut: '' };
  stations.slice(0, -1).forEach((before, k) => {
    const after = stations[k + 1]!;
    const isCut = cuts.has(before.to);
    const ends = reach(before, after, half * 0.45);
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

/** From a little after the middle of one to a little before that of the next; between wide blocks short, about their common border. */
function reach(before: Station, after: Station, aside: number): [number, number] {
  const border = (before.x + before.width + after.x) / 2;
  const from = before.width > 4 * aside ? middle(before) + aside : middle(before);
  const to = after.width > 4 * aside ? middle(after) - aside : middle(after);
  return [Math.max(from, border - 22), Math.min(to, border + 22)];
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
