import { describe, expect, it } from 'vitest';
import { examplesOf, pairsOf, predictionOf } from '../../../src/engine/word2vec/example.ts';
import { createWord2Vec, initialWord2Vec } from '../../../src/engine/word2vec/network.ts';

const shape = { vocabularySize: 8, dimension: 3 };

describe('the examples of a sentence', () => {
  it('are each word with those around it, as far as the sentence goes', () => {
    expect(examplesOf([6, 4, 0, 5, 6, 7], 2)).toEqual([
      { centre: 6, context: [4, 0] },
      { centre: 4, context: [6, 0, 5] },
      { centre: 0, context: [6, 4, 5, 6] },
      { centre: 5, context: [4, 0, 6, 7] },
      { centre: 6, context: [0, 5, 7] },
      { centre: 7, context: [5, 6] },
    ]);
  });

  it('may reach as far as the sentence', () => {
    expect(examplesOf([1, 2, 3], 100).map(({ context }) => context)).toEqual([[2, 3], [1, 3], [1, 2]]);
  });

  it('are none of a word by itself, nor of nothing', () => {
    expect(examplesOf([3], 2)).toEqual([]);
    expect(examplesOf([], 2)).toEqual([]);
  });

  it('leave out what is no word, which keeps its place', () => {
    expect(examplesOf([1, -1, 2, 3], 1)).toEqual([{ centre: 2, context: [3] }, { centre: 3, context: [2] }]);
  });

  it.each([0, -1, 1.5, Number.NaN])('need a window of whole words, and not of %s', (window) => {
    expect(() => examplesOf([1, 2], window)).toThrow(`A window reaches a whole number of words to each side, 1 or more, but this one is ${window}.`);
  });

  it('as pairs are each word with each of its context', () => {
    expect(pairsOf([1, 2, 1], 1)).toEqual([[1, 2], [2, 1], [2, 1], [1, 2]]);
  });
});

describe('a prediction', () => {
  const example = { centre: 0, context: [6, 4, 5, 6] };

  it('of CBOW is that of the centre by its context, of skip-gram the reverse', () => {
    const [one, four] = [Int32Array.of(0), Int32Array.of(6, 4, 5, 6)];
    expect(predictionOf(createWord2Vec({ kind: 'cbow', ...shape }), example)).toEqual({ reads: four, predicts: one });
    expect(predictionOf(createWord2Vec({ kind: 'skipgram', ...shape }), example)).toEqual({ reads: one, predicts: four });
  });

  it('needs a context', () => {
    expect(() => predictionOf(createWord2Vec({ kind: 'cbow', ...shape }), { centre: 0, context: [] })).toThrow('This word stands alone');
  });

  it.each([8, -1, 0.5])('knows no word %s', (word) => {
    const network = createWord2Vec({ kind: 'cbow', ...shape });
    const words = `The vocabulary has 8 words, with the indices 0 to 7, so there is no word ${word}.`;
    expect(() => predictionOf(network, { centre: word, context: [1] })).toThrow(words);
    expect(() => predictionOf(network, { centre: 1, context: [0, word] })).toThrow(words);
  });
});

describe('a network', () => {
  it('is two matrices in one buffer', () => {
    const parameters = Float64Array.of(1, 2, 3, 4, 5, 6, 7, 8);
    const { inWeight, outWeight } = createWord2Vec({ kind: 'cbow', vocabularySize: 2, dimension: 2 }, parameters);
    expect([...inWeight, ...outWeight]).toEqual([...parameters]);
    parameters[4] = 50;
    expect(outWeight[0]).toBe(50);
  });

  it('needs a buffer that fits, and sizes of at least 1', () => {
    const create = (vocabularySize: number, dimension: number, length?: number) =>
      createWord2Vec({ kind: 'cbow', vocabularySize, dimension }, length === undefined ? undefined : new Float64Array(length));
    expect(() => create(2, 3, 11)).toThrow('2 words with two vectors of 3 numbers each have 12 weights, but there are 11.');
    expect(() => create(0, 3)).toThrow('The vocabulary needs a whole number of words, 1 or more, but is given 0.');
    expect(() => create(2, 1.5)).toThrow('The vector of a word needs a whole number of numbers, 1 or more, but is given 1.5.');
  });

  it('begins with small vectors for reading, by seed, and zeros for predicting', () => {
    const { inWeight, outWeight } = initialWord2Vec({ kind: 'cbow', ...shape }, 7);
    expect(inWeight.every((x) => x !== 0 && Math.abs(x) <= 0.5 / 3)).toBe(true);
    expect(outWeight).toEqual(new Float64Array(24));
    expect(initialWord2Vec({ kind: 'skipgram', ...shape }, 7).inWeight).toEqual(inWeight);
    expect(initialWord2Vec({ kind: 'cbow', ...shape }, 8).inWeight).not.toEqual(inWeight);
  });

  it('keeps the vectors of its words when a word is added', () => {
    const before = initialWord2Vec({ kind: 'cbow', ...shape }, 7).inWeight;
    const after = initialWord2Vec({ kind: 'cbow', ...shape, vocabularySize: 9 }, 7).inWeight;
    expect(after.slice(0, 24)).toEqual(before);
  });
});
