// The time machine: a slider over the epochs that are kept. What is shown follows it, also while the training goes on.
import { ChevronsRight } from 'lucide-react';
import { workshopRuns } from '../../../../state/workshop/runs.ts';
import type { TrainingRun } from '../../../../state/workshop/run.ts';
import { RangeField } from '../../controls/RangeField.tsx';
import { useRuns } from '../useShown.ts';
import { recordAt, scoreWords } from './progressWords.ts';

export function TimeMachine({ run }: { readonly run: TrainingRun }) {
  const epoch = useRuns((state) => state.epoch);
  const { checkpoints, records } = run;
  const last = checkpoints.length - 1;
  const at = epoch === null ? last : Math.max(0, checkpoints.findLastIndex((each) => each.epoch <= epoch));
  const shown = checkpoints[at]?.epoch;
  if (shown === undefined) return null;
  const record = recordAt(records, shown);
  return (
    <div className="training-time">
      <RangeField
        label="Back in time, by epochs"
        min={0}
        max={Math.max(1, last)}
        step={1}
        value={at}
        valueText={epoch === null ? `newest: epoch ${shown.toLocaleString('en')}` : `epoch ${shown.toLocaleString('en')}${record ? `, ${scoreWords(record)}` : ''}`}
        onInput={(place) => workshopRuns.seek(place >= last ? null : (checkpoints[place]?.epoch ?? null))}
      />
      <button type="button" className="controls-button" aria-disabled={epoch === null || undefined} onClick={() => workshopRuns.seek(null)}>
        <ChevronsRight aria-hidden="true" /> Newest
      </button>
    </div>
  );
}
