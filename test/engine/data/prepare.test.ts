import { describe, expect, it } from 'vitest';
import type { Dataset, PreparedData, Preparation } from '../../../src/engine/data/dataset.ts';
import { prepareDataset, readRow } from '../../../src/engine/data/prepare.ts';
import { seriesTask } from '../../../src/engine/data/series.ts';
import type { Task, TaskRow } from '../../../src/engine/tasks/task.ts';
import { builtInSet, plainly, prepared } from './sets.ts';

const words: Task = { ...builtInSet('reviews').task, vocabulary: [] };

const datasetOf = (task: Task, rows: readonly TaskRow[], isText = true): Dataset =>
  ({ id: 'own-1', source: { words: 'Own.', licence: 'own' }, task: { ...task, rows }, isText, notes: [] });

const prepare = (rows: readonly TaskRow[], changes: Partial<Preparation> = {}, task: Task = words, isText = true): PreparedData =>
  prepareDataset(datasetOf(task, rows, isText), { ...plainly, share: 0, ...changes });

const row = (text: string, ...targets: number[]): TaskRow => ({ text, targets });
const indices = (data: PreparedData, position: number): number[] => {
  const { inputs } = data.rows[position]!.example;
  return inputs.kind === 'one-hot' ? [...inputs.indices] : [...inputs.values];
};

describe('texts', () => {
  const texts = [row('Playing is FUN!', 1), row('we play; I don’t', 0)];

  it('are words in lower case, in the order of their first appearance', () => {
    const data = prepare(texts);
    expect(data.task.vocabulary).toEqual(['playing', 'is', 'fun', 'we', 'play', 'i', "don't"]);
    expect(data.rows.map(({ text }) => text)).toEqual(['playing is fun', "we play i don't"]);
    expect(indices(data, 1)).toEqual([3, 4, 5, 6]);
    expect(data.rows.map(({ example }) => [...example.targets])).toEqual([[1], [0]]);
  });

  it('go through the stages that are switched on', () => {
    expect(prepare(texts, { switches: { lowerCase: false, stopWords: false, stems: false } }).task.vocabulary).toEqual(['Playing', 'is', 'FUN', 'we', 'play', 'I', "don't"]);
    expect(prepare(texts, { switches: { lowerCase: true, stopWords: true, stems: true } }).rows.map(({ text }) => text)).toEqual(['play fun', "play don't"]);
  });

  it('are cut as in the pipeline of texts, however often a word occurs', () => {
    const odd = [row('“Movie’s”—good,good. Movie’s don’t-care 3.5 😀😀', 1), row('日本 ñandú Ñandú', 0)];
    expect(prepare(odd).rows.map(({ reading }) => reading.tokens[0])).toEqual([
      ["movie's", 'good', 'good', "movie's", "don't", 'care', '3.5', '😀', '😀'],
      ['日本', 'ñandú', 'ñandú'],
    ]);
  });

  it('have the most frequent words of the training rows, the earlier of two that are as frequent; others are named', () => {
    const data = prepare([row('a b c b', 1), row('d b d e', 0)], { mostWords: 3 });
    expect(data.task.vocabulary).toEqual(['a', 'b', 'd']);
    expect(data.leftOut).toEqual(['c', 'e']);
    expect(data.rows.map(({ reading }) => reading.unknown)).toEqual([['c'], ['e']]);
    expect(indices(data, 0)).toEqual([0, 1, 1]);
  });

  it('have no word of a row that is kept for validation alone', () => {
    const rows = Array.from({ length: 10 }, (_, k) => row(`same word${k}`, k % 2));
    const data = prepare(rows, { share: 0.3 });
    expect([data.training.length, data.validation.length]).toEqual([7, 3]);
    for (const position of data.validation) {
      const { index, reading } = data.rows[position]!;
      expect(reading.unknown).toEqual([`word${index}`]);
      expect(data.task.vocabulary).not.toContain(`word${index}`);
    }
  });
});

describe('rows that cannot be read', () => {
  it('are skipped with the reason, and the others stay where they were', () => {
    const data = prepare([row('good', 1), row('', 0), row('?!', 0), row('the', 0), row('bad', 0)], { switches: { lowerCase: true, stopWords: true, stems: false } });
    expect(data.rows.map(({ index }) => index)).toEqual([0, 4]);
    expect(data.skipped).toEqual([
      { index: 1, words: 'The text is empty, so there is no word to count.' },
      { index: 2, words: '"?!" has no word in it: punctuation and spaces are not counted.' },
      { index: 3, words: 'No word is left: "the" is a stop word. Keep stop words to count them.' },
    ]);
    expect(data.training).toEqual([0, 1]);
  });

  it('have no word in the vocabulary', () => {
    const data = prepare([row('a a b', 1), row('b b a', 0), row('c', 0)], { mostWords: 2 });
    expect(data.skipped).toEqual([{ index: 2, words: 'None of it is in the vocabulary: “c”.' }]);
  });

  it('have another number of answers than steps', () => {
    const task = builtInSet('entities').task;
    expect(prepare([row('we met Anna', 0, 0, 1), row('we met', 0)], {}, task).skipped).toEqual([
      { index: 1, words: 'The row has 1 answer, but it should have 2: one for each word.' },
    ]);
  });

  it('have a letter that none follows, a name without a class, or no translation', () => {
    expect(prepare([row('ab'), row('a')], {}, builtInSet('letters').task, false).skipped).toEqual([{ index: 1, words: 'There is one letter alone, so none comes after it.' }]);
    expect(prepare([row('girl: anna'), row('anna')], {}, builtInSet('names').task, false).skipped[0]!.words).toMatch(/^Write girl or boy, a colon and a name/);
    expect(prepare([row('i am cold > j’ai froid'), row('i am')], {}, builtInSet('phrases').task).skipped[0]!.words).toMatch(/^The translation is missing/);
  });

  it('may be all of them: then nothing is left, and nothing is thrown', () => {
    for (const rows of [[], [row('', 1)], [row('…', 1), row('!', 0)]]) {
      const data = prepare(rows, { share: 0.5 });
      expect(data).toMatchObject({ rows: [], training: [], validation: [] });
      expect(data.skipped).toHaveLength(rows.length);
    }
  });

  it('leave something to learn from where anything can be read', () => {
    const data = prepare([row('anna', 0), row('tom', 0), row('girl: ella', 0)], { share: 0.7 }, builtInSet('names').task, false);
    expect([data.rows.length, data.training.length]).toEqual([1, 1]);
  });
});

