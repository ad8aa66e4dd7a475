// One's own data: what a text is taken for, what is skipped, and what is said where nothing can be learned from it.
import { describe, expect, it } from 'vitest';
import { mostRows, mostSteps } from '../../../../src/engine/data/own/limits.ts';
import { prepareDataset } from '../../../../src/engine/data/prepare.ts';
import type { Preparation } from '../../../../src/engine/data/dataset.ts';
import { readText, readWell } from './support.ts';

const plainly: Preparation = { switches: { lowerCase: true, stopWords: false, stems: false }, mostWords: 2000, share: 0, seed: 1 };
const reviews = 'text,label\nmovie was good,pos\nmovie was bad,neg\n"movie, was not good",neg\n';

describe('a table of texts with labels', () => {
  it('has its names, its columns, its labels with their counts and its lengths found', () => {
    const { report, dataset } = readWell(reviews, 'reviews.csv');
    expect(report).toMatchObject({ delimiter: 'comma', isNamed: true, ask: 'label', steps: 'words', input: 0, answer: 1, rows: 3, vocabulary: 5, lengths: { shortest: 3, median: 3, longest: 4 } });
    expect(report.columns.map(({ name, kind }) => [name, kind])).toEqual([['text', 'text'], ['label', 'label']]);
    expect(report.labels).toEqual([{ label: 'neg', count: 2 }, { label: 'pos', count: 1 }]);
    expect(dataset.task).toMatchObject({ topology: 'many-to-one', loss: 'cross_entropy', outputs: ['neg', 'pos'], title: 'Mine' });
    expect(dataset.task.rows).toEqual([{ text: 'movie was good', targets: [1] }, { text: 'movie was bad', targets: [0] }, { text: 'movie, was not good', targets: [0] }]);
  });

  it('is read the same with a byte order mark, with Windows’ line ends, with semicolons, with tabs and without names', () => {
    const { dataset } = readWell(reviews, 'reviews.csv');
    const rows = dataset.task.rows;
    expect(readWell(`\ufeff${reviews}`, 'reviews.csv').dataset.task.rows).toEqual(rows);
    expect(readWell(reviews.replaceAll('\n', '\r\n'), 'reviews.csv').dataset.task.rows).toEqual(rows);
    expect(readWell('text;label\nmovie was good;pos\nmovie was bad;neg\nmovie, was not good;neg').dataset.task.rows).toEqual(rows);
    expect(readWell('movie was good\tpos\nmovie was bad\tneg\nmovie, was not good\tneg').dataset.task.rows).toEqual(rows);
  });

  it('has the columns that the reader chooses', () => {
    const table = 'who,what,how\nada,was happy,yes\nbob,was sad,no\nada,ran far,yes';
    const { report, dataset } = readWell(table, 'x.csv', { isNamed: true, input: 1, answer: 0 });
    expect(report).toMatchObject({ input: 1, answer: 0 });
    expect(dataset.task.outputs).toEqual(['ada', 'bob']);
    expect(readWell(table, 'x.csv', { isNamed: false }).report.rows).toBe(4);
  });

  it('takes 0 and 1 behind a few sentences for labels and not for a series', () => {
    const rows = 'movie was good,1\nmovie was bad,0\nmovie was fine,1';
    expect(readWell(rows).report).toMatchObject({ ask: 'label', isNamed: false, answer: 1, rows: 3 });
    expect(readWell(`what,mark\n${rows}`).report).toMatchObject({ ask: 'label', isNamed: true, rows: 3 });
    expect(readWell('day,value\nday one,1\nday two,7\nday three,4').report.ask).toBe('value');
  });

  it('reads single words letter by letter', () => {
    const { report, dataset } = readWell('name,gender\nanna,girl\nella,girl\ntom,boy\nmax,boy', 'names.csv');
    expect(report).toMatchObject({ ask: 'label', steps: 'letters', vocabulary: 8 });
    expect(dataset.task.cut).toBe('letters');
  });

  it('skips rows without text, without a label and with too many cells, and says which', () => {
    const { report } = readWell('text,label\na good one,1\n,1\nno label here,\none, two, three,0\na bad one,0', 'x.csv');
    expect(report.rows).toBe(2);
    expect(report.skipped.map(({ words, first }) => [words.split(' ').slice(0, 3).join(' '), first[0]?.line])).toEqual([['has more cells', 5], ['has no text', 3], ['has no label', 4]]);
  });

  it('counts lines over cells that run over several of them', () => {
    const { report } = readWell('text,label\n"a cell\nof two lines",1\n,0\nanother one,0', 'x.csv');
    expect(report.skipped[0]?.first).toEqual([{ line: 4, text: '– · 0' }]);
  });

  it('reads on after a quote that is never closed', () => {
    const { report, dataset } = readWell('text,label\n"a b,1\nc d,0\ng h,0', 'x.csv');
    expect(dataset.task.rows).toHaveLength(3);
    expect(report.notes).toEqual([expect.stringMatching(/quote is opened in line 2 and not closed/), expect.stringContaining('single row')]);
  });
});

