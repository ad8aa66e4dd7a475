import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { builtIns } from '../../../src/engine/data/builtIns.ts';
import { modelFor } from '../../../src/engine/data/model.ts';
import { createNetwork } from '../../../src/engine/network.ts';
import { sequencesOf } from '../../../src/engine/run/sequences.ts';
import { canFeedBack, cellsFor, firstCellOf } from '../../../src/engine/tasks/choices.ts';
import { exampleOf, readSentence } from '../../../src/engine/tasks/read.ts';
import { builtInSet, fileText, prepared } from './sets.ts';

const ids = Object.keys(builtIns);
const folder = new URL('../../../public/data/', import.meta.url);

describe('the table of built-in data sets', () => {
  it('has what the course needs', () => {
    expect(ids).toEqual([
      'reviews', 'negation', 'letters', 'entities', 'gap', 'names', 'phrases', 'temperatures', 'co2', 'sine', 'pictures', 'captions', 'frames', 'morse', 'recall', 'adding', 'parity',
    ]);
    expect(new Set(Object.values(builtIns).map(({ title }) => title)).size).toBe(ids.length);
  });

  describe.each(ids)('%s', (id) => {
    const entry = builtIns[id]!;
    const dataset = builtInSet(id);
    const { task } = dataset;
    const data = prepared(id, { share: 0 });

    it('is named by its key, described in sentences, and says where it comes from under which licence', () => {
      expect([entry.id, dataset.id, task.id]).toEqual([id, id, id]);
      expect([entry.title, entry.words]).toEqual([task.title, task.words]);
      for (const words of [entry.words, entry.source.words]) expect(words).toMatch(/^\p{Lu}.*\.$/su);
      expect(entry.source.licence).not.toBe('');
      expect(entry.file === null || entry.source.address !== undefined || entry.source.licence !== 'CC BY 4.0').toBe(true);
    });

    it('is the same each time', () => {
      expect(JSON.stringify(builtInSet(id))).toBe(JSON.stringify(dataset));
    });

    it('reads every row whole, with targets that its network can put out', () => {
      expect(data.skipped).toEqual([]);
      expect(data.rows.flatMap(({ reading }) => reading.unknown)).toEqual([]);
      const network = createNetwork(modelFor(data.task, { cell: firstCellOf(task), hiddenSize: 2, bidirectional: task.bidirectional === true }));
      for (const { example } of data.rows) expect(() => sequencesOf(network, example)).not.toThrow();
    });

    it('has no row twice, and one at first that is there', () => {
      expect(new Set(task.rows.map(({ text }) => text)).size).toBe(task.rows.length);
      expect(task.rows[task.firstRow]).toBeDefined();
    });

    it('knows the words of its rows, each once, and no others', () => {
      expect(data.task.vocabulary).toEqual(task.vocabulary);
      expect(data.task.outputs).toEqual(task.outputs);
      expect(new Set(task.vocabulary).size).toBe(task.vocabulary.length);
    });

    it('is recommended with a cell that goes with it', () => {
      expect(cellsFor(task)).toContain(firstCellOf(task));
      expect(dataset.recipe!.batchSize).toBeLessThanOrEqual(task.rows.length);
    });
  });

  it.each(ids.filter((id) => !builtInSet(id).scale))('has rows that are read as those of every task: %s', (id) => {
    const { task, rows } = prepared(id, { share: 0 });
    for (const { example, text } of rows.slice(0, 60)) {
      expect({ ...exampleOf(readSentence(task, task.vocabulary, text)), targets: example.targets }).toEqual(example);
    }
  });

  it.each(ids.filter((id) => !builtInSet(id).scale && ['next', 'rule', 'written'].includes(builtInSet(id).task.targetSource.kind)))('has targets that follow from the texts: %s', (id) => {
    const { task, rows } = prepared(id, { share: 0 });
    for (const { reading, text } of rows.slice(0, 60)) expect(readSentence(task, task.vocabulary, text).targets).toEqual(reading.targets);
  });
});

