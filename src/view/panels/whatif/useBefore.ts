// The numbers before a change, for the marks of the score.
import { useMemo } from 'react';
import type { Before } from '../../draw/whatif/before.ts';
import { useScene } from '../stores.tsx';
import { useWhatIf } from './whatIf.ts';

/** Null where nothing is being changed, and until the first numbers after the change are in view. */
export function useBeforeNumbers(): Before | null {
  const before = useWhatIf((state) => state.before);
  const subject = useWhatIf((state) => state.subject);
  const scene = useScene();
  const { trace, job, tokens } = scene ?? {};
  return useMemo(
    () => (before && subject && scene ? before.beside(subject, scene) : null),
    // The scene is made anew with every step of the clock; what is compared is not.
    // oxlint-disable-next-line react/exhaustive-deps
    [before, subject, trace, job, tokens],
  );
}
