// What the second network does otherwise than the first, in words: "LSTM instead of RNN", "W_hh[1,2] 0.5 instead of 0.64".
import { cells } from '../../../engine/cells/index.ts';
import type { Reference } from '../../../engine/reference.ts';
import type { GradientClip, UnrolledDocument, WeightChange } from '../../../state/document.ts';
import { writeNumber } from '../../../state/numberText.ts';
import { rivalDocument } from '../../../state/rival.ts';
import { quote } from '../../../state/words.ts';
import { formatNumber, type Digits } from '../../theme/format.ts';
import { kindOf } from '../controls/cellKinds.ts';

const written = (value: number): string => writeNumber(value).replace('-', '−');

/** `first`: a number of the first network, NaN where it has none. Empty where there is no second network, or one that is the same. */
export function otherwise(document: UnrolledDocument, first: (reference: Reference) => number, digits: Digits): string[] {
  const other = rivalDocument(document);
  if (!other) return [];
  const differs = (part: keyof UnrolledDocument): boolean => other[part] !== document[part];
  return [
    ...(differs('cell') ? [cellWords(document, other)] : []),
    ...(differs('bidirectional') ? [`reads ${other.bidirectional ? 'both ways instead of one way' : 'one way instead of both ways'}`] : []),
    ...(differs('hiddenSize') ? [`${counted(other.hiddenSize)} instead of ${document.hiddenSize}`] : []),
    ...(differs('biases') ? [other.biases === 'two' ? 'two biases instead of one' : 'one bias instead of two'] : []),
    ...clippingWords(document.clipping, other.clipping),
    ...changesIn(document).map((change) => changeWords(change, first, digits)),
  ];
}

export const counted = (units: number): string => `${units} ${units === 1 ? 'unit' : 'units'}`;

/** The changes of the second network's weights that the first does not have. */
const changesIn = ({ rival }: UnrolledDocument): readonly WeightChange[] => rival?.changes ?? [];

/** Cells of one family differ in their activation alone; kinds of cells by their names alone: "LSTM instead of RNN". */
function cellWords({ cell: first }: UnrolledDocument, { cell: second }: UnrolledDocument): string {
  const [a, b] = [cells[first], cells[second]];
  if (a.family === b.family) return `${b.activation} instead of ${a.activation}`;
  const [from, to] = [kindOf(first)?.name ?? a.title, kindOf(second)?.name ?? b.title];
  return from === to ? `${b.title} instead of ${a.title}` : `${to} instead of ${from}`;
}

const clipped = (clip: GradientClip | null): string => (clip ? `clipped at ${clip.kind} ${written(clip.limit)}` : 'not clipped');

function clippingWords(first: GradientClip | null, second: GradientClip | null): string[] {
  const [a, b] = [clipped(first), clipped(second)];
  if (a === b) return [];
  return [first ? `${b} instead of ${a}` : b];
}

function changeWords(change: WeightChange, first: (reference: Reference) => number, digits: Digits): string {
  switch (change.kind) {
    case 'set': {
      const { symbol, unit, column, value } = change;
      const old = first({ symbol, unit, column });
      const place = symbol.startsWith('b') ? `${unit}` : `${unit},${column}`;
      return `${symbol}[${place}] ${written(value)}${Number.isNaN(old) ? '' : ` instead of ${formatNumber(old, digits)}`}`;
    }
    case 'scale':
      return `${change.symbol} times ${written(change.factor)}`;
    case 'update':
      return `${change.times === 1 ? 'an update' : `${change.times} updates`} by ${quote(change.text)}`;
  }
}
