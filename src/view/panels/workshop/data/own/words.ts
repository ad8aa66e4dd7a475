// The words of the preview: how a table was read, in a student's words.
import { asks } from '../../../../../engine/data/own/asks.ts';
import type { ColumnKind } from '../../../../../engine/data/own/columns.ts';
import { delimiters } from '../../../../../engine/data/own/delimiters.ts';
import { allColumns } from '../../../../../engine/data/own/makeValues.ts';
import type { OwnReport } from '../../../../../engine/data/own/report.ts';
import { quote } from '../../../../../state/words.ts';

export const kindWords: Readonly<Record<ColumnKind, string>> = { text: 'text', label: 'labels', number: 'numbers', empty: 'empty' };

export const counted = (n: number, one: string, many = `${one}s`): string => `${n.toLocaleString('en')} ${n === 1 ? one : many}`;

/** "Read as a table of 2 columns, parted by commas." */
export function readWords({ delimiter, columns, isNamed }: OwnReport): string {
  if (delimiter === 'none') return 'Read as a plain text, line by line.';
  return `Read as a table of ${counted(columns.length, 'column')}, parted by ${delimiters[delimiter].words}; the first line ${isNamed ? 'has their names' : 'is a row like all others'}.`;
}

/** What a network will be asked to do, as a sentence. */
export function askWords({ ask, steps, columns, input, answer, labels }: OwnReport): string {
  const step = steps === 'letters' ? 'letter' : 'word';
  const from = input === allColumns ? 'each line' : quote(columns[input]?.name ?? '');
  const to = quote(columns[answer]?.name ?? '');
  const sentences: Readonly<Record<OwnReport['ask'], string>> = {
    label: `The network reads ${from} ${step} by ${step} and says at the end which of ${counted(labels.length, 'label')} in ${to} it has.`,
    next: `The network reads ${columns.length > 1 ? from : 'each row'} and says after each ${step} which ${step} comes next.`,
    tags: `The network reads a sentence and says at each word which of ${counted(labels.length, 'tag')} it has.`,
    value: `The network reads ${from} value by value and says after each one what the next will be.`,
    translation: `The network reads ${from} to its end, and then says ${to} word by word.`,
  };
  return sentences[ask];
}

export const askTitle = (id: OwnReport['ask']): string => asks[id].title;
