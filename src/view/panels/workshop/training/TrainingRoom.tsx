// "Training": a network learns while one looks at it. Its curves, the way back over its epochs, its runs, and the network itself at work.
import { useMemo } from 'react';
import { PageLayout } from '../../pages/PageLayout.tsx';
import type { PreparedData } from '../../../../engine/data/dataset.ts';
import type { Checkpoint } from '../../../../engine/workshop/job.ts';
import type { RunsState, TrainingRun } from '../../../../state/workshop/run.ts';
import { useRoom } from '../hooks.ts';
import { usePrepared } from '../usePrepared.ts';
import { usePreparedOf, useRuns, useShown } from '../useShown.ts';
import { CurvesFigure } from './CurvesFigures.tsx';
import { NetworkInView } from './NetworkInView.tsx';
import { NextRun } from './NextRun.tsx';
import { Progress } from './Progress.tsx';
import { RunControls } from './RunControls.tsx';
import { RunList } from './RunList.tsx';
import { LearningSettings, NetworkSettings } from './SettingsControls.tsx';
import { useSubject, type Beginning } from './subject.ts';
import { TimeMachine } from '../TimeMachine.tsx';
import { useCurves } from './useCurves.ts';
import './training.css';

const shownRun = ({ runs, shown }: RunsState): TrainingRun | null => runs.find(({ id }) => id === shown) ?? null;

/** Where the run in view was branched off, for as long as it has told nothing itself. */
function beginningOf({ runs, shown }: RunsState): Checkpoint | null {
  const parent = runs.find(({ id }) => id === shown)?.parent;
  return runs.find(({ id }) => id === parent?.run)?.checkpoints.find(({ epoch }) => epoch === parent?.epoch) ?? null;
}

export function TrainingRoom() {
  const { data, problem } = usePrepared();
  const run = useRuns(shownRun);
  const trouble = useRuns((state) => state.problem ?? null);
  const shown = useShown();
  const settings = useRoom('training');
  const { set } = useRoom('data');
  const began = useRuns(beginningOf);
  const { data: runData, problem: runProblem } = usePreparedOf(run?.settings.data ?? null);
  const beginning = useMemo((): Beginning | null => {
    const of = run ? runData : data;
    return of && { data: of, settings: run?.settings.training ?? settings, run, from: began };
  }, [run, runData, data, settings, began]);
  const looked = useSubject(shown, shown ? null : beginning);
  const curves = useCurves(run, runData?.training.length ?? null, settings.epochs);
  // A run that learned from the data that are set has the same problem as these.
  const gone = run && runProblem !== null && runProblem !== problem ? `“${run.name}” learned from data that are not here: ${runProblem} Its curves can be seen, its answers cannot.` : null;
  // What is said of the data is said of those that the run in view learned from, whatever is set meanwhile.
  const inView = run ? runData : data;
  const isOtherData = run !== null && run.settings.data.set !== set;
  const troubles = [problem, gone, trouble, looked.problem].filter((each) => each !== null);
  return (
    <PageLayout
      isOpen
      title="How does a network learn, epoch by epoch?"
      words={
        <p>
          {inView ? dataWords(inView, run !== null) : ''}
          {isOtherData && data ? `For the next run “${data.task.title}” is set. ` : ''}
          Start, pause, go step by step, and go back in time: everything below follows.
        </p>
      }
      controls={
        <>
          <RunControls data={data} />
          {run && <NextRun run={run} epoch={shown?.epoch ?? run.checkpoints.at(-1)?.epoch ?? 0} data={data} />}
          <NetworkSettings data={data} />
          <LearningSettings />
        </>
      }
    >
      {troubles.map((words) => (
        <p key={words} className="training-problem" role="alert">
          {words}
        </p>
      ))}
      {run && <Progress run={run} />}
      <div className="training-figures">
        <CurvesFigure {...curves} measure="loss" />
        {hasAccuracy(run) && <CurvesFigure {...curves} measure="accuracy" />}
      </div>
      {run && <TimeMachine run={run} />}
      <RunList />
      {looked.subject && <NetworkInView subject={looked.subject}>{run && <CurvesFigure {...curves} measure="norm" />}</NetworkInView>}
    </PageLayout>
  );
}

function dataWords({ task, training, validation }: PreparedData, isRun: boolean): string {
  const kept = validation.length === 0 ? 'none is' : `${rowsOf(validation.length)} ${validation.length === 1 ? 'is' : 'are'}`;
  return `“${task.title}”: ${isRun ? 'this run' : 'it'} learns from ${rowsOf(training.length)}, and ${kept} kept apart to see whether it has understood. `;
}

const rowsOf = (count: number): string => `${count.toLocaleString('en')} ${count === 1 ? 'row' : 'rows'}`;

const hasAccuracy = (run: TrainingRun | null): boolean => run === null || run.records.some(({ training }) => training.accuracy !== null);
