// What each step multiplies the gradient by, as bars on a logarithmic height: from × 1 the activation's slope takes it down, from there the
// weights take it on. The way back runs from right to left, so in each step's column the slope stands at the right, the weights at the left.
import { ticks } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import type { Box } from '../directLabels.ts';

interface FactorBarsInput {
  /** ‖∂L/∂h_{t−1}‖ / ‖∂L/∂h_t‖ by t; index 0 and after the step of the loss: NaN. T+1 numbers. */
  readonly factor: Float64Array;
  /** Its two parts, likewise; empty where it does not split. */
  readonly slopePart: Float64Array;
  readonly weightPart: Float64Array;
  /** ‖∂h_t/∂h_{t−1}‖₂, the most that the step could multiply by. */
  readonly local: Float64Array;
  /** σ_max·γ; null where it bounds nothing. */
  readonly bound: number | null;
  readonly width: number;
  readonly height: number;
  readonly textSize: number;
}

/** A bar that leaves the axis: a factor of 0, or one that is not finite. */
interface BarMark {
  readonly t: number;
  readonly kind: 'zero' | 'overflow';
  readonly x: number;
  readonly y: number;
}

export interface FactorBars {
  readonly box: Box;
  readonly slopes: string;
  readonly weights: string;
  /** The factor itself: a short line across each column. */
  readonly factors: string;
  readonly locals: string;
  /** Height of σ_max·γ; null where it has none on this axis. */
  readonly boundAt: number | null;
  readonly oneAt: number;
  readonly yTicks: readonly { readonly value: number; readonly y: number }[];
  readonly xTicks: readonly { readonly t: number; readonly x: number }[];
  readonly marks: readonly BarMark[];
  readonly columnOf: (t: number) => { readonly x: number; readonly width: number };
  /** The step whose column is under an x, 1 … T. */
  readonly stepAt: (x: number) => number;
}

/** Exponents of ten that the axis may end at. */
const ends = [0.12, 0.35, 0.5, 0.8, 1.2, 2, 3, 5, 8, 12, 24, 48, 100, 330];
/** Ticks where the axis has less than three decades: factors as one says them. */
const said = [0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100];

export function factorBars(input: FactorBarsInput): FactorBars {
  const { factor, slopePart, weightPart, local, bound, width, height, textSize } = input;
  const T = factor.length - 1;
  const left = textSize * 3.6;
  const top = textSize * 1.9;
  const box: Box = { x: left, y: top, width: Math.max(30, width - left - textSize), height: Math.max(40, height - top - textSize * 3.2) };
  const bottom = box.y + box.height;
  const all = [...factor, ...slopePart, ...local, bound ?? NaN].map(Math.log10).filter(Number.isFinite);
  const low = -endFor(-Math.min(0, ...all) * 1.02);
  const high = endFor(Math.max(0, ...all) * 1.05);
  const yOf = scaleLinear([low, high], [bottom, box.y]).clamp(true);
  const at = (value: number): number => yOf(Math.log10(value));
  const one = yOf(0);
  const pitch = box.width / T;
  const gap = pitch > 8 ? Math.min(3, pitch * 0.12) : 0;
  const columnOf = (t: number): { x: number; width: number } => ({ x: box.x + (t - 1) * pitch, width: pitch });

  const [slopes, weights, factors, locals]: [string[], string[], string[], string[]] = [[], [], [], []];
  const marks: BarMark[] = [];
  const bar = (x: number, wide: number, from: number, to: number): string => `M${x.toFixed(2)},${from.toFixed(2)}V${to.toFixed(2)}h${wide.toFixed(2)}V${from.toFixed(2)}z`;
  const dash = (t: number, y: number): string => `M${(columnOf(t).x + gap / 2).toFixed(2)},${y.toFixed(2)}h${(pitch - gap).toFixed(2)}`;
  const isSplit = slopePart.length > 0;
  for (let t = 1; t <= T; t++) {
    const whole = factor[t]!;
    if (Number.isFinite(local[t] ?? NaN) && local[t]! > 0 && !Number.isNaN(whole)) locals.push(dash(t, at(local[t]!)));
    const [slope, weight] = [slopePart[t] ?? NaN, weightPart[t] ?? NaN];
    const { x } = columnOf(t);
    const half = (pitch - gap) / 2;
    if (isSplit && !Number.isNaN(slope)) {
      slopes.push(bar(x + gap / 2 + half, half, one, at(slope)));
      if (!Number.isNaN(weight)) weights.push(bar(x + gap / 2, half, at(slope), at(slope * weight)));
    } else if (!isSplit && whole > 0) weights.push(bar(x + gap / 2, pitch - gap, one, at(whole)));
    if (whole > 0 && Number.isFinite(whole)) factors.push(dash(t, at(whole)));
    else if (whole === 0 || whole === Infinity) marks.push({ t, kind: whole === 0 ? 'zero' : 'overflow', x: x + pitch / 2, y: whole === 0 ? bottom : box.y });
  }
  return {
    box,
    slopes: slopes.join(''),
    weights: weights.join(''),
    factors: factors.join(''),
    locals: locals.join(''),
    boundAt: bound !== null && bound > 0 && Number.isFinite(bound) ? at(bound) : null,
    oneAt: one,
    yTicks: yTicksOf(low, high, box.height / (textSize * 1.8)).map((value) => ({ value, y: at(value) })),
    xTicks: stepTicks(T, Math.max(2, Math.floor(box.width / (textSize * 6)))).map((t) => ({ t, x: columnOf(t).x + pitch / 2 })),
    marks,
    columnOf,
    stepAt: (x) => Math.min(T, Math.max(1, Math.ceil((x - box.x) / pitch))),
  };
}

const endFor = (exponent: number): number => ends.find((each) => each >= exponent) ?? ends.at(-1)!;

function yTicksOf(low: number, high: number, room: number): number[] {
  const sayable = said.filter((value) => Math.log10(value) >= low && Math.log10(value) <= high);
  if (high - low <= 3) return sayable.length <= room ? sayable : sayable.filter((value) => Number.isInteger(Math.log10(value)));
  return ticks(low, high, Math.max(2, Math.min(6, room))).filter(Number.isInteger).map((exponent) => 10 ** exponent);
}

/** The first and the last step, and round ones between them. */
function stepTicks(T: number, most: number): number[] {
  const between = ticks(1, T, most).filter((t) => Number.isInteger(t) && t > 1 + T / most / 2 && t < T - T / most / 2);
  return T === 1 ? [1] : [1, ...between, T];
}
