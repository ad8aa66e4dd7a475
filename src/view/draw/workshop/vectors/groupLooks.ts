// What tells kinds of words apart on their map: the looks of labels, and one more.
import { symbol, symbolWye } from 'd3-shape';
import { lookOf, mostLabels, type LabelLook } from '../labelLooks.ts';

const further: LabelLook = { colour: 'var(--ink-soft)', shape: (size) => symbol(symbolWye, size).digits(2)() ?? '' };

export const groupLook = (group: number | null): LabelLook => (group === mostLabels ? further : lookOf(group));
