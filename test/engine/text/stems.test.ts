import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stem } from '../../../src/engine/text/stems.ts';
import { tokenise } from '../../../src/engine/text/tokens.ts';

fc.configureGlobal({ seed: 1 }); // the same examples each time

describe('a stem', () => {
  it('is shared by the forms of a word', () => {
    expect(['play', 'plays', 'played', 'playing', 'Playing', 'playful'].map(stem)).toEqual(Array.from({ length: 6 }, () => 'play'));
    expect(['love', 'loves', 'loved', 'loving'].map(stem)).toEqual(Array.from({ length: 4 }, () => 'love'));
    expect(['connect', 'connected', 'connecting', 'connection', 'connections'].map(stem)).toEqual(
      Array.from({ length: 5 }, () => 'connect'),
    );
  });

  // From the steps of Porter's paper, one after the other.
  it.each([
    ['caresses', 'caress'],
    ['ponies', 'poni'],
    ['cats', 'cat'],
    ['feed', 'feed'],
    ['agreed', 'agre'],
    ['plastered', 'plaster'],
    ['motoring', 'motor'],
    ['sing', 'sing'],
    ['hopping', 'hop'],
    ['filing', 'file'],
    ['happy', 'happi'],
    ['sky', 'sky'],
    ['relational', 'relat'],
    ['hopefulness', 'hope'],
    ['electricity', 'electr'],
    ['adjustment', 'adjust'],
    ['probate', 'probat'],
    ['controlling', 'control'],
  ])('of "%s" is "%s", as in the paper', (word, expected) => {
    expect(stem(word)).toBe(expected);
  });

  it('keeps a y after a vowel, as in Porter2, and no other', () => {
    expect(['says', 'enjoying', 'enjoyment', 'party', 'parties', 'by'].map(stem)).toEqual(['say', 'enjoy', 'enjoy', 'parti', 'parti', 'by']);
  });

  it('makes no y of an i that was always there', () => {
    expect(['bonsai', 'taxi'].map(stem)).toEqual(['bonsai', 'taxi']);
  });

  it('has no possessive', () => {
    expect(["movie's", "movies'", 'movie', "don't"].map(stem)).toEqual(['movi', 'movi', 'movi', "don't"]);
  });

  it('leaves what is no English word', () => {
    expect(['👍', '映画', 'फ़िल्म', '2024', '3.14'].map(stem)).toEqual(['👍', '映画', 'फ़िल्म', '2024', '3.14']);
  });

  it('is never empty, whatever the word', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', 'e', 'y', 's', 'i', 'n', 'g', 'l', "'", '’', 'E', '👍', ' ') }), (text) => {
        for (const token of tokenise(text)) expect(stem(token.text)).not.toBe('');
      }),
    );
    expect(["'s", "'", ''].map(stem)).toEqual(["'s", "'", '']);
  });

  it('is one for very long words too', () => {
    expect(stem(`${'a'.repeat(10_000)}ing`)).toBe('a'.repeat(10_000));
  });
});
