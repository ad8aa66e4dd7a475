import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createNetwork } from '../../src/engine/network.ts';
import { parametersOf } from '../../src/engine/recipe/parameters.ts';
import { tasks } from '../../src/engine/tasks/index.ts';
import { initialDocument } from '../../src/state/defaults.ts';
import type { UnrolledDocument } from '../../src/state/document.ts';
import { jobOf } from '../../src/state/job.ts';
import { document, seeded } from './arbitraries.ts';

const reviews = initialDocument('reviews');
const indicesOf = (each: UnrolledDocument): number[] => {
  const { inputs } = jobOf(each).job.example;
  return inputs.kind === 'one-hot' ? [...inputs.indices] : [];
};
const weightsOf = (each: UnrolledDocument): Float64Array => {
  const { model, recipe } = jobOf(each).job;
  return parametersOf(createNetwork(model), recipe);
};

describe('the job of a document', () => {
  it('reads the words of the sentence by the vocabulary in force', () => {
    const { job, reading, notice } = jobOf({ ...reviews, text: 'Terrible movie!', addedWords: ['great', 'terrible'] });
    expect(reading).toEqual({
      tokens: [['terrible', 'movie'], []],
      targets: Float64Array.of(0),
      unknown: [],
      words: [['movie', 'was', 'good', 'bad', 'not', 'great', 'terrible'], []],
    });
    expect(job.example).toEqual({ inputs: { kind: 'one-hot', indices: Int32Array.of(6, 0) }, targets: Float64Array.of(0) });
    expect(job.model).toEqual({
      cell: 'rnn_tanh',
      topology: 'many-to-one',
      loss: 'bce',
      biases: 'one',
      timeReduction: 'sum',
      inputSize: 7,
      hiddenSize: 4,
      outputSize: 1,
    });
    expect(job.recipe.baseInputSize).toBe(5);
    expect(notice).toBe('');
  });

  it('takes the label of the reader, or else of the table', () => {
    expect([...jobOf(reviews).reading.targets]).toEqual([0]);
    expect([...jobOf({ ...reviews, text: 'movie was good' }).reading.targets]).toEqual([1]);
    expect([...jobOf({ ...reviews, label: 1 }).reading.targets]).toEqual([1]);
  });

  it('trains over the whole table at the rate of the task, whatever η the next update has', () => {
    const { training } = jobOf({ ...reviews, learningRate: 9 }).job.recipe;
    expect(training).toMatchObject({ epochs: tasks.reviews.epochs, learningRate: tasks.reviews.learningRate });
    expect(training.rows.map((row) => [...row.targets])).toEqual([[1], [0], [0]]);
    expect(jobOf({ ...reviews, learningRate: 9 }).job.learningRate).toBe(9);
  });

  it('gives updates their example', () => {
    const update = { kind: 'update', text: 'not bad', label: 1, learningRate: 0.5, times: 3, initialStates: { h: [0, 0, 0, 0.5] }, clipping: { kind: 'norm', limit: 2 }, feeding: 'teacher' } as const;
    const { changes } = jobOf({ ...reviews, changes: [update] }).job.recipe;
    expect(changes).toEqual([
      {
        kind: 'update',
        example: { inputs: { kind: 'one-hot', indices: Int32Array.of(4, 3) }, targets: Float64Array.of(1) },
        learningRate: 0.5,
        times: 3,
        initialStates: { h: [0, 0, 0, 0.5] },
        clipping: { norm: 2 },
      },
    ]);
  });

  it('does not change the weights when a word is added that nothing has read', () => {
    const before = weightsOf({ ...reviews, trainedEpochs: 5 });
    const after = weightsOf({ ...reviews, trainedEpochs: 5, addedWords: ['great'] });
    expect([0, 1, 2, 3].map((row) => Array.from(after.slice(row * 6, row * 6 + 5)))).toEqual(
      [0, 1, 2, 3].map((row) => Array.from(before.slice(row * 5, row * 5 + 5))),
    );
    expect(Array.from(after.slice(24))).toEqual(Array.from(before.slice(20)));
  });

  it('never asks the engine for what it does not have', () => {
    fc.assert(
      fc.property(document, (each) => {
        const { job, reading, notice } = jobOf(each);
        expect(reading.tokens[0].length).toBeGreaterThan(0);
        const { inputs } = job.example;
        expect(reading.tokens[0]).toHaveLength(inputs.kind === 'one-hot' ? inputs.indices.length : inputs.values.length / job.model.inputSize);
        expect(typeof notice).toBe('string');
        const changes = job.recipe.changes.map((change) => (change.kind === 'update' ? { ...change, times: 1 } : change));
        const recipe = { ...job.recipe, changes, training: { ...job.recipe.training, epochs: 1 } };
        expect(parametersOf(createNetwork(job.model), recipe).length).toBeGreaterThan(0);
      }),
      { ...seeded, numRuns: 100 },
    );
  });
});

