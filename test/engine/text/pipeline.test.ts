import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countTexts, prepareText } from '../../../src/engine/text/pipeline.ts';
import { allStages, stages, type Switches } from '../../../src/engine/text/stages.ts';
import { tokenise } from '../../../src/engine/text/tokens.ts';
import { createVocabulary } from '../../../src/engine/text/vocabulary.ts';

fc.configureGlobal({ seed: 1 }); // the same examples each time

const noStages: Switches = { lowerCase: false, stopWords: false, stems: false };
const cricket = ['I love playing', 'we love playing cricket', 'Playing is fun'];
const wordsOf = (tokens: readonly { readonly text: string }[]): string[] => tokens.map(({ text }) => text);
const switches = fc.record({ lowerCase: fc.boolean(), stopWords: fc.boolean(), stems: fc.boolean() });
const texts = fc.oneof(
  fc.array(fc.constantFrom('The', 'movie', 'Was', 'never', 'PLAYING', 'plays', "don’t", '👍', '?!', 'ΟΔΟΣ', 'İ')).map((words) => words.join(' ')),
  fc.string({ unit: 'grapheme' }),
);

describe('the pipeline', () => {
  it('turns the sentences about cricket into love, play, cricket, fun, and counts', () => {
    const { vocabulary, texts } = countTexts(cricket, allStages, 'counts');
    expect(vocabulary.words).toEqual(['love', 'play', 'cricket', 'fun']);
    expect(texts.map(({ bag }) => [...bag!.values])).toEqual([
      [1, 1, 0, 0],
      [1, 1, 1, 0],
      [0, 1, 0, 1],
    ]);
    expect(texts.map(({ indices }) => [...indices])).toEqual([[0, 1], [0, 1, 2], [1, 3]]);
  });

  it('keeps what each stage did to each word', () => {
    const { written, stages: outputs } = prepareText('Playing is fun', allStages);
    expect(wordsOf(written)).toEqual(['Playing', 'is', 'fun']);
    const table = outputs.map(({ id, rows }) => [id, rows.map(({ before, after }) => [before.text, after?.text ?? null])]);
    expect(table).toEqual([
      ['lowerCase', [['Playing', 'playing'], ['is', 'is'], ['fun', 'fun']]],
      ['stopWords', [['playing', 'playing'], ['is', null], ['fun', 'fun']]],
      ['stems', [['playing', 'play'], ['fun', 'fun']]],
    ]);
    expect(outputs.map(({ dropped }) => wordsOf(dropped))).toEqual([[], ['is'], []]);
  });

  it('hands on the very token where a stage changed nothing', () => {
    const [playing, fun] = prepareText('Playing fun', allStages).stages[0]!.rows;
    expect(playing!.after).not.toBe(playing!.before);
    expect(fun!.after).toBe(fun!.before);
  });

  it.each([
    [{ lowerCase: false }, ['love', 'play', 'cricket', 'fun']],
    [{ lowerCase: false, stems: false }, ['love', 'playing', 'cricket', 'Playing', 'fun']],
    [{ stopWords: false }, ['i', 'love', 'play', 'we', 'cricket', 'is', 'fun']],
    [{ stems: false }, ['love', 'playing', 'cricket', 'fun']],
    [noStages, ['I', 'love', 'playing', 'we', 'cricket', 'Playing', 'is', 'fun']],
  ])('can leave stages out: %j', (off, expected) => {
    expect(countTexts(cricket, { ...allStages, ...off }, 'off').vocabulary.words).toEqual(expected);
  });

  it('counts only if that is asked for, and then or not', () => {
    const bagOf = (kind: 'off' | 'counts' | 'binary') => countTexts(['good good'], allStages, kind).texts[0]!.bag;
    expect(bagOf('off')).toBeNull();
    expect(bagOf('counts')!.values).toEqual(Float64Array.of(2));
    expect(bagOf('binary')!.values).toEqual(Float64Array.of(1));
  });

  it('takes a vocabulary from elsewhere, and names what it lacks', () => {
    const { texts, vocabulary } = countTexts(['plays very, very well'], allStages, 'counts', createVocabulary(['play', 'love']));
    expect(vocabulary.words).toEqual(['play', 'love']);
    expect(texts[0]!.bag!.values).toEqual(Float64Array.of(1, 0));
    expect(texts[0]!.unknown).toEqual([]); // "very" and "well" are stop words
    const kept = countTexts(['plays very, very well'], { ...allStages, stopWords: false }, 'counts', vocabulary);
    expect(kept.texts[0]!.unknown).toEqual(['veri', 'well']);
    expect(kept.texts[0]!.bag!.unknown).toEqual([{ word: 'veri', count: 2 }, { word: 'well', count: 1 }]);
  });

  it('says why no word is left', () => {
    const noteOf = (text: string): string | null => prepareText(text, allStages).note;
    expect(noteOf('Movie was good')).toBeNull();
    expect(noteOf(' \n')).toBe('The text is empty, so there is no word to count.');
    expect(noteOf('?!')).toBe('"?!" has no word in it: punctuation and spaces are not counted.');
    expect(noteOf('It is, it is')).toBe('No word is left: "It", "is", "it" are all stop words. Keep stop words to count them.');
    expect(noteOf('The')).toBe('No word is left: "The" is a stop word. Keep stop words to count them.');
    expect(noteOf('!'.repeat(1000))!.length).toBeLessThan(120);
  });

  it('counts nothing in no texts and in empty ones', () => {
    expect(countTexts([], allStages, 'counts')).toMatchObject({ texts: [], vocabulary: { words: [] } });
    expect(countTexts([''], allStages, 'counts').texts[0]!.bag!.values).toEqual(new Float64Array(0));
  });

  it('loses nothing: what goes into a stage comes out of it or is dropped, at its place in the text', () => {
    fc.assert(
      fc.property(texts, switches, (text, on) => {
        const { written, stages: outputs, tokens } = prepareText(text, on);
        let before = written;
        for (const { rows, tokens: after, dropped, isOn } of outputs) {
          expect(rows.map((row) => row.before)).toEqual(before);
          expect([...after, ...dropped].map(({ start }) => start).toSorted((a, b) => a - b)).toEqual(before.map(({ start }) => start));
          expect(isOn || dropped.length === 0).toBe(true);
          before = after;
        }
        expect(tokens).toEqual(before);
      }),
    );
  });

  it('does nothing where every stage is off', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { written, tokens } = prepareText(text, noStages);
        expect(tokens).toEqual(written);
      }),
    );
  });

  it('lower-cases as the networks read', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(prepareText(text, { ...noStages, lowerCase: true }).tokens).toEqual(tokenise(text));
      }),
    );
  });

  it('gives every stage a name and words', () => {
    expect(stages.map(({ id }) => id)).toEqual(Object.keys(allStages));
    for (const { title, words } of stages) expect(`${title}. ${words}`).toMatch(/^[A-Z][a-z ]+\. [A-Z].*\.$/);
  });
});
