import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { usualGateBias } from '../../../../src/engine/laboratory/lag/job.ts';
import { createLagTrainings } from '../../../../src/state/laboratory/lagStore.ts';
import type { LagSnapshot, LagTrainingPlan } from '../../../../src/worker/laboratory/lagSnapshot.ts';
import { initialLaboratory } from '../../../../src/state/laboratory/defaults.ts';
import { LagExperiment } from '../../../../src/view/panels/laboratory/lag/LagExperiment.tsx';
import { predictions } from '../../../../src/view/panels/laboratory/lag/prediction.ts';
import { TrainingsContext } from '../../../../src/view/panels/laboratory/lag/useTraining.ts';
import { lagCells, type LagCell } from '../../../../src/view/panels/laboratory/lag/words.ts';
import { drawLaboratory } from '../answered.tsx';

const lag = { ...initialLaboratory.lag, lags: [5, 50], updates: 100 };
type Curve = LagSnapshot['curves'][number];

const curve = (cell: LagCell, at: number, accuracies: readonly number[], isDone: boolean, problem: string | null = null): Curve => ({
  cell, lag: at, updates: accuracies.map((_, k) => k * 25), losses: accuracies.map((each) => 1.5 - each), accuracies, isDone, isSolved: isDone && accuracies.at(-1) === 1, problem,
});

const standIn = () => ({
  start: vi.fn<(plan: LagTrainingPlan) => void>(), pause: vi.fn<() => void>(), resume: vi.fn<() => void>(),
  stop: vi.fn<() => void>(), crash: vi.fn<() => void>(), dispose: vi.fn<() => void>(),
});

/** The experiment with trainings that a test tells; what is asked of them is written down. */
function drawLag() {
  let tell: (snapshot: LagSnapshot) => void = () => {};
  const trainer = standIn();
  const trainings = createLagTrainings((onUpdate) => {
    tell = onUpdate;
    return trainer;
  });
  const page = drawLaboratory(
    <TrainingsContext.Provider value={trainings}>
      <LagExperiment />
    </TrainingsContext.Provider>,
    { lag },
  );
  return {
    ...page,
    trainer,
    tell: (status: LagSnapshot['status'], curves: readonly Curve[], words = '') => act(() => tell({ plan: { ...lag, cells: lagCells }, status, words, curves })),
  };
}

const press = (name: string): Promise<void> => userEvent.click(screen.getByRole('button', { name }));
const has = (name: string): boolean => screen.queryByRole('button', { name }) !== null;
const done = (score: Readonly<Record<LagCell, number>>): Curve[] => lagCells.flatMap((cell) => [curve(cell, 5, [0.25, 1], true), curve(cell, 50, [0.25, score[cell]], true)]);

beforeEach(() => predictions.getState().choose(null));

