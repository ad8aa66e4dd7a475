// What to say of a sentence that a reader typed, before it is read: ready, or what stands in the way and what can be done.
import { tasks } from '../engine/tasks/index.ts';
import { split } from '../engine/tasks/read.ts';
import type { UnrolledDocument } from './document.ts';
import { grouped, limits } from './limits.ts';
import { readText, vocabularyOf } from './reading.ts';
import { listed, named, quote } from './words.ts';

export type SentenceVerdict =
  /** Every word is known; `part` is what changes in the document. */
  | { readonly kind: 'ready'; readonly part: Pick<UnrolledDocument, 'text'> }
  /** Some words are not. `canAdd`: all of them fit into the vocabulary; `canSkip`: enough is left to read without them. */
  | {
      readonly kind: 'unknown';
      readonly words: readonly string[];
      readonly canAdd: boolean;
      readonly canSkip: boolean;
      readonly message: string;
    }
  /** Nothing there, or nothing but blanks and punctuation. */
  | { readonly kind: 'empty'; readonly message: string }
  /** Too few steps to have both something to read and a target. */
  | { readonly kind: 'too-short'; readonly message: string }
  | { readonly kind: 'too-long'; readonly message: string }
  /** Written as the task does not read it: a picture of another size, a missing translation. */
  | { readonly kind: 'unreadable'; readonly message: string };

/** The longest vocabulary that a message names in full. */
const shortVocabulary = 12;

/** Considers a text in place of the document's sentence. */
export function considerSentence(document: UnrolledDocument, text: string): SentenceVerdict {
  const task = tasks[document.task];
  const { step, whole, rows, targetSource } = task;
  const example = rows[0] ? `, for example ${quote(rows[0].text)}` : '';
  if (text.trim() === '') {
    return { kind: 'empty', message: `There is nothing to read yet. Type a ${whole}${example}.` };
  }
  const { high } = limits.textLength;
  if (text.length > high) {
    return { kind: 'too-long', message: `The text has ${grouped(text.length)} characters, but at most ${grouped(high)} can be read.` };
  }
  const tokens = split(task, text);
  if (tokens.length === 0) {
    return { kind: 'empty', message: `There is no ${step} in ${quote(text)}, only punctuation. Type at least one ${step}${example}.` };
  }
  if (tokens.length > limits.steps.high) {
    return {
      kind: 'too-long',
      message: `The text has ${grouped(tokens.length)} ${step}s, but at most ${grouped(limits.steps.high)} can be read.`,
    };
  }
  const reading = readText(document, text, null);
  const canRead = reading.tokens[0].length > 0;
  if (reading.unknown.length > 0) return unknown(document, reading.unknown, canRead);
  if (reading.problem !== null) return { kind: 'unreadable', message: reading.problem };
  if (canRead) return { kind: 'ready', part: { text } };
  const why = targetSource.kind === 'next' ? `the network reads one ${step} and then says the next` : 'nothing is left to read';
  return { kind: 'too-short', message: `${quote(text)} is too short: ${why}, so at least 2 ${step}s are needed.` };
}

function unknown(document: UnrolledDocument, words: readonly string[], canSkip: boolean): SentenceVerdict {
  const { canGrow, step, targetSource, outputs } = tasks[document.task];
  const known = [...vocabularyOf(document), ...(targetSource.kind === 'written' ? outputs : [])];
  const tooLong = words.find((word) => word.length > limits.wordLength.high);
  const count = document.addedWords.length + words.length;
  const canAdd = canGrow && tooLong === undefined && count <= limits.addedWords.high;
  const knows = known.length <= shortVocabulary ? `: it knows ${listed(known)}` : '';
  const one = words.length === 1;
  const parts = [`The network does not know the ${step}${one ? '' : 's'} ${named(words)}${knows}.`];
  if (canGrow && tooLong !== undefined) {
    parts.push(`A word that is added can have at most ${limits.wordLength.high} characters, but ${quote(tooLong)} has ${grouped(tooLong.length)}.`);
  } else if (canGrow && !canAdd) {
    parts.push(`At most ${limits.addedWords.high} words can be added, but there would be ${grouped(count)}.`);
  }
  const choices = [canAdd ? `add ${one ? 'it' : 'them'}` : '', canSkip ? `read on without ${one ? 'it' : 'them'}` : ''].filter(Boolean);
  parts.push(choices.length > 0 ? `You can ${choices.join(', or ')}.` : `Type something in ${step}s that it knows.`);
  return { kind: 'unknown', words, canAdd, canSkip, message: parts.join(' ') };
}
