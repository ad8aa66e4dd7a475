import { describe, expect, it } from 'vitest';
import type { CellId } from '../../../src/engine/cells/index.ts';
import type { BiasId } from '../../../src/engine/cells/cell.ts';
import { planChain, type ChainPlan } from '../../../src/engine/kernel/plan.ts';
import { createNetwork } from '../../../src/engine/network.ts';

/** The plan of a cell with its slots by name. */
function planOf(cell: CellId, biases: BiasId = 'one'): { plan: ChainPlan; names: (slots: Iterable<number>) => string } {
  const { program } = createNetwork({
    cell, biases, topology: 'many-to-many-synced', loss: 'mse', timeReduction: 'sum', inputSize: 3, hiddenSize: 4, outputSize: 2,
  });
  const plan = planChain(program, 0);
  if (!plan) throw new Error(`The kernel does not take ${cell}.`);
  return { plan, names: (slots) => [...slots].map((slot) => program.slots[slot]!.symbol).join(' ') };
}

describe('the plan of a chain', () => {
  it('stacks the four gates of the LSTM to one product each with x and with h', () => {
    const { plan, names } = planOf('lstm', 'two');
    expect(plan.stacks.map(({ operand, outs }) => [operand.kind, names(outs)])).toEqual([
      ['input', 'W_xi·x W_xf·x W_xg·x W_xo·x'],
      ['previous', 'W_hi·h W_hf·h W_hg·h W_ho·h'],
    ]);
    expect(plan.vectors.map(({ count }) => count)).toEqual([4, 4]);
    expect(plan.groups.length).toBe(1);
  });

  it('keeps only what the backward pass needs', () => {
    const lstm = planOf('lstm');
    expect(lstm.names(lstm.plan.lasting)).toBe('h c');
    expect(lstm.names(lstm.plan.kept)).toBe('i f g o tanh_c');
    const rnn = planOf('rnn_tanh');
    expect(rnn.names(rnn.plan.kept)).toBe('');
  });

  it('keeps one gradient for a sum and all its terms', () => {
    const { plan, names } = planOf('lstm', 'two');
    expect(plan.deltas.map(names)).toEqual(['a_i a_f a_g a_o']);
  });

  it("keeps the GRU's recalled part apart from what its candidate reads, as the reset gate stands between", () => {
    const { plan, names } = planOf('gru', 'two');
    expect(plan.deltas.map(names)).toEqual(['a_r a_z a_n', 'a_r a_z hn']);
  });

  it('computes a product of this step between two groups, and puts off what only the second needs', () => {
    const { plan, names } = planOf('gru_original');
    expect(plan.stacks.map(({ operand, after }) => [operand.kind, after])).toEqual([['input', -1], ['now', 0], ['previous', -1]]);
    expect(plan.groups.map((group) => names(group.map(({ out }) => out)))).toEqual(['a_r r r⊙h', 'a_z z a_n n 1−z (1−z)⊙n z⊙h h']);
    expect(names(plan.carried)).toBe('r⊙h');
  });
});
