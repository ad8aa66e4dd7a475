// How much more of its gradient one of two networks has left than the other, step by step: bars from a middle line, logarithmic.
import { decadesAround } from '../logAxis.ts';
import type { Box } from '../directLabels.ts';

/** log₁₀ of (a's norm by its last) / (b's by its last), or of the norms themselves, by k = 0 … p. ±∞ where one is 0 or too large; NaN where both are. */
export function ratioExponents(a: Float64Array, b: Float64Array, lossAt: number, isRelative: boolean): Float64Array {
  // Logarithms are subtracted, since a quotient of the numbers may be beyond float64.
  const exponents = (norms: Float64Array): Float64Array => {
    const last = norms[lossAt]!;
    const reference = isRelative && last > 0 && Number.isFinite(last) ? Math.log10(last) : 0;
    return Float64Array.from({ length: lossAt + 1 }, (_, k) => (Number.isNaN(norms[k]!) ? Infinity : Math.log10(norms[k]!) - reference));
  };
  const [first, second] = [exponents(a), exponents(b)];
  return first.map((each, k) => each - second[k]!);
}

export interface RatioStripInput {
  /** By k = 0 … p; k = 0 is not drawn. */
  readonly ratios: Float64Array;
  /** T: columns, as in the flow plot above. */
  readonly steps: number;
  /** Left edge and width of the columns. */
  readonly x: number;
  readonly columns: number;
  readonly width: number;
  readonly height: number;
  readonly textSize: number;
}

export interface RatioStripGeometry {
  readonly box: Box;
  /** Where both have the same. */
  readonly middleY: number;
  /** Bars up, where the first has more, and down, where the second has; one path each. */
  readonly first: string;
  readonly second: string;
  /** Bars to the edge, where one of the two has nothing, or too much to hold. */
  readonly beyond: string;
  /** Powers of ten up and down. */
  readonly ticks: readonly { readonly y: number; readonly exponent: number }[];
  readonly xOf: (k: number) => number;
  readonly stepAt: (x: number) => number;
}

export function ratioStrip({ ratios, steps: T, x, columns, width, height, textSize }: RatioStripInput): RatioStripGeometry {
  const p = ratios.length - 1;
  const box: Box = { x, y: textSize * 1.6, width: Math.max(10, Math.min(columns, width - x)), height: Math.max(30, height - textSize * 3.2) };
  const middleY = box.y + box.height / 2;
  const pitch = box.width / T;
  const gap = pitch > 6 ? 2 : 0;
  const { high } = decadesAround(Array.from(ratios.subarray(1), Math.abs));
  const parts = { first: '', second: '', beyond: '' };
  const runs: { readonly ratio: number; readonly from: number; to: number }[] = [];
  for (let k = 1; k <= p; k++) {
    const ratio = ratios[k]!;
    if (Number.isNaN(ratio) || ratio === 0) continue;
    const reach = Number.isFinite(ratio) ? (Math.abs(ratio) / high) * (box.height / 2) : box.height / 2;
    const left = round(box.x + (k - 1) * pitch + gap / 2);
    const bar = `M${left},${round(middleY)}h${round(pitch - gap)}v${round(ratio > 0 ? -reach : reach)}h${round(gap - pitch)}z`;
    if (!Number.isFinite(ratio)) {
      // Close together, neighbours have one outline: outlines side by side would fill the strip with ink.
      const run = runs.at(-1);
      if (gap === 0 && run?.ratio === ratio && run.to === k - 1) run.to = k;
      else runs.push({ ratio, from: k, to: k });
    }
    if (ratio > 0) parts.first += bar;
    else parts.second += bar;
  }
  for (const { ratio, from, to } of runs) {
    const wide = round((to - from + 1) * pitch - gap);
    parts.beyond += `M${round(box.x + (from - 1) * pitch + gap / 2)},${round(middleY)}h${wide}v${round(ratio > 0 ? -box.height / 2 : box.height / 2)}h${-wide}z`;
  }
  const at = [high, -high];
  return {
    box, middleY, ...parts,
    ticks: at.map((exponent) => ({ exponent: Math.abs(exponent), y: exponent > 0 ? box.y : box.y + box.height })),
    xOf: (k) => box.x + (k - 0.5) * pitch,
    stepAt: (at) => Math.min(p, Math.max(1, Math.ceil((at - box.x) / pitch))),
  };
}

const round = (value: number): number => Math.round(value * 100) / 100;
