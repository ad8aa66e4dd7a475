import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stream } from '../../../src/engine/math/random.ts';
import { fillGap } from '../../../src/engine/word2vec/complete.ts';
import { createWord2Vec } from '../../../src/engine/word2vec/network.ts';
import { negativeSamplingPass, word2vecPass } from '../../../src/engine/word2vec/pass.ts';
import { walkThrough } from '../../../src/engine/word2vec/walk.ts';
import { situations } from './situation.ts';

describe('one example in all its steps', () => {
  it('has the numbers of the full softmax, and moves each vector against its gradient', () => {
    fc.assert(
      fc.property(situations(2), ({ network, example }) => {
        const walk = walkThrough(network, example, null, 0.3);
        const pass = word2vecPass(network, example);
        expect(walk.loss).toBe(pass.loss);
        expect([...walk.hidden]).toEqual(pass.hidden);
        expect([...walk.dHidden]).toEqual(pass.dHidden);
        expect(walk.targets.map(({ loss }) => loss)).toEqual(pass.stepLoss);
        for (const { word, scores } of walk.targets) {
          expect(scores[0]).toEqual({ word, wanted: 1, logit: pass.logits[word], prob: pass.probs[word], dLogit: pass.dLogits[word] });
          expect(scores.slice(1).every((each) => each.word !== word)).toBe(true);
        }
        for (const { matrix, word, before, gradient, after } of walk.rows) {
          const weights = matrix === 'in' ? network.inWeight : network.outWeight;
          const D = network.dimension;
          expect(before).toEqual(weights.slice(word * D, (word + 1) * D));
          expect([...gradient]).toEqual(pass.gradients[`${matrix}.weight`][word]);
          after.forEach((value, j) => expect(value).toBe(before[j]! - 0.3 * gradient[j]!));
        }
      }),
    );
  });

  it('has those of negative sampling, score by score', () => {
    fc.assert(
      fc.property(situations(3), ({ network, example, seed }) => {
        const random = stream(seed, 'drawn');
        const predicts = network.kind === 'cbow' ? [example.centre] : Array.from(example.context);
        const drawn = predicts.map((word) => Array.from({ length: 2 }, () => (word + 1 + random.integer(network.vocabularySize - 1)) % network.vocabularySize));
        const walk = walkThrough(network, example, drawn, 1);
        const pass = negativeSamplingPass(network, example, drawn);
        walk.targets.forEach(({ word, loss, scores }, i) => {
          expect(loss).toBe(pass.stepLoss[i]);
          expect(scores.map((score) => score.word)).toEqual([word, ...drawn[i]!]);
          expect(scores.map(({ logit, prob, dLogit }) => [logit, prob, dLogit])).toEqual(pass.logits[i]!.map((logit, k) => [logit, pass.probs[i]![k], pass.dLogits[i]![k]]));
          expect(scores.map(({ wanted }) => wanted)).toEqual([1, 0, 0]);
        });
        const named = walk.rows.map(({ matrix, word }) => `${matrix} ${word}`);
        expect(new Set(named).size).toBe(named.length);
      }),
    );
  });

  it('shows with the softmax the likeliest of the other words, the likeliest first', () => {
    const network = createWord2Vec({ kind: 'skipgram', vocabularySize: 9, dimension: 1 });
    network.inWeight.fill(1);
    network.outWeight.set([3, 9, 1, 7, 5, 2, 8, 6, 4]);
    const { targets } = walkThrough(network, { centre: 0, context: [1] }, null, 1);
    expect(targets[0]!.scores.map(({ word }) => word)).toEqual([1, 6, 3, 7, 4, 8]);
  });
});

describe('a gap', () => {
  const network = (kind: 'cbow' | 'skipgram') => {
    const own = createWord2Vec({ kind, vocabularySize: 3, dimension: 2 });
    own.inWeight.set([1, 0, 0, 2, 3, 3]);
    own.outWeight.set([0, 1, 2, 0, 1, 1]);
    return own;
  };

  it('is filled by CBOW with the softmax of the scores', () => {
    // h = ((1, 0) + (0, 2)) / 2 = (½, 1).
    const fillings = fillGap(network('cbow'), [0, 1], 3);
    expect(fillings.map(({ word, score }) => [word, score])).toEqual([[2, 1.5], [0, 1], [1, 1]]);
    expect(fillings.reduce((sum, { probability }) => sum + probability!, 0)).toBeCloseTo(1, 12);
    expect(fillings[0]!.probability! / fillings[1]!.probability!).toBeCloseTo(Math.exp(0.5), 12);
  });

  it('is filled by skip-gram with the mean score of the words around, and no probability', () => {
    // The mean of (0, 1) and (2, 0) is (1, ½): scores 1, 1, 4½.
    expect(fillGap(network('skipgram'), [0, 1], 2)).toEqual([{ word: 2, score: 4.5, probability: null }, { word: 0, score: 1, probability: null }]);
  });
});
