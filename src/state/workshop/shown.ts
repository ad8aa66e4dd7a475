// The network in view in the workshop: the run that is shown, at the epoch that is shown.
import { createNetwork, type Network } from '../../engine/network.ts';
import type { RunsState, TrainingRun } from './run.ts';
import type { ReaderId } from './settings/training.ts';

export interface ShownNetwork {
  readonly run: TrainingRun;
  /** Epochs done; while it is trained the one under way is not among them. */
  readonly epoch: number;
  readonly network: Network;
  readonly parameters: Float64Array;
  /** What it is given of a text. */
  readonly reader: ReaderId;
}

/** Null where no run is shown, or nothing of it is known yet. The same object for the same run, epoch and parameters. */
export function shownNetwork(state: RunsState): ShownNetwork | null {
  const run = state.runs.find(({ id }) => id === state.shown);
  if (!run) return null;
  const found = (state.epoch === null ? liveOf(state, run) : null) ?? checkpointOf(run, state.epoch);
  return found && remembered(run, found);
}

type Found = Pick<ShownNetwork, 'epoch' | 'parameters'>;

function liveOf({ live }: RunsState, { id, status }: TrainingRun): Found | null {
  return live?.run === id && (status === 'running' || status === 'paused') ? live.moment : null;
}

/** That of the epoch, or the latest one before it that is kept. */
const checkpointOf = ({ checkpoints }: TrainingRun, epoch: number | null): Found | null =>
  (epoch === null ? checkpoints.at(-1) : checkpoints.findLast((each) => each.epoch <= epoch)) ?? null;

/** Networks of models, compiled once: a run's model is the same object all its life. */
const networks = new WeakMap<object, Network>();

function networkOf({ job }: TrainingRun): Network {
  const network = networks.get(job.model) ?? createNetwork(job.model);
  networks.set(job.model, network);
  return network;
}

/** By run and parameters: whoever looks at an older state meanwhile disturbs nobody. */
const known = new WeakMap<TrainingRun, WeakMap<Float64Array, ShownNetwork>>();

function remembered(run: TrainingRun, { epoch, parameters }: Found): ShownNetwork {
  const ofRun = known.get(run) ?? new WeakMap<Float64Array, ShownNetwork>();
  const shown = ofRun.get(parameters) ?? { run, epoch, parameters, network: networkOf(run), reader: run.settings.training.reader };
  known.set(run, ofRun.set(parameters, shown));
  return shown;
}
