// What the second network does otherwise, in words.
import { expect, test } from 'vitest';
import { initialDocument } from '../../../src/state/defaults.ts';
import type { Rival, UnrolledDocument } from '../../../src/state/document.ts';
import { firstRival } from '../../../src/view/panels/rival/firstRival.ts';
import { otherwise } from '../../../src/view/panels/rival/otherwise.ts';

const words = (rival: Rival | null, more: Partial<UnrolledDocument> = {}): string[] =>
  otherwise({ ...initialDocument('reviews'), ...more, rival }, ({ symbol, unit, column }) => (symbol === 'W_hh' && unit === 1 && column === 2 ? 0.64 : NaN), 2);

test.each<[Rival | null, Partial<UnrolledDocument>, string[]]>([
  [null, {}, []],
  [{}, {}, []],
  [{ cell: 'lstm' }, {}, ['LSTM instead of RNN']],
  [{ cell: 'rnn_relu' }, {}, ['ReLU instead of tanh']],
  [{ cell: 'gru_original' }, { cell: 'gru' }, ['GRU, reset gate before the product instead of GRU, reset gate after the product']],
  [{ hiddenSize: 8 }, { hiddenSize: 4 }, ['8 units instead of 4']],
  [{ hiddenSize: 1 }, { hiddenSize: 4 }, ['1 unit instead of 4']],
  [{ bidirectional: true }, {}, ['reads both ways instead of one way']],
  [{ biases: 'two' }, {}, ['two biases instead of one']],
  [{ clipping: { kind: 'norm', limit: 1 } }, {}, ['clipped at norm 1']],
  [{ clipping: null }, { clipping: { kind: 'value', limit: 0.5 } }, ['not clipped instead of clipped at value 0.5']],
  [{ clipping: { kind: 'norm', limit: 1 } }, { clipping: { kind: 'norm', limit: 1 } }, []],
  [{ changes: [{ kind: 'set', symbol: 'W_hh', unit: 1, column: 2, value: -0.5 }] }, {}, ['W_hh[1,2] −0.5 instead of 0.64']],
  [{ changes: [{ kind: 'set', symbol: 'b_h', unit: 3, column: 1, value: 1 }] }, {}, ['b_h[3] 1']],
  [{ changes: [{ kind: 'scale', symbol: 'W_hh', factor: 1.5 }] }, {}, ['W_hh times 1.5']],
  [{ cell: 'gru', hiddenSize: 8 }, { hiddenSize: 4 }, ['GRU instead of RNN', '8 units instead of 4']],
])('%j beside %j is %j', (rival, more, expected) => {
  expect(words(rival, more)).toEqual(expected);
});

test('the button begins with the next kind of cell that goes with the task', () => {
  expect(firstRival({ task: 'reviews', cell: 'rnn_tanh' })).toEqual({ cell: 'lstm' });
  expect(firstRival({ task: 'reviews', cell: 'lstm' })).toEqual({ cell: 'gru' });
  expect(firstRival({ task: 'reviews', cell: 'gru' })).toEqual({ cell: 'rnn_tanh' });
});
