import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stream } from '../../../src/engine/math/random.ts';
import { predictionOf } from '../../../src/engine/word2vec/example.ts';
import { NegativePass } from '../../../src/engine/word2vec/negative.ts';
import { negativeSamplingPass } from '../../../src/engine/word2vec/pass.ts';
import { moved, situations, slope, withHidden, withLogits, type Situation } from './situation.ts';

fc.configureGlobal({ seed: 1 }); // the same examples each time

/** With 1 to 3 negatives for each word to predict, repetitions included. */
const withNegatives = fc.tuple(situations(2), fc.integer({ min: 1, max: 3 })).map(([situation, K]) => {
  const { network, example, seed } = situation;
  const random = stream(seed, 'negatives');
  const negatives = Array.from(predictionOf(network, example).predicts, (word) =>
    Array.from({ length: K }, () => (word + 1 + random.integer(network.vocabularySize - 1)) % network.vocabularySize),
  );
  return { ...situation, negatives };
});

const run = ({ network, example, negatives }: Situation & { readonly negatives: readonly (readonly number[])[] }) =>
  negativeSamplingPass(network, example, negatives);

const nudged = (values: readonly number[], at: number, by: number): number[] => values.map((x, i) => (i === at ? x + by : x));
const close = (gradient: number): number => 1e-8 * Math.max(1, Math.abs(gradient));

describe('the gradients of negative sampling', () => {
  it('of every parameter are the slopes of the loss', () => {
    fc.assert(
      fc.property(withNegatives, (situation) => {
        const { gradients } = run(situation);
        [...gradients['in.weight'].flat(), ...gradients['out.weight'].flat()].forEach((gradient, at) => {
          const numeric = slope((by) => run({ ...situation, network: moved(situation.network, at, by) }).loss);
          expect(Math.abs(gradient - numeric)).toBeLessThan(close(gradient));
        });
      }),
    );
  });

  it('of the hidden vector are the slopes of what follows from it', () => {
    fc.assert(
      fc.property(withNegatives, (situation) => {
        const { network, example, negatives } = situation;
        const { hidden, dHidden } = run(situation);
        const context = predictionOf(network, example).predicts;
        dHidden.forEach((gradient, j) => {
          const numeric = slope((by) => {
            const after = withHidden(network.outWeight, network.vocabularySize, nudged(hidden, j, by));
            return negativeSamplingPass(after, { centre: 0, context }, negatives).loss;
          });
          expect(Math.abs(gradient - numeric)).toBeLessThan(close(gradient));
        });
      }),
    );
  });

  it('of a score are the slope of the loss along it', () => {
    const scores = [0.3, -1.2, 2];
    const example = { centre: 0, context: [1] };
    const { dLogits } = negativeSamplingPass(withLogits(scores), example, [[0, 2]]);
    [1, 0, 2].forEach((word, k) => {
      const numeric = slope((by) => negativeSamplingPass(withLogits(nudged(scores, word, by)), example, [[0, 2]]).loss);
      expect(dLogits[0]![k]).toBeCloseTo(numeric, 9);
    });
  });

  it('are exactly 0 for words that take no part', () => {
    const { gradients } = negativeSamplingPass(withLogits([1, 2, 3, 4]), { centre: 0, context: [1] }, [[3]]);
    expect(gradients['out.weight'][0]).toEqual([0, 0, 0, 0]);
    expect(gradients['out.weight'][2]).toEqual([0, 0, 0, 0]);
    expect(gradients['out.weight'][1]).not.toEqual([0, 0, 0, 0]);
    expect(gradients['in.weight'].slice(1).flat().every((gradient) => gradient === 0)).toBe(true);
  });
});

describe('the loss of negative sampling', () => {
  it('is −ln σ of the word and of minus its negatives', () => {
    const sigma = (z: number): number => 1 / (1 + Math.exp(-z));
    const { logits, probs, stepLoss, loss } = negativeSamplingPass(withLogits([0.5, -1, 2]), { centre: 0, context: [1, 2] }, [[0, 2], [0, 0]]);
    expect(logits).toEqual([[-1, 0.5, 2], [2, 0.5, 0.5]]);
    probs.flat().forEach((p, i) => expect(p).toBeCloseTo(sigma(logits.flat()[i]!), 15));
    expect(stepLoss[0]).toBeCloseTo(-Math.log(sigma(-1)) - Math.log(sigma(-0.5)) - Math.log(sigma(-2)), 14);
    expect(stepLoss[1]).toBeCloseTo(-Math.log(sigma(2)) - 2 * Math.log(sigma(-0.5)), 14);
    expect(loss).toBeCloseTo(stepLoss[0]! + stepLoss[1]!, 14);
  });

  it('is exact for scores of ±800', () => {
    const network = withLogits([800, -800]);
    expect(negativeSamplingPass(network, { centre: 0, context: [0] }, [[1]])).toMatchObject({ loss: 0, dLogits: [[-0, 0]], probs: [[1, 0]] });
    expect(negativeSamplingPass(network, { centre: 0, context: [1] }, [[0]])).toMatchObject({ loss: 1600, dLogits: [[-1, 1]] });
  });

  it('keeps its digits where the pair is all but certain', () => {
    const { stepLoss, dLogits } = negativeSamplingPass(withLogits([40, -300]), { centre: 0, context: [0] }, [[1]]);
    expect(stepLoss[0]! / Math.exp(-40)).toBeCloseTo(1, 14);
    expect(dLogits[0]![0]! / -Math.exp(-40)).toBeCloseTo(1, 14);
    expect(dLogits[0]![1]! / Math.exp(-300)).toBeCloseTo(1, 13);
  });
});

describe('negatives', () => {
  const network = withLogits([1, 2, 3]);
  const example = { centre: 0, context: [1, 2] };

  it('are as many for each word to predict', () => {
    expect(() => negativeSamplingPass(network, example, [[0]])).toThrow('Each of the 2 words to predict needs a list of negatives');
    expect(() => negativeSamplingPass(network, example, [[0], [0, 1]])).toThrow('but the lengths are [1, 2].');
  });

  it('are other words', () => {
    expect(() => negativeSamplingPass(network, example, [[0], [2]])).toThrow('Word 2 is to be predicted, so it cannot be one of its own negatives.');
    expect(() => negativeSamplingPass(network, example, [[0], [3]])).toThrow('so there is no word 3.');
  });
});

describe('a pass that is used again', () => {
  it('gives the numbers of a new one', () => {
    fc.assert(
      fc.property(withNegatives, ({ network, example, negatives }) => {
        const K = negatives[0]!.length;
        const used = new NegativePass(network, 5, K);
        used.run(predictionOf(network, { centre: 1, context: [0] }), new Int32Array(5 * K));
        const prediction = predictionOf(network, example);
        const fresh = new NegativePass(network, 5, K);
        const drawn = Int32Array.from(negatives.flat());
        expect(used.run(prediction, drawn)).toBe(fresh.run(prediction, drawn));
        expect(used.gradients).toEqual(fresh.gradients);
      }),
    );
  });
});
