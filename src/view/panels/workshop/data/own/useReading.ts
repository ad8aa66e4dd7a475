// How the draft of one's own data is read: by the worker, anew with each change, after the hand has rested for a moment.
import { useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import type { OwnReading, ReadInput } from '../../../../../engine/data/own/report.ts';
import { ownDraft, sourceOf } from '../../../../../state/workshop/ownDraft.ts';
import { useWorked } from '../../useWorked.ts';

/** Milliseconds without a change. */
const pause = 250;

interface Reading {
  /** The latest; null before the first, and where there is nothing to read. */
  readonly reading: OwnReading | null;
  /** Whether it is of an earlier text or choice. */
  readonly isBehind: boolean;
  /** Why it could not be read at all, in words. */
  readonly problem: string | null;
}

export function useReading(): Reading {
  const draft = useStore(ownDraft);
  const { id, title, way, grid, pasted, file, choices } = draft;
  const wanted = useMemo((): ReadInput | null => {
    const found = sourceOf({ id, title, way, grid, pasted, file, choices, problem: null });
    if (!found) return null;
    return { id, title: title.trim() || titleOf(found.source.name), source: found.source, choices: { ...found.choices, ...choices } };
  }, [id, title, way, grid, pasted, file, choices]);
  const input = useRested(wanted);
  const { worked, problem } = useWorked('readTable', input);
  return { reading: wanted && worked ? worked.result : null, isBehind: wanted !== null && worked?.input !== wanted, problem };
}

/** A file's name without its ending. */
const titleOf = (name: string): string => name.replace(/\.\w{1,5}$/, '') || name;

/** The value, once it has not changed for a moment. The first one, and none at all, are taken at once. */
function useRested<Value>(value: Value | null): Value | null {
  const [rested, rest] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => rest(value), pause);
    return () => clearTimeout(timer);
  }, [value]);
  return value === null ? null : (rested ?? value);
}
