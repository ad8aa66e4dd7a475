import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { predictionOf } from '../../../src/engine/word2vec/example.ts';
import { word2vecPass } from '../../../src/engine/word2vec/pass.ts';
import { SoftmaxPass } from '../../../src/engine/word2vec/softmax.ts';
import { moved, situations, slope, withHidden, withLogits } from './situation.ts';

fc.configureGlobal({ seed: 1 }); // the same examples each time

/** What is lost, and what the gradients are, where word 0 is read and the logits are these. */
const from = (logits: readonly number[], predicts: readonly number[]) => word2vecPass(withLogits(logits), { centre: 0, context: predicts });

describe('the gradients of the full softmax', () => {
  it('of every parameter are the slopes of the loss', () => {
    fc.assert(
      fc.property(situations(), ({ network, example }) => {
        const { gradients } = word2vecPass(network, example);
        [...gradients['in.weight'].flat(), ...gradients['out.weight'].flat()].forEach((gradient, at) => {
          const numeric = slope((by) => word2vecPass(moved(network, at, by), example).loss);
          expect(Math.abs(gradient - numeric)).toBeLessThan(1e-8 * Math.max(1, Math.abs(gradient)));
        });
      }),
    );
  });

  it('of hidden vector and logits are the slopes of what follows from them', () => {
    fc.assert(
      fc.property(situations(), ({ network, example }) => {
        const { hidden, logits, dHidden, dLogits } = word2vecPass(network, example);
        const { predicts } = predictionOf(network, example);
        const nudged = (values: readonly number[], at: number, by: number): number[] => values.map((x, i) => (i === at ? x + by : x));
        dHidden.forEach((gradient, j) => {
          const lossOf = (by: number): number =>
            word2vecPass(withHidden(network.outWeight, network.vocabularySize, nudged(hidden, j, by)), { centre: 0, context: predicts }).loss;
          expect(Math.abs(gradient - slope(lossOf))).toBeLessThan(1e-8 * Math.max(1, Math.abs(gradient)));
        });
        dLogits.forEach((gradient, k) => {
          const numeric = slope((by) => from(nudged(logits, k, by), [...predicts]).loss);
          expect(Math.abs(gradient - numeric)).toBeLessThan(1e-8 * Math.max(1, Math.abs(gradient)));
        });
      }),
    );
  });

  it('are exactly 0 for words that are not read', () => {
    fc.assert(
      fc.property(situations(), ({ network, example }) => {
        const { reads } = predictionOf(network, example);
        const others = word2vecPass(network, example).gradients['in.weight'].filter((_, word) => !reads.includes(word));
        expect(others.flat().filter((gradient) => gradient !== 0)).toEqual([]);
      }),
    );
  });

  it('over the logits add up to 0, as the probabilities add up to 1', () => {
    fc.assert(
      fc.property(situations(), ({ network, example }) => {
        const { probs, dLogits } = word2vecPass(network, example);
        expect(probs.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 14);
        expect(dLogits.reduce((sum, d) => sum + d, 0)).toBeCloseTo(0, 13);
      }),
    );
  });
});

describe('the loss of the full softmax', () => {
  it('is ln V where nothing is known yet', () => {
    expect(from([0, 0, 0, 0], [2]).loss).toBeCloseTo(Math.log(4), 15);
  });

  it('is the sum over the words to predict, a repeated one counted repeatedly', () => {
    const { stepLoss, loss } = from([1, 2, 3], [1, 2, 1]);
    expect(stepLoss).toEqual([from([1, 2, 3], [1]).loss, from([1, 2, 3], [2]).loss, from([1, 2, 3], [1]).loss]);
    expect(loss).toBe(stepLoss[0]! + stepLoss[1]! + stepLoss[2]!);
  });

  it('is exact for logits of ±800', () => {
    expect(from([800, -800, 0], [0, 1, 2]).stepLoss).toEqual([0, 1600, 800]);
    expect(from([800, -800, 0], [1])).toMatchObject({ probs: [1, 0, 0], dLogits: [1, -1, 0], loss: 1600 });
    expect(from([-800, -800], [0])).toMatchObject({ probs: [0.5, 0.5], dLogits: [-0.5, 0.5], loss: Math.LN2 });
    expect(from([800, 800], [0])).toMatchObject({ probs: [0.5, 0.5], dLogits: [-0.5, 0.5], loss: Math.LN2 });
  });

  it('keeps its digits where the word is all but certain, and so do the gradients', () => {
    const { loss, dLogits } = from([40, 0], [0]);
    expect(loss / Math.exp(-40)).toBeCloseTo(1, 14);
    expect(dLogits[0]! / -Math.exp(-40)).toBeCloseTo(1, 14);
    expect(dLogits[1]! / Math.exp(-40)).toBeCloseTo(1, 14);
    expect(from([700, 0], [0, 0]).loss / (2 * Math.exp(-700))).toBeCloseTo(1, 13);
  });

  it('is 0 where there is one word only', () => {
    expect(from([3], [0, 0])).toMatchObject({ loss: 0, dLogits: [0], probs: [1] });
  });

  it('is no number where the weights have overflowed', () => {
    expect(from([Infinity, 0], [1]).loss).toBeNaN();
    expect(from([Number.NaN, 0], [1]).loss).toBeNaN();
    expect(from([0, Number.NaN], [0]).loss).toBeNaN();
  });
});

describe('a pass that is used again', () => {
  it('gives the numbers of a new one', () => {
    fc.assert(
      fc.property(situations(), fc.integer({ min: 0, max: 5 }), ({ network, example }, other) => {
        const used = new SoftmaxPass(network, 5);
        used.run(predictionOf(network, { centre: other % network.vocabularySize, context: [0] }));
        const prediction = predictionOf(network, example);
        const fresh = new SoftmaxPass(network, 5);
        expect(used.run(prediction)).toBe(fresh.run(prediction));
        expect(used.gradients).toEqual(fresh.gradients);
      }),
    );
  });

  it('completes a sentence: every word with its probability', () => {
    const pass = new SoftmaxPass(withLogits([Math.log(1), Math.log(2), Math.log(5)]), 1);
    const probs = pass.predict(Int32Array.of(0));
    [1 / 8, 2 / 8, 5 / 8].forEach((p, word) => expect(probs[word]).toBeCloseTo(p, 15));
  });
});
