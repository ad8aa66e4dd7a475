// The lag store: what the trainer tells is what it holds, and it is made with the first start.
import { describe, expect, it } from 'vitest';
import { initialLaboratory } from '../../../src/state/laboratory/defaults.ts';
import { createLagTrainings } from '../../../src/state/laboratory/lagStore.ts';
import { idleLag, type LagSnapshot } from '../../../src/worker/laboratory/lagSnapshot.ts';

/** A trainer that writes down what it is told. */
function bench() {
  const heard: string[] = [];
  let tell: (snapshot: LagSnapshot) => void = () => {};
  const trainings = createLagTrainings((onUpdate) => {
    heard.push('made');
    tell = onUpdate;
    return {
      start: ({ cells, lags }) => void heard.push(`start ${cells.join(' ')} at ${lags.join(' ')}`),
      pause: () => void heard.push('pause'),
      resume: () => void heard.push('resume'),
      stop: () => void heard.push('stop'),
      crash: () => {},
      dispose: () => {},
    };
  });
  return { heard, trainings, tell: (snapshot: LagSnapshot) => tell(snapshot) };
}

describe('the lag store', () => {
  it('is idle, and makes no trainer, before the first start', () => {
    const { heard, trainings } = bench();
    trainings.pause();
    trainings.resume();
    trainings.stop();
    expect(heard).toEqual([]);
    expect(trainings.store.getState()).toBe(idleLag);
  });

  it('trains a vanilla RNN, an LSTM and a GRU side by side, or the cells it is told, with one trainer', () => {
    const { heard, trainings } = bench();
    const plan = { ...initialLaboratory.lag, lags: [5, 10] };
    trainings.start(plan);
    trainings.pause();
    trainings.resume();
    trainings.stop();
    trainings.start(plan, ['gru']);
    expect(heard).toEqual(['made', 'start rnn_tanh lstm gru at 5 10', 'pause', 'resume', 'stop', 'start gru at 5 10']);
  });

  it('holds what the trainer told last', () => {
    const { trainings, tell } = bench();
    const plan = initialLaboratory.lag;
    trainings.start(plan);
    const snapshot: LagSnapshot = { plan: { ...plan, cells: ['gru'] }, status: 'running', words: '', curves: [] };
    tell(snapshot);
    expect(trainings.store.getState()).toBe(snapshot);
  });
});
