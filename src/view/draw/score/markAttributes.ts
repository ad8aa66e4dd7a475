// What makes a group of SVG elements a number that can be pressed: its role, its name, which number it is.
import type { Reference } from '../../../engine/reference.ts';
import { valueAttributes, type ValueAttributes } from '../valueAttributes.ts';
import { nameOf } from './names.ts';
import { isLit, type Paint } from './paint.ts';

export interface MarkAttributes extends ValueAttributes {
  readonly role: 'button';
  /** The score is one stop of the Tab key; its marks are reached from there. */
  readonly tabIndex: -1;
  readonly className: string;
  readonly 'aria-label': string;
  readonly 'aria-pressed': true | undefined;
}

export function markAttributes(
  paint: Paint,
  reference: Reference,
  value: number,
  selection: Reference | null,
  { className = '', written, more = '' }: { readonly className?: string; readonly written?: string | undefined; readonly more?: string } = {},
): MarkAttributes {
  const lit = isLit(selection, reference);
  return {
    role: 'button',
    tabIndex: -1,
    className: ['score-cell', lit ? 'is-lit' : '', className].filter((each) => each !== '').join(' '),
    'aria-label': `${nameOf(paint, reference, value, written)}${more}`,
    'aria-pressed': lit || undefined,
    ...valueAttributes(reference, value),
  };
}