describe('the experiment "Learning over a lag"', () => {
  it('starts what is set, and can then be paused, taken up again and stopped', async () => {
    const { trainer, tell } = drawLag();
    expect(has('Pause')).toBe(false);
    await press('Start training');
    expect(trainer.start).toHaveBeenCalledWith({ ...lag, cells: lagCells });
    tell('running', []);
    await press('Pause');
    expect(trainer.pause).toHaveBeenCalledOnce();
    tell('paused', []);
    await press('Go on');
    expect(trainer.resume).toHaveBeenCalledOnce();
    tell('running', []);
    await press('Stop');
    expect(trainer.stop).toHaveBeenCalledOnce();
    tell('stopped', []);
    expect(has('Start training')).toBe(true);
  });

  it('fills in as the training goes: hollow while it learns, full when it is over', async () => {
    const { container, tell } = drawLag();
    await press('Start training');
    expect(container).toHaveTextContent('nothing is trained yet');
    tell('running', [curve('lstm', 5, [0.25, 0.7], false), curve('gru', 5, [0.25, 1], true)]);
    const fills = (cell: string) => [...container.querySelectorAll<SVGElement>(`[data-line="${cell}"] circle`)].map((each) => each.style.fill);
    expect(fills('lstm')).toEqual(['var(--surface-page)']);
    expect(fills('gru')).toEqual(['var(--network-gru)']);
    expect(container).toHaveTextContent('lag 5: update 25 of 100');
    expect(container).toHaveTextContent('So far: GRU answers at lag 5');
  });

  it('asks for a prediction, and answers it with the numbers once all three are done', async () => {
    const { container, tell } = drawLag();
    await press('LSTM and GRU');
    expect(container).toHaveTextContent('The answer comes when all three are done with that lag.');
    await press('Start training');
    tell('done', done({ rnn_tanh: 0.26, lstm: 1, gru: 0.94 }));
    expect(container).toHaveTextContent('Yes: LSTM and GRU answer at lag 50. Right answers: RNN · tanh 26 %, LSTM 100 %, GRU 94 %; a guess has 25 %.');
    tell('done', done({ rnn_tanh: 1, lstm: 0.3, gru: 0.3 }));
    expect(container).toHaveTextContent('You said LSTM and GRU, but RNN · tanh alone answers at lag 50.');
  });

  it('keeps training and prediction when the section is left and come back to', async () => {
    const trainings = createLagTrainings(standIn);
    const experiment = (
      <TrainingsContext.Provider value={trainings}>
        <LagExperiment />
      </TrainingsContext.Provider>
    );
    const first = drawLaboratory(experiment, { lag });
    await press('none of them');
    act(() => trainings.store.setState({ plan: { ...lag, cells: lagCells }, status: 'running', words: '', curves: [curve('lstm', 50, [0.25, 0.5], false)] }, true));
    first.unmount();
    drawLaboratory(experiment, { lag });
    expect(screen.getByRole('button', { name: 'none of them' })).toHaveAttribute('aria-pressed', 'true');
    expect(screen.getByText(/lag 50: update 25 of 100/)).toBeInTheDocument();
  });

  it('goes on showing the training before when the settings are changed, and says so', async () => {
    const { container, tell, edit, trainer } = drawLag();
    await press('Start training');
    tell('running', []);
    expect(has('Start anew')).toBe(false);
    edit({ lag: { ...lag, task: 'adding', hiddenSize: 8 } });
    expect(container).toHaveTextContent('The settings have been changed since');
    expect(container).toHaveTextContent('first-token recall');
    await press('Start anew');
    expect(trainer.start).toHaveBeenLastCalledWith({ ...lag, task: 'adding', hiddenSize: 8, cells: lagCells });
  });

  it('changes the plan by its controls; one lag stays at least', async () => {
    const { laboratory } = drawLag();
    await userEvent.click(screen.getByRole('checkbox', { name: '100' }));
    expect(laboratory().lag.lags).toEqual([5, 50, 100]);
    await userEvent.click(screen.getByRole('checkbox', { name: '50' }));
    await userEvent.click(screen.getByRole('checkbox', { name: '100' }));
    expect(laboratory().lag.lags).toEqual([5]);
    expect(screen.getByRole('checkbox', { name: '5' })).toBeDisabled();
    await userEvent.click(screen.getByRole('radio', { name: 'adding' }));
    expect(laboratory().lag.task).toBe('adding');
    await userEvent.click(screen.getByRole('radio', { name: 'as drawn (near 0)' }));
    expect(laboratory().lag.gateBias).toBeNull();
    expect(screen.getByText(/^The LSTM’s f and the GRU’s z .* drawn near 0/)).toBeInTheDocument();
    await userEvent.click(screen.getByRole('radio', { name: `open (bias ${usualGateBias})` }));
    expect(laboratory().lag.gateBias).toBe(usualGateBias);
  });

  it('says why a training ended early, and what became of a worker', async () => {
    const { container, tell } = drawLag();
    await press('Start training');
    tell('running', [curve('rnn_tanh', 5, [0.25], true, 'At update 3 the loss is no number any more.')], 'A worker was lost and begun anew.');
    expect(container).toHaveTextContent('RNN · tanh at lag 5: At update 3 the loss is no number any more.');
    expect(container).toHaveTextContent('A worker was lost and begun anew.');
  });

  it('shows losses in place of right answers', async () => {
    const { container, tell } = drawLag();
    await press('Start training');
    tell('done', done({ rnn_tanh: 0.26, lstm: 1, gru: 1 }));
    await userEvent.click(screen.getByRole('radio', { name: 'loss' }));
    expect(container.querySelector('[aria-label^="Loss against updates"]')).not.toBeNull();
    expect(container.innerHTML).not.toMatch(/NaN|Infinity|undefined/);
  });
});
