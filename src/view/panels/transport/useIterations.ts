// How many updates were made by hand, and the loss before the last of them, where it was by the same sentence.
import { useState } from 'react';
import type { Job } from '../../../engine/job.ts';
import { sameContent } from '../../../worker/content.ts';
import { useDocument, useRun } from '../stores.tsx';

interface Iterations {
  readonly count: number;
  /** The loss of the same sentence before the last update; null where it is not known. */
  readonly lossBefore: number | null;
}

type Change = { readonly kind: 'update'; readonly times: number } | { readonly kind: 'set' | 'scale' };

function updatesIn(changes: readonly Change[]): number {
  return changes.reduce((total, change) => total + (change.kind === 'update' ? change.times : 0), 0);
}

/** A run that is done. */
interface Seen {
  readonly job: Job;
  readonly loss: number;
}

interface Memory {
  readonly now: Seen | null;
  /** The run before the last update, by the same sentence. */
  readonly before: Seen | null;
}

/** What is kept when one more run is done. A run says itself what it is by, whatever has been asked for since. */
function remember(memory: Memory, seen: Seen): Memory {
  const { now, before } = memory;
  // A loss that overflowed is NaN, which no === finds equal to itself.
  if (now?.job === seen.job && Object.is(now.loss, seen.loss)) return memory;
  if (!now || !sameContent(now.job.example, seen.job.example)) return { now: seen, before: null };
  const steps = updatesIn(seen.job.recipe.changes) - updatesIn(now.job.recipe.changes);
  if (steps === 0 && Object.is(now.loss, seen.loss)) return { now: seen, before };
  return { now: seen, before: steps === 1 ? now : null };
}

export function useIterations(): Iterations {
  const count = useDocument((state) => updatesIn(state.document.changes));
  const job = useRun((state) => state.job);
  const loss = useRun((state) => state.loss);
  const [memory, setMemory] = useState<Memory>({ now: null, before: null });
  const latest = job && loss !== null ? remember(memory, { job, loss }) : memory;
  if (latest !== memory) setMemory(latest);
  const isInView = latest.now !== null && updatesIn(latest.now.job.recipe.changes) === count;
  return { count, lossBefore: isInView ? (latest.before?.loss ?? null) : null };
}
