// What the network reads of a document: its sentence by the vocabulary in force, or a sequence drawn by the seed.
import { stream } from '../engine/math/random.ts';
import { tasks } from '../engine/tasks/index.ts';
import { readSentence, split, type Reading } from '../engine/tasks/read.ts';
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

/** What a document reads, however long: its generated sequence, or else its sentence. T may be 0. */
export function readingOf(document: UnrolledDocument): Reading {
  const { generatedLength } = document;
  return generatedLength === null ? readText(document, document.text, document.label) : generate(document, generatedLength);
}

/** The first steps of a reading, as many as the cap allows. */
export function cutToCap(reading: Reading): Reading {
  const { high } = limits.steps;
  const T = reading.tokens.length;
  if (T <= high) return reading;
  return {
    ...reading,
    tokens: reading.tokens.slice(0, high),
    indices: reading.indices.slice(0, high),
    // One target a step is cut with the steps; a single one, at the end, stays.
    targets: reading.targets.length === T ? reading.targets.slice(0, high) : reading.targets,
  };
}

/**
 * A text that reads as this document does, in the words of today: words that are skipped are left out, so that adding
 * them later does not change what a weight update once read.
 */
export function textRead(document: UnrolledDocument): string {
  const task = tasks[document.task];
  const gap = task.step === 'letter' ? '' : ' ';
  if (document.generatedLength !== null) return drawn(document, document.generatedLength).join(gap);
  if (readText(document, document.text, null).unknown.length === 0) return document.text;
  const words = new Set(vocabularyOf(document));
  return split(task, document.text).map((token) => token.text).filter((word) => words.has(word)).join(gap);
}

/** The words of a generated sequence of T steps: T of them, and one more where each word is the target of the one before. */
function drawn(document: UnrolledDocument, T: number): string[] {
  const words = vocabularyOf(document);
  const random = stream(document.initialisation.seed, 'sequence');
  const count = tasks[document.task].targetSource.kind === 'next' ? T + 1 : T;
  return Array.from({ length: count }, () => random.pick(words));
}

function generate(document: UnrolledDocument, T: number): Reading {
  const source = tasks[document.task].targetSource;
  const places = new Map(vocabularyOf(document).map((word, index) => [word, index]));
  const tokens = drawn(document, T);
  const numbers = tokens.map((word) => places.get(word) ?? 0);
  const targets = (): number[] => {
    if (source.kind === 'next') return numbers.slice(1);
    if (source.kind === 'asked') return [document.label ?? source.otherwise];
    const classes = new Map(Object.entries(source.labels));
    return tokens.map((word) => classes.get(word) ?? source.otherwise);
  };
  return {
    tokens: tokens.slice(0, T),
    indices: Int32Array.from(numbers.slice(0, T)),
    targets: Float64Array.from(targets()),
    unknown: [],
  };
}
