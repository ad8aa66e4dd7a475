// Columns that glide to their new places when a word was put in, taken out or moved.
import { useLayoutEffect, useRef } from 'react';
import { columnPlaceOf, columnSelector } from '../../draw/whatif/wordMarks.ts';
import { glide, measure, type Stood } from '../../hooks/glide.ts';
import { useScene } from '../stores.tsx';
import { oldRowsOf } from './beforeOf.ts';
import { useWhatIf } from './whatIf.ts';

/** The columns of a second network glide with the first one's. */
const nameAs = (element: Element, place: readonly [number, number]): string => `${element.closest('[data-rival]') ? 'rival ' : ''}${place.join()}`;
const nameOf = (element: Element): string => nameAs(element, columnPlaceOf(element));

/** `root`: what the columns stand in. */
export function useGlide(root: HTMLElement | null): void {
  const before = useWhatIf((state) => state.before);
  const subject = useWhatIf((state) => state.subject);
  const scene = useScene();
  const stood = useRef<{ readonly before: typeof before; readonly columns: Stood } | null>(null);

  // The hand has begun: the columns still stand as they did.
  useLayoutEffect(() => {
    stood.current = root && before && subject?.kind === 'word' ? { before, columns: measure(root, columnSelector, nameOf) } : null;
  }, [root, before, subject]);

  // The first picture after the change.
  const { job, tokens } = scene ?? {};
  useLayoutEffect(() => {
    const was = stood.current;
    if (!root || !was?.before || !subject || !tokens || job === was.before.job) return;
    stood.current = null;
    const oldRow = oldRowsOf(was.before, subject, tokens);
    glide(root, columnSelector, was.columns, (element) => {
      const [axis, row] = columnPlaceOf(element);
      const old = oldRow(axis, row);
      return old < 0 ? null : nameAs(element, [axis, old]);
    });
  }, [root, subject, job, tokens]);
}
