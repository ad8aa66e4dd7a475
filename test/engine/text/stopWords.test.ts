import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isStopWord, stopWords, withoutStopWords } from '../../../src/engine/text/stopWords.ts';
import { tokenise } from '../../../src/engine/text/tokens.ts';

fc.configureGlobal({ seed: 1 }); // the same examples each time

const sifted = (text: string) => {
  const { kept, dropped } = withoutStopWords(tokenise(text));
  return { kept: kept.map((token) => token.text), dropped: dropped.map((token) => token.text) };
};

describe('stop words', () => {
  it('are dropped, and named', () => {
    expect(sifted('I love playing')).toEqual({ kept: ['love', 'playing'], dropped: ['i'] });
    expect(sifted('we love playing cricket')).toEqual({ kept: ['love', 'playing', 'cricket'], dropped: ['we'] });
    expect(sifted('Playing is fun')).toEqual({ kept: ['playing', 'fun'], dropped: ['is'] });
  });

  it('are named as often as they occur', () => {
    expect(sifted('the man and the woman').dropped).toEqual(['the', 'and', 'the']);
  });

  it('include "never" but not "not"', () => {
    expect(isStopWord('never')).toBe(true);
    expect(isStopWord('not')).toBe(false);
  });

  it('are recognised with capitals', () => {
    expect(['The', 'THE', 'I'].map(isStopWord)).toEqual([true, true, true]);
  });

  it('are a list by the alphabet, each once', () => {
    expect(stopWords).toEqual([...new Set(stopWords)].toSorted());
    expect(stopWords.length).toBeGreaterThan(100);
  });

  it('do not include words that JavaScript uses itself', () => {
    expect(['constructor', '__proto__', ''].map(isStopWord)).toEqual([false, false, false]);
  });

  it('and the other words together are the text: nothing is lost', () => {
    const text = fc.array(fc.constantFrom('the', 'movie', 'was', 'not', '👍', "don't", 'Good')).map((words) => words.join(' '));
    fc.assert(
      fc.property(text, (sentence) => {
        const tokens = tokenise(sentence);
        const { kept, dropped } = withoutStopWords(tokens);
        expect([...kept, ...dropped].toSorted((a, b) => a.start - b.start)).toEqual(tokens);
        expect(kept.filter((token) => isStopWord(token.text))).toEqual([]);
      }),
    );
  });
});
