// The words under the columns as marks that can be pressed: which word an element is, and what makes it one.
import type { Axis } from '../../../engine/topology/index.ts';

export interface WordPlace {
  readonly axis: Axis;
  /** Place in its sequence, from 1. */
  readonly index: number;
}

interface WordAttributes {
  readonly role: 'button';
  readonly tabIndex: -1;
  readonly 'aria-label': string;
  readonly 'aria-haspopup': 'dialog';
  readonly 'data-word': string;
}

/** What makes a group of SVG elements a word that can be changed. */
export function wordAttributes(axis: Axis, index: number, word: string): WordAttributes {
  return { role: 'button', tabIndex: -1, 'aria-label': `${word}, read at t = ${index}, can be changed`, 'aria-haspopup': 'dialog', 'data-word': `${axis},${index}` };
}

/** The word that an element belongs to; null where it belongs to none. */
export function wordAt(element: Element): WordPlace | null {
  const [axis, index] = (element.closest('[data-word]')?.getAttribute('data-word') ?? '').split(',').map(Number);
  if (index === undefined || !(index > 0) || (axis !== 0 && axis !== 1)) return null;
  return { axis, index };
}

/** The mark of a word; null where it is not drawn. */
export const wordMark = (root: ParentNode, { axis, index }: WordPlace): SVGElement | null => root.querySelector<SVGElement>(`[data-word="${axis},${index}"]`);

/** The columns of the score. */
export const columnSelector = '[data-column]';

/** What makes a group of SVG elements the column of a step. */
export const columnAttributes = (axis: Axis, row: number): { readonly 'data-column': string } => ({ 'data-column': `${axis},${row}` });

/** Which step an element is the column of. */
export function columnPlaceOf(element: Element): readonly [Axis, number] {
  const [axis = 0, row = 0] = (element.getAttribute('data-column') ?? '').split(',').map(Number);
  return [axis === 1 ? 1 : 0, row];
}