describe('other tables and texts', () => {
  it('two columns of text are a text and what it becomes', () => {
    const { report, dataset } = readWell("i am cold\tj'ai froid\nyou are cold\ttu as froid", 'x.tsv');
    expect(report.ask).toBe('translation');
    expect(dataset.task).toMatchObject({ topology: 'encoder-decoder', rows: [{ text: "i am cold > j'ai froid" }, { text: 'you are cold > tu as froid' }] });
    expect(prepareDataset(dataset, plainly).rows[0]?.reading.tokens).toEqual([['i', 'am', 'cold'], ['<start>', "j'ai", 'froid']]);
  });

  it('words with a tag behind a slash are labels in step, punctuation left out', () => {
    const { report, dataset } = readWell('Ada/PER wrote/O to/O London/LOC ./O\nBob/PER ran/O');
    expect(report).toMatchObject({ ask: 'tags', rows: 2 });
    expect(dataset.task.outputs).toEqual(['O', 'LOC', 'PER']);
    expect([...prepareDataset(dataset, plainly).rows[0]!.reading.targets]).toEqual([2, 0, 0, 1]);
  });

  it('so are words with a tag on each line, with an empty line between sentences', () => {
    const { dataset } = readWell('EU B-ORG\nrejects O\n\nBob B-PER\nran O');
    expect(dataset.task.rows).toEqual([{ text: 'EU rejects', targets: [1, 0] }, { text: 'Bob ran', targets: [2, 0] }]);
  });

  it('a column of numbers is a series, with decimal commas where it has semicolons, exact on its own scale', () => {
    const { report, dataset } = readWell('day;value\n1.1.;1,5\n2.1.;2,5\n3.1.;3,25\n4.1.;-1,5\n5.1.;2,25', 'x.csv');
    expect(report).toMatchObject({ ask: 'value', input: 1 });
    const { offset, factor } = dataset.scale!;
    const [data] = prepareDataset(dataset, plainly).rows;
    const read = data!.reading.inputs.kind === 'dense' ? [...data!.reading.inputs.values] : [];
    [1.5, 2.5, 3.25].forEach((value, k) => expect(offset + factor * read[k]!).toBeCloseTo(value, 12));
    expect(offset + factor * data!.reading.targets[0]!).toBeCloseTo(2.5, 12);
  });

  it('lines of numbers are a series each', () => {
    const { report, dataset } = readWell('0 1 2 3 4 5\n5 4 3 2 1 0', 'x.txt');
    expect(report).toMatchObject({ ask: 'value', delimiter: 'blank', rows: 2 });
    expect(dataset.task.rows[1]?.text).toBe('1; 0.8; 0.6; 0.4; 0.2; 0');
  });

  it('a plain text asks for the next word, a list of words for the next letter', () => {
    expect(readWell('we had everything before us, we had nothing before us\nit was the best of times').report).toMatchObject({ ask: 'next', steps: 'words', rows: 2 });
    const { report, dataset } = readWell('anna\nella\nmia');
    expect(report).toMatchObject({ ask: 'next', steps: 'letters' });
    const [row] = prepareDataset(dataset, plainly).rows;
    expect(dataset.task.outputs.at(-1)).toBe('.');
    expect([...row!.reading.targets].map((k) => prepareDataset(dataset, plainly).task.outputs[k])).toEqual(['n', 'n', 'a', '.']);
  });

  it('sentences that run over several lines become a row each', () => {
    const { report, dataset } = readWell('Call me Ishmael. Some years ago, having little or no\nmoney in my purse, I thought I would sail about a little.\nIt is a way I have of driving off the spleen and\nregulating the circulation.');
    expect(report.notes[0]).toContain('each sentence is a row');
    expect(dataset.task.rows.map(({ text }) => text.split(' ').slice(0, 2).join(' '))).toEqual(['Call me', 'Some years', 'It is']);
  });
});

