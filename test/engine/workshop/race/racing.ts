// Runs a race, or a slice, to its end.
import type { Beat } from '../../../../src/engine/workshop/beat.ts';

/** What comes of it, and all that it told on the way. */
export function finished<Progress, Result>(computation: Generator<Beat<Progress> | null, Result>): { readonly told: readonly Progress[]; readonly result: Result } {
  const told: Progress[] = [];
  for (;;) {
    const { done, value } = computation.next();
    if (done === true) return { told, result: value };
    if (value !== null) told.push(value.progress());
  }
}
