// One run as a list of moments: it stops at each of them, so that whoever drives it can pause, call it off or send a frame.
import type { Job } from '../engine/job.ts';
import { createNetwork } from '../engine/network.ts';
import { stepsPerBlock } from '../engine/learn/learner.ts';
import { firstNonFinite, Pass } from '../engine/run/pass.ts';
import { createTrace, type Trace } from '../engine/run/trace.ts';
import { targetSlot } from '../engine/equation/program.ts';
import { stepsPerFrame } from './frame.ts';
import type { NonFinite, Phase } from './protocol.ts';
import type { RecipeMemory } from './recipes.ts';

export type Moment =
  /** Nothing to tell; well under a millisecond of work since the last moment, where a single step is not more. */
  | { readonly kind: 'pause' }
  | { readonly kind: 'started'; readonly parameters: Float64Array<ArrayBuffer> }
  /** These steps are computed, and stay as they are. */
  | { readonly kind: 'frame'; readonly trace: Trace; readonly phase: Phase; readonly from: number; readonly to: number }
  | {
      readonly kind: 'done';
      readonly loss: number;
      readonly parameterGradients: Float64Array<ArrayBuffer>;
      readonly firstNonFinite: NonFinite | null;
    };

const pause: Moment = { kind: 'pause' };

/** Computes a job. Throws an `Error` in words where the job cannot be computed. */
export function* compute(job: Job, recipes: RecipeMemory): Generator<Moment, void> {
  const network = createNetwork(job.model);
  const trace = createTrace(network, job.example);
  const making = recipes.parametersOf(network, job.recipe);
  let made = making.next();
  for (; made.done !== true; made = making.next()) yield pause;
  const parameters = made.value;
  const pass = new Pass(trace, parameters);
  if (job.recipe.initialState) pass.start(job.recipe.initialState);
  yield { kind: 'started', parameters: parameters.slice() };

  const count = trace.steps.length;
  const perFrame = stepsPerFrame(trace);
  const perBlock = stepsPerBlock(network);
  let isFinite = true;
  for (let from = 0; from < count; from += perFrame) {
    const to = Math.min(from + perFrame, count);
    for (let k = from; k < to; k += perBlock) {
      const end = Math.min(k + perBlock, to);
      pass.forward(k, end);
      isFinite &&= stepsAreFinite(trace, k, end);
      yield pause;
    }
    yield { kind: 'frame', trace, phase: 'forward', from, to };
  }
  const loss = pass.totalLoss();
  for (let to = count; to > 0; to -= perFrame) {
    const from = Math.max(to - perFrame, 0);
    for (let k = to; k > from; k -= perBlock) {
      pass.backward(Math.max(k - perBlock, from), k);
      yield pause;
    }
    yield { kind: 'frame', trace, phase: 'backward', from, to };
  }
  yield {
    kind: 'done',
    loss,
    parameterGradients: trace.parameterGradients.slice(),
    firstNonFinite: isFinite ? null : firstNonFinite(trace),
  };
}

/** Whether every computed value of these steps is a finite number. */
function stepsAreFinite(trace: Trace, from: number, to: number): boolean {
  return trace.network.program.slots.every(({ size }, s) => {
    if (s <= targetSlot) return true;
    const values = trace.values[s] as Float64Array;
    for (let k = from; k < to; k++) {
      const at = (trace.steps[k]?.row ?? 0) * size;
      for (let i = at; i < at + size; i++) if (!Number.isFinite(values[i])) return false;
    }
    return true;
  });
}
