// Which time steps are named below a plot, and where their names stand.
import { ticks } from 'd3-array';
import { textWidth, type Box } from './directLabels.ts';

/** Made once: making one takes longer than a whole plot. */
const grouping = new Intl.NumberFormat('en-US');

export interface StepTick {
  readonly t: number;
  readonly x: number;
  readonly text: string;
  readonly anchor: 'start' | 'middle' | 'end';
}

/** The two ends in words, and round numbers between them, as many as have room. */
export function stepTicks(
  T: number,
  xOf: (t: number) => number,
  box: Box,
  [first, last]: readonly [string, string],
  textSize: number,
  hasPassage = false,
): StepTick[] {
  const right = box.x + box.width;
  if (T === 1) return [{ t: 1, x: xOf(1), text: `${first} = ${last}`, anchor: 'middle' }];
  const half = (text: string): number => textWidth(text, textSize) / 2;
  const isWide = box.width / T > 2 * Math.max(half(first), half(last)) + 8;
  const ends = [
    { t: 1, x: isWide ? xOf(1) : box.x, text: first, anchor: isWide ? ('middle' as const) : ('start' as const) },
    { t: T, x: isWide ? xOf(T) : right, text: last, anchor: isWide ? ('middle' as const) : ('end' as const) },
  ] as const;
  // Where two sequences follow each other, each counts from 1.
  if (hasPassage) return [...ends];
  const from = (isWide ? xOf(1) + half(first) : box.x + 2 * half(first)) + 12;
  const to = (isWide ? xOf(T) - half(last) : right - 2 * half(last)) - 12;
  const count = Math.max(1, Math.min(8, Math.floor((to - from) / (textSize * 5))));
  const between = ticks(1, T, count)
    .filter((t) => Number.isInteger(t) && t > 1 && t < T)
    .map((t) => ({ t, x: xOf(t), text: grouping.format(t), anchor: 'middle' as const }))
    .filter(({ x, text }) => x - half(text) > from && x + half(text) < to);
  return [ends[0], ...between, ends[1]];
}
