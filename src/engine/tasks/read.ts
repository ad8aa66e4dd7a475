// From a sentence to what the network reads: tokens, one-hot indices, targets; words it does not know are left out and named.
import type { Example } from '../model.ts';
import { letters, tokenise, type Token } from '../text/tokens.ts';
import { createVocabulary, encode } from '../text/vocabulary.ts';
import type { Task } from './task.ts';

export interface Reading {
  /** The words that are read, one a time step: T of them. */
  readonly tokens: readonly string[];
  /** T one-hot indices, 0-based positions in the vocabulary. */
  readonly indices: Int32Array;
  /** As `Targets` in model.ts. */
  readonly targets: Float64Array;
  /** Distinct words that the vocabulary does not have, in their order; they are skipped. */
  readonly unknown: readonly string[];
}

/** The steps of a text: words or letters, as the task reads. */
export function split(task: Task, text: string): readonly Token[] {
  const cut = task.step === 'letter' ? letters : tokenise;
  if (text.length < longText) return cut(text);
  if (latest?.text !== text || latest.cut !== cut) latest = { text, cut, tokens: cut(text) };
  return latest.tokens;
}

/** A text of this many characters takes long enough to cut that the latest one is remembered: it is asked for again and again. */
const longText = 1000;
let latest: { readonly text: string; readonly cut: (text: string) => Token[]; readonly tokens: readonly Token[] } | null = null;

/**
 * Reads `text` with the vocabulary `words` (the task's own and those that were added).
 * `label` is the reader's answer where only the reader can tell; rows of the task bring their own targets.
 * A text without any known word gives T = 0: the caller says so, nothing can run.
 */
export function readSentence(task: Task, words: readonly string[], text: string, label?: number): Reading {
  const { indices, known: steps, unknown } = encode(split(task, text), createVocabulary(words));
  const known = steps.map((token) => token.text);
  const source = task.targetSource;
  if (source.kind === 'next') {
    return {
      tokens: known.slice(0, -1),
      indices: indices.slice(0, -1),
      targets: Float64Array.from(indices.subarray(1)),
      unknown,
    };
  }
  const targets =
    source.kind === 'asked'
      ? [label ?? targetOfRow(task, known) ?? source.otherwise]
      : known.map((word) => (Object.hasOwn(source.labels, word) ? (source.labels[word] as number) : source.otherwise));
  return { tokens: known, indices, targets: Float64Array.from(targets), unknown };
}

/** The label of a row of the task's table that has just these words. */
function targetOfRow(task: Task, words: readonly string[]): number | undefined {
  const text = words.join(' ');
  const row = task.rows.find((each) => split(task, each.text).map((token) => token.text).join(' ') === text);
  return row?.targets[0];
}

/** The task's table as examples, with its own vocabulary. */
export function examplesOf(task: Task): Example[] {
  return task.rows.map((row) => {
    const reading = readSentence(task, task.vocabulary, row.text, row.targets[0]);
    return { inputs: { kind: 'one-hot', indices: reading.indices }, targets: reading.targets };
  });
}
