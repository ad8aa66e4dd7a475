import { describe, expect, it } from 'vitest';
import { initialDocument } from '../../src/state/defaults.ts';
import { considerSentence } from '../../src/state/sentence.ts';

const reviews = initialDocument('reviews');
const letters = initialDocument('letters');

describe('a sentence', () => {
  it('of known words is ready, as it was typed', () => {
    expect(considerSentence(reviews, ' Movie was GOOD! ')).toEqual({ kind: 'ready', part: { text: ' Movie was GOOD! ' } });
    expect(considerSentence(letters, 'Santa')).toEqual({ kind: 'ready', part: { text: 'Santa' } });
  });

  it.each([
    ['', 'There is nothing to read yet. Type a sentence, for example “movie was good”.'],
    [' \n', 'There is nothing to read yet. Type a sentence, for example “movie was good”.'],
    ['...?!', 'There is no word in “...?!”, only punctuation. Type at least one word, for example “movie was good”.'],
  ])('%o is empty', (text, message) => {
    expect(considerSentence(reviews, text)).toEqual({ kind: 'empty', message });
  });

  it('with an unknown word names it, and what the network knows', () => {
    expect(considerSentence(reviews, 'movie was Terrible')).toEqual({
      kind: 'unknown',
      words: ['terrible'],
      canAdd: true,
      canSkip: true,
      message:
        'The network does not know the word “terrible”: it knows movie, was, good, bad and not. You can add it, or read on without it.',
    });
  });

  it('with nothing but unknown words cannot be read without them', () => {
    expect(considerSentence(reviews, 'quelle horreur')).toMatchObject({
      kind: 'unknown',
      canAdd: true,
      canSkip: false,
      message: expect.stringMatching(/the words “quelle” and “horreur”: .* You can add them\.$/) as string,
    });
  });

  it('with many unknown words names five, and not a long vocabulary', () => {
    const grown = { ...reviews, addedWords: ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'] };
    const text = Array.from({ length: 17 }, (_, k) => `x${k}`).join(' ');
    expect(considerSentence(grown, text)).toMatchObject({
      message: 'The network does not know the words “x0”, “x1”, “x2”, “x3”, “x4” and 12 more. You can add them.',
    });
  });

  it('of too many characters is not even cut into words', () => {
    expect(considerSentence(reviews, '网'.repeat(100_001))).toEqual({
      kind: 'too-long',
      message: 'The text has 100,001 characters, but at most 100,000 can be read.',
    });
  });

  it('whose words are too long or too many cannot be added', () => {
    expect(considerSentence(reviews, `bad ${'x'.repeat(61)}`)).toMatchObject({
      canAdd: false,
      canSkip: true,
      message: expect.stringContaining('at most 60 characters, but “xxx') as string,
    });
    const text = Array.from({ length: 501 }, (_, k) => `x${k}`).join(' ');
    expect(considerSentence(reviews, text)).toMatchObject({
      canAdd: false,
      canSkip: false,
      message: expect.stringMatching(/At most 500 words can be added, but there would be 501\. Type something in words that it knows\.$/) as string,
    });
  });

  it('of letters cannot bring new ones, since they are outputs, too', () => {
    expect(considerSentence(letters, 'names')).toMatchObject({ kind: 'ready' });
    expect(considerSentence(letters, 'bat')).toMatchObject({
      canAdd: false,
      canSkip: true,
      message: 'The network does not know the letter “b”: it knows n, a, m, s, t and e. You can read on without it.',
    });
    expect(considerSentence(letters, 'xa')).toMatchObject({ canAdd: false, canSkip: false });
  });

  it('of one letter is too short to say the next', () => {
    expect(considerSentence(letters, 'a')).toEqual({
      kind: 'too-short',
      message: '“a” is too short: the network reads one letter and then says the next, so at least 2 letters are needed.',
    });
  });

  it('of more than 10,000 words is too long', () => {
    expect(considerSentence(reviews, 'bad '.repeat(10_001))).toEqual({
      kind: 'too-long',
      message: 'The text has 10,001 words, but at most 10,000 can be read.',
    });
  });
});
