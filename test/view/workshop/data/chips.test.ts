// Rows as the room of data shows them: steps with their indices and answers, counts of answers, bars.
import { describe, expect, it } from 'vitest';
import { builtIns } from '../../../../src/engine/data/builtIns.ts';
import { prepareDataset } from '../../../../src/engine/data/prepare.ts';
import { answerCounts, balanceLayout, mostBars } from '../../../../src/view/layout/workshop/data/balance.ts';
import { answersOf, countAnswers, stepsOf, writtenText } from '../../../../src/view/panels/workshop/data/chips.ts';
import { groupsOf } from '../../../../src/view/panels/workshop/data/groups.ts';
import { readWell } from '../../../engine/data/own/support.ts';
import { plainly, prepared } from '../../../engine/data/sets.ts';

describe('the steps of a row', () => {
  it('have their one-hot indices, and answers where each step has one', () => {
    const { task, rows } = prepared('letters');
    const word = rows.find(({ text }) => text === 'namaste')!;
    const { chips } = stepsOf(task, word, 3);
    expect(chips.map(({ token, answer }) => `${token}→${answer}`)).toEqual(['n→a', 'a→m', 'm→a']);
    expect(chips.map(({ index }) => task.vocabulary[index!])).toEqual(['n', 'a', 'm']);
    expect(stepsOf(task, word, 3).rest).toBe(word.reading.tokens[0].length - 3);
  });

  it('have one answer for all where it comes at the end', () => {
    const { task, rows } = prepared('reviews');
    expect(rows.map((row) => answersOf(task, row))).toEqual([['positive'], ['not positive'], ['not positive']]);
    expect(stepsOf(task, rows[0]!, 10).chips.every(({ answer }) => answer === null)).toBe(true);
  });

  it('are said by a decoder where there is one', () => {
    const { dataset } = readWell("i am cold\tj'ai froid\nyou are cold\ttu as froid");
    const { task, rows } = prepareDataset(dataset, plainly);
    expect(stepsOf(task, rows[0]!, 30).said).toEqual(["j'ai", 'froid', '<end>']);
  });
});

describe('the text of a series', () => {
  it('has its values as they were measured', () => {
    const { dataset } = readWell('value\n1.5\n2.25\n-3\n0.1', 'x.csv');
    expect(writtenText(dataset, dataset.task.rows[0]!.text)).toBe('1.5; 2.25; −3; 0.1');
    const { dataset: words } = readWell('a b,yes\nc d,no');
    expect(writtenText(words, 'a b')).toBe('a b');
  });
});

describe('the balance of answers', () => {
  it('counts every answer once, on either side', () => {
    const { task, rows, training, validation } = prepared('negation');
    const { counts, others } = answerCounts(countAnswers(task, rows, training)!, countAnswers(task, rows, validation)!);
    expect(others).toBe(0);
    expect(counts.reduce((sum, each) => sum + each.training, 0)).toBe(training.length);
    expect(counts.reduce((sum, each) => sum + each.validation, 0)).toBe(validation.length);
  });

  it('is not there where answers are numbers', () => {
    const { task, rows, training } = prepared('sine');
    expect(countAnswers(task, rows, training)).toBeNull();
  });

  it('is drawn to one scale, within its place, the most frequent first', () => {
    const many = new Map(Array.from({ length: 20 }, (_, k) => [`answer ${k}`, k + 1]));
    const { counts, others } = answerCounts(many, new Map([['answer 3', 4]]));
    expect(others).toBe(20 - mostBars);
    const { bars, x } = balanceLayout(counts, others, { width: 600, height: 300, textSize: 12 });
    expect(bars[0]!.answer).toBe('answer 19');
    for (const bar of bars) {
      expect(bar.trainingWidth / bar.training).toBeCloseTo(bars[0]!.trainingWidth / 20, 9);
      expect(x + bar.trainingWidth + bar.validationWidth).toBeLessThan(600);
      expect(bar.y + bar.half).toBeLessThanOrEqual(300);
    }
  });
});

describe('the groups of data sets', () => {
  it('have every built-in one just once, and leave none over', () => {
    const groups = groupsOf();
    expect(groups.flatMap(({ sets }) => sets.map(({ id }) => id)).toSorted()).toEqual(Object.keys(builtIns).toSorted());
    expect(groups.map(({ title }) => title)).not.toContain('More');
  });
});
