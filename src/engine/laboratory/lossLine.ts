// The loss along the gradient: L(θ − η·g) for one η after another, by forward passes alone.
import { totalLossOf } from '../run/totalLoss.ts';
import type { Trace } from '../run/trace.ts';
import { forwards, runOf } from './passes.ts';

/** How far the line reaches on both sides of η, in powers of ten. */
const decades = 2;
/** How many rates a power of ten has, and how many where passes take long: a rate is two of them, and the hand is waiting. */
const [fine, coarse] = [8, 4];
/** Steps times parameters of a pass that takes long: some milliseconds. */
const longPass = 400_000;

/** 0, then η·10⁻² … η·10², of which η itself is one: 34 numbers, or 18 of a pass with so much `work`; 0 alone where η is 0. */
export function ratesAround(learningRate: number, work = 0): Float64Array {
  if (!(learningRate >= 0 && learningRate < Infinity)) throw new Error(`A learning rate is a number of at least 0, but it is ${learningRate}.`);
  if (learningRate === 0) return Float64Array.of(0);
  const perDecade = work > longPass ? coarse : fine;
  const middle = decades * perDecade;
  return Float64Array.from({ length: 2 * middle + 2 }, (_, n) => (n === 0 ? 0 : learningRate * 10 ** ((n - 1 - middle) / perDecade)));
}

/** L at each rate; ∞ or NaN where it overflows. `steps`: how many steps the loss needs. The trace keeps the numbers of the last rate. */
export function* lossesAlong(trace: Trace, parameters: Float64Array, gradient: Float64Array, rates: Float64Array, steps: number): Generator<void, Float64Array> {
  const moved = new Float64Array(parameters.length);
  const run = runOf({ parameters: moved }, trace);
  const losses = new Float64Array(rates.length);
  for (const [n, rate] of rates.entries()) {
    // At 0 nothing moves, whatever the gradient is: 0 · ∞ is no number.
    for (let i = 0; i < moved.length; i++) moved[i] = rate === 0 ? parameters[i]! : parameters[i]! - rate * gradient[i]!;
    yield* forwards(run, 0, steps);
    losses[n] = totalLossOf(trace);
  }
  return losses;
}
