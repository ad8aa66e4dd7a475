// The network that is taken away: that of the run in view, as it was at the end of an epoch, so that nothing is packed anew while it learns within one.
import type { PreparedData } from '../../../../engine/data/dataset.ts';
import { encodedFor, type EncodedData } from '../../../../engine/data/readers.ts';
import type { Tokens } from '../../../../engine/interchange/traceTable.ts';
import type { Example, Model } from '../../../../engine/model.ts';
import type { TrainingRun } from '../../../../state/workshop/run.ts';
import type { ShownNetwork } from '../../../../state/workshop/shown.ts';
import { chosenSentence } from '../sentences.ts';
import { fileName } from './fileWords.ts';

export interface TakenNetwork {
  readonly model: Model;
  /** Numbers of a step, of all symbols together. */
  readonly stepNumbers: number;
  readonly parameters: Float64Array;
  readonly epoch: number;
  /** Of its files, without an ending. */
  readonly name: string;
}

/** The same parameters as long as no epoch is over. */
export function takenNetwork({ run, epoch, network, parameters }: ShownNetwork): TakenNetwork {
  const kept = run.checkpoints.findLast((each) => each.epoch <= epoch);
  const stepNumbers = network.program.slots.reduce((sum, { size }) => sum + size, 0);
  return { model: network.model, stepNumbers, parameters: kept?.parameters ?? parameters, epoch: kept?.epoch ?? epoch, name: fileName(run.name) };
}

interface ReadRow {
  readonly example: Example;
  readonly tokens: Tokens;
  readonly text: string;
}

/** A row of the data, or a text of one's own, as the network reads it. */
export interface ChosenRow {
  /** Null where there is nothing to read. */
  readonly read: ReadRow | null;
  /** What was left out, or why it cannot be read. */
  readonly note: string;
}

export function chosenRow(data: PreparedData, reader: ShownNetwork['reader'], typed: string, row: number): ChosenRow {
  const { sentence, note } = chosenSentence(data, typed, row);
  if (!sentence) return { read: null, note };
  const text = sentence.reading.tokens[0].join(data.task.cut === 'letters' ? '' : ' ');
  if (reader === 'sequence') return { read: { example: sentence.example, tokens: sentence.reading.tokens, text }, note };
  return { read: { example: encodedOnce(data, reader).example(sentence.reading), tokens: [[text], []], text }, note };
}

const encodings = new WeakMap<PreparedData, Map<ShownNetwork['reader'], EncodedData>>();

/** All rows one-hot are many numbers, and the same for every text. */
function encodedOnce(data: PreparedData, reader: ShownNetwork['reader']): EncodedData {
  const known = encodings.get(data) ?? new Map<ShownNetwork['reader'], EncodedData>();
  const encoded = known.get(reader) ?? encodedFor(reader, data);
  encodings.set(data, known.set(reader, encoded));
  return encoded;
}

/** The settings that a link or a project of this run holds, and whether they alone give its numbers again. */
export const isFromSeed = ({ parent, note }: TrainingRun): boolean => parent === null && note === undefined;
