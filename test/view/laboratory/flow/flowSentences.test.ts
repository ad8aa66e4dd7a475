import { describe, expect, test } from 'vitest';
import { amountAt, ratioText, valueAt } from '../../../../src/view/panels/laboratory/flow/amounts.ts';
import { about, firstStep, inOrder, notes, sumUp } from '../../../../src/view/panels/laboratory/flow/flowSentences.ts';
import { setOf } from './sets.ts';

const way = (...norms: number[]): Float64Array => Float64Array.from(norms);

describe('what is left, in digits', () => {
  test('has a mantissa and a power of ten where it is small, and is never rounded to 0', () => {
    expect(ratioText(2.6e-5, 1)).toBe('2.6·10⁻⁵');
    expect(ratioText(0.037, 1)).toBe('0.037');
    expect(ratioText(4.5e5, 1)).toBe('4.5·10⁵');
    expect([12.345, 250, 12_345].map((ratio) => ratioText(ratio, 1))).toEqual(['12.3', '250', '12,345']);
  });

  test('is right also where a division would lose it', () => {
    expect(ratioText(3e-300, 1e100)).toBe('3.00·10⁻⁴⁰⁰');
    expect(ratioText(2e300, 1e-100)).toBe('2.00·10⁴⁰⁰');
  });

  test('is in words where it is 0 or beyond float64', () => {
    expect(valueAt(way(NaN, 0, 1), 1, 'relative')).toBe('exactly 0');
    expect(valueAt(way(NaN, 0, 1e-320, 1), 1, 'relative')).toBe('too small for float64');
    expect(valueAt(way(NaN, Infinity, 1), 1, 'relative')).toBe('too large for float64');
    expect(valueAt(way(NaN, NaN, 1), 1, 'absolute')).toBe('too large for float64');
  });

  test('is the number itself where absolute ones are asked for, or there is nothing to measure by', () => {
    expect(valueAt(way(NaN, 0.25, 0.5), 1, 'absolute')).toBe('0.25');
    expect(valueAt(way(NaN, 0.25, 0.5), 1, 'relative')).toBe('× 0.50');
    expect(valueAt(way(NaN, 0.25, 0), 1, 'relative')).toBe('0.25');
  });

  test('is a percentage in a sentence as long as that can be read', () => {
    expect(amountAt(way(NaN, 0.19, 1), 1).text).toBe('19 %');
    expect(amountAt(way(NaN, 0.0012, 1), 1).text).toBe('0.12 %');
    expect(amountAt(way(NaN, 1e-9, 1), 1).text).toBe('1.0·10⁻⁹');
    expect(amountAt(way(NaN, 2.34, 1), 1)).toMatchObject({ text: '2.34', isTimes: true });
  });
});

describe('the sentence that sums up', () => {
  test('names who has most left and who least', () => {
    const set = setOf({ rnn_tanh: [0, 0.01, 0.1, 1], rnn_sigmoid: [0, 3e-18, 1e-9, 1], lstm: [0, 0.19, 0.4, 1] });
    expect(sumUp(set)).toBe('At the first step the LSTM has 19 % of the last step’s gradient left, the sigmoid RNN 3.0·10⁻¹⁸.');
  });

  test('speaks of one network alone, and of growth as times', () => {
    expect(sumUp(setOf({ rnn_relu: [0, 250, 10, 1] }))).toBe('At the first step the ReLU RNN has 250 times the last step’s gradient.');
  });

  test('tells apart what is exactly 0, what is too small, and what is too large', () => {
    const set = setOf({ rnn_relu: [0, 0, 0, 1], rnn_sigmoid: [0, 0, 1e-320, 1], rnn_tanh: [NaN, NaN, Infinity, 1], gru: [0, 0.5, 0.7, 1] });
    expect(sumUp(set)).toBe(
      'At the first step the GRU has 50 % of the last step’s gradient left. The ReLU RNN has nothing left: it is exactly 0. The sigmoid RNN has nothing left: it is too small for float64. The tanh RNN has no number there: it is too large.',
    );
  });

  test('measures by the step of the loss where that is not the last', () => {
    expect(sumUp(setOf({ lstm: [0, 0.1, 0.5, 0, 0] }, { lossAt: 2 }))).toBe('At the first step the LSTM has 20 % of step 2’s gradient left.');
    expect(sumUp(setOf({ lstm: [0, 0.5, 0, 0] }, { lossAt: 1 }))).toBe('The loss stands at the first step: there is no way back through time to it.');
  });

  test('has words of its own for each quantity', () => {
    const norms = { lstm: [1, 0.2, 0.5, 1], rnn_relu: [1, 40, 3, 1] };
    expect(sumUp(setOf(norms, { quantity: 'jacobian' }))).toBe('From the first step to the last step a small change of the state is multiplied, at most, × 40 by the ReLU RNN, × 0.20 by the LSTM.');
    const shares = { lstm: [NaN, 0, 0.2, 0.8], rnn_tanh: [NaN, 0, 0.1, 0.9] };
    expect(firstStep(setOf(shares, { quantity: 'share' }))).toBe(2);
    expect(sumUp(setOf(shares, { quantity: 'share' }))).toBe('Step 2 has 25 % of the last step’s share in ∂L/∂W in the LSTM, 11 % in the tanh RNN.');
  });
});

