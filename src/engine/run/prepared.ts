// What a job really reads: its example, or, where it runs freely, the same with every input after the first one fed back.
import type { Job } from '../job.ts';
import type { Example, InitialStates } from '../model.ts';
import type { Network } from '../network.ts';
import { freeSteps } from './generate.ts';

interface Prepared {
  readonly example: Example;
  /** Why the sentence is read instead of the outputs, in words; null where all is as the job says. */
  readonly problem: string | null;
}

/** What is read, how, and from which states on. */
interface Reading extends Pick<Job, 'example' | 'feeding'> {
  readonly initialStates?: InitialStates | undefined;
}

export const readingOf = ({ example, feeding, recipe }: Job): Reading => ({ example, feeding, initialStates: recipe.initialStates });

/** Pauses often, in a free run after every step. Never throws: where the network cannot run freely, it reads the sentence. */
export function* preparing(network: Network, parameters: Float64Array, { example, feeding, initialStates }: Reading): Generator<void, Prepared> {
  if (feeding !== 'free') return { example, problem: null };
  try {
    const { trace } = yield* freeSteps(network, parameters, example, { initialStates });
    return { example: trace.example, problem: null };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { example, problem: `${why} So the sentence is read instead of what comes out.` };
  }
}

/** The same without pauses. */
export function preparedExample(network: Network, parameters: Float64Array, job: Job): Prepared {
  const steps = preparing(network, parameters, readingOf(job));
  let next = steps.next();
  while (next.done !== true) next = steps.next();
  return next.value;
}
