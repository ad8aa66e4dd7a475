import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { letters, tokenise } from '../../../src/engine/text/tokens.ts';
import { buildVocabulary, createVocabulary, encode } from '../../../src/engine/text/vocabulary.ts';

fc.configureGlobal({ seed: 1 }); // the same examples each time

describe('a vocabulary', () => {
  it('has its words in order of first appearance', () => {
    const { words } = buildVocabulary(tokenise('Movie was good. Movie was bad. Movie was not good.'));
    expect(words).toEqual(['movie', 'was', 'good', 'bad', 'not']);
  });

  it('of letters works the same', () => {
    expect(buildVocabulary(letters('namaste')).words).toEqual(['n', 'a', 'm', 's', 't', 'e']);
  });

  it('finds each word, and −1 for others', () => {
    const { indexOf } = createVocabulary(['movie', 'was', 'good']);
    expect(indexOf('good')).toBe(2);
    expect(indexOf('bad')).toBe(-1);
  });

  it('is not fooled by words that JavaScript uses itself', () => {
    const { indexOf } = createVocabulary(['__proto__']);
    expect(indexOf('__proto__')).toBe(0);
    expect(indexOf('constructor')).toBe(-1);
  });

  it('holds each word once, and names one that stands twice', () => {
    expect(() => createVocabulary(['movie', 'was', 'movie'])).toThrow(
      'A vocabulary holds each word once, but "movie" is both word 1 and word 3.',
    );
  });

  it('does not change with the list it was made of', () => {
    const list = ['movie'];
    const { words } = createVocabulary(list);
    list.push('was');
    expect(words).toEqual(['movie']);
  });

  it('may be empty', () => {
    expect(buildVocabulary([]).words).toEqual([]);
  });
});

describe('encoding', () => {
  const vocabulary = createVocabulary(['movie', 'was', 'good', 'bad', 'not']);

  it('gives one index per word', () => {
    const { indices, known, unknown } = encode(tokenise('Movie was not good'), vocabulary);
    expect(indices).toEqual(Int32Array.of(0, 1, 4, 2));
    expect(known.map((token) => token.start)).toEqual([0, 6, 10, 14]);
    expect(unknown).toEqual([]);
  });

  it('skips words it does not know, and names each once', () => {
    const { indices, known, unknown } = encode(tokenise('The film, the movie: very very good'), vocabulary);
    expect(indices).toEqual(Int32Array.of(0, 2));
    expect(known.map((token) => token.text)).toEqual(['movie', 'good']);
    expect(unknown).toEqual(['the', 'film', 'very']);
  });

  it('of nothing is nothing', () => {
    expect(encode([], vocabulary)).toEqual({ indices: new Int32Array(0), known: [], unknown: [] });
  });

  it('can be undone: indices lead back to the words', () => {
    const text = fc.array(fc.constantFrom('movie', 'was', 'good', 'film', '👍', "don't")).map((list) => list.join(' '));
    fc.assert(
      fc.property(text, (sentence) => {
        const tokens = tokenise(sentence);
        const own = buildVocabulary(tokens);
        const { indices, unknown } = encode(tokens, own);
        expect(Array.from(indices, (index) => own.words[index])).toEqual(tokens.map((token) => token.text));
        expect(unknown).toEqual([]);
      }),
    );
  });
});