describe('the order of the list', () => {
  test('is by what is left at the first step, what is too large before all', () => {
    const set = setOf({ rnn_tanh: [0, 0.01, 1], rnn_sigmoid: [0, 0, 1], rnn_relu: [0, NaN, 1], gru: [0, 0.5, 1] });
    expect(inOrder(set).map(({ cell }) => cell)).toEqual(['rnn_relu', 'gru', 'rnn_tanh', 'rnn_sigmoid']);
  });

  test('is by the numbers themselves where these are drawn, and stays as it is held, with what has come since then last', () => {
    const set = setOf({ rnn_tanh: [0, 0.02, 0.1], lstm: [0, 0.5, 10], gru: [0, 0.1, 1] });
    expect(inOrder(set).map(({ cell }) => cell)).toEqual(['rnn_tanh', 'gru', 'lstm']);
    expect(inOrder(set, 'absolute').map(({ cell }) => cell)).toEqual(['lstm', 'gru', 'rnn_tanh']);
    expect(inOrder(set, 'relative', ['lstm', 'rnn_tanh']).map(({ cell }) => cell)).toEqual(['lstm', 'rnn_tanh', 'gru']);
  });
});

describe('what is drawn, in words', () => {
  test('says what is the same for all', () => {
    const words = about(setOf({ rnn_tanh: [0, 0.1, 1], gru: [0, 0.5, 1] }), true);
    expect(words).toContain('relative to the last step');
    expect(words).toContain('2 steps, same input, same loss, same seed 7: two networks with 16 units each.');
    expect(about(setOf({ gru: [0, 0.5, 1] }, { hiddenSize: 1 }), false)).toContain('one network with 1 unit.');
  });
});

describe('the notes', () => {
  test('are none where nothing is special', () => {
    expect(notes(setOf({ rnn_tanh: [0, 0.1, 0.5, 1] }))).toEqual([]);
  });

  test('say where numbers ran away, and what that does to the gradient', () => {
    const [note] = notes(setOf({ rnn_relu: [NaN, NaN, NaN, NaN] }, { overflow: { where: 'forward', symbol: 'h', t: 212 } }));
    expect(note).toBe('RNN · ReLU: forwards h passed 1.8·10³⁰⁸, the largest number that float64 holds, at step 212. From there on nothing is a number, so no gradient is one either.');
    const [back] = notes(setOf({ rnn_relu: [NaN, Infinity, 1, 1] }, { overflow: { where: 'backward', symbol: 'dh', t: 1 } }));
    expect(back).toContain('on the way back ∂L/∂h passed 1.8·10³⁰⁸');
  });

  test('tell dead ReLUs from numbers that became too small', () => {
    expect(notes(setOf({ rnn_relu: [0, 0, 0, 0] }, { deadUnits: 16 })).join(' ')).toMatch(/all 16 units are 0 at every step.*exactly 0 already at the last step/);
    expect(notes(setOf({ rnn_relu: [0, 0.1, 0.4, 1] }, { deadUnits: 5 }))[0]).toContain('5 of 16 units');
    expect(notes(setOf({ rnn_sigmoid: [0, 0, 1e-320, 1e-9, 1] }))).toEqual(['RNN · sigmoid: from step 1 back it is too small for float64, whose smallest number is 5·10⁻³²⁴.']);
  });

  test('explain one unit, and one way back', () => {
    expect(notes(setOf({ gru: [0, 0.5, 1] }, { hiddenSize: 1 }))).toEqual([
      'With one unit W_hh is a single number w, and one step back multiplies by w·φ′(a_t), a number too.',
      'There is one way back only: from step 2 to step 1.',
    ]);
  });

  test('have the words of a question that could not be answered', () => {
    expect(notes({ ...setOf({ gru: [0, 0.1, 0.5, 1] }), problems: [{ cell: 'lstm', words: 'Too large.' }] })).toEqual(['LSTM: Too large.']);
  });

  test('do not count step 1’s share, which is 0 by its nature', () => {
    expect(notes(setOf({ gru: [NaN, 0, 0.2, 0.8] }, { quantity: 'share' }))).toEqual([]);
  });
});
