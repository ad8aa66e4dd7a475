import { describe, expect, it } from 'vitest';
import { builtIns } from '../../../../src/engine/data/builtIns.ts';
import { prepareDataset } from '../../../../src/engine/data/prepare.ts';
import { tasks } from '../../../../src/engine/tasks/index.ts';
import { readSentence } from '../../../../src/engine/tasks/read.ts';
import type { Task } from '../../../../src/engine/tasks/task.ts';
import type { PreparedData } from '../../../../src/engine/data/dataset.ts';
import { labelsOf } from '../../../../src/view/panels/workshop/states/labels.ts';
import { chosenSentence, planeSentences } from '../../../../src/view/panels/workshop/sentences.ts';

function prepared(task: Task): PreparedData {
  const dataset = { id: task.id, task, isText: task.cut === 'words', source: { words: '', licence: '' }, recipe: { cell: 'rnn_tanh', hiddenSize: 4, learningRate: 0.1, epochs: 1, batchSize: 1, optimiser: 'adam' }, notes: [] } as const;
  return prepareDataset(dataset, { switches: { lowerCase: true, stopWords: false, stems: false }, mostWords: 100, share: 0, seed: 1 });
}

describe('the sentence whose states are looked at', () => {
  const data = prepared(tasks.reviews);

  it('is the row, and of rows behind the last the last', () => {
    expect(chosenSentence(data, '', 1).sentence!.words).toEqual([...data.rows[0]!.reading.tokens[0]]);
    expect(chosenSentence(data, '  ', 99).sentence!.reading).toBe(data.rows.at(-1)!.reading);
  });

  it('is the one that is typed, with the words that are left out named', () => {
    const [first = ''] = data.rows[0]!.reading.tokens[0];
    const { sentence, note, isOwn } = chosenSentence(data, `${first} zyzzyva`, 1);
    expect(sentence!.words).toEqual([first]);
    expect(note).toContain('“zyzzyva”');
    expect(isOwn).toBe(true);
    expect(chosenSentence(data, 'zyzzyva', 1)).toMatchObject({ sentence: null, isOwn: true });
    expect(chosenSentence(data, data.rows[1]!.text, 1).isOwn).toBe(false);
  });

  it('is read to its end and then said, where there is a decoder', () => {
    const { sentence } = chosenSentence(prepared(tasks.translation), '', 1);
    expect(sentence!.words).toEqual(['i', 'am', 'cold', '<start>', "j'ai", 'froid']);
  });
});

describe('a series', () => {
  it('has its values as they were measured', () => {
    const plain = prepared(builtIns['sine']!.build('').task);
    const [first] = chosenSentence(plain, '', 1).sentence!.words;
    const measured = { ...plain, dataset: { ...plain.dataset, scale: { offset: -10, factor: 50, unit: '°C' } } };
    expect(chosenSentence(measured, '', 1).sentence!.words[0]).toBe((-10 + 50 * Number(first)).toFixed(2).replace('-', '−'));
  });
});

describe('the sentences of the plane', () => {
  it('are spread over all rows, and not more than there are', () => {
    const data = prepared(tasks.translation);
    expect(planeSentences(data, 4).map(({ reading }) => data.rows.findIndex((row) => row.reading === reading))).toEqual([0, 2, 4, 6]);
    expect(planeSentences(data, 400)).toHaveLength(data.rows.length);
  });

  it('are fewer where they are long, but one at least', () => {
    const { rows, dataset } = prepared(tasks.letters);
    const [row] = rows as [(typeof rows)[number]];
    const long = { ...row, reading: { ...row.reading, tokens: [Array.from({ length: 3000 }, () => 'a'), []] as const } };
    expect(planeSentences({ rows: [long, long, long], dataset }, 3)).toHaveLength(1);
    expect(planeSentences({ rows: [row, row, row], dataset }, 3)).toHaveLength(3);
  });
});

describe('labels that ways are coloured by', () => {
  const of = (task: Task, row: number) => {
    const labels = labelsOf(task)!;
    return labels.of(readSentence(task, task.vocabulary, task.rows[row]!.text, task.rows[row]!.targets?.[0])).map((label) => (label === null ? null : labels.names[label]));
  };

  it('are the answer of the sentence, of each step, or who a name is for', () => {
    expect(new Set(of(tasks.reviews, 0))).toEqual(new Set([tasks.reviews.rows[0]!.targets![0] === 1 ? tasks.reviews.outputs[0] : `not ${tasks.reviews.outputs[0]}`]));
    const entities = of(tasks.entities, 0);
    expect(entities.length).toBeGreaterThan(2);
    expect(new Set(entities).size).toBeGreaterThan(1);
    expect(new Set(of(tasks.names, 3))).toEqual(new Set(['boy']));
  });

  it('tell reading from saying in an encoder–decoder, and there are none for letters', () => {
    expect(of(tasks.translation, 0)).toEqual(['reads', 'reads', 'reads', 'says', 'says', 'says']);
    expect(labelsOf(tasks.letters)).toBeNull();
  });
});
