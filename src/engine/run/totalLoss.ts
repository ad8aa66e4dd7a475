// L of a whole trace: the losses of all its read-outs, as its sequences weigh them.
import { slotIndex } from '../network.ts';
import type { Trace } from './trace.ts';

/** L of a trace that has been run forwards. */
export function totalLossOf({ network, sequences, values }: Trace): number {
  const losses = values[slotIndex(network.program, 'L')] as Float64Array;
  const B = sequences.length;
  return sequences.reduce((whole, { readoutRows, lossWeight }, b) => {
    const own = readoutRows.reduce((total, row) => total + (losses[row * B + b] as number), 0);
    return whole + own * lossWeight;
  }, 0);
}
