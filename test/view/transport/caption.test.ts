import { describe, expect, test } from 'vitest';
import { Clock } from '../../../src/engine/clock/clock.ts';
import { createNetwork } from '../../../src/engine/network.ts';
import { createTrace } from '../../../src/engine/run/trace.ts';
import { captionOf, captionText } from '../../../src/view/panels/transport/caption.ts';

const network = createNetwork({
  cell: 'rnn_tanh', topology: 'many-to-one', loss: 'bce', biases: 'one', timeReduction: 'sum',
  inputSize: 5, hiddenSize: 4, outputSize: 1,
});
const trace = createTrace(network, {
  inputs: { kind: 'one-hot', indices: Int32Array.of(0, 1, 4, 2) },
  targets: Float64Array.of(0),
});
const clock = new Clock(network, trace.steps);
const scene = { network, trace, tokens: ['movie', 'was', 'not', 'good'] };
const captions = Array.from({ length: clock.count + 1 }, (_, p) => captionText(captionOf(scene, clock.momentAt(p))));

describe('the caption', () => {
  test('names the word that is about to be read', () => {
    expect(captions[0]).toBe('ready to read “movie”');
  });

  test.each([
    't = 1 · read: “movie” picks its column of W_xh',
    't = 3 · recall: multiply the memory h₂ by W_hh',
    't = 3 · activate: the new state h₃',
    't = 4 · read out: multiply the state h₄ by W_hy',
    't = 4 · answer: turn the score y₄ into the probability p₄',
    't = 4 · loss: compare the answer p₄ with the target',
    't = 4 · go back: how the loss changes with the score y₄',
    't = 4 · arrive: the gradient comes from the output through W_hyᵀ to h₄',
    't = 4 · meet: what reaches h₄ comes from its own output alone',
    't = 3 · meet: what reaches h₃ comes from the future alone',
    't = 3 · pass back: the gradient goes through W_hhᵀ to the step before, to h₂',
    'update: every weight moves against its gradient, once',
  ])('%s', (caption) => {
    expect(captions).toContain(caption);
  });
});
