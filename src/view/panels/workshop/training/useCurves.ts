// What the plots of the run in view are made of: its epochs, its latest batches, and the runs that are laid over it.
import { useMemo } from 'react';
import type { RunsState, TrainingRun } from '../../../../state/workshop/run.ts';
import type { CurveRun } from '../../../layout/workshop/curves.ts';
import { useRuns } from '../useShown.ts';
import type { CurvesProps } from './CurvesFigures.tsx';

/** `rows` that it learns from; null: not known. `epochs`: planned, as long as there is no run. */
export function useCurves(run: TrainingRun | null, rows: number | null, epochs: number): CurvesProps {
  const runs = useRuns((state) => state.runs);
  const ids = useRuns(({ overlaid }) => overlaid);
  const epoch = useRuns((state) => state.epoch);
  const live = useRuns(({ live: latest }) => (latest !== null && latest.run === run?.id ? latest : null));
  const id = run?.id;
  const overlaid = useMemo(() => ids.flatMap((each) => runs.filter((other) => other.id === each && other.id !== id)), [ids, runs, id]);
  const shown = useMemo((): CurveRun | null => run && { ...run, batches: batchesOf(run, live, rows) }, [run, live, rows]);
  const isOver = run !== null && run.status !== 'running' && run.status !== 'paused';
  return { shown, overlaid, limit: run?.job.clipping.norm ?? null, epochs: run === null ? epochs : isOver ? (run.records.at(-1)?.epoch ?? 0) : run.job.epochs, epoch };
}

/** Batches on the axis of epochs, from the one that the run began with. */
function batchesOf({ job, records }: TrainingRun, live: RunsState['live'], rows: number | null): CurveRun['batches'] {
  const [first] = records;
  if (!live || !first || rows === null) return undefined;
  const anEpoch = Math.ceil(rows / job.batchSize);
  return live.batchLosses.map(({ update, loss }) => ({ epoch: first.epoch + (update - first.update) / anEpoch, loss }));
}
