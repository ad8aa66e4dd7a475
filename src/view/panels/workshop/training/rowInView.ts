// The row whose numbers the score shows: the one that is learned from next, or a sentence of the reader's own.
import type { PreparedData } from '../../../../engine/data/dataset.ts';
import { readRow } from '../../../../engine/data/prepare.ts';
import type { EncodedData } from '../../../../engine/data/readers.ts';
import type { Example } from '../../../../engine/model.ts';
import type { Network } from '../../../../engine/network.ts';
import type { Reading } from '../../../../engine/tasks/reading.ts';
import { exampleOf, firstSteps, wordsOf } from '../../../../engine/tasks/read.ts';
import type { SceneWords } from '../../../scene/scene.ts';
import { named, quote, shorten } from '../../../../state/words.ts';
import { classNames } from './answers.ts';
import type { ReaderId } from '../../../../state/workshop/settings/training.ts';

export interface RowInView {
  /** As it is written, in quotes; of numbers, which row it is. */
  readonly name: string;
  readonly example: Example;
  readonly words: SceneWords;
  /** What was left out and why; empty where there is nothing to say. */
  readonly note: string;
}

export interface OwnReading {
  readonly reading: Reading | null;
  /** Why it cannot be read, in words; null where it can. */
  readonly problem: string | null;
  /** What was left out; empty where nothing was. */
  readonly note: string;
}

/** A text of one's own as the network reads it. */
export function ownReading(data: PreparedData, text: string): OwnReading {
  const reading = readRow(data, text);
  const note = reading.unknown.length === 0 ? '' : `Not in the vocabulary, so left out: ${named(reading.unknown)}.`;
  if (reading.problem !== null) return { reading: null, problem: reading.problem, note };
  if (reading.tokens[0].length === 0) return { reading: null, problem: `Nothing of it can be read. A ${data.task.whole} is expected, such as “${shorten(data.task.rows[0]?.text ?? '')}”.`, note };
  return { reading, problem: null, note };
}

/** What the score takes for the target of a text that nobody has labelled; empty where its target is known or follows from it. */
export function targetWords({ task, rows }: PreparedData, reading: Reading): string {
  const { targetSource: source, loss, outputs } = task;
  if (source.kind !== 'asked' || loss === 'mse' || rows.some((row) => row.reading === reading)) return '';
  const name = classNames(loss, outputs)[source.otherwise];
  return name === undefined ? '' : `Nobody has said what is right for it: the score takes ${quote(name)} for its target, and the loss is that of this target.`;
}

/** Weights times steps that the page computes at once, forwards and backwards: some milliseconds. */
const mostWork = 400_000;
/** Numbers of one step that have a place in the drawing. */
const mostFeatures = 600;

/** Null where the network is too large to be drawn number by number. */
export function rowInView(data: PreparedData, encoded: EncodedData, reader: ReaderId, network: Network, row: { readonly name: string; readonly text: string; readonly reading: Reading; readonly note: string }): RowInView | null {
  const { outputs } = encoded.task;
  if (reader !== 'sequence') {
    if (encoded.task.vocabulary.length > mostFeatures) return null;
    return { name: row.name, example: encoded.example(row.reading), words: { tokens: [[row.text], []], words: [encoded.task.vocabulary, []], outputs }, note: row.note };
  }
  const most = Math.max(3, Math.floor(mostWork / weightsOfAStep(network)));
  const steps = Math.max(row.reading.tokens[0].length, row.reading.tokens[1].length);
  const reading = firstSteps(row.reading, most);
  const note = [row.note, ...(steps > most ? [`Its first ${most} of ${steps} steps are drawn.`] : [])].filter(Boolean).join(' ');
  return { name: row.name, example: exampleOf(reading), words: { tokens: reading.tokens, words: wordsOf(data.task), outputs }, note };
}

/** Weights that one step multiplies: of one-hot inputs one column alone. */
function weightsOfAStep({ program, model }: Network): number {
  const inputs = new Set([model.inputSize, model.decoderInputSize ?? model.outputSize]);
  return program.parameters.reduce((sum, { rows, columns, role }) => sum + rows * (role === 'input' && inputs.has(columns) ? 1 : columns), 1);
}
