// What the page and the worker say to each other: one union of messages each way, and nothing else.
import type { Job } from '../engine/job.ts';
import type { Example } from '../engine/model.ts';
import type { firstNonFinite } from '../engine/run/pass.ts';

export type Phase = 'forward' | 'backward';

/** Where the first number that is not finite stands. */
export type NonFinite = NonNullable<ReturnType<typeof firstNonFinite>>;

export type ToWorker =
  /** Compute this after what is under way, which is called off if it takes too long; what waits already is called off. */
  | { readonly kind: 'run'; readonly run: number; readonly job: Job }
  /** Calls off this run, and every one before it. */
  | { readonly kind: 'cancel'; readonly run: number }
  /** Hands back the buffer of a frame, which allows one frame more. Outlives runs. */
  | { readonly kind: 'credit'; readonly buffer: ArrayBuffer }
  | { readonly kind: 'ping'; readonly beat: number };

export type FromWorker =
  /** The worker hears: the first message of its life. */
  | { readonly kind: 'ready' }
  /** The parameters in force; training is over, the passes begin. */
  | {
      readonly kind: 'started';
      readonly run: number;
      readonly parameters: Float64Array;
      /** What is really read, where that is not the job's example: a free run reads what it puts out. */
      readonly example: Example | null;
      /** What could not be done as the job says, in words. */
      readonly problem: string | null;
    }
  /** The numbers of steps `from` (0-based, inclusive) to `to` (exclusive) of `trace.steps`; frame.ts has the layout. */
  | {
      readonly kind: 'frame';
      readonly run: number;
      readonly phase: Phase;
      readonly from: number;
      readonly to: number;
      readonly buffer: ArrayBuffer;
    }
  /** All frames are sent. */
  | {
      readonly kind: 'done';
      readonly run: number;
      readonly loss: number;
      readonly parameterGradients: Float64Array;
      readonly firstNonFinite: NonFinite | null;
      /** From the run's message to its end, waiting for credits included. */
      readonly milliseconds: number;
    }
  /** No message of this run follows. */
  | { readonly kind: 'cancelled'; readonly run: number }
  /** No message of this run follows; what went wrong, in words. */
  | { readonly kind: 'failed'; readonly run: number; readonly words: string }
  | { readonly kind: 'pong'; readonly beat: number };

/** How many frames can be on their way at once: one is filled, one travels, one is read. */
export const bufferCount = 3;
