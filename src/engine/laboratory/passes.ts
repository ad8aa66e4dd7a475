// Passes over a trace with pauses: a stretch of steps forwards, a stretch back.
import { stepsPerBlock } from '../learn/learner.ts';
import type { Example } from '../model.ts';
import type { Network } from '../network.ts';
import { Pass } from '../run/pass.ts';
import type { Trace } from '../run/trace.ts';

/** A network and what it reads. */
export interface Reading {
  readonly network: Network;
  readonly parameters: Float64Array;
  readonly example: Example;
}

export interface Run {
  readonly trace: Trace;
  readonly pass: Pass;
}

export const runOf = ({ parameters }: Pick<Reading, 'parameters'>, trace: Trace): Run => ({ trace, pass: new Pass(trace, parameters) });

/** Steps `from` (0-based, inclusive) to `to` (exclusive), with a pause after each small part of a millisecond. */
export function* forwards({ trace, pass }: Run, from: number, to: number): Generator<void, void> {
  const block = stepsPerBlock(trace.network);
  for (let at = from; at < to; at += block) {
    pass.forward(at, Math.min(at + block, to));
    yield;
  }
}

/** Steps `to` − 1 down to `from`, likewise. */
export function* backwards({ trace, pass }: Run, from: number, to: number): Generator<void, void> {
  const block = stepsPerBlock(trace.network);
  for (let at = to; at > from; at -= block) {
    pass.backward(Math.max(at - block, from), at);
    yield;
  }
}
