// Truncated BPTT against the full gradient of one loss: what a window of k steps leaves of ∂L/∂θ, in length and direction.
// R. Williams and J. Peng, 1990; I. Sutskever, 2013, § 2.8. State carried over the cuts, or begun anew after each.
import { gradientNorms } from '../gradient/flow.ts';
import { norm } from '../math/linear.ts';
import type { Example } from '../model.ts';
import { withLossAt } from '../run/lossAt.ts';
import { createTrace } from '../run/trace.ts';
import { angleBetween } from './angle.ts';
import { factsOf } from './facts.ts';
import { backwards, forwards, runOf, type Reading, type Run } from './passes.ts';
import { prepare } from './prepare.ts';
import type { Answering, Questions } from './questions.ts';
import { stateNorms } from './stateNorms.ts';
import { cutsOf, triedWindows, withResets } from './windows.ts';

type Asked = Omit<Questions['truncation']['question'], 'setup'>;
type Truncated = Omit<Questions['truncation']['answer'], 'facts'>;

export const truncation: Answering<'truncation'> = function* ({ setup, ...asked }) {
  const prepared = prepare(setup);
  const facts = factsOf(prepared);
  yield;
  return { facts, ...(yield* truncatedOf(prepared, setup.sequence.lossAt, asked)) };
};

/** The same of any network with one chain and a read-out at every step. Its initial states are 0. */
function* truncatedOf(reading: Reading, p: number, { window, carried, mostWindows }: Asked): Generator<void, Truncated> {
  const run = runOf(reading, withLossAt(createTrace(reading.network, reading.example), p));
  const { trace } = run;
  const T = trace.stepCount;
  const cuts = cutsOf(T, p, window);
  const windows = triedWindows(T, window, mostWindows);
  yield* forwards(run, 0, T);
  const carriedOver = yield* onTheWayBack(run, p, windows);
  const [full, whole, states] = [gradientNorms(trace), trace.parameterGradients, stateNorms(trace)];

  const errors = new Float64Array(windows.length);
  const angles = new Float64Array(windows.length);
  for (const [n, each] of windows.entries()) {
    const left = carried ? carriedOver[n]! : (yield* begunAnew(reading, p, each)).parameterGradients;
    errors[n] = norm(left.map((x, i) => x - whole[i]!)) / norm(whole);
    angles[n] = (angleBetween(left, whole) * 180) / Math.PI;
    yield;
  }

  // Nothing arrives at the state before the cut any more; before the first step there is no cut.
  const first = Math.max(p - window, 0);
  const own = carried ? full.subarray(first) : gradientNorms(yield* begunAnew(reading, p, window));
  const cut = full.map((_, k) => (k < first || (k === first && first > 0) ? 0 : (own[k - first] ?? 0)));
  if (carried) return { windows, errors, angles, full, cut, states, cutStates: states, cuts };
  const anew = runOf(reading, withResets(trace, cuts));
  yield* forwards(anew, 0, T);
  return { windows, errors, angles, full, cut, states, cutStates: stateNorms(anew.trace), cuts };
}

/**
 * ∂L/∂θ by window. Truncation with a carried state leaves out what comes before the cut and changes nothing after it, so the sums of
 * the full way back, as they stand where a window ends, are its gradients.
 */
function* onTheWayBack(run: Run, p: number, windows: Int32Array): Generator<void, Float64Array[]> {
  const kept: Float64Array[] = [];
  let to = p;
  for (const window of windows) {
    const from = Math.max(p - window, 0);
    yield* backwards(run, from, to);
    to = from;
    kept.push(run.trace.parameterGradients.slice());
  }
  yield* backwards(run, 0, to);
  return kept;
}

/** The way back through a window that began with the state 0: a run of its own, whose row 0 is that state. */
function* begunAnew(reading: Reading, p: number, window: number) {
  const first = Math.max(p - window, 0);
  const run = runOf(reading, withLossAt(createTrace(reading.network, stretchOf(reading, first, p)), p - first));
  yield* forwards(run, 0, p - first);
  yield* backwards(run, 0, p - first);
  return run.trace;
}

/** Steps first + 1 … last of what is read, with their targets. */
function stretchOf({ network: { model }, example: { inputs, targets } }: Reading, first: number, last: number): Example {
  const of = model.loss === 'cross_entropy' ? 1 : model.outputSize;
  return {
    inputs:
      inputs.kind === 'one-hot'
        ? { kind: 'one-hot', indices: inputs.indices.slice(first, last) }
        : { kind: 'dense', values: inputs.values.slice(first * model.inputSize, last * model.inputSize) },
    targets: targets.slice(first * of, last * of),
  };
}
