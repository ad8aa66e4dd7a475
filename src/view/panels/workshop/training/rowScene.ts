// The scene of one row under one set of weights: a forward and a backward pass, computed on the spot.
import { schedules } from '../../../../engine/learn/schedules.ts';
import type { Network } from '../../../../engine/network.ts';
import { Pass } from '../../../../engine/run/pass.ts';
import { createTrace } from '../../../../engine/run/trace.ts';
import type { TrainingRun } from '../../../../state/workshop/run.ts';
import { createScene, createStage, type RunNumbers, type Scene } from '../../../scene/scene.ts';
import type { RowInView } from './rowInView.ts';

export interface RowNumbers {
  readonly run: RunNumbers;
  readonly stage: ReturnType<typeof createStage>;
  readonly row: RowInView;
  /** The playhead at which all outputs and the loss are there, and the last one that has something to show. */
  readonly answered: number;
  readonly end: number;
}

type Job = Pick<TrainingRun['job'], 'initialisation' | 'learningRate' | 'schedule' | 'scheduleSettings' | 'clipping' | 'optimiser' | 'batchSize'>;

/** `epoch`: epochs that are done, from which the schedule has η. Throws an `Error` in words where the row does not fit the network. */
export function rowNumbers(network: Network, parameters: Float64Array, row: RowInView, job: Job, epoch: number): RowNumbers {
  const trace = createTrace(network, row.example);
  const pass = new Pass(trace, parameters);
  pass.forward();
  pass.clearGradients();
  pass.backward();
  const learningRate = schedules[job.schedule].rate(job.learningRate, epoch, job.scheduleSettings);
  const run: RunNumbers = {
    job: {
      model: network.model,
      recipe: { initialisation: job.initialisation, baseInputSize: network.model.inputSize, training: { rows: [], epochs: 0, learningRate }, changes: [] },
      example: row.example,
      learningRate,
      clipping: job.clipping,
    },
    network, trace, parameters,
    forwardTo: trace.steps.length,
    backwardFrom: 0,
  };
  const stage = createStage(run);
  const endOf = (phase: string): number => stage.clock.phases.find((each) => each.phase === phase)?.to ?? 0;
  // The clock's update is plain descent along one row's gradient: another optimiser, or a batch, makes another step of it.
  const isPlain = job.optimiser === 'sgd' && job.batchSize === 1;
  return { run, stage, row, answered: endOf('loss'), end: isPlain ? stage.clock.count : endOf('backward') };
}

export const sceneAt = ({ run, stage, row }: RowNumbers, playhead: number): Scene =>
  createScene(run, stage, playhead, row.words, { areGatesOpen: false, feeding: 'teacher', isFixed: true });
