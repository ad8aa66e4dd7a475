// A run as it was a moment ago, while it is trained: measuring its file takes longer the more epochs it has, and there are many a second.
import { useEffect, useRef, useState } from 'react';
import type { TrainingRun } from '../../../../state/workshop/run.ts';

/** Milliseconds from one look to the next. */
const rest = 2000;

/** The run itself where it stands still, or is another one. */
export function useRested(run: TrainingRun): TrainingRun {
  const latest = useRef(run);
  const [kept, keep] = useState(run);
  const isMoving = run.status === 'running';
  useEffect(() => {
    latest.current = run;
  }, [run]);
  useEffect(() => {
    if (!isMoving) return;
    const timer = setInterval(() => keep(latest.current), rest);
    return () => clearInterval(timer);
  }, [isMoving]);
  return isMoving && kept.id === run.id ? kept : run;
}
