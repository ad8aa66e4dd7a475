import { describe, expect, it } from 'vitest';
import { corpusLimits, corpusProblem, readCorpus, type Corpus } from '../../../src/engine/word2vec/readCorpus.ts';

export function read(text: string): Corpus {
  const reading = readCorpus({ text });
  let step = reading.next();
  while (!step.done) step = reading.next();
  return step.value;
}

describe('a text is read', () => {
  it('as sentences of indices, the most frequent word first', () => {
    const { words, counts, sentences, notes } = read('The cat sleeps. The dog, the old one, sleeps!\nWhy?');
    expect(words).toEqual(['the', 'sleeps', 'cat', 'dog', 'old', 'one', 'why']);
    expect([...counts]).toEqual([3, 2, 1, 1, 1, 1, 1]);
    expect(sentences.map((each) => [...each])).toEqual([[0, 2, 1], [0, 3, 0, 4, 5, 1], [6]]);
    expect(notes).toEqual([]);
  });

  it('so that a point within a word ends no sentence', () => {
    expect(read('it took 3.5 hours in all').sentences.length).toBe(1);
  });

  it('as far as its limits, and what was left out is said', () => {
    const long = Array.from({ length: 61_000 }, (_, k) => `w${k % 4000}`).join(' ');
    const { words, sentences, notes } = read(long);
    expect(words.length).toBe(corpusLimits.vocabulary);
    expect(sentences[0]!.length).toBe(corpusLimits.words);
    expect(sentences[0]).toContain(-1);
    expect(notes).toEqual([
      'Only the first 60,000 words of the text are read.',
      'The text has 4,000 different words; the 3,000 most frequent ones get a vector, and the others are passed over.',
    ]);
  });

  it('and a very long one is cut before that', () => {
    expect(read(`${'ab cd. '.repeat(100_000)}`).notes[0]).toBe('The text has 700,000 characters; the first 600,000 are read.');
  });

  it('in many pauses, so that nothing waits for it', () => {
    const reading = readCorpus({ text: 'a b. '.repeat(400) });
    let pauses = 0;
    while (!reading.next().done) pauses++;
    expect(pauses).toBeGreaterThan(20);
  });
});

describe('what cannot be learned from is met with words', () => {
  it.each(['', '  \n ', '... !?'])('a text without a word: "%s"', (text) => {
    expect(() => read(text)).toThrow('There is no word in the text.');
  });

  it('one word alone, once or again and again', () => {
    expect(corpusProblem(read('hello'))).toContain('“hello” is the only word of the text');
    expect(corpusProblem(read('x'.repeat(10_000)))).toMatch(/^“x{40}…” is the only word/);
    expect(corpusProblem(read('hello hello hello'))).toContain('at least two different ones are needed');
  });

  it('words that each stand alone', () => {
    expect(corpusProblem(read('one\ntwo\nthree'))).toContain('Every word stands alone in its sentence');
  });

  it('but one sentence of two words is enough', () => {
    expect(corpusProblem(read('hello world'))).toBeNull();
  });
});
