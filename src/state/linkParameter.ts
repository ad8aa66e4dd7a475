// What a parameter of a link is: its name, how it is written and read; and the kinds that are read as a whole or not at all.
import * as v from 'valibot';
import type { UnrolledDocument } from './document.ts';
import { isWithin, type LimitId } from './limits.ts';
import { readNumber, writeNumber } from './numberText.ts';
import { listed, quote } from './words.ts';

/** What reading one parameter gives: the document with what could be read, and a sentence for each part that could not. */
export interface Outcome {
  readonly document: UnrolledDocument;
  readonly problems: readonly string[];
}

export interface LinkParameter {
  readonly name: string;
  /** What it is, for documentation and messages. */
  readonly words: string;
  /** Its text in a link, before percent escapes. */
  readonly write: (document: UnrolledDocument) => string;
  readonly read: (value: string, document: UnrolledDocument) => Outcome;
}

interface Definition<Value> {
  readonly name: string;
  readonly words: string;
  readonly schema: v.GenericSchema<string, Value>;
  /** What is expected, after "it has to be". */
  readonly expected: string;
  readonly write: (document: UnrolledDocument) => string;
  readonly put: (document: UnrolledDocument, value: Value) => UnrolledDocument;
}

/** A parameter that is read as a whole, or not at all. */
export function single<Value>({ schema, put, expected: wanted, ...rest }: Definition<Value>): LinkParameter {
  const { name, write } = rest;
  const read = (value: string, document: UnrolledDocument): Outcome => {
    const result = v.safeParse(schema, value);
    if (result.success) return { document: put(document, result.output), problems: [] };
    const stays = write(document) === '' ? 'it is left out' : `it stays ${quote(write(document))}`;
    return { document, problems: [`In the link, ${name} is ${quote(value)}, but it has to be ${wanted}, so ${stays}.`] };
  };
  return { ...rest, read };
}

/** A parameter for which it depends on those before it what is expected. */
export function perTask<Value>({ kind, ...rest }: Omit<Definition<Value>, 'schema' | 'expected'> & {
  readonly kind: (document: UnrolledDocument) => Pick<Definition<Value>, 'schema' | 'expected'>;
}): LinkParameter {
  const { name, words, write } = rest;
  return { name, words, write, read: (value, document) => single({ ...rest, ...kind(document) }).read(value, document) };
}

export const numberIn = (id: LimitId): v.GenericSchema<string, number> =>
  v.pipe(v.string(), v.transform(readNumber), v.number(), v.check((value) => isWithin(id, value)));

export const orNothing = (id: LimitId): v.GenericSchema<string, number | null> =>
  v.union([v.pipe(v.literal(''), v.transform(() => null)), numberIn(id)]);

export const writeOrNothing = (value: number | null): string => (value === null ? '' : writeNumber(value));

export function choice<Choice extends string>(choices: readonly Choice[]): Pick<Definition<Choice>, 'schema' | 'expected'> {
  return { schema: v.pipe(v.string(), v.trim(), v.picklist(choices)), expected: listed(choices, 'or') };
}
