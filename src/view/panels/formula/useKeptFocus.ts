// Keeps the keyboard's place in the formula while one number after another is opened and the old ones vanish.
import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react';
import { unitText, type Reference } from '../../../engine/reference.ts';
import { useStores } from '../stores.tsx';

/** The button of a number, where the formula has it. */
function buttonOf(place: HTMLElement, reference: Reference | null): HTMLElement | undefined {
  if (!reference) return undefined;
  const { symbol, t } = reference;
  const unit = unitText(reference);
  return [...place.querySelectorAll<HTMLElement>('.numeric-value')].find(
    ({ dataset }) => dataset['symbol'] === symbol && dataset['t'] === t?.toString() && (dataset['unit'] ?? '') === unit,
  );
}

/**
 * After a term was opened, the first number of its formula has the focus; on the way back, the number that was opened.
 * Only where the focus was in the formula.
 */
export function useKeptFocus(place: RefObject<HTMLElement | null>): void {
  const { views } = useStores();
  const lost = useRef<{ readonly cameFrom: Reference | null } | null>(null);
  useEffect(
    () =>
      // Heard before anything is drawn anew, while the number that was pressed is still there.
      views.subscribe(({ selection }, before) => {
        if (selection === before.selection) return;
        const isHere = place.current?.contains(document.activeElement) ?? false;
        lost.current = isHere ? { cameFrom: before.selection } : null;
      }),
    [views, place],
  );
  useLayoutEffect(() => {
    const element = place.current;
    const { activeElement } = document;
    if (!lost.current || !element) return;
    const { cameFrom } = lost.current;
    lost.current = null;
    if (activeElement && activeElement !== document.body && element.contains(activeElement)) return;
    const first = (selector: string): HTMLElement | null => element.querySelector<HTMLElement>(selector);
    (buttonOf(element, cameFrom) ?? first('.numeric-value') ?? first('.formula-back'))?.focus();
  });
}
