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

type Parts = Pick<ShownNetwork, 'run' | 'epoch' | 'parameters'>;

/** Null where no run is shown, or nothing of it is known yet. The same object for the same run, epoch and parameters. */
export const shownNetwork = latestOf((state: RunsState): Parts | null => {
  const run = state.runs.find(({ id }) => id === state.shown);
  if (!run) return null;
  if (state.epoch === null) {
    const moment = state.live?.run === run.id ? state.live.moment : null;
    if (moment && (run.status === 'running' || run.status === 'paused')) return { run, epoch: moment.epoch, parameters: moment.parameters };
  }
  const { epoch } = state;
  const checkpoint = epoch === null ? run.checkpoints.at(-1) : run.checkpoints.findLast((each) => each.epoch <= epoch);
  return checkpoint ? { run, epoch: checkpoint.epoch, parameters: checkpoint.parameters } : null;
});

/** Networks of models, compiled once: a run's model is the same object all its life. */
const networks = new WeakMap<object, Network>();

function networkOf({ job }: TrainingRun): Network {
  const network = networks.get(job.model) ?? createNetwork(job.model);
  networks.set(job.model, network);
  return network;
}

/** Remembers the latest answer, and gives it again for the same parts. */
function latestOf(partsOf: (state: RunsState) => Parts | null): (state: RunsState) => ShownNetwork | null {
  let latest: ShownNetwork | null = null;
  return (state) => {
    const parts = partsOf(state);
    if (!parts) return null;
    const { run, epoch, parameters } = parts;
    if (latest?.run === run && latest.epoch === epoch && latest.parameters === parameters) return latest;
    latest = { run, epoch, parameters, network: networkOf(run), reader: run.settings.training.reader };
    return latest;
  };
}
