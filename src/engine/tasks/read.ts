// From a text to what the network reads: tokens, inputs, targets; words that it does not know are left out and named.
import type { Example } from '../model.ts';
import { createVocabulary, encode } from '../text/vocabulary.ts';
import { featuresOf } from './dense.ts';
import { exampleOf, type Reading, type Steps } from './reading.ts';
import { halves, split } from './split.ts';
import { answersOf, type Given } from './targets.ts';
import type { Task } from './task.ts';

export { exampleOf, firstSteps, type Reading } from './reading.ts';
export { split } from './split.ts';

/**
 * Reads `text` with the vocabulary `words` (the task's own and those that were added).
 * `label` is the reader's answer where only the reader can tell; rows of the task bring their own targets.
 * A text without any known word gives T = 0, as does one with a `problem`: the caller says so, nothing can run.
 */
export function readSentence(task: Task, words: readonly string[], text: string, label?: number): Reading {
  return readTokens(task, words, split(task, text).map((token) => token.text), { written: halves(task, text)[1], label });
}

/** The same for a text that is cut into tokens already. */
export function readTokens(task: Task, words: readonly string[], tokens: readonly string[], given: Given): Reading {
  const steps = task.cut === 'dense' ? denseSteps(task, tokens) : oneHotSteps(task, words, tokens);
  return answersOf(task, steps, given);
}

function oneHotSteps({ classes, rows }: Task, words: readonly string[], tokens: readonly string[]): Steps {
  const { indices, known, unknown } = encode(tokens.map((text) => ({ text })), createVocabulary(words));
  const isNamed = !classes || (classes.includes(known[0]?.text ?? '') && known.length > 1);
  const problem = isNamed ? null : `Write ${(classes ?? []).join(' or ')}, a colon and a name, for example “${rows[0]?.text ?? ''}”.`;
  return { tokens: known.map((token) => token.text), inputs: { kind: 'one-hot', indices }, unknown, problem };
}

function denseSteps(task: Task, tokens: readonly string[]): Steps {
  const features = tokens.map((text, k) => featuresOf(task, text, k + 1));
  const wrong = features.find((each) => 'problem' in each);
  const tooMany = task.isSingle && tokens.length > 1 ? `One ${task.step} is read at a time, but there are ${tokens.length}.` : null;
  return {
    tokens,
    inputs: { kind: 'dense', values: Float64Array.from(features.flatMap((each) => ('values' in each ? each.values : []))) },
    unknown: [],
    problem: wrong?.problem ?? tooMany,
  };
}

/** The task's table as examples, with its own vocabulary. */
export function examplesOf(task: Task): Example[] {
  return task.rows.map((row) => exampleOf(readSentence(task, task.vocabulary, row.text, row.targets?.[0])));
}

/** The names of the rows of x along each axis, with the words that were added to the input's. */
export function wordsOf(task: Task, added: readonly string[] = []): readonly [input: readonly string[], decoder: readonly string[]] {
  return [[...task.vocabulary, ...added], task.decoderVocabulary ?? []];
}