describe('few rows', () => {
  it('are all learned from where there is one, and one class is enough', () => {
    expect(prepare([row('good', 1)], { share: 0.9 })).toMatchObject({ training: [0], validation: [] });
    expect(prepare([row('was good', 1), row('was fine', 1), row('was well', 1)], { share: 0.4 }).validation).toHaveLength(1);
  });
});

describe('answers at every step', () => {
  const { task } = builtInSet('entities');

  it('stay with their words where others are dropped', () => {
    const data = prepare([row('the boss of Siemens met Anna', 0, 0, 0, 2, 0, 1)], { switches: { lowerCase: true, stopWords: true, stems: false } }, task);
    expect(data.rows[0]!.reading.tokens[0]).toEqual(['boss', 'siemens', 'met', 'anna']);
    expect([...data.rows[0]!.example.targets]).toEqual([0, 2, 0, 1]);
  });

  it('stay with their words where others are unknown', () => {
    const data = prepared('entities');
    expect([...readRow(data, 'Anna frobnicated Siemens', [1, 0, 2]).targets]).toEqual([1, 2]);
  });
});

describe('a series', () => {
  const task: Task = { ...builtInSet('sine').task, ...seriesTask };

  it('has the next value as the target of each', () => {
    const data = prepare([row('0.1;0.2;0.4')], {}, task, false);
    expect(data.rows[0]!.reading).toMatchObject({ tokens: [['0.1', '0.2'], []], inputs: { values: Float64Array.of(0.1, 0.2) }, targets: Float64Array.of(0.2, 0.4) });
  });

  it('of several values a step has as many targets', () => {
    const wide = { ...task, vocabulary: ['a', 'b'], outputs: ['next a', 'next b'] };
    expect(prepare([row('0 1;0.5 0.5;1 0')], {}, wide, false).rows[0]!.example).toEqual({ inputs: { kind: 'dense', values: Float64Array.of(0, 1, 0.5, 0.5) }, targets: Float64Array.of(0.5, 0.5, 1, 0) });
  });

  it('of one value is skipped, and so is one that is no number', () => {
    expect(prepare([row('0.1;0.2'), row('0.3'), row('0.1;warm')], {}, task, false).skipped).toEqual([
      { index: 1, words: 'There is one value alone, so none comes after it.' },
      { index: 2, words: 'Value 2 has “warm” where a number from 0 to 1 should be.' },
    ]);
  });
});

describe('a row of one’s own', () => {
  it('has the targets of the row of the data that it is, or those that are told', () => {
    const data = prepared('reviews');
    expect([...readRow(data, 'Movie was GOOD').targets]).toEqual([1]);
    expect([...readRow(data, 'Movie was GOOD', [0]).targets]).toEqual([0]);
    expect(readRow(data, 'was it good')).toMatchObject({ tokens: [['was', 'good'], []], unknown: ['it'], targets: Float64Array.of(0) });
  });

  it('goes through the same stages as the data', () => {
    const data = prepared('reviews', { switches: { lowerCase: true, stopWords: true, stems: true } });
    expect(readRow(data, 'The movies were good').tokens[0]).toEqual(['movi', 'good']);
  });

  it('has its translation from the data, where they have it', () => {
    const data = prepared('phrases', { share: 0 });
    const said = (text: string): string[] => Array.from(readRow(data, text).targets, (target) => data.task.outputs[target]!);
    expect(said('I am not cold')).toEqual(['je', "n'ai", 'pas', 'froid', '<end>']);
    expect(said('i am not cold > tu as froid')).toEqual(['tu', 'as', 'froid', '<end>']);
    expect(readRow(data, 'not i am').problem).toMatch(/^The translation is missing/);
  });

  it('that cannot be read says why', () => {
    expect(readRow(prepared('temperatures'), '0.2;hot').problem).toBe('Value 2 has “hot” where a number from 0 to 1 should be.');
    expect(readRow(prepared('reviews'), 'nothing known')).toMatchObject({ unknown: ['nothing', 'known'], problem: null, tokens: [[], []] });
  });
});

describe('many rows', () => {
  it('are prepared in a time that grows with their number and no faster, and so are many words', () => {
    const rows = Array.from({ length: 20_000 }, (_, k) => row(Array.from({ length: 10 }, (_word, n) => `w${(k * 31 + n * n * 977) % 100_000}`).join(' '), k % 2));
    const begin = performance.now();
    const data = prepare(rows, { share: 0.2 });
    // A third of a second on a quiet machine; a square of the number would take minutes.
    expect(performance.now() - begin).toBeLessThan(10_000);
    expect(data.task.vocabulary).toHaveLength(2000);
    expect(data.rows.length + data.skipped.length).toBe(20_000);
  });
});
