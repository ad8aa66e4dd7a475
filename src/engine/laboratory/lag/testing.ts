// How a network does on sequences that it never learns from: share of right answers and mean loss, by forward passes alone.
import type { Example } from '../../model.ts';
import { slotIndex, type Network } from '../../network.ts';
import { Pass } from '../../run/pass.ts';
import { createTrace, refilled } from '../../run/trace.ts';
import type { LagResult } from './job.ts';
import type { LagTask } from './tasks.ts';

/** How many time steps are computed between two pauses: a few milliseconds of work. */
const stepsBetweenPauses = 1000;

/** Sequences of one length, one after the other in the same memory: all at once would take a hundred megabytes at a lag of 100. */
export function* testing(network: Network, parameters: Float64Array, { isRight }: LagTask, examples: readonly Example[]): Generator<null, LagResult> {
  const [y, L] = [slotIndex(network.program, 'y'), slotIndex(network.program, 'L')];
  const { outputSize } = network.model;
  let trace = createTrace(network, examples[0]!);
  let [right, loss, sincePause] = [0, 0, 0];
  for (const example of examples) {
    trace = refilled(trace, example) ?? createTrace(network, example);
    new Pass(trace, parameters).forward();
    const T = trace.stepCount;
    const answer = trace.values[y]!.subarray(T * outputSize, (T + 1) * outputSize);
    if (isRight(answer, example.targets)) right++;
    loss += trace.values[L]![T]!;
    sincePause += T;
    if (sincePause < stepsBetweenPauses) continue;
    sincePause = 0;
    yield null;
  }
  return { accuracy: right / examples.length, loss: loss / examples.length };
}
