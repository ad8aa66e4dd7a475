// The product of Jacobians from the step of the loss back to step k, matrix by matrix: ∂h_p/∂h_{t−1} = ∂h_p/∂h_t · ∂h_t/∂h_{t−1}.
import { Jacobians } from '../gradient/jacobians.ts';
import { activationSlopes } from '../gradient/slopes.ts';
import { spectralNorm } from '../math/singular.ts';
import type { Trace } from '../run/trace.ts';
import { hiddenPart } from './along.ts';
import { factsOf } from './facts.ts';
import { recurrentWeights } from './factors.ts';
import { preparing } from './prepare.ts';
import type { Answering, Questions } from './questions.ts';

/** As many stages are shown at each end of a long way. */
const shownAtEachEnd = 4;

type Product = Questions['product']['answer'];

export const product: Answering<'product'> = function* ({ setup, k }) {
  const prepared = yield* preparing(setup);
  const facts = factsOf(prepared);
  return { facts, ...(yield* productOf(prepared.trace, prepared.parameters, setup.sequence.lossAt, k)) };
};

/**
 * Of any trace of one sequence that has been run forwards, from step p back to state k. Of an LSTM the blocks of h are shown, with c held fixed:
 * what goes through c is in the product, so it is more than the product of the blocks. Throws in words where k is not before p.
 */
export function* productOf(trace: Trace, parameters: Float64Array, p: number, k: number): Generator<void, Omit<Product, 'facts'>> {
  if (!Number.isInteger(k) || k < 0 || k > p) throw new Error(`The loss is at step ${p}, so the way back leads to one of the states 0 to ${p}, not to ${k}.`);
  const jacobians = new Jacobians(trace, parameters);
  const part = hiddenPart(jacobians);
  const { size } = part;
  const activation = activationSlopes(trace);
  const isShown = (t: number): boolean => p - t < shownAtEachEnd || t - (k + 1) < shownAtEachEnd;
  const stages: Product['stages'][number][] = [];
  let skipped = 0;
  for (const { k: before, matrix } of jacobians.products(p, k, part)) {
    if (before === p) continue;
    const t = before + 1;
    if (!isShown(t)) skipped++;
    else {
      const local = jacobians.columns(jacobians.local(t - 1, part), part);
      const whole = jacobians.columns(matrix, part);
      stages.push({
        t, skipped,
        slopes: activation?.slopes.slice((t - 1) * size, t * size) ?? null,
        local, localNorm: spectralNorm(local, size, size),
        product: whole, productNorm: spectralNorm(whole, size, size),
      });
      skipped = 0;
    }
    yield;
  }
  return { size, weights: recurrentWeights(trace.network, parameters), stages };
}
