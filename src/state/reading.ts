// What the network reads of a document: its sentence by the vocabulary in force, or a sequence drawn by the seed.
import { stream, type Random } from '../engine/math/random.ts';
import { drawnText, readDrawn } from '../engine/tasks/draw.ts';
import { tasks } from '../engine/tasks/index.ts';
import { knownText } from '../engine/tasks/knownText.ts';
import { firstSteps, readSentence, split, type Reading } from '../engine/tasks/read.ts';
import type { Task } from '../engine/tasks/task.ts';
import type { UnrolledDocument } from './document.ts';
import { limits } from './limits.ts';

type Words = Pick<UnrolledDocument, 'task' | 'addedWords'>;

/** The vocabulary in force: the task's own words and those that were added. */
export function vocabularyOf({ task, addedWords }: Words): string[] {
  return [...tasks[task].vocabulary, ...addedWords];
}

/**
 * A word as a text would be read: "Terrible" is "terrible". What is not just one step of a text is left as it is, and so is
 * what is far too long for a word, since taking that apart takes long.
 */
export function asRead(task: Task, word: string): string {
  if (word.length > 4 * limits.wordLength.high) return word;
  const [token, ...more] = split(task, word);
  return token && more.length === 0 ? token.text : word;
}

/** A sentence with its label (null: the table's, or the task's default), in the vocabulary in force, however long. */
export function readText(document: Words, text: string, label: number | null): Reading {
  return readSentence(tasks[document.task], vocabularyOf(document), text, label ?? undefined);
}

/** What a reading follows from. */
const partsOf = ({ task, addedWords, text, label, generatedLength, initialisation }: UnrolledDocument): readonly unknown[] =>
  generatedLength === null ? [task, addedWords, label, text] : [task, addedWords, label, generatedLength, initialisation.seed];

/** The latest readings: several parts of the page ask, at every step and every movement of a hand, and it seldom changes. */
let latest: readonly { readonly parts: readonly unknown[]; readonly reading: Reading }[] = [];
const mostKept = 3;

/** What a document reads, however long: its generated sequence, or else its sentence. T may be 0. It must not be changed. */
export function readingOf(document: UnrolledDocument): Reading {
  const parts = partsOf(document);
  const known = latest.find((each) => each.parts.length === parts.length && each.parts.every((part, k) => Object.is(part, parts[k])));
  if (known) return known.reading;
  const { generatedLength } = document;
  const reading = generatedLength === null ? readText(document, document.text, document.label) : generate(document, generatedLength);
  latest = [{ parts, reading }, ...latest].slice(0, mostKept);
  return reading;
}

/** The first steps of a reading, as many as the cap allows. */
export function cutToCap(reading: Reading): Reading {
  return firstSteps(reading, limits.steps.high);
}

/**
 * A text that reads as this document does, in the words of today: words that are skipped are left out, so that adding
 * them later does not change what a weight update once read.
 */
export function textRead(document: UnrolledDocument): string {
  const { generatedLength, text } = document;
  const task = tasks[document.task];
  const words = vocabularyOf(document);
  if (generatedLength !== null) return drawnText(task, words, generatedLength, streamOf(document));
  return readText(document, text, null).unknown.length === 0 ? text : knownText(task, words, text);
}

function generate(document: UnrolledDocument, T: number): Reading {
  return readDrawn(tasks[document.task], vocabularyOf(document), T, streamOf(document), document.label ?? undefined);
}

const streamOf = ({ initialisation }: UnrolledDocument): Random => stream(initialisation.seed, 'sequence');
