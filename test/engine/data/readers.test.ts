import { describe, expect, it } from 'vitest';
import { modelFor } from '../../../src/engine/data/model.ts';
import { prepareDataset, readRow } from '../../../src/engine/data/prepare.ts';
import { encodedFor, readerProblem } from '../../../src/engine/data/readers.ts';
import { createNetwork } from '../../../src/engine/network.ts';
import { sequencesOf } from '../../../src/engine/run/sequences.ts';
import { builtInSet, plainly, prepared } from './sets.ts';

const reviews = prepared('reviews');
const values = (encoded: ReturnType<typeof encodedFor>, text: string): number[] => {
  const { inputs } = encoded.example(readRow(reviews, text));
  return inputs.kind === 'dense' ? [...inputs.values] : [];
};

describe('what a network is given of a text', () => {
  it('is its words one by one', () => {
    const encoded = encodedFor('sequence', reviews);
    expect(encoded.task).toBe(reviews.task);
    expect(encoded.examples).toEqual(reviews.rows.map(({ example }) => example));
  });

  it('is a bag: how often each word is there, in whatever order', () => {
    const bag = encodedFor('bag', reviews);
    expect(bag.task.vocabulary).toEqual(['movie', 'was', 'good', 'bad', 'not']);
    expect(values(bag, 'not good not bad')).toEqual([0, 0, 1, 1, 2]);
    expect(values(bag, 'bad not good not')).toEqual([0, 0, 1, 1, 2]);
    expect([...bag.examples[2]!.targets]).toEqual([0]);
  });

  it('is all words beside each other, padded with zeros or cut', () => {
    const padded = encodedFor('padded', reviews);
    expect(padded.paddedTo).toBe(4);
    expect(padded.task.vocabulary).toHaveLength(20);
    expect(padded.task.vocabulary.slice(4, 7)).toEqual(['1: not', '2: movie', '2: was']);
    expect(values(padded, 'bad good')).toEqual([0, 0, 0, 1, 0, 0, 0, 1, 0, 0, ...Array.from({ length: 10 }, () => 0)]);
    expect(values(encodedFor('padded', reviews, { paddedTo: 1 }), 'bad good')).toEqual([0, 0, 0, 1, 0]);
    expect(values(padded, 'good bad')).not.toEqual(values(padded, 'bad good'));
  });

  it.each(['bag', 'padded'] as const)('goes into a feed-forward network: %s', (reader) => {
    const { task, examples } = encodedFor(reader, reviews);
    const model = modelFor(task, { cell: 'feedforward_relu', hiddenSize: 3, bidirectional: true });
    expect(model).toMatchObject({ topology: 'one-to-one', cell: 'feedforward_relu', inputSize: task.vocabulary.length, outputSize: 1 });
    for (const example of examples) expect(() => sequencesOf(createNetwork(model), example)).not.toThrow();
  });

  it('has to have one answer, and words', () => {
    expect(readerProblem('bag', reviews)).toBeNull();
    expect(readerProblem('padded', prepared('entities'))).toBe(
      'A network that looks once gives one answer, but the data “Named entities” ask for an answer at several steps. Read them one after the other.',
    );
    expect(() => encodedFor('bag', prepared('adding'))).toThrow('The data “Adding problem” are numbers, and only words or letters can be counted.');
    for (const id of ['entities', 'adding', 'phrases']) expect(readerProblem('sequence', prepared(id))).toBeNull();
  });

  it('has to fit into memory', () => {
    const { task, ...rest } = builtInSet('reviews');
    const rows = Array.from({ length: 6000 }, (_, k) => ({ text: `w${k} w${k + 1}`, targets: [k % 2] }));
    const data = prepareDataset({ ...rest, task: { ...task, rows } }, { ...plainly, mostWords: 5000, share: 0 });
    expect(() => encodedFor('padded', data)).toThrow(/^5,001 rows of 10,000 numbers each would need 400 MB; the limit is 300 MB\. Take a smaller vocabulary/);
  });
});

describe('the network of a data set', () => {
  const choice = { cell: 'lstm', hiddenSize: 5, bidirectional: true } as const;

  it('has the sizes of the data', () => {
    const { task } = prepared('phrases');
    expect(modelFor(task, choice)).toEqual({
      cell: 'lstm', topology: 'encoder-decoder', loss: 'cross_entropy', biases: 'one', timeReduction: 'sum',
      inputSize: task.vocabulary.length, hiddenSize: 5, outputSize: task.outputs.length, decoderInputSize: task.outputs.length,
    });
  });

  it('reads both ways where that can be, and has a memory where there are steps', () => {
    expect(modelFor(prepared('entities').task, choice).bidirectional).toBe(true);
    expect(modelFor(prepared('names').task, choice).bidirectional).toBeUndefined();
    expect(modelFor(prepared('entities').task, { ...choice, cell: 'feedforward_relu' }).cell).toBe('rnn_tanh');
    expect(modelFor(prepared('pictures').task, { ...choice, cell: 'feedforward_relu' }).cell).toBe('feedforward_relu');
  });
});
