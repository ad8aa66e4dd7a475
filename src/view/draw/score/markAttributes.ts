// What makes a group of SVG elements a number that can be pressed: its role, its name, which number it is.
import type { Reference } from '../../../engine/reference.ts';
import { valueAttributes, type ValueAttributes } from '../valueAttributes.ts';
import { givenOf } from '../../anatomy/given.ts';
import { nameOf } from './names.ts';
import { isLit, type Paint } from './paint.ts';

interface MarkAttributes extends ValueAttributes {
  readonly role: 'button';
  /** The score is one stop of the Tab key; its marks are reached from there. */
  readonly tabIndex: -1;
  readonly className: string;
  readonly 'aria-label': string;
  readonly 'aria-pressed': true | undefined;
  /** That it is not computed and can be changed where it stands: how. */
  readonly 'data-given': GivenKind | undefined;
}

type GivenKind = NonNullable<ReturnType<typeof givenOf>>['kind'];

export function markAttributes(
  paint: Paint,
  reference: Reference,
  value: number,
  selection: Reference | null,
  { className = '', written, more = '' }: { readonly className?: string; readonly written?: string | undefined; readonly more?: string } = {},
): MarkAttributes {
  const lit = isLit(selection, reference);
  const given = paint.scene.isFixed ? undefined : givenOf(paint.scene.network, reference)?.kind;
  return {
    role: 'button',
    tabIndex: -1,
    className: ['score-cell', lit ? 'is-lit' : '', className].filter((each) => each !== '').join(' '),
    'aria-label': `${nameOf(paint, reference, value, written)}${more}${given ? ', can be changed' : ''}`,
    'aria-pressed': lit || undefined,
    'data-given': given,
    ...valueAttributes(reference, value),
  };
}
