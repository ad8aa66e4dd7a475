import { describe, expect, it } from 'vitest';
import { createNetwork } from '../../../src/engine/network.ts';
import { sequencesOf } from '../../../src/engine/run/sequences.ts';
import { taskIds, tasks } from '../../../src/engine/tasks/index.ts';
import { canFeedBack, canReadBothWays, cellsFor, firstCellOf, recipeOf } from '../../../src/engine/tasks/choices.ts';
import { examplesOf, readSentence, wordsOf } from '../../../src/engine/tasks/read.ts';
import { topologies } from '../../../src/engine/topology/index.ts';

describe('the table of tasks', () => {
  it('has a task for every topology', () => {
    expect(new Set(Object.values(tasks).map((task) => task.topology))).toEqual(new Set(Object.keys(topologies)));
  });

  describe.each(taskIds)('%s', (id) => {
    const task = tasks[id];

    it('is named by its key and described in sentences', () => {
      expect(task.id).toBe(id);
      expect(task.words).toMatch(/^[A-Z].*\.$/);
      expect(task.rows[task.firstRow]).toBeDefined();
    });

    it('names every row of x and every output once', () => {
      for (const names of [...wordsOf(task), task.outputs]) expect(new Set(names).size).toBe(names.length);
    });

    it('reads every row whole, with targets that the network can put out', () => {
      const model = {
        cell: firstCellOf(task), topology: task.topology, bidirectional: task.bidirectional, loss: task.loss, biases: 'one', timeReduction: 'sum',
        inputSize: task.vocabulary.length, hiddenSize: task.hiddenSize, outputSize: task.outputs.length, decoderInputSize: task.decoderVocabulary?.length,
      } as const;
      for (const row of task.rows) {
        expect(readSentence(task, task.vocabulary, row.text)).toMatchObject({ unknown: [], problem: null });
      }
      for (const example of examplesOf(task)) expect(() => sequencesOf(createNetwork(model), example)).not.toThrow();
    });

    it('has targets in its table that are those of its texts', () => {
      for (const row of task.rows.filter((each) => each.targets)) {
        expect([...readSentence(task, task.vocabulary, row.text).targets]).toEqual(row.targets);
      }
    });

    it('uses every word that it knows', () => {
      const read = task.rows.map((row) => readSentence(task, task.vocabulary, row.text));
      // An end is only said, and so is the last letter of a word.
      const said = read.flatMap((reading) => Array.from(reading.targets, (target) => task.outputs[target]));
      const unused = wordsOf(task).map((words, axis) => {
        const seen = new Set([...read.flatMap((reading) => reading.tokens[axis] ?? []), ...said]);
        return words.filter((word) => !seen.has(word));
      });
      // Pixels have names too, but no picture is made of them.
      expect(unused).toEqual([task.cut === 'dense' ? task.vocabulary : [], []]);
    });
  });
});

describe('what can be chosen for a task', () => {
  const all = (holds: (id: (typeof taskIds)[number]) => boolean): string[] => taskIds.filter(holds);

  it('is a cell without a memory where there is one step alone', () => {
    expect(all((id) => cellsFor(tasks[id]).includes('feedforward_tanh'))).toEqual(['pictures']);
    for (const id of taskIds) expect(cellsFor(tasks[id])).toEqual(expect.arrayContaining(['rnn_tanh', 'rnn_sigmoid', 'rnn_relu', 'lstm', 'gru', 'gru_original']));
  });

  it('is a cell at first that goes with it', () => {
    for (const id of taskIds) expect(cellsFor(tasks[id])).toContain(firstCellOf(tasks[id]));
    expect(firstCellOf(tasks.pictures)).toBe('feedforward_tanh');
    expect(firstCellOf(tasks.reviews)).toBe('rnn_tanh');
  });

  it('is a second direction where the whole input is read before or while answers come', () => {
    expect(all((id) => canReadBothWays(tasks[id]))).toEqual(['reviews', 'letters', 'entities', 'frames', 'gap']);
    expect(all((id) => tasks[id].bidirectional === true)).toEqual(['gap']);
  });

  it('is feeding back where what comes out is named as what is read', () => {
    expect(all((id) => canFeedBack(tasks[id]))).toEqual(['letters', 'names', 'translation']);
  });

  it('is a recipe: of the task, then of the family, then of the cell', () => {
    const task = { ...tasks.reviews, recipes: { rnn: { epochs: 1, seed: 2 }, rnn_relu: { epochs: 3 } } };
    const own = { hiddenSize: 4, seed: 7, epochs: 60, learningRate: 0.5 };
    expect(recipeOf(task, 'lstm')).toEqual(own);
    expect(recipeOf(task, 'rnn_tanh')).toEqual({ ...own, epochs: 1, seed: 2 });
    expect(recipeOf(task, 'rnn_relu')).toEqual({ ...own, epochs: 3, seed: 2 });
  });
});
