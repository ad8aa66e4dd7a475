// What the clock says of each operation, for cells with gates, two chains, and windows.
import { describe, expect, it } from 'vitest';
import { Clock, type Moment } from '../../../src/engine/clock/clock.ts';
import type { Model } from '../../../src/engine/model.ts';
import type { Truncation } from '../../../src/engine/run/sequences.ts';
import { prepare, situationOf } from '../random.ts';

function momentsOf(model: Partial<Model>, truncation?: Truncation): Moment[] {
  const whole: Model = {
    cell: 'rnn_tanh', topology: 'many-to-one', loss: 'bce', biases: 'one', timeReduction: 'sum', inputSize: 2, hiddenSize: 2, outputSize: 1, ...model,
  };
  const situation = situationOf(whole, { lengths: [[3, 2]], isOneHot: true, seed: 4 });
  const { trace } = prepare({ ...situation, truncation });
  const clock = new Clock(situation.network, trace.steps);
  return Array.from({ length: clock.count }, (_, k) => clock.momentAt(k + 1)!);
}

/** The words of the operations that make a symbol at a time; at any time, unless told. */
const wordsOf = (moments: readonly Moment[], symbol: string, t?: number): string[] =>
  moments.filter(({ makes, madeAt }) => makes === symbol && (t === undefined || madeAt === t)).map(({ words }) => words);

describe('the caption of an operation', () => {
  const lstm = momentsOf({ cell: 'lstm' });

  it.each([
    ['dh', 3, 'meet: what reaches h₃ comes from its own output alone'],
    ['dh', 2, 'meet: what reaches h₂ comes from the future alone'],
    ['do', 2, 'go back: to o, multiplied by tanh c'],
    ['dc_here', 2, 'arrive: the gradient comes to c within its own step, through tanh′'],
    ['dc', 3, 'meet: what reaches c₃ comes from its own step alone'],
    ['dc', 2, 'meet: what reaches c₂ from its own step and from the future is added'],
    ['df', 2, 'go back: to f, multiplied by c'],
    ['da_f', 2, 'go back: to a_f, through sigmoid′'],
    ['dW_hf', 2, "collect: this step's term of ∂L/∂W_hf joins the sum"],
    ['dc_next', 1, 'pass back: the gradient goes to c of the step before, multiplied by f'],
    ['dh_next', 1, 'pass back: the gradient goes by all its ways to the step before'],
  ])('says in an LSTM how %s at t = %i is made', (symbol, t, words) => {
    expect(wordsOf(lstm, symbol, t)).toEqual([words]);
  });

  it('says in a GRU where the two uses of its gate come together', () => {
    const gru = momentsOf({ cell: 'gru' });
    expect(new Set(wordsOf(gru, 'dz'))).toEqual(new Set(['go back: to z, by all its ways']));
    expect(new Set(wordsOf(gru, 'd1−z'))).toEqual(new Set(['go back: to 1−z, multiplied by n']));
  });

  it('says where both directions part, at the rows that are read', () => {
    const both = momentsOf({ bidirectional: true });
    const parts = both.filter(({ kind }) => kind === 'arrive').map(({ makes, t, madeAt, chain, words }) => ({ makes, t, madeAt, chain, words }));
    const words = 'arrive: the gradient comes from the output as its part of u';
    expect(parts).toEqual([
      { makes: 'dh_out', t: 3, madeAt: 3, chain: -1, words },
      { makes: 'dh.reverse_out', t: 3, madeAt: 1, chain: -1, words },
    ]);
    expect(wordsOf(both, 'dh.reverse', 1)).toEqual(['meet: what reaches reverse h₁ comes from its own output alone']);
    expect(both.filter(({ chain }) => chain === 1).map(({ t }) => t).slice(0, 5)).toEqual([3, 3, 3, 3, 2]);
  });

  it('says that the decoder hands its gradient back to the encoder', () => {
    const moments = momentsOf({ topology: 'encoder-decoder' });
    expect(wordsOf(moments, 'dh.encoder_next', 3)).toEqual(['pass back: the gradient goes through W_hhᵀ to the last step of the encoder']);
    expect(wordsOf(moments, 'dh.decoder_next', 0)).toEqual([]);
  });

  it('says where the way back is cut, and passes nothing on there', () => {
    const moments = momentsOf({}, { window: 2, state: 'carried' });
    expect(wordsOf(moments, 'dh', 2)).toEqual(['meet: nothing reaches h₂, as the way back from the future is cut']);
    expect(moments.filter(({ kind }) => kind === 'pass').map(({ madeAt }) => madeAt)).toEqual([1, 0]);
  });

  it('says without a memory that the layer has its gradient from the output', () => {
    expect(wordsOf(momentsOf({ cell: 'feedforward_tanh', topology: 'one-to-one' }), 'dh', 1)).toEqual(['go back: to h, through W_hyᵀ']);
  });
});
