import { describe, expect, it } from 'vitest';
import { cellIds } from '../../../../src/engine/cells/index.ts';
import { createNetwork } from '../../../../src/engine/network.ts';
import { initialWorkshop } from '../../../../src/state/workshop/edit.ts';
import type { EpochRecord } from '../../../../src/engine/workshop/job.ts';
import { bestOf, durationWords, paceWords, percent, recordAt, scoreWords } from '../../../../src/view/panels/workshop/progressWords.ts';
import { branchProblem, differences, hasForgetGate, runWords, type RunSettings } from '../../../../src/view/panels/workshop/training/settingWords.ts';

const first: RunSettings = { data: initialWorkshop.data, training: initialWorkshop.training };
const withTraining = (changes: Partial<RunSettings['training']>): RunSettings => ({ ...first, training: { ...first.training, ...changes } });
const withData = (changes: Partial<RunSettings['data']>): RunSettings => ({ ...first, data: { ...first.data, ...changes } });

describe('settings in words', () => {
  it('say what one run has otherwise than another, and nothing of where one looks', () => {
    expect(differences(withTraining({ learningRate: 0.05, optimiser: 'sgd' }), first)).toEqual(['SGD', 'η = 0.05']);
    expect(differences(withData({ set: 'names', share: 0.3 }), first)).toEqual(['data set “First names”', '30 % for validation']);
    expect(differences(withTraining({ sentence: 'movie', pace: 'slow' }), first)).toEqual([]);
    expect(differences(withTraining({ clipNorm: null, shuffled: false, gateBias: 1 }), first)).toEqual(["forget gate's bias 1", 'not clipped', 'in their order']);
  });

  it('tell a run from the others of a list, beside what matters most', () => {
    expect(runWords(first, [first])).toEqual(['RNN with tanh', 'H = 8', 'Adam', 'η = 0.01']);
    expect(runWords(first, [first, withTraining({ seed: 8 })])).toEqual(['RNN with tanh', 'H = 8', 'seed 7', 'Adam', 'η = 0.01']);
  });

  it('name the forget gate’s bias of those alone that have such a gate', () => {
    const other = withTraining({ gateBias: 5 });
    expect(runWords(withTraining({ cell: 'lstm' }), [other])).toContain('forget gate as drawn');
    expect(runWords(withTraining({ cell: 'gru' }), [other]).join()).not.toContain('forget gate');
    const withOne: string[] = [];
    for (const cell of cellIds) {
      const { parameters } = createNetwork({ cell, topology: cell.startsWith('feedforward') ? 'one-to-one' : 'many-to-one', loss: 'bce', biases: 'one', timeReduction: 'sum', inputSize: 2, hiddenSize: 2, outputSize: 1 }).program;
      if (parameters.some(({ isForgetBias }) => isForgetBias)) withOne.push(cell);
    }
    expect(withOne).toEqual(cellIds.filter(hasForgetGate));
  });

  it('say why a branch cannot have them: it keeps its weights', () => {
    expect(branchProblem(first, withTraining({ learningRate: 1, epochs: 5, optimiser: 'sgd' }))).toBeNull();
    expect(branchProblem(first, withTraining({ cell: 'lstm' }))).toContain('LSTM');
    expect(branchProblem(first, withData({ stems: true }))).toContain('stems');
  });
});

describe('where a training stands, in words', () => {
  const score = (loss: number, accuracy: number | null) => ({ loss, accuracy });
  const record = (epoch: number, training: number, validation: number | null): EpochRecord => ({
    epoch, update: epoch, training: score(1 - training, training), validation: validation === null ? null : score(1 - validation, validation), gradientNorm: 1, learningRate: 0.1,
  });

  it('rounds a share, but never up to all or down to nothing', () => {
    expect([1, 0, 0.5, 0.974, 0.998, 0.99999, 0.001, 0.00001].map(percent)).toEqual(['100 %', '0 %', '50 %', '97 %', '99.8 %', '> 99.9 %', '0.1 %', '< 0.1 %']);
  });

  it('writes times as a clock would', () => {
    expect([0.2, 40, 200, 7500].map(durationWords)).toEqual(['1 s', '40 s', '3 min 20 s', '2 h 5 min']);
  });

  it('tells speed and time left while it runs alone', () => {
    const job = { epochs: 60 } as Parameters<typeof paceWords>[0]['job'];
    const live = { rowsPerSecond: 4200.4, secondsLeft: 40 };
    expect(paceWords({ job, status: 'running' }, 12, live)).toBe('epoch 12 of 60 · 4,200 rows a second · 40 s left');
    expect(paceWords({ job, status: 'paused' }, 12, live)).toBe('epoch 12 of 60');
    expect(paceWords({ job, status: 'running' }, 0, { rowsPerSecond: null, secondsLeft: null })).toBe('epoch 0 of 60');
  });

  it('names the score of both kinds of rows, and of numbers the loss alone', () => {
    expect(scoreWords(record(1, 1, 0.75))).toBe('loss 0.000, validation 0.250; right answers 100 %, validation 75 %');
    expect(scoreWords({ ...record(1, 1, null), training: score(0.5, null) })).toBe('loss 0.500');
  });

  it('finds the best by the rows that are kept apart, of equals the one with less loss', () => {
    expect(bestOf([])).toBeNull();
    expect(bestOf([record(0, 1, 0.5), record(1, 0.5, 0.9), record(2, 1, 0.7)])).toEqual({ epoch: 1, words: '90 %' });
    expect(bestOf([record(0, 0.5, null), record(1, 0.75, null)])).toEqual({ epoch: 1, words: '75 % (training rows)' });
    const equal = [record(0, 1, 1), { ...record(1, 1, 1), validation: score(-1, 1) }];
    expect(bestOf(equal)?.epoch).toBe(1);
  });

  it('finds the record of an epoch, or the one before it', () => {
    const records = [record(0, 0, 0), record(4, 0.5, 0), record(8, 1, 0)];
    expect(recordAt(records, 4)?.epoch).toBe(4);
    expect(recordAt(records, 7)?.epoch).toBe(4);
  });
});
