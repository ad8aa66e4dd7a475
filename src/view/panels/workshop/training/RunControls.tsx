// Start, pause, step by step, stop, and how fast it goes.
import { Pause, Play, RotateCcw, Square, StepForward, type LucideIcon } from 'lucide-react';
import { useEffect, useRef, type RefObject } from 'react';
import type { PreparedData } from '../../../../engine/data/dataset.ts';
import { workshopRuns } from '../../../../state/workshop/runs.ts';
import type { RunsState, TrainingRun } from '../../../../state/workshop/run.ts';
import { paces, type Pace } from '../../../../state/workshop/settings/training.ts';
import { SelectField } from '../../controls/SelectField.tsx';
import { useEditRoom, useRoom } from '../hooks.ts';
import { useRuns } from '../useShown.ts';

const paceNames: Readonly<Record<Pace, string>> = {
  operation: 'one operation at a time', slow: 'slow, to watch', steady: 'steady', quick: 'quick', fast: 'as fast as it goes',
};

const strides = [
  { stride: 'row', name: 'row' },
  { stride: 'batch', name: 'batch' },
  { stride: 'epoch', name: 'epoch' },
] as const;

/** The run that is trained now; else the one that goes on when it is told to. */
function meantRun({ runs, shown, live }: RunsState): TrainingRun | null {
  const canGoOn = (run: TrainingRun | undefined): boolean => run?.status === 'paused' || run?.status === 'stopped';
  const of = (id: string | null | undefined): TrainingRun | undefined => runs.find((each) => each.id === id);
  return runs.find(({ status }) => status === 'running') ?? [of(shown), of(live?.run)].find(canGoOn) ?? null;
}

export function RunControls({ data }: { readonly data: PreparedData | null }) {
  const training = useRoom('training');
  const settings = { data: useRoom('data'), training };
  const run = useRuns(meantRun);
  const isShown = useRuns(({ shown }) => shown === run?.id);
  const isFirst = useRuns(({ runs }) => runs.length === 0);
  const isInWorker = useRuns(({ live }) => live?.run === run?.id && live?.moment !== null);
  const status = run?.status ?? null;
  const { pace } = training;
  useEffect(() => workshopRuns.setPace(pace), [pace]);
  const main = useRef<HTMLButtonElement>(null);
  const anew = { words: isFirst ? 'Start training' : 'Start a new run', Icon: isFirst ? Play : RotateCcw, isOff: !data, onPress: () => data && workshopRuns.start(data, settings) };
  const step = (stride: (typeof strides)[number]['stride']): void => {
    // The first step begins a training that stands still.
    if (!run && data) workshopRuns.start(data, { ...settings, training: { ...training, pace: 'operation' } });
    workshopRuns.step(stride);
    workshopRuns.setPace(pace);
  };
  return (
    <div className="training-run">
      <div className="training-buttons">
        {/* One button that changes its words: the focus stays on it. */}
        {status === null ? (
          <RunButton place={main} {...anew} isStrong />
        ) : status === 'running' ? (
          <RunButton place={main} words="Pause" Icon={Pause} isStrong onPress={() => workshopRuns.pause()} />
        ) : (
          <RunButton place={main} words="Go on" Icon={Play} isStrong onPress={() => workshopRuns.resume()} />
        )}
        {status !== null && status !== 'running' && <RunButton {...anew} />}
        {(status === 'running' || (status === 'paused' && isInWorker)) && (
          <RunButton
            words="Stop"
            Icon={Square}
            onPress={() => {
              workshopRuns.stop();
              main.current?.focus();
            }}
          />
        )}
      </div>
      {run && !isShown && (
        <p className="controls-words">
          {status === 'running' ? 'Under way' : 'To go on with'} is “{run.name}”, which is not the run in view.{' '}
          <button type="button" className="training-row-text" onClick={() => workshopRuns.show(run.id)}>
            Show it
          </button>
        </p>
      )}
      <fieldset className="training-strides">
        <legend className="controls-label">{run || isFirst ? 'One step at a time' : 'One step at a time, of a new run'}</legend>
        {strides.map(({ stride, name }) => (
          <button key={stride} type="button" className="controls-button" disabled={!data && !run} onClick={() => step(stride)}>
            <StepForward aria-hidden="true" /> {name}
          </button>
        ))}
      </fieldset>
      <PaceSelect pace={pace} />
    </div>
  );
}

interface ButtonProps {
  readonly place?: RefObject<HTMLButtonElement | null>;
  readonly words: string;
  readonly Icon: LucideIcon;
  readonly isStrong?: boolean;
  readonly isOff?: boolean;
  readonly onPress: () => void;
}

function RunButton({ place, words, Icon, isStrong = false, isOff = false, onPress }: ButtonProps) {
  return (
    <button ref={place} type="button" className={isStrong ? 'controls-button controls-button-strong' : 'controls-button'} disabled={isOff} onClick={onPress}>
      <Icon aria-hidden="true" /> {words}
    </button>
  );
}

function PaceSelect({ pace }: { readonly pace: Pace }) {
  const edit = useEditRoom('training');
  return <SelectField label="Pace" value={pace} choices={paces.map((value) => ({ value, label: paceNames[value] }))} onChange={(next) => edit({ pace: next })} />;
}
