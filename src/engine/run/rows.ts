// Which numbers a sequence of a batch has: the sequence by its place, and the rows of a value that are made for it.
import type { Program } from '../equation/program.ts';
import { StepIndex } from '../topology/stepIndex.ts';
import type { Sequence } from './sequences.ts';
import type { Trace } from './trace.ts';

/** Sequence b of a batch, from 0. Throws an `Error` in words where there are not so many. */
export function sequenceAt({ sequences }: Pick<Trace, 'sequences'>, b: number): Sequence {
  const found = sequences[b];
  if (found) return found;
  throw new Error(`The batch has ${sequences.length} ${sequences.length === 1 ? 'sequence' : 'sequences'}, counted from 0, so there is no sequence ${b}.`);
}

/** Whether a slot has numbers of a sequence at row t, which is 0 for the state that a chain begins with. */
export function hasRow({ slots, chains }: Program, { steps, lengths }: Sequence, slot: number, t: number): boolean {
  const made = slots[slot];
  if (!made) return false;
  const isInput = made.stage === 'given' && chains.some(({ input }) => input === slot);
  if (isInput) return Number.isInteger(t) && t >= 1 && t <= lengths[made.axis];
  const index = StepIndex.of(steps);
  return index.at(made.chain, t) >= 0 || (t === 0 && made.isState && index.after(made.chain, 0).length > 0);
}
