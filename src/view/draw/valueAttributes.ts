// The attributes by which every drawn value says which number it is, and that number with all its digits.
import { unitText, type Reference } from '../../engine/reference.ts';
import { exactText } from '../theme/format.ts';

export interface ValueAttributes {
  readonly 'data-symbol': string;
  readonly 'data-t': number | undefined;
  readonly 'data-unit': string | undefined;
  readonly 'data-value': string | undefined;
}

/** For SVG and HTML alike. A value that is not known at the playhead (null) has no `data-value`. */
export function valueAttributes(reference: Reference, value: number | null): ValueAttributes {
  return {
    'data-symbol': reference.symbol,
    'data-t': reference.t,
    'data-unit': unitText(reference) || undefined,
    'data-value': value === null ? undefined : exactText(value),
  };
}
