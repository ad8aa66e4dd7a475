// One loss of a run alone: the same trace, read out at a single row of a single sequence.
import { sequenceAt } from './rows.ts';
import type { Trace } from './trace.ts';

/**
 * The same trace, read out at one row of sequence b alone, with weight 1: a pass over it computes no other output, and L is that
 * step's loss, not a mean. Its sequences and their steps are copied; its numbers are shared (values, gradients, those of the
 * parameters), so that a pass over the one writes them for both. Throws an `Error` in words where there is no such sequence;
 * where nothing is read out at the row, there is no loss and L is 0.
 */
export function withLossAt(trace: Trace, row: number, b = 0): Trace {
  sequenceAt(trace, b);
  const sequences = trace.sequences.map((sequence, k) => {
    const isRead = (each: number): boolean => k === b && each === row;
    return {
      ...sequence,
      lossWeight: 1,
      readoutRows: sequence.readoutRows.filter(isRead),
      steps: sequence.steps.map((step) => (step.readout && !isRead(step.readout.row) ? { ...step, readout: null } : step)),
    };
  });
  const longest = trace.sequences.findIndex(({ steps }) => steps === trace.steps);
  return { ...trace, sequences, steps: sequences[longest]?.steps ?? trace.steps };
}
