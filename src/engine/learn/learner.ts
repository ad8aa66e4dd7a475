// Learning by gradient descent: forward, backward and update over batches that share one buffer of parameters.
// Nothing is allocated in a step; a batch is laid out once and learned from again and again.
import type { Example } from '../model.ts';
import { requireParameters, slotIndex, type Network } from '../network.ts';
import { clip, descend, type Clipping, type Optimiser } from './optimisers.ts';
import { norm } from '../math/linear.ts';
import { Pass } from '../run/pass.ts';
import type { Truncation } from '../run/sequences.ts';
import { createTrace, type Trace } from '../run/trace.ts';

/** A batch laid out for learning. */
export interface Lesson {
  /** Forward and backward with the parameters as they are, which leaves ∂L/∂θ in the learner's gradients; returns L. */
  run(): number;
  /** As `run`, with a pause after each piece of work that takes a good part of a millisecond. */
  steps(): Generator<void, number>;
  /** Forward alone, with pauses as in `steps`: what the network puts out. The learner's gradients mean nothing after it. */
  looks(): Generator<void, Look>;
}

/** What a network puts out for a batch, with the parameters as they are. */
export interface Look {
  readonly loss: number;
  /** By example y, before it becomes probabilities: [read-out · Y + output]. Copies. */
  readonly outputs: readonly Float64Array[];
}

export interface LessonOptions {
  /** By the state's symbol, H numbers or B·H; zeros where left out. */
  readonly initialStates?: Readonly<Record<string, ArrayLike<number>>> | undefined;
  readonly truncation?: Truncation | undefined;
  /** For a batch that is learned from once: the next passing lesson takes its memory, and it must not be run any more then. Left out for false. */
  readonly isPassing?: boolean | undefined;
}

/** What an update did: the loss and the gradient's global norm just before it, before any clipping. */
interface Update {
  readonly loss: number;
  readonly gradientNorm: number;
}

/** What computes losses and gradients: the plain loops, or the kernel. Both have the same numbers to rounding. */
export interface Learner {
  readonly network: Network;
  /** The parameters that it computes with: change them in place. */
  readonly parameters: Float64Array;
  /** ∂L/∂θ of the lesson that was run last, in the same layout. */
  readonly gradients: Float64Array;
  /**
   * Lays out a batch, whose memory may stay taken as long as the learner is there (unless it `isPassing`): one lesson serves many runs. Throws in words
   * where the batch or a state does not fit the network, or where memory would not be enough.
   */
  lesson(examples: Example | readonly Example[], options?: LessonOptions): Lesson;
  /** θ ← θ − η ∂L/∂θ. */
  descend(learningRate: number): void;
}

/** The plain TypeScript loops over the declared operations: any cell, any lengths, any truncation. */
export function plainLearner(network: Network, initial: Float64Array): Learner {
  requireParameters(network, initial);
  const parameters = initial.slice();
  const gradients = new Float64Array(parameters.length);
  return {
    network,
    parameters,
    gradients,
    lesson(examples, { initialStates = {}, truncation } = {}) {
      const trace = { ...createTrace(network, examples, truncation), parameterGradients: gradients };
      const pass = new Pass(trace, parameters);
      for (const [symbol, values] of Object.entries(initialStates)) pass.start(values, symbol);
      const count = trace.steps.length;
      const block = stepsPerBlock(network);
      function* steps(): Generator<void, number> {
        for (let from = 0; from < count; from += block) {
          pass.forward(from, Math.min(from + block, count));
          yield;
        }
        const loss = pass.totalLoss();
        pass.clearGradients();
        for (let to = count; to > 0; to -= block) {
          pass.backward(Math.max(to - block, 0), to);
          yield;
        }
        return loss;
      }
      function* looks(): Generator<void, Look> {
        for (let from = 0; from < count; from += block) {
          pass.forward(from, Math.min(from + block, count));
          yield;
        }
        return { loss: pass.totalLoss(), outputs: outputsOf(trace) };
      }
      return { steps, looks, run: () => finish(steps()) };
    },
    descend: (learningRate) => descend(parameters, gradients, learningRate),
  };
}

/** y of each sequence at the rows where it is read out. */
function outputsOf({ network: { program }, sequences, values }: Trace): Float64Array[] {
  const slot = slotIndex(program, 'y');
  const { size } = program.slots[slot]!;
  const B = sequences.length;
  return sequences.map(({ readoutRows }, b) => {
    const own = new Float64Array(readoutRows.length * size);
    readoutRows.forEach((row, r) => own.set(values[slot]!.subarray((row * B + b) * size, (row * B + b + 1) * size), r * size));
    return own;
  });
}

/** How many time steps are computed between two pauses: a small fraction of a millisecond of work, and at least 1. */
export function stepsPerBlock(network: Network): number {
  return Math.max(1, Math.floor(32_768 / network.program.parameterCount));
}

/** Runs a computation with pauses to its end without any; returns its result. */
export function finish<Result>(computation: Generator<void, Result>): Result {
  let next = computation.next();
  while (next.done !== true) next = computation.next();
  return next.value;
}

/** One update of the learner's parameters from a lesson: gradient, clipping by value then by norm, and the optimiser's step. */
export function learn(learner: Pick<Learner, 'parameters' | 'gradients'>, lesson: Pick<Lesson, 'run'>, optimiser: Optimiser, { clipping = {}, learningRate }: { readonly clipping?: Clipping; readonly learningRate?: number } = {}): Update {
  const loss = lesson.run();
  const { gradients } = learner;
  const gradientNorm = norm(gradients);
  clip(gradients, clipping);
  optimiser.step(learner.parameters, gradients, learningRate);
  return { loss, gradientNorm };
}
