// The map of the run on the score. A short one is there with its run; a longer one is computed in small pieces, so that the page stays alive, and
// until it is done the one before stands, with the run that it is of.
import { useEffect, useMemo, useState } from 'react';
import type { Path } from '../../../../engine/gradient/paths.ts';
import type { WholeRun } from '../../stores.tsx';
import { scoreMap, type ScoreMap } from './scoreRows.ts';

export interface ShownMap extends ScoreMap {
  readonly run: WholeRun;
  readonly path: Path;
}

/** Milliseconds of work before the page has its turn. */
const piece = 6;

/** Steps up to which a map takes less than a picture. */
const shortest = 16;

function finish<Result>(work: Generator<void, Result>): Result {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
}

/** Null until the first map is there. */
export function useScoreMap(run: WholeRun, path: Path): ShownMap | null {
  const isShort = path.steps.length <= shortest;
  const atOnce = useMemo(() => (isShort ? { run, path, ...finish(scoreMap(run.trace, run.parameters, path)) } : null), [isShort, run, path]);
  const [later, setLater] = useState<ShownMap | null>(null);
  useEffect(() => {
    if (isShort) return;
    const work = scoreMap(run.trace, run.parameters, path);
    let timer: ReturnType<typeof setTimeout>;
    const go = (): void => {
      const until = performance.now() + piece;
      let step = work.next();
      while (!step.done && performance.now() < until) step = work.next();
      if (step.done) setLater({ run, path, ...step.value });
      else timer = setTimeout(go);
    };
    timer = setTimeout(go);
    return () => clearTimeout(timer);
  }, [isShort, run, path]);
  return atOnce ?? later;
}
