import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { movesOf, type WordChange } from '../../../src/view/layout/moves.ts';

const moves = (before: string, after: string, change: WordChange): [number, number][] => [...movesOf(before.split(' '), after.split(' '), change)];

describe('which column went where', () => {
  it('keeps every place where a word is replaced', () => {
    expect(moves('a b c', 'a x c', { kind: 'replace', index: 2 })).toEqual([[1, 1], [2, 2], [3, 3]]);
  });

  it('makes room for a word that is put in, which comes from nowhere', () => {
    expect(moves('a b', 'a a b', { kind: 'insert', index: 1 })).toEqual([[2, 1], [3, 2]]);
  });

  it('closes the gap of a word that is taken out, also between equal words', () => {
    expect(moves('a a a', 'a a', { kind: 'delete', index: 2 })).toEqual([[1, 1], [2, 3]]);
  });

  it('carries a word over the others, which step aside', () => {
    expect(moves('a b c d', 'b c a d', { kind: 'move', from: 1, to: 3 })).toEqual([[1, 2], [2, 3], [3, 1], [4, 4]]);
    expect(moves('a b c d', 'a d b c', { kind: 'move', from: 4, to: 2 })).toEqual([[1, 1], [2, 4], [3, 2], [4, 3]]);
  });

  it('matches words by their spelling where more has changed than was asked for', () => {
    expect(moves('a b c', 'a x y z c', { kind: 'replace', index: 2 })).toEqual([[1, 1], [5, 3]]);
  });

  it('never lets two columns come from one, and carries each word with it', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 9 }), fc.nat(), fc.nat(), (words, a, b) => {
        const [from, to] = [(a % words.length) + 1, (b % words.length) + 1];
        const after = [...words];
        after.splice(to - 1, 0, ...after.splice(from - 1, 1));
        const found = movesOf(words, after, { kind: 'move', from, to });
        expect(new Set(found.keys())).toEqual(new Set(words.map((_, k) => k + 1)));
        expect(new Set(found.values()).size).toBe(words.length);
        for (const [now, then] of found) expect(after[now - 1]).toBe(words[then - 1]);
      }),
    );
  });
});
