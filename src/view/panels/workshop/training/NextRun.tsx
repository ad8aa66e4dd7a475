// What the settings beside it are for while a run is in view: the next run, or a branch from the epoch in view.
import { GitBranch } from 'lucide-react';
import { workshopRuns } from '../../../../state/workshop/runs.ts';
import type { TrainingRun } from '../../../../state/workshop/run.ts';
import type { PreparedData } from '../../../../engine/data/dataset.ts';
import { listed } from '../../../../state/words.ts';
import { useRoom } from '../hooks.ts';
import { branchProblem, differences } from './settingWords.ts';

interface Props {
  readonly run: TrainingRun;
  /** The epoch in view. */
  readonly epoch: number;
  readonly data: PreparedData | null;
}

export function NextRun({ run, epoch, data }: Props) {
  const settings = { data: useRoom('data'), training: useRoom('training') };
  const changed = differences(settings, run.settings);
  const problem = changed.length === 0 ? null : branchProblem(run.settings, settings);
  return (
    <div className="training-next">
      <p className="controls-words">
        {changed.length === 0
          ? `Set as for “${run.name}”. What you change here is for the next run, or for a branch of this one.`
          : `Other than for “${run.name}”: ${listed(changed)}. For the next run, or for a branch.`}
      </p>
      {problem === null ? (
        <button type="button" className="controls-button" disabled={!data} onClick={() => data && workshopRuns.branch(data, settings)}>
          <GitBranch aria-hidden="true" /> Branch from epoch {epoch.toLocaleString('en')} with these settings
        </button>
      ) : (
        <p className="controls-words">{problem}</p>
      )}
    </div>
  );
}
