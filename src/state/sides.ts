// A text by its words: those of the input sequence, and those that are written behind `>`, each with its place in the text.
import { tasks } from '../engine/tasks/index.ts';
import { split } from '../engine/tasks/read.ts';
import { halves, join } from '../engine/tasks/split.ts';
import type { Task } from '../engine/tasks/task.ts';
import { tokenise, type Token } from '../engine/text/tokens.ts';
import type { Axis } from '../engine/topology/index.ts';
import type { UnrolledDocument } from './document.ts';
import { readText, textRead, vocabularyOf } from './reading.ts';

/** What an edit by words works with. */
export interface Side {
  /** The whole text, with what should come out in it where that is written. */
  readonly text: string;
  /** The words that are read, in their order, with their places in the text. */
  readonly tokens: readonly Token[];
  /** What stands between two of them. */
  readonly gap: string;
  /** How many positions come before the first word: the decoder begins with a sign that nobody writes. */
  readonly given: number;
  /** The words that can stand there; null where any text can, as for pictures. */
  readonly known: readonly string[] | null;
}

/** One side of what a document reads. Null where there is no such sequence, or nothing that can be read. */
export function sideOf(document: UnrolledDocument, axis: Axis): Side | null {
  const task = tasks[document.task];
  const text = wholeText(document);
  if (text === null) return null;
  return axis === 0 ? inputSide(document, task, text) : decoderSide(task, text);
}

/** The text as it is read, the answer written out; null where it is not read at all. */
function wholeText(document: UnrolledDocument): string | null {
  const task = tasks[document.task];
  const text = document.generatedLength === null ? document.text : textRead(document);
  const { tokens, targets } = readText(document, text, document.label);
  if (tokens[0].length === 0) return null;
  const { targetSource } = task;
  if (targetSource.kind !== 'written' || halves(task, text)[1] !== null) return text;
  // The table has the answer: an edit makes another sentence of it, which the table does not have.
  const said = [...targets].map((target) => task.outputs[target] ?? '').filter((word) => word !== targetSource.end);
  return `${text.trimEnd()} > ${said.join(' ')}`;
}

function inputSide(document: UnrolledDocument, task: Task, text: string): Side {
  const isDense = task.cut === 'dense';
  const known = isDense ? null : vocabularyOf(document);
  return { text, tokens: among(known, split(task, text)), gap: gapOf(task), given: 0, known };
}

function decoderSide(task: Task, text: string): Side | null {
  const { targetSource: source, outputs } = task;
  const [input, written] = halves(task, text);
  if (source.kind !== 'written' || source.start === undefined || written === null) return null;
  const from = input.length + 1;
  const tokens = tokenise(written).map((token) => ({ ...token, start: token.start + from, end: token.end + from }));
  const known = outputs.filter((word) => word !== source.start && word !== source.end);
  return { text, tokens: among(known, tokens), gap: ' ', given: 1, known };
}

function among(known: readonly string[] | null, tokens: readonly Token[]): readonly Token[] {
  const words = known && new Set(known);
  return words ? tokens.filter((token) => words.has(token.text)) : tokens;
}

/** What a task writes between two steps: a blank between words, nothing between letters. */
const gapOf = (task: Task): string => join(task, ['x', 'y', 'y'], null).split('y')[1] ?? '';
