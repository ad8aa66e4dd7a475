// The state that sequences begin with, as it comes from outside: the slot that its symbol means, with its numbers counted.
import { slotIndex, type Network } from '../network.ts';

/**
 * The slot of a state by its symbol (h, c, h.reverse, …), which B sequences are to begin with: H numbers for all alike, or B·H.
 * Throws an `Error` in words where there is no such state, or another number of numbers.
 */
export function initialStateSlot({ program }: Network, symbol: string, values: ArrayLike<number>, B: number): number {
  const index = slotIndex(program, symbol);
  const slot = program.slots[index];
  if (!slot?.isState) throw new Error(`This network has no state "${symbol}" to start with.`);
  const all = B * slot.size;
  if (values.length !== slot.size && values.length !== all) {
    throw new Error(`${symbol}₀ needs ${slot.size} numbers${all === slot.size ? '' : `, or ${all} for ${B} sequences`}, but ${values.length} were given.`);
  }
  return index;
}
