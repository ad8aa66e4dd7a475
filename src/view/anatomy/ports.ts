// PyTorch's names of what a recurrent layer gives back, `output`, `h_n`, `c_n`, and of what it begins with, `h_0`, `c_0`: which of the
// network's numbers bear them.
import type { Network } from '../../engine/network.ts';
import type { Reference } from '../../engine/reference.ts';
import { unmarked } from '../../engine/symbols/letters.ts';
import { parseSymbol } from '../../engine/symbols/symbols.ts';
import { StepIndex } from '../../engine/topology/stepIndex.ts';
import type { CellStep } from '../../engine/topology/index.ts';

/** The names that a value bears in these steps; with no time, those that it bears at every step. None for what is no state. */
export function portsOf(network: Network, steps: readonly CellStep[], { symbol, t }: Reference): readonly string[] {
  const { kind, index } = parseSymbol(network, symbol);
  const { slots, chains } = network.program;
  const slot = slots[index];
  if (kind !== 'value' || !slot?.isState) return [];
  const letter = unmarked(slot.symbol).bare;
  if (t === 0) return [`${letter}_0`];
  // The first state of a cell is the one that is handed upwards at every step.
  const each = chains[slot.chain]?.states[0] === index ? ['output'] : [];
  return t !== undefined && StepIndex.of(steps).rowsOf(slot.chain).at(-1) === t ? [...each, `${letter}_n`] : each;
}
