// Three lines that begin at 1 at the step of the loss and run back: what was measured of the gradient, the product of Jacobians, and the bound
// (σ_max·γ)^(p−k). Pascanu, Mikolov, Bengio (2013), "On the difficulty of training recurrent neural networks".
import { relativeTo } from './gateRoad.ts';
import type { Line } from '../linesPlot.ts';

export type DecayLineId = 'bound' | 'product' | 'gradient';

interface DecayInput {
  /** ‖∂L/∂h_k‖ and ‖∂h_p/∂h_k‖₂ by k = 0 … T. */
  readonly gradient: Float64Array;
  readonly product: Float64Array;
  /** σ_max·γ; null where it bounds nothing. */
  readonly bound: number | null;
  /** The step of the loss. */
  readonly p: number;
  readonly names: Readonly<Record<DecayLineId, string>>;
}

/** A bound that runs far away from the numbers is drawn as far as this many decades beyond them. */
const boundReach = 4;

export function decayLines({ gradient, product, bound, p, names }: DecayInput): Line[] {
  const xs = Float64Array.from(gradient, (_, k) => k);
  const measured = relativeTo(gradient, p);
  const lines: Line[] = [
    { id: 'product', name: names.product, xs, ys: product },
    { id: 'gradient', name: names.gradient, xs, ys: measured },
  ];
  if (bound === null || !Number.isFinite(bound)) return lines;
  const [lowest, highest] = reachOf([measured, product]);
  const slope = Math.log10(bound);
  const ys = xs.map((k) => {
    const exponent = (p - k) * slope;
    return k > p || exponent > highest + boundReach || exponent < lowest - boundReach ? NaN : 10 ** exponent;
  });
  return [{ id: 'bound', name: names.bound, xs, ys }, ...lines];
}

/** The smallest and the largest exponent of ten, 0 among them. */
function reachOf(lines: readonly Float64Array[]): [number, number] {
  let [low, high] = [0, 0];
  for (const line of lines) {
    for (const value of line) {
      const exponent = Math.log10(value);
      if (Number.isFinite(exponent)) [low, high] = [Math.min(low, exponent), Math.max(high, exponent)];
    }
  }
  return [low, high];
}
