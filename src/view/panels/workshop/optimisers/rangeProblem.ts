// Why a setting cannot take a number, in words.
import { rangeWords, type Range } from '../../../../state/workshop/setting.ts';

/** Null where the setting takes it, else why not. */
export function rangeProblem(range: Range | undefined, value: number): string | null {
  if (!range || (value >= range.low && value <= range.high && (!range.whole || Number.isInteger(value)))) return null;
  return `It has to be ${rangeWords(range)}, but it is ${value}.`;
}