describe('what nothing can be learned from is said in words', () => {
  it.each<[string, string, RegExp]>([
    ['an empty file', ' \n\n', /is empty: no line has anything in it\. Expected are lines such as/],
    ['names alone', 'text,label\n', /has a line of names \(text, label\) and no row below it/],
    ['one class', 'text,label\ngood one,1\nbad one,1', /All rows have the same label, “1”.*two different labels/],
    ['one row', 'movie was good, positive', /one row alone, with the label “positive”/],
    ['one number', 'value\n3', /1 numbers?, but it takes 3/],
    ['equal numbers', 'value\n3\n3\n3\n3', /All values are the same, 3/],
  ])('%s', (_, text, words) => {
    const { dataset, problem } = readText(text, 'x.csv');
    expect(dataset).toBeNull();
    expect(problem).toMatch(words);
  });

  it('labels that are all empty: the column is named, and the texts alone are read', () => {
    const { report } = readWell('text,label\na good one,\na bad one,', 'x.csv');
    expect(report.ask).toBe('next');
    expect(report.notes).toContain('The column “label” is empty in every row.');
  });

  it('a column with too many different values is no column of labels', () => {
    const rows = Array.from({ length: 150 }, (_, k) => `some text here,id${k}`).join('\n');
    expect(readText(`text,label\n${rows}`, 'x.csv', { ask: 'label', input: 0, answer: 1 }).problem).toMatch(/150 different values, which are too many for labels: at most 100/);
  });
});

describe('large files', () => {
  it('with more rows than are read: the rest is counted and named', () => {
    const { report } = readWell(Array.from({ length: mostRows + 500 }, (_, k) => `some words,${k % 2}`).join('\n'), 'x.csv');
    expect(report.rows).toBe(mostRows);
    expect(report.notes[0]).toBe('20,000 rows are read; 500 after them are left out.');
  });

  it('with a row that is too long: it is cut, which is said', () => {
    const long = Array.from({ length: mostSteps + 10 }, (_, k) => `w${k % 50}`).join(' ');
    const { report, dataset } = readWell(`text,label\n${long},a\nshort one,b\nanother one,a`, 'x.csv');
    expect(report.lengths?.longest).toBe(mostSteps);
    expect(report.notes[0]).toMatch(/longer than 2,000 words and cut there/);
    expect(dataset.task.rows[0]?.text.split(' ')).toHaveLength(mostSteps);
  });

  it('with 100,000 different words: all are counted, the most frequent are kept, the rest is named', () => {
    const rows = Array.from({ length: 10_000 }, (_, k) => `${Array.from({ length: 10 }, (_w, j) => `w${10 * k + j}`).join(' ')} film,${k % 2 ? 'a' : 'b'}`);
    const { report, dataset } = readWell(rows.join('\n'), 'x.csv');
    expect(report.vocabulary).toBe(100_001);
    const data = prepareDataset(dataset, plainly);
    expect(data.task.vocabulary).toHaveLength(2000);
    expect(data.task.vocabulary).toContain('film');
    expect(data.leftOut).toHaveLength(98_001);
  });
});
