// How many updates were made by hand, and the loss before the last of them, where it was by the same sentence.
import { useEffect, useRef, useState } from 'react';
import type { WeightChange } from '../../../state/document.ts';
import { useDocument, useRun } from '../stores.tsx';

export interface Iterations {
  readonly count: number;
  /** The loss of the same sentence before the last update; null where it is not known. */
  readonly lossBefore: number | null;
}

export function updatesIn(changes: readonly WeightChange[]): number {
  return changes.reduce((total, change) => total + (change.kind === 'update' ? change.times : 0), 0);
}

interface Seen {
  readonly changes: readonly WeightChange[];
  readonly text: string;
  readonly count: number;
}

export function useIterations(): Iterations {
  const changes = useDocument((state) => state.document.changes);
  const text = useDocument((state) => state.document.text);
  const loss = useRun((state) => state.loss);
  const count = updatesIn(changes);
  // Weights are known by their list of changes, which undo and redo hand back unchanged.
  const [before, setBefore] = useState<ReadonlyMap<readonly WeightChange[], Omit<Seen, 'changes'> & { loss: number }>>(new Map());
  const seen = useRef<Seen>({ changes, text, count });

  useEffect(() => {
    const last = seen.current;
    seen.current = { changes, text, count };
    if (last.changes === changes || count !== last.count + 1 || loss === null) return;
    // The numbers in view are still those before the update: the new ones are yet to be computed.
    setBefore((known) => new Map(known).set(changes, { text: last.text, count, loss }));
  }, [changes, text, count, loss]);

  const known = before.get(changes);
  return { count, lossBefore: known && known.text === text ? known.loss : null };
}
