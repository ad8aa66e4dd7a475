import { describe, expect, it } from 'vitest';
import { builtIns } from '../../../../src/engine/data/builtIns.ts';
import { prepareDataset } from '../../../../src/engine/data/prepare.ts';
import { encodedFor } from '../../../../src/engine/data/readers.ts';
import { createNetwork } from '../../../../src/engine/network.ts';
import { initialParameters } from '../../../../src/engine/recipe/parameters.ts';
import { initialWorkshop } from '../../../../src/state/workshop/edit.ts';
import { preparationOf } from '../../../../src/state/workshop/prepared.ts';
import type { TrainingSettings } from '../../../../src/state/workshop/settings/training.ts';
import { trainingJob } from '../../../../src/state/workshop/trainingJob.ts';
import { ownReading, rowInView, targetWords } from '../../../../src/view/panels/workshop/training/rowInView.ts';
import { rowNumbers, sceneAt } from '../../../../src/view/panels/workshop/training/rowScene.ts';

const data = prepareDataset(builtIns['reviews']!.build(''), preparationOf(initialWorkshop.data));

function looked(text: string, changes: Partial<TrainingSettings> = {}) {
  const settings = { ...initialWorkshop.training, ...changes };
  const job = trainingJob(data, settings);
  const network = createNetwork(job.model);
  const encoded = encodedFor(settings.reader, data);
  const { reading, note } = ownReading(data, text);
  if (!reading) throw new Error('This sentence should be readable.');
  const row = rowInView(data, encoded, settings.reader, network, { name: text, text, reading, note });
  const parameters = initialParameters(network, { initialisation: job.initialisation, baseInputSize: job.model.inputSize });
  return { row, numbers: row && rowNumbers(network, parameters, row, job, 0) };
}

describe('a sentence of one’s own', () => {
  it('is read without the words that are not in the vocabulary, and these are named', () => {
    const { reading, note, problem } = ownReading(data, 'movie was truly good');
    expect(reading?.tokens[0]).toEqual(['movie', 'was', 'good']);
    expect(note).toBe('Not in the vocabulary, so left out: “truly”.');
    expect(problem).toBeNull();
  });

  it('has a target that nobody has told, which is said; a row of the data has its own', () => {
    expect(targetWords(data, ownReading(data, 'good was movie').reading!)).toContain('the score takes “not positive” for its target');
    expect(targetWords(data, ownReading(data, 'movie was good').reading!)).toBe('');
  });

  it('says what is expected where nothing of it can be read', () => {
    const { reading, problem } = ownReading(data, 'zzz');
    expect(reading).toBeNull();
    expect(problem).toContain('movie was good');
  });
});

describe('the numbers of one row', () => {
  it('are there to the end of the answer at rest, and to the update where that is plain descent', () => {
    const sgd = looked('movie was good', { optimiser: 'sgd' }).numbers!;
    expect(sgd.end).toBe(sgd.stage.clock.count);
    expect(sceneAt(sgd, sgd.answered).read({ symbol: 'p', t: 3, unit: 1 })).not.toBeNull();
    // Adam, and the mean over a batch, make other steps of the gradient: the walk ends before.
    const phases = sgd.stage.clock.phases;
    const backward = phases.find(({ phase }) => phase === 'backward')!.to;
    expect(looked('movie was good', { optimiser: 'adam' }).numbers!.end).toBe(backward);
    expect(looked('movie was good', { optimiser: 'sgd', batchSize: 2 }).numbers!.end).toBe(backward);
  });

  it('are those of its first steps where the row is too long to be computed at once', () => {
    const { row } = looked(Array.from({ length: 400 }, () => 'good').join(' '), { hiddenSize: 128, cell: 'lstm' });
    const steps = row!.words.tokens[0].length;
    expect(steps).toBeLessThan(400);
    expect(row!.note).toBe(`Its first ${steps} of 400 steps are drawn.`);
  });

  it('are one look for a bag of words', () => {
    const { row, numbers } = looked('movie was good good', { reader: 'bag' });
    expect(row!.words.tokens[0]).toEqual(['movie was good good']);
    expect(row!.words.words[0]).toEqual(data.task.vocabulary);
    expect([...numbers!.run.trace.values[0]!.subarray(5)]).toEqual(data.task.vocabulary.map((word) => ({ movie: 1, was: 1, good: 2 })[word] ?? 0));
  });
});
