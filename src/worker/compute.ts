// One run as a list of moments: it stops at each of them, so that whoever drives it can pause, call it off or send a frame.
import type { Job } from '../engine/job.ts';
import type { Example } from '../engine/model.ts';
import { createNetwork } from '../engine/network.ts';
import { stepsPerBlock } from '../engine/learn/learner.ts';
import { firstNonFinite, Pass } from '../engine/run/pass.ts';
import { preparing, readingOf } from '../engine/run/prepared.ts';
import { sequencesOf } from '../engine/run/sequences.ts';
import { createTrace, type Trace } from '../engine/run/trace.ts';
import { stepsPerFrame } from './frame.ts';
import type { NonFinite, Phase } from './protocol.ts';
import type { RecipeMemory } from './recipes.ts';
import { writesOf } from './stretches.ts';

export type Moment =
  /** Nothing to tell; well under a millisecond of work since the last moment, where a single step is not more. */
  | { readonly kind: 'pause' }
  | {
      readonly kind: 'started';
      readonly parameters: Float64Array<ArrayBuffer>;
      readonly example: Example | null;
      readonly problem: string | null;
    }
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
  sequencesOf(network, job.example); // what cannot be read is told before a long training
  const making = recipes.parametersOf(network, job.recipe);
  let made = making.next();
  for (; made.done !== true; made = making.next()) yield pause;
  const parameters = made.value;
  const reading = preparing(network, parameters, readingOf(job));
  let read = reading.next();
  for (; read.done !== true; read = reading.next()) yield pause;
  const { example, problem } = read.value;
  const trace = createTrace(network, example);
  const pass = new Pass(trace, parameters);
  pass.startAll(job.recipe.initialStates);
  yield { kind: 'started', parameters: parameters.slice(), example: example === job.example ? null : example, problem };

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

/** Whether every value that these steps compute is a finite number. */
function stepsAreFinite({ network: { program }, steps, values }: Trace, from: number, to: number): boolean {
  return writesOf(program, steps, from, to).every(({ slots, rows }) =>
    slots.every((s) => {
      const size = program.slots[s]?.size ?? 0;
      return rows.every(({ first, count }) => areFinite(values[s] as Float64Array, first * size, (first + count) * size));
    }),
  );
}

function areFinite(numbers: Float64Array, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (!Number.isFinite(numbers[i])) return false;
  return true;
}
