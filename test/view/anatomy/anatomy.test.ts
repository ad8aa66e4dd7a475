// What the drawing of each kind of network consists of.
import { describe, expect, it } from 'vitest';
import type { Model } from '../../../src/engine/model.ts';
import { createNetwork } from '../../../src/engine/network.ts';
import { anatomyOf } from '../../../src/view/anatomy/anatomy.ts';

const base: Model = { cell: 'rnn_tanh', topology: 'many-to-one', loss: 'cross_entropy', biases: 'one', timeReduction: 'sum', inputSize: 5, hiddenSize: 4, outputSize: 3 };

const idsOf = (model: Partial<Model>, areGatesOpen = false): string[] =>
  anatomyOf(createNetwork({ ...base, ...model }), areGatesOpen).staves.map(({ id }) => id);

describe('the staves of a network', () => {
  it('are outputs, states and inputs, whatever the cell', () => {
    expect(idsOf({})).toEqual(['outputs', 'h', 'inputs']);
    expect(idsOf({ cell: 'gru' })).toEqual(['outputs', 'h', 'inputs']);
    expect(idsOf({ cell: 'lstm' })).toEqual(['outputs', 'h', 'c', 'inputs']);
    expect(idsOf({ cell: 'feedforward_tanh', topology: 'one-to-one' })).toEqual(['outputs', 'h', 'inputs']);
  });

  it('have the gates between states and inputs when these are open, where the cell has any', () => {
    expect(idsOf({ cell: 'lstm' }, true)).toEqual(['outputs', 'h', 'c', 'gates', 'inputs']);
    expect(idsOf({}, true)).toEqual(['outputs', 'h', 'inputs']);
  });

  it('are doubled where a second chain reads the same sequence', () => {
    expect(idsOf({ cell: 'lstm', bidirectional: true })).toEqual(['outputs', 'h', 'c', 'h.reverse', 'c.reverse', 'inputs']);
  });

  it('are shared by an encoder and its decoder, which run along different sequences', () => {
    const { staves } = anatomyOf(createNetwork({ ...base, topology: 'encoder-decoder' }), false);
    expect(staves.map(({ id, rows }) => [id, ...rows])).toEqual([['outputs', 0, 3], ['h', 4, 4], ['inputs', 5, 3]]);
  });
});

describe('the place of an operation', () => {
  it('is the state that it leads to next, or its gate where gates are open', () => {
    const network = createNetwork({ ...base, cell: 'lstm' });
    const at = (symbol: string, areGatesOpen: boolean): string =>
      anatomyOf(network, areGatesOpen).staveOf(network.program.slots.findIndex((slot) => slot.symbol === symbol));
    expect(['a_f', 'f⊙c', 'o', 'tanh_c', 'W_hy·h', 'x'].map((symbol) => at(symbol, false))).toEqual(['c', 'c', 'h', 'h', 'outputs', 'inputs']);
    expect(['a_f', 'f⊙c', 'o', 'tanh_c'].map((symbol) => at(symbol, true))).toEqual(['gates', 'c', 'gates', 'h']);
  });
});

describe('the groups of parameters', () => {
  it('are one a gate, also where a bias stands within the brackets of another gate', () => {
    const network = createNetwork({ ...base, cell: 'gru', biases: 'two' });
    const symbol = (index: number): string => network.program.parameters[index]?.symbol ?? '';
    const groups = anatomyOf(network, false).groups.map(({ letter, input, recurrent, biases }) => [letter, ...[...input, ...recurrent, ...biases].map(symbol)]);
    expect(groups).toEqual([
      ['r', 'W_xr', 'W_hr', 'b_ir', 'b_hr'],
      ['z', 'W_xz', 'W_hz', 'b_iz', 'b_hz'],
      ['n', 'W_xn', 'W_hn', 'b_in', 'b_hn'],
    ]);
  });
});
