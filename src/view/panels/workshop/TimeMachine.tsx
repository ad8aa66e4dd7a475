// The time machine: a slider over the epochs that are kept. What is shown follows it, also while the training goes on.
import { ChevronsRight } from 'lucide-react';
import { useId } from 'react';
import { useStore } from 'zustand';
import { workshopRuns } from '../../../state/workshop/runs.ts';
import type { TrainingRun } from '../../../state/workshop/run.ts';
import { RangeField } from '../controls/RangeField.tsx';

export function TimeMachine({ run }: { readonly run: TrainingRun }) {
  // At once and not calmly: the slider stays under the hand.
  const epoch = useStore(workshopRuns.store, (state) => state.epoch);
  const id = useId();
  const { checkpoints } = run;
  const isThinned = checkpoints.length < run.records.length;
  const last = checkpoints.length - 1;
  const at = epoch === null ? last : Math.max(0, checkpoints.findLastIndex((each) => each.epoch <= epoch));
  const shown = checkpoints[at]?.epoch;
  if (shown === undefined) return null;
  return (
    <div className="training-time">
      <RangeField
        label="Back in time, by epochs"
        describedBy={isThinned ? id : undefined}
        min={0}
        max={Math.max(1, last)}
        step={1}
        value={at}
        valueText={`${epoch === null ? 'newest: ' : ''}epoch ${shown.toLocaleString('en')}`}
        onInput={(place) => workshopRuns.seek(place >= last ? null : (checkpoints[place]?.epoch ?? null))}
      />
      <button type="button" className="controls-button" aria-disabled={epoch === null || undefined} onClick={() => workshopRuns.seek(null)}>
        <ChevronsRight aria-hidden="true" /> Newest
      </button>
      {isThinned && (
        <p id={id} className="controls-words">
          Of its {run.records.length.toLocaleString('en')} epochs, {checkpoints.length.toLocaleString('en')} are kept to go back to.
        </p>
      )}
    </div>
  );
}
