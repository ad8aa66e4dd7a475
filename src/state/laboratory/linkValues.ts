// The values of the laboratory's settings as they stand in a link. Reading gives undefined for what cannot be read.
import * as v from 'valibot';
import type { Stretch } from '../../engine/laboratory/setup.ts';
import { readNumber, writeNumber } from '../numberText.ts';
import { laboratoryCells, type LaboratoryCell } from './laboratory.ts';
import { isAllowed, type LaboratoryLimitId } from './limits.ts';

const numberIn = (id: LaboratoryLimitId): v.GenericSchema<string, number> =>
  v.pipe(v.string(), v.transform(readNumber), v.number(), v.check((value) => isAllowed(id, value)));

export function numberOf(id: LaboratoryLimitId, text: string): number | undefined {
  const result = v.safeParse(numberIn(id), text);
  return result.success ? result.output : undefined;
}

export function pick<Choice extends string>(choices: readonly Choice[], text: string): Choice | undefined {
  const result = v.safeParse(v.picklist(choices), text.trim());
  return result.success ? result.output : undefined;
}

/** A list with / between its parts; undefined where one of them cannot be read. Null parts are not wanted twice. */
export function listOf<Item>(text: string, read: (part: string) => Item | undefined): Item[] | undefined {
  const items = text.split('/').map(read);
  return items.every((item) => item !== undefined) ? [...new Set(items)] : undefined;
}

/** Cells by what tells them apart: tanh, sigmoid, relu, lstm, gru. */
export const cellNames = {
  nameOf: (cell: LaboratoryCell): string => cell.replace('rnn_', ''),
  cellOf: (name: string): LaboratoryCell | undefined => laboratoryCells.find((cell) => cell.replace('rnn_', '') === name.trim()),
  all: laboratoryCells.map((cell) => cell.replace('rnn_', '')),
} as const;

/** singular:0.95, radius:1.2, none */
export const writeStretch = (stretch: Stretch | null): string => (stretch === null ? 'none' : `${stretch.by}:${writeNumber(stretch.value)}`);

export function readStretch(text: string): Stretch | null | undefined {
  if (text.trim() === 'none') return null;
  const [kind = '', number = ''] = text.split(':');
  const by = pick(['singular', 'radius'], kind);
  const value = numberOf('stretch', number);
  return by === undefined || value === undefined ? undefined : { by, value };
}
