// Which columns of numbers wait for a movement to end before they stand in their place.
import { termsAt } from './contents.ts';
import type { Paint } from './paint.ts';

/** Columns of numbers that are not drawn yet: those on their way, and what is only added later in the same operation. */
export function hiddenAt({ scene, progress }: Paint, t: number, flying: string | null): ReadonlySet<string> {
  const hidden = new Set<string>();
  if (flying !== null) hidden.add(flying);
  const { moment } = scene;
  if (moment?.phase === 'forward' && moment.t === t) {
    const terms = termsAt(scene, t);
    for (const term of terms) if (term.t === undefined && terms.some((each) => each.symbol === moment.makes)) hidden.add(term.symbol);
    if (progress < 0.75 && !terms.some((each) => each.symbol === moment.makes)) hidden.add(moment.makes);
  }
  if (moment?.kind === 'meet' && moment.t === t && progress < 0.6) hidden.add(moment.makes);
  return hidden;
}
