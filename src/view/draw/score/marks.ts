// From an element of the score back to the number it shows, and from one mark to the next.
import type { Reference } from '../../../engine/reference.ts';
import { neighbour, type Direction, type Place } from '../../layout/neighbour.ts';

/** The number that an element stands for; null where it stands for none. */
export function referenceOf(element: Element | null): Reference | null {
  const mark = element?.closest('[data-symbol]');
  if (!mark) return null;
  const symbol = mark.getAttribute('data-symbol') ?? '';
  const t = mark.getAttribute('data-t');
  const [unit, column] = (mark.getAttribute('data-unit') ?? '').split(',').filter((part) => part !== '').map(Number);
  return {
    symbol,
    ...(t === null ? {} : { t: Number(t) }),
    ...(unit === undefined ? {} : { unit }),
    ...(column === undefined ? {} : { column }),
  };
}

const placeOf = (element: Element): Place => {
  const { left, top, width, height } = element.getBoundingClientRect();
  return { x: left + width / 2, y: top + height / 2 };
};

/** The marks of a drawing that can be reached, numbers and words, in reading order. */
const marksIn = (root: Element): SVGElement[] => [...root.querySelectorAll<SVGElement>('[role="button"]:is([data-symbol], [data-word])')];

/** The mark that an element is part of. */
export const markOf = (element: Element): Element | null => element.closest('[data-symbol], [data-word]');

/** The mark beside another in that direction; null at the edge. */
export function markBeside(root: Element, mark: Element, direction: Direction): SVGElement | null {
  const marks = marksIn(root);
  return marks[neighbour(marks.map(placeOf), placeOf(mark), direction)] ?? null;
}

/** Where the keyboard enters: the lit mark, else the first number of the column in view, else the first mark. `state`: the first one's symbol there. */
export function firstMark(root: Element, state: string, row: number): SVGElement | null {
  const at = (rest: string): SVGElement | null => root.querySelector<SVGElement>(`[role="button"][data-t="${row}"]${rest}`);
  return root.querySelector<SVGElement>('[role="button"].is-lit') ?? at(`[data-symbol="${CSS.escape(state)}"]`) ?? at('.is-hot') ?? marksIn(root)[0] ?? null;
}
