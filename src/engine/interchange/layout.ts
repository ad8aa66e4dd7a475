// Which tensors PyTorch's state_dict has for a network, and which blocks of its one parameter buffer each is made of: blocks
// of one name stacked by rows, LSTM i f g o, GRU r z n. Shapes: pytorch.org, torch.nn.RNN, LSTM, GRU, Linear, "Variables".
import type { ParameterSlot } from '../equation/program.ts';
import type { CellId } from '../model.ts';
import type { Network } from '../network.ts';

/** A tensor of the state_dict. */
export interface Stack {
  readonly name: string;
  /** [rows, columns], or [rows] for a bias. */
  readonly shape: readonly number[];
  /** Its blocks from the first row on; none for a second bias that the network does without. */
  readonly blocks: readonly ParameterSlot[];
  /** For a second bias that the network does without: the name of the first, which it may be added to. */
  readonly addsTo?: string;
}

/**
 * Position of the block whose second bias PyTorch has within a product, so that it cannot be added to the first: the GRU's n
 * is tanh(W_in x + b_in + r ⊙ (W_hn h + b_hn)).
 */
export const bracketedBlock: Readonly<Partial<Record<CellId, { readonly block: number; readonly words: string }>>> = {
  gru: { block: 2, words: 'the candidate n, where PyTorch has it inside r ⊙ (W_hn·h + b_hn)' },
};

/** The tensors in PyTorch's order. Where the network has one bias, PyTorch's second one is there without blocks. */
export function layoutOf({ program }: Network): Stack[] {
  const blocks = new Map<string, ParameterSlot[]>();
  for (const slot of program.parameters) {
    const before = blocks.get(slot.torch);
    if (before) before.push(slot);
    else blocks.set(slot.torch, [slot]);
  }
  return [...blocks].flatMap(([name, slots]): Stack[] => {
    const rows = slots.reduce((sum, slot) => sum + slot.rows, 0);
    const [first] = slots as [ParameterSlot]; // a name comes with its first block
    const shape = first.role === 'bias' ? [rows] : [rows, first.columns];
    const stack: Stack = { name, shape, blocks: slots };
    const second = name.replace('bias_ih_l', 'bias_hh_l');
    return second === name || blocks.has(second) ? [stack] : [stack, { name: second, shape, blocks: [], addsTo: name }];
  });
}