describe('a generated sequence', () => {
  const length = 40;

  it('is the same for the same seed, and another for another', () => {
    const each = { ...reviews, generatedLength: length };
    expect(indicesOf(each)).toHaveLength(length);
    expect(indicesOf(each)).toEqual(indicesOf({ ...each, text: 'bad', hiddenSize: 2 }));
    expect(indicesOf(each)).not.toEqual(indicesOf({ ...each, initialisation: { ...each.initialisation, seed: 8 } }));
    expect(new Set(indicesOf(each))).toEqual(new Set([0, 1, 2, 3, 4]));
  });

  it('has the label as its target where the task asks for one', () => {
    expect([...jobOf({ ...reviews, generatedLength: length, label: 1 }).reading.targets]).toEqual([1]);
    expect([...jobOf({ ...reviews, generatedLength: length }).reading.targets]).toEqual([0]);
  });

  it('has the following letter as the target of each', () => {
    const each = { ...initialDocument('letters'), generatedLength: length };
    const { targets, tokens } = jobOf(each).reading;
    expect(tokens[0]).toHaveLength(length);
    expect(targets).toHaveLength(length);
    expect(Array.from(targets.slice(0, -1))).toEqual(indicesOf(each).slice(1));
  });

  it('has the class of each word as its target', () => {
    const { targets, tokens } = jobOf({ ...initialDocument('entities'), generatedLength: length, addedWords: ['constructor'] }).reading;
    const classes: Record<string, number> = { chirag: 1, microsoft: 2, india: 3 };
    expect(tokens[0]).toContain('constructor');
    expect([...targets]).toEqual(tokens[0].map((word) => (Object.hasOwn(classes, word) ? classes[word] : 0)));
  });
});

describe('the notice', () => {
  it('says that nothing of the text can be read, and what is read instead', () => {
    const { reading, notice } = jobOf({ ...reviews, text: 'Quelle horreur' });
    expect(notice).toBe('The network knows too few words of “Quelle horreur” to read it, so it reads “movie was not good”.');
    expect(reading).toMatchObject({ tokens: [['movie', 'was', 'not', 'good'], []], unknown: ['quelle', 'horreur'] });
  });

  it('says that a text was cut', () => {
    for (const [task, word, count] of [['reviews', 'bad ', 1], ['letters', 'n', 10_000], ['entities', 'in ', 10_000]] as const) {
      const { reading, notice } = jobOf({ ...initialDocument(task), text: word.repeat(10_050) });
      expect(reading.tokens[0]).toHaveLength(10_000);
      expect(reading.targets).toHaveLength(count);
      expect(notice).toMatch(/^The text has 10,0\d\d time steps; the first 10,000 are read\.$/);
    }
  });

  it('says which changes are left out', () => {
    const { job, notice } = jobOf({
      ...reviews,
      changes: [
        { kind: 'set', symbol: 'W_hh', unit: 5, column: 1, value: 1 },
        { kind: 'scale', symbol: 'b_ih', factor: 2 },
        { kind: 'update', text: 'hm', label: null, learningRate: 1, times: 1, initialStates: null, clipping: null, feeding: 'teacher' },
        { kind: 'scale', symbol: 'W_hh', factor: 2 },
      ],
    });
    expect(job.recipe.changes).toEqual([{ kind: 'scale', symbol: 'W_hh', factor: 2 }]);
    expect(notice).toBe(
      'W_hh has 4 rows and 4 columns, so it has no entry [5,1]. A change of it is left out. ' +
        'This network has no b_ih; it has W_xh, W_hh, b_h, W_hy, b_y. A change of it is left out. ' +
        'An update by “hm” is left out, since the network knows too few of its words.',
    );
  });
});
