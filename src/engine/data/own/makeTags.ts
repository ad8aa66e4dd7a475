// A tag at every word: written behind a slash (Ada/PER wrote/O), or in a column of its own with a word a line and empty lines between sentences.
import type { Task } from '../../tasks/task.ts';
import { tokenise } from '../../text/tokens.ts';
import { mostLabels } from './limits.ts';
import type { Line } from './lines.ts';
import { countLabels, createTally, pauseEvery, recipe, stepsOf, type Given, type Made } from './making.ts';

interface Tagged {
  readonly word: string;
  readonly tag: string;
}

interface Sentence {
  readonly line: number;
  readonly words: readonly Tagged[];
}

const slashed = /^(.+)\/([\p{L}][\p{L}\p{N}_-]*)$/u;

/** Whether nearly every word of a cell has a tag behind a slash. */
export function isSlashed(cells: readonly string[]): boolean {
  const words = cells.slice(0, 100).flatMap((cell) => cell.split(/\s+/).filter((word) => word !== ''));
  return words.length > 0 && words.filter((word) => slashed.test(word)).length >= 0.8 * words.length;
}

/** Whether lines are words with tags of their own: one word a line, empty lines between sentences, and O where there is nothing to say. */
export const isWordALine = (lines: readonly Line[], input: number, answer: number): boolean =>
  answer >= 0 &&
  lines.slice(0, 200).every(({ cells }) => !/\s/.test(cells[input] ?? '')) &&
  lines.slice(0, 200).some(({ cells }) => cells[answer] === 'O') &&
  lines.some(({ isApart }, k) => k > 0 && isApart);

function* sentencesOf({ lines, input, answer, skipped }: Given): Generator<Sentence> {
  if (!isWordALine(lines, input, answer)) {
    for (const { line, cells } of lines) {
      const written = (cells[input] ?? '').split(/\s+/).filter((word) => word !== '');
      const bare = written.find((word) => !slashed.test(word) && tokenise(word).length > 0);
      if (bare !== undefined) skipped.add(`has a word without a tag, such as “${bare.slice(0, 20)}”: expected is word/TAG for each`, line, written.join(' '));
      else yield { line, words: written.flatMap((each) => (slashed.test(each) ? [taggedOf(each)] : [])) };
    }
    return;
  }
  let words: Tagged[] = [];
  let first = 1;
  for (const { line, cells, isApart } of lines) {
    if (isApart && words.length > 0) {
      yield { line: first, words };
      words = [];
    }
    if (words.length === 0) first = line;
    words.push({ word: cells[input] ?? '', tag: cells[answer] ?? '' });
  }
  if (words.length > 0) yield { line: first, words };
}

function taggedOf(written: string): Tagged {
  const [, word = '', tag = ''] = slashed.exec(written) ?? [];
  return { word, tag };
}

export function* makeTags(given: Given): Generator<null, Made> {
  const { id, title, skipped } = given;
  const { cut, step } = stepsOf.words;
  const tally = createTally({ cut, targetSource: { kind: 'asked', otherwise: 0 } });
  const rows: { text: string; tags: readonly string[] }[] = [];
  const byWord = new Map<string, string[]>();
  let k = 0;
  for (const { line, words } of sentencesOf(given)) {
    if (k++ % pauseEvery === 0) yield null;
    // A word can be several tokens, and punctuation is none.
    const tokens = words.flatMap(({ word, tag }) => tokenise(word).map(({ text }) => ({ text, tag })));
    const seen = words.map(({ word }) => word).join(' ');
    const full = tally.full();
    if (full !== null) skipped.add(full, line, seen);
    else if (tokens.some(({ tag }) => tag === '')) skipped.add('has a word without a tag', line, seen);
    else {
      const text = tally.take(words.map(({ word }) => word).join(' '));
      if (text === null) skipped.add('has no word in it', line, seen);
      else rows.push({ text, tags: tokens.slice(0, tokensIn(text)).map(({ tag }) => tag) });
      for (const each of tokens) byWord.set(each.text, [...(byWord.get(each.text) ?? []).slice(-20), each.tag]);
    }
  }
  const labels = countLabels(rows.flatMap(({ tags }) => tags));
  const outputs = labels.map(({ label }) => label).toSorted((a, b) => Number(b === 'O') - Number(a === 'O') || (a < b ? -1 : 1));
  const places = new Map(outputs.map((label, place) => [label, place]));
  const task: Task = {
    ...recipe,
    id,
    title,
    words: 'Reads a sentence and says at every word which tag it has.',
    topology: 'many-to-many-synced',
    loss: 'cross_entropy',
    step,
    whole: 'sentence',
    cut,
    vocabulary: tally.vocabulary(),
    outputs,
    rows: rows.map(({ text, tags }) => ({ text, targets: tags.map((tag) => places.get(tag)!) })),
    targetSource: {
      kind: 'label',
      labels: Object.fromEntries([...byWord].map(([word, tags]) => [word, places.get(countLabels(tags)[0]!.label) ?? 0])),
      otherwise: 0,
    },
  };
  return { task, isText: true, labels, vocabulary: task.vocabulary.length, lengths: tally.lengths(), notes: [], problem: problemOf(outputs, rows.length) };
}

const tokensIn = (text: string): number => tokenise(text).length;

function problemOf(outputs: readonly string[], rows: number): string | null {
  if (rows === 0) return 'No row has a tag at each word. Expected are rows such as “Ada/PER wrote/O to/O London/LOC”, or a word and its tag on each line.';
  if (outputs.length === 1) return `All words have the same tag, “${outputs[0]}”: a network would learn to say it always. It takes two different tags or more.`;
  return outputs.length <= mostLabels ? null : `There are ${outputs.length.toLocaleString('en')} different tags, but at most ${mostLabels} can be learned.`;
}
