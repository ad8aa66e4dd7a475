// The singular values of W_hh as bars, the largest first, with the heights that decide: 1, and 1/γ, below which the gradient must vanish.
import { ticks } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import type { Box } from '../directLabels.ts';

interface SingularBarsInput {
  /** The largest first. */
  readonly values: Float64Array;
  /** Largest magnitude of an eigenvalue. */
  readonly radius: number;
  readonly gamma: number;
  readonly width: number;
  readonly height: number;
  readonly textSize: number;
}

export interface SingularBars {
  readonly box: Box;
  /** The first bar, σ_max, and all others. */
  readonly first: string;
  readonly others: string;
  /** Middle and top of the first bar. */
  readonly firstAt: { readonly x: number; readonly y: number };
  readonly yTicks: readonly { readonly value: number; readonly y: number }[];
  readonly oneAt: number;
  /** Height of 1/γ; null where that is 1. */
  readonly limitAt: number | null;
  /** Height of ρ; null where it is not a finite number. */
  readonly radiusAt: number | null;
  /** What a bar's height would be, were the values finite. */
  readonly isFinite: boolean;
  /** Where the bars end that a line of words on a height would stand over: from there to the right edge it has the ground to itself. */
  readonly freeFrom: (y: number) => number;
  /** The bar under an x: a place in `values`. */
  readonly barAt: (x: number) => number;
  readonly columnOf: (bar: number) => { readonly x: number; readonly width: number };
}

/** Heights that the axis may end at, so that it stands still while a hand drags. */
const tops = [1.25, 1.6, 2.2, 3.2, 4.6, 6.5, 10, 16, 25, 40, 100, 1000];

export function singularBars({ values, radius, gamma, width, height, textSize }: SingularBarsInput): SingularBars {
  const left = textSize * 3;
  const top = textSize * 1.7;
  const box: Box = { x: left, y: top, width: Math.max(40, width - left - textSize * 0.5), height: Math.max(40, height - top - textSize * 3) };
  const largest = values[0] ?? 0;
  const isKnown = Number.isFinite(largest);
  const reach = Math.max(isKnown ? largest : 1, 1, 1 / gamma) * 1.08;
  const end = tops.find((each) => each >= reach) ?? reach;
  const yOf = scaleLinear([0, end], [box.y + box.height, box.y]);
  const pitch = box.width / Math.max(1, values.length);
  const gap = pitch > 6 ? Math.min(4, pitch * 0.2) : 0;
  const columnOf = (bar: number): { x: number; width: number } => {
    const thickness = Math.min(pitch - gap, 56);
    return { x: box.x + bar * pitch + (pitch - thickness) / 2, width: thickness };
  };
  const bar = (value: number, k: number): string => {
    if (!Number.isFinite(value)) return '';
    const { x, width: thick } = columnOf(k);
    return `M${x.toFixed(2)},${yOf(0)}V${yOf(value).toFixed(2)}h${thick.toFixed(2)}V${yOf(0)}z`;
  };
  const paths = Array.from(values, bar);
  const first = columnOf(0);
  return {
    box,
    first: paths[0] ?? '',
    others: paths.slice(1).join(''),
    firstAt: { x: first.x + first.width / 2, y: yOf(isKnown ? largest : 0) },
    yTicks: ticks(0, end, Math.max(2, Math.min(6, Math.floor(box.height / (textSize * 2.6))))).map((value) => ({ value, y: yOf(value) })),
    oneAt: yOf(1),
    limitAt: gamma === 1 ? null : yOf(1 / gamma),
    radiusAt: Number.isFinite(radius) ? yOf(Math.min(radius, end)) : null,
    isFinite: isKnown,
    freeFrom: (y) => {
      // Half a pixel, so that bars that end on the height itself are under the words.
      const reaching = values.findLastIndex((value) => Number.isFinite(value) && yOf(value) < y - 0.5);
      if (reaching < 0) return box.x;
      const { x, width: thick } = columnOf(reaching);
      return x + thick;
    },
    barAt: (x) => Math.min(values.length - 1, Math.max(0, Math.floor((x - box.x) / pitch))),
    columnOf,
  };
}