describe('what is in the sets', () => {
  const bag = (text: string): string => text.replaceAll(',', '').split(' ').toSorted().join(' ');

  it('is in four of ten reviews with negation the words of another review of the other kind', () => {
    const { rows } = builtInSet('negation').task;
    const kinds = new Map<string, Set<number>>();
    for (const { text, targets } of rows) kinds.set(bag(text), (kinds.get(bag(text)) ?? new Set()).add(targets![0]!));
    const undecided = rows.filter(({ text }) => kinds.get(bag(text))!.size === 2);
    expect(undecided.length / rows.length).toBe(0.4);
    expect(rows.filter(({ targets }) => targets![0] === 1)).toHaveLength(rows.length / 2);
  });

  it('is a name of an entity that is now a person and now a place', () => {
    const seen = new Set(builtInSet('entities').task.rows.flatMap(({ text, targets }) => {
      const at = text.split(' ').indexOf('Paris');
      return at < 0 ? [] : [targets![at]];
    }));
    expect(seen).toEqual(new Set([1, 3]));
  });

  it('is Morse code: a letter at the third silence after it, and nothing else', () => {
    const { task, rows } = prepared('morse', { share: 0 });
    const said = (samples: string): string => readSentence(task, task.vocabulary, samples.split('').join(';')).targets.reduce((all, target) => all + task.outputs[target]!, '');
    expect(said('10111000')).toBe('–––––––a');
    // s, o, s
    expect(said('101010001110111011100010101000').replaceAll('–', '')).toBe('sos');
    // A letter that the table lacks: v.
    expect(said('101010111000').replaceAll('–', '')).toBe('');
    for (const { reading } of rows) expect(reading.targets.filter((target) => target > 0)).toHaveLength(3);
  });

  it('is parity', () => {
    const { task } = prepared('parity', { share: 0 });
    expect(Array.from(readSentence(task, task.vocabulary, '01101').targets, (target) => task.outputs[target])).toEqual(['even', 'odd', 'even', 'even', 'odd']);
  });

  it('is a sum of the two marked numbers', () => {
    for (const { text, targets } of builtInSet('adding').task.rows) {
      const marked = text.split(';').filter((step) => step.endsWith(' 1')).map((step) => Number.parseFloat(step));
      expect(marked).toHaveLength(2);
      expect(targets![0]).toBeCloseTo(marked[0]! + marked[1]!, 12);
    }
  });

  it('is fifty letters between the first one and the answer', () => {
    for (const { reading } of prepared('recall').rows) expect(reading.tokens[0]).toHaveLength(51);
  });

  it('is a series whose numbers are those of its file again', () => {
    for (const [id, first, last] of [['temperatures', 12.8, 5.6], ['co2', 315.58, 421.86]] as const) {
      const { scale, task } = builtInSet(id);
      const values = task.rows.map(({ text }) => text.split(';').map((number) => scale!.offset + scale!.factor * Number(number)));
      const written = fileText(builtIns[id]!.file!).trim().split('\n').slice(1).map((line) => Number(line.split(',')[1]));
      expect(values[0]![0]).toBeCloseTo(first, 9);
      // Windows share their ends, so each value but the first is told once.
      values.flatMap((window, k) => (k === 0 ? window : window.slice(1))).forEach((value, k) => expect(value).toBeCloseTo(written[k]!, 6));
      expect(written.at(-1)).toBe(last);
    }
  });

  it('can be fed back where it is to be generated', () => {
    for (const id of ['letters', 'names', 'phrases']) expect(canFeedBack(prepared(id).task)).toBe(true);
  });
});

describe('the files of the sets', () => {
  const readme = readFileSync(new URL('README.md', folder), 'utf8');

  it('are named with source, licence and hash', () => {
    const files = readdirSync(folder).filter((file) => file !== 'README.md');
    expect(files.toSorted()).toEqual(Object.values(builtIns).flatMap(({ file }) => file ?? []).toSorted());
    for (const file of files) {
      const cells = readme.split('\n').find((line) => line.startsWith(`| \`${file}\``))?.split('|').map((cell) => cell.trim()) ?? [];
      expect(cells.slice(2, 5).every((cell) => cell !== '')).toBe(true);
      expect(cells[5]).toBe(`\`${createHash('sha256').update(fileText(file)).digest('hex')}\``);
    }
  });

  it('have a value a day and a month, without a gap', () => {
    const keys = (file: string): string[] => fileText(file).trim().split('\n').slice(1).map((line) => line.split(',')[0]!);
    const days = keys('seattle-temperature.csv');
    expect(days).toEqual(days.map((_, k) => new Date(Date.UTC(2012, 0, 1 + k)).toISOString().slice(0, 10)));
    const months = keys('mauna-loa-co2.csv');
    expect(months).toEqual(months.map((_, k) => new Date(Date.UTC(1959, k)).toISOString().slice(0, 7)));
  });
});
