// A data set as CSV: every row with its answer in words and its side of the split, and the room of data reads it again.
import { describe, expect, it } from 'vitest';
import { builtIns } from '../../../src/engine/data/builtIns.ts';
import { prepareDataset } from '../../../src/engine/data/prepare.ts';
import { dataCsv } from '../../../src/state/workshop/dataTable.ts';
import { readWell } from '../../engine/data/own/support.ts';

const tableOf = (set: string): string[] => {
  const data = prepareDataset(builtIns[set]!.build(''), { switches: { lowerCase: true, stopWords: false, stems: false }, mostWords: 2000, share: 0.2, seed: 1 });
  return dataCsv(data).trimEnd().split('\n');
};

describe('a data set as CSV', () => {
  it('has a row’s text, its answer in words, and its side', () => {
    const [head, ...rows] = tableOf('negation');
    expect(head).toBe('text,answer,side');
    expect(rows.length).toBe(700);
    expect(rows.every((row) => /,(not )?positive,(training|validation)$/.test(row))).toBe(true);
    expect(rows.filter((row) => row.endsWith(',validation')).length).toBe(140);
    expect(tableOf('entities')[1]).toBe('Chirag worked at Microsoft in India,PER O O ORG O LOC,training');
    expect(tableOf('adding')[1]).toMatch(/^[\d .;]+,[\d.]+,(training|validation)$/);
  });

  it('has no answer where the rows have none', () => {
    expect(tableOf('letters').slice(0, 2)).toEqual(['text,side', 'namaste,training']);
  });

  it('is read again with the same rows and answers', () => {
    const rows = builtIns.negation!.build('').task.rows;
    const { dataset } = readWell(tableOf('negation').join('\n'), 'reviews.csv', { input: 0, answer: 1 });
    expect(dataset.task.rows.map(({ text }) => text)).toEqual(rows.map(({ text }) => text));
    const answers = dataset.task.rows.map(({ targets }) => targets?.[0]);
    const isTurned = answers[0] !== rows[0]?.targets?.[0];
    expect(answers.map((answer) => (isTurned ? 1 - (answer ?? NaN) : answer))).toEqual(rows.map(({ targets }) => targets?.[0]));
  });
});
