// What the transport says of each operation, for every kind of network: the names are those of this very step.
import { describe, expect, test } from 'vitest';
import { Clock } from '../../../src/engine/clock/clock.ts';
import type { Model } from '../../../src/engine/model.ts';
import { captionOf, captionText } from '../../../src/view/panels/transport/caption.ts';
import { prepare, situationOf } from '../../engine/random.ts';

const base: Model = {
  cell: 'rnn_tanh', topology: 'many-to-one', loss: 'bce', biases: 'one', timeReduction: 'sum', inputSize: 5, hiddenSize: 4, outputSize: 1,
};

function captionsOf(model: Partial<Model>, tokens: readonly [readonly string[], readonly string[]], isOneHot = true): string[] {
  const situation = situationOf({ ...base, ...model }, { lengths: [[tokens[0].length, tokens[1].length]], isOneHot, seed: 3 });
  const { trace } = prepare(situation);
  if (trace.example.inputs.kind === 'one-hot') trace.example.inputs.indices.forEach((_, k, indices) => (indices[k] = tokens[0][k] === '' ? -1 : 0));
  if (trace.example.decoderInputs?.kind === 'one-hot') trace.example.decoderInputs.indices.fill(0);
  const clock = new Clock(situation.network, trace.steps);
  const scene = { network: situation.network, trace, tokens };
  return Array.from({ length: clock.count + 1 }, (_, p) => captionText(captionOf(scene, clock.momentAt(p))));
}

const review = captionsOf({}, [['movie', 'was', 'not', 'good'], []]);

describe('the caption', () => {
  test('names the word that is about to be read', () => {
    expect(review[0]).toBe('ready to read “movie”');
  });

  test.each([
    't = 1 · read: “movie” picks its column of W_xh',
    't = 3 · recall: multiply the memory h₂ by W_hh',
    't = 3 · activate: the new state h₃',
    't = 4 · read out: multiply the state h₄ by W_hy',
    't = 4 · answer: turn the score y₄ into the probability p₄',
    't = 4 · loss: compare the answer p₄ with the target',
    't = 4 · go back: how the loss changes with the score y₄',
    't = 4 · arrive: the gradient comes from the output to h₄ through W_hyᵀ',
    't = 4 · meet: what reaches h₄ comes from its own output alone',
    't = 3 · meet: what reaches h₃ comes from the future alone',
    't = 3 · pass back: the gradient goes through W_hhᵀ to the step before, to h₂',
    'update: every weight moves against its gradient, once',
  ])('%s', (caption) => {
    expect(review).toContain(caption);
  });
});

describe('the caption in other networks', () => {
  test.each<[string, Partial<Model>, string[]]>([
    ['of an LSTM', { cell: 'lstm' }, [
      't = 2 · read: “was” picks its column of W_xf',
      't = 2 · squash: the memory c₂ between −1 and 1',
      't = 2 · recall: the memory h₁ goes through W_hf',
      't = 2 · arrive: the gradient comes to c₂ within its own step, through tanh′',
      't = 2 · pass back: the gradient goes to c₁ of the step before, multiplied by f',
    ]],
    ['of a GRU with the reset gate before the product', { cell: 'gru_original' }, ['t = 2 · recall: the memory r₂⊙h₁ goes through W_hn']],
    ['that reads both ways', { bidirectional: true }, [
      'reverse t = 1 · recall: multiply the memory reverse h₂ by W_hh',
      't = 2 · read out: multiply u₂ by W_hy',
      'reverse t = 1 · pass back: the gradient goes through W_hhᵀ to the step before, to reverse h₂',
    ]],
    ['with an encoder and a decoder', { topology: 'encoder-decoder', loss: 'cross_entropy' }, [
      'encoder t = 1 · read: “movie” picks its column of W_xh',
      'decoder t = 1 · read: “film” picks its column of W_xh',
      'decoder t = 1 · recall: multiply the memory encoder h₂ by W_hh',
      'decoder t = 2 · read out: multiply the state decoder h₂ by W_hy',
      'decoder t = 1 · pass back: the gradient goes through W_hhᵀ to the last step of the encoder, to encoder h₂',
    ]],
  ])('%s', (_, model, wanted) => {
    expect(captionsOf(model, [['movie', 'was'], ['film', 'bon']])).toEqual(expect.arrayContaining(wanted));
  });

  test('says of numbers that they go through the matrix, and of a step without an input that nothing is read', () => {
    const dense = captionsOf({ cell: 'feedforward_tanh', topology: 'one-to-one', loss: 'mse' }, [['picture'], []], false);
    expect(dense).toContain('t = 1 · read: the numbers x₁ go through W_xh');
    expect(dense).toContain('t = 1 · loss: compare the answer y₁ with the target');
    const many = captionsOf({ topology: 'one-to-many' }, [['girl', ''], []]);
    expect(many).toContain('t = 2 · read: there is no input at this step, so nothing is added');
  });
});
