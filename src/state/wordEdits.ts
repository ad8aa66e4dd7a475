// Sentences edited by their words: put in, taken out, replaced, moved. Around the edit the text stays as it was typed.
import { tasks } from '../engine/tasks/index.ts';
import { join, halves } from '../engine/tasks/split.ts';
import type { Axis } from '../engine/topology/index.ts';
import type { UnrolledDocument } from './document.ts';
import { grouped } from './limits.ts';
import { asRead } from './reading.ts';
import { samePlace } from './samePlace.ts';
import { considerSentence } from './sentence.ts';
import { sideOf, type Side } from './sides.ts';
import { same } from './same.ts';
import { listed, quote } from './words.ts';

/** Positions are 1-based, of what is read. */
type WordEdit =
  | { readonly kind: 'replace'; readonly index: number; readonly word: string }
  | { readonly kind: 'insert'; readonly index: number; readonly word: string }
  | { readonly kind: 'delete'; readonly index: number }
  | { readonly kind: 'move'; readonly from: number; readonly to: number };

/** The document after an edit; or, where it cannot be made, why not, in one sentence for the reader. */
export type Edited = UnrolledDocument | string;

/** Carries out an edit of the input sequence (axis 0), or of what the decoder reads (1), which is what should come out. */
export function editWords(document: UnrolledDocument, axis: Axis, edit: WordEdit): Edited {
  const task = tasks[document.task];
  const side = sideOf(document, axis);
  if (!side) return axis === 1 ? 'This network has no decoder, so it has no words of its own to change.' : `Nothing of ${quote(document.text)} is read, so there is nothing to change in it.`;
  const problem = placeProblem(side, task.step, edit) ?? wordProblem(document, side, edit);
  if (problem !== null) return problem;
  const wanted = edited(side.tokens.map((token) => token.text), side.given, edit, (word) => asRead(task, word));
  // Where what was typed around the edit would be read otherwise after it, the text is written anew.
  const texts = [spliced(side, edit), rejoined(document, axis, side, wanted)];
  const readings = texts.map((text) => ({ ...document, text, generatedLength: null }));
  const next = readings.find((each) => reads(each, axis, wanted));
  if (next) return { ...next, playhead: samePlace(document, next) };
  const [, text = ''] = texts;
  const verdict = considerSentence(document, text);
  return verdict.kind === 'ready' || verdict.kind === 'unknown' ? `That cannot stand there: ${quote(text)} would be read otherwise.` : verdict.message;
}

/** Whether a document reads just these words, and can be run. */
function reads(document: UnrolledDocument, axis: Axis, wanted: readonly string[]): boolean {
  const verdict = considerSentence(document, document.text);
  if (verdict.kind !== 'ready' && !(verdict.kind === 'unknown' && verdict.canSkip)) return false;
  const side = sideOf(document, axis);
  return side !== null && same(side.tokens.map((token) => token.text), wanted);
}

/** Whether there is such a position; and whether it is one that the reader writes. */
function placeProblem({ tokens, given }: Side, step: string, edit: WordEdit): string | null {
  const count = tokens.length + given;
  const places = edit.kind === 'move' ? [edit.from, edit.to] : [edit.index];
  const last = edit.kind === 'insert' ? count + 1 : count;
  const wrong = places.find((place) => !Number.isInteger(place) || place < 1 || place > last);
  if (wrong !== undefined) return `The ${step}s that are read have positions 1 to ${grouped(count)}, so there is none at ${wrong}.`;
  return places.some((place) => place <= given) ? 'The decoder always begins with its start sign, which stays where it is.' : null;
}

/** Whether the word is one step of a text, and known. */
function wordProblem(document: UnrolledDocument, { known }: Side, edit: WordEdit): string | null {
  if (!('word' in edit) || known === null) return null;
  const { canGrow, step, title, vocabulary } = tasks[document.task];
  const word = asRead(tasks[document.task], edit.word);
  if (word.trim() === '') return `There is no ${step} to put there.`;
  if (known.includes(word)) return null;
  const names = known.length <= 12 ? `: it knows ${listed(known)}` : '';
  const isInput = vocabulary.every((each) => known.includes(each));
  const way = canGrow && isInput ? ' It can be added to the vocabulary.' : ` Words cannot be added to the task “${title}”.`;
  return `The network does not know the ${step} ${quote(edit.word)}${names}.${way}`;
}

/** The words after the edit. */
function edited(words: readonly string[], given: number, edit: WordEdit, read: (word: string) => string): readonly string[] {
  const at = (position: number): number => position - given - 1;
  switch (edit.kind) {
    case 'replace':
      return words.with(at(edit.index), read(edit.word));
    case 'insert':
      return words.toSpliced(at(edit.index), 0, read(edit.word));
    case 'delete':
      return words.toSpliced(at(edit.index), 1);
    case 'move':
      return words.toSpliced(at(edit.from), 1).toSpliced(at(edit.to), 0, words[at(edit.from)] ?? '');
  }
}

/** The text with the edit made in it, and nothing else changed. */
function spliced(side: Side, edit: WordEdit): string {
  const { text, tokens, given } = side;
  switch (edit.kind) {
    case 'replace': {
      const token = tokens[edit.index - given - 1];
      return token ? text.slice(0, token.start) + edit.word + text.slice(token.end) : text;
    }
    case 'insert':
      return inserted(side, edit.index - given - 1, edit.word);
    case 'delete':
      return without(side, edit.index - given - 1);
    case 'move': {
      const [from, to] = [edit.from - given - 1, edit.to - given - 1];
      const token = tokens[from];
      if (!token || from === to) return text;
      const word = text.slice(token.start, token.end);
      // What is put in after the gap that it leaves stands one position further before it is taken out.
      return from < to ? without({ ...side, text: inserted(side, to + 1, word) }, from) : movedBack(side, from, to, word);
    }
  }
}

function inserted({ text, tokens, gap }: Side, at: number, word: string): string {
  const next = tokens[at];
  if (next) return text.slice(0, next.start) + word + gap + text.slice(next.start);
  const { end = text.length } = tokens.at(-1) ?? {};
  return text.slice(0, end) + gap + word + text.slice(end);
}

function without({ text, tokens }: Side, at: number): string {
  const [before, own, next] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  if (!own) return text;
  if (next) return text.slice(0, own.start) + text.slice(next.start);
  return text.slice(0, before?.end ?? own.start) + text.slice(own.end);
}

/** Taken out first, since that changes no place before it. */
function movedBack(side: Side, from: number, to: number, word: string): string {
  return inserted({ ...side, text: without(side, from) }, to, word);
}

/** The text written anew from its words. */
function rejoined(document: UnrolledDocument, axis: Axis, { text }: Side, words: readonly string[]): string {
  const task = tasks[document.task];
  const written = halves(task, text)[1];
  if (axis === 0) return join(task, words, written === null ? null : written.trim());
  return `${halves(task, text)[0].trim()} > ${words.join(' ')}`;
}
