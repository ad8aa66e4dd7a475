// One setting of the workshop as a row of a table: its first value, its words for the undo menu, and how it stands in a link.
import { markPart, unmark } from '../linkText.ts';
import { readNumber, writeNumber } from '../numberText.ts';
import { listed } from '../words.ts';

export interface Setting<Value> {
  readonly first: Value;
  /** For the undo menu: "change η". */
  readonly words: string;
  /** What a link has to hold, after "has to be". */
  readonly expected: string;
  readonly write: (value: Value) => string;
  /** Undefined where it cannot be read. */
  readonly read: (text: string) => Value | undefined;
  /** Whether it only says where one looks: not for the undo menu. */
  readonly isPlace?: boolean | undefined;
  /** The caps of a number, for its control. */
  readonly range?: Range | undefined;
}

export interface Range {
  readonly low: number;
  readonly high: number;
  readonly whole: boolean;
}

/** Any setting, whatever its value. */
export interface AnySetting extends Omit<Setting<unknown>, 'write'> {
  readonly write: (value: never) => string;
}

/** A table of settings. */
export type Settings = Readonly<Record<string, AnySetting>>;

/** What is set, by a table. */
export type Values<Table extends Settings> = { readonly [Key in keyof Table]: Table[Key]['first'] };

const isIn = ({ low, high, whole }: Range, value: number): boolean => value >= low && value <= high && (!whole || Number.isInteger(value));

/** The nearest number of a range. */
export const within = ({ low, high, whole }: Range, value: number): number => Math.min(high, Math.max(low, whole ? Math.round(value) : value));

/** "a whole number from 1 to 64". */
export const rangeWords = ({ low, high, whole }: Range): string => `${whole ? 'a whole number' : 'a number'} from ${writeNumber(low).replace('-', '−')} to ${writeNumber(high)}`;

/** Null where the range allows a number; else one sentence, which `name` begins: "The seed". */
export function rangeProblem(name: string, range: Range | undefined, value: number): string | null {
  return !range || isIn(range, value) ? null : `${name} is ${writeNumber(value).replace('-', '−')}, but it has to be ${rangeWords(range)}.`;
}

function ranged(first: number, range: Range, words: string): Setting<number> {
  const read = (text: string): number | undefined => {
    const value = readNumber(text);
    return isIn(range, value) ? value : undefined;
  };
  return { first, words, expected: rangeWords(range), write: writeNumber, read, range };
}

export const whole = (first: number, low: number, high: number, words: string): Setting<number> => ranged(first, { low, high, whole: true }, words);
export const between = (first: number, low: number, high: number, words: string): Setting<number> => ranged(first, { low, high, whole: false }, words);

export function oneOf<Choice extends string>(first: Choice, choices: readonly Choice[], words: string): Setting<Choice> {
  return { first, words, expected: listed(choices, 'or'), write: (value) => value, read: (text) => choices.find((each) => each === text.trim()) };
}

export const flag = (first: boolean, words: string): Setting<boolean> => ({
  first,
  words,
  expected: '0 or 1',
  write: (value) => (value ? '1' : '0'),
  read: (text) => (text.trim() === '1' ? true : text.trim() === '0' ? false : undefined),
});

/** A text of at most `most` characters. */
export const text = (first: string, most: number, words: string): Setting<string> => ({
  first,
  words,
  expected: `a text of at most ${most} characters`,
  write: markPart,
  read: (marked) => {
    const value = unmark(marked);
    return value.length <= most ? value : undefined;
  },
});

/** Null is written as the word `none`. */
export function orNone<Value>(setting: Setting<Value>, none: string, first: Value | null = null): Setting<Value | null> {
  return {
    ...setting,
    first,
    expected: `${setting.expected}, or ${none}`,
    write: (value) => (value === null ? none : setting.write(value)),
    read: (written) => (written.trim() === none ? null : setting.read(written)),
  };
}

/** The same, but only a place. */
export const place = <Value>(setting: Setting<Value>): Setting<Value> => ({ ...setting, isPlace: true });
