// What runs away forwards and on the way back, what one SGD update along it would do to the loss, and what clipping does to that.
// R. Pascanu, T. Mikolov and Y. Bengio, On the difficulty of training recurrent neural networks, 2013, § 2.2 and 3.2.
import { cells } from '../cells/index.ts';
import { gradientNorms } from '../gradient/flow.ts';
import { withLossAt } from '../run/lossAt.ts';
import { createTrace, type Trace } from '../run/trace.ts';
import { clippedOf, comparedWith } from './clippedEntries.ts';
import { factsOf } from './facts.ts';
import { overflowStep } from './growth.ts';
import { lossesAlong, ratesAround } from './lossLine.ts';
import type { Reading } from './passes.ts';
import { prepare } from './prepare.ts';
import type { Answering, Questions } from './questions.ts';
import { stateNorms } from './stateNorms.ts';

type Asked = Omit<Questions['explosion']['question'], 'setup'>;
type Exploded = Omit<Questions['explosion']['answer'], 'facts'>;

export const explosion: Answering<'explosion'> = function* ({ setup, ...asked }) {
  const prepared = prepare(setup);
  const facts = factsOf(prepared);
  yield;
  const { lossAt } = setup.sequence;
  const room = withLossAt(createTrace(prepared.network, prepared.example), lossAt);
  return { facts, ...(yield* explodedOf(prepared, prepared.trace, room, lossAt, asked)) };
};

/**
 * The same of any network with one chain. `trace` has both passes behind it and is not changed; `room` is another trace of the same sequence with the same
 * losses, whose numbers are written over; no loss stands after step `lastLoss`.
 */
export function* explodedOf(
  { network, parameters }: Pick<Reading, 'network' | 'parameters'>,
  trace: Trace,
  room: Trace,
  lastLoss: number,
  { learningRate, clipping }: Asked,
): Generator<void, Exploded> {
  const before = trace.parameterGradients;
  const after = clippedOf(before, clipping);
  const states = stateNorms(trace);
  const gradient = gradientNorms(trace);
  const compared = comparedWith(network.program, before, after);
  const rates = ratesAround(learningRate, lastLoss * parameters.length);
  const losses = yield* lossesAlong(room, parameters, before, rates, lastLoss);
  const clippedLosses = compared.changedEntries === 0 ? losses : yield* lossesAlong(room, parameters, after, rates, lastLoss);
  const at = rates.indexOf(learningRate);
  // A gradient of 0 is not made shorter, and what is no number stays none.
  const scale = compared.norm === 0 ? 1 : compared.clippedNorm / compared.norm;
  return {
    ...compared,
    states,
    gradient,
    overflowAt: Number.isFinite(cells[network.model.cell].largestState) ? null : overflowStep(states),
    rates,
    losses,
    clippedLosses,
    after: losses[at]!,
    clippedAfter: clippedLosses[at]!,
    clippedFlow: gradient.map((each) => each * scale),
  };
}
