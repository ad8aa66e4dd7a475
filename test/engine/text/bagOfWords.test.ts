import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bagOfWords } from '../../../src/engine/text/bagOfWords.ts';
import { tokenise } from '../../../src/engine/text/tokens.ts';
import { buildVocabulary, createVocabulary } from '../../../src/engine/text/vocabulary.ts';

fc.configureGlobal({ seed: 1 }); // the same examples each time

const vocabulary = createVocabulary(['movie', 'was', 'good', 'bad', 'not']);
const sentences = fc.array(fc.constantFrom('movie', 'was', 'good', 'film', 'very', '__proto__', '👍'));
const tokensOf = (words: readonly string[]) => words.map((text, start) => ({ text, start, end: start + 1 }));

describe('a bag of words', () => {
  it('counts each word of the vocabulary', () => {
    const { values } = bagOfWords(tokenise('Good movie, good, not bad!'), vocabulary, 'counts');
    expect(values).toEqual(Float64Array.of(1, 0, 2, 1, 1));
  });

  it('says only whether a word occurs, if it is binary', () => {
    const { values, counted } = bagOfWords(tokenise('Good movie, good, not bad!'), vocabulary, 'binary');
    expect(values).toEqual(Float64Array.of(1, 0, 1, 1, 1));
    expect(counted).toBe(5);
  });

  it('names the words it does not know, and how often they occur', () => {
    const { values, unknown } = bagOfWords(tokenise('very, very good film'), vocabulary, 'counts');
    expect(values).toEqual(Float64Array.of(0, 0, 1, 0, 0));
    expect(unknown).toEqual([
      { word: 'very', count: 2 },
      { word: 'film', count: 1 },
    ]);
  });

  it('of nothing is all zeros', () => {
    expect(bagOfWords([], vocabulary, 'counts')).toEqual({ kind: 'counts', values: new Float64Array(5), counted: 0, unknown: [] });
  });

  it('of an empty vocabulary is empty', () => {
    expect(bagOfWords(tokenise('good'), createVocabulary([]), 'counts')).toMatchObject({ values: new Float64Array(0), counted: 0 });
  });

  it('has lost the order: two sentences of the same words have the same bag', () => {
    const one = tokenise('love I to the gym go to');
    const other = tokenise('I love to go to the gym');
    const words = buildVocabulary(other);
    expect(bagOfWords(one, words, 'counts')).toEqual(bagOfWords(other, words, 'counts'));

    const shuffles = sentences.chain((words) => fc.tuple(fc.constant(words), fc.shuffledSubarray(words, { minLength: words.length })));
    fc.assert(
      fc.property(shuffles, ([words, shuffled]) => {
        expect(bagOfWords(tokensOf(words), vocabulary, 'counts').values).toEqual(bagOfWords(tokensOf(shuffled), vocabulary, 'counts').values);
      }),
    );
  });

  it('counts every token once: in the bag, or among the unknown', () => {
    fc.assert(
      fc.property(sentences, (words) => {
        const { values, counted, unknown } = bagOfWords(tokensOf(words), vocabulary, 'counts');
        expect(values.reduce((sum, value) => sum + value, 0)).toBe(counted);
        expect(counted + unknown.reduce((sum, { count }) => sum + count, 0)).toBe(words.length);
      }),
    );
  });
});
