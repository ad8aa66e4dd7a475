// Prepared data packed for the way out of a worker: a few long arrays in place of some hundred thousand objects, which the page would stand still for.
import type { Example } from '../../model.ts';
import { exampleOf, type Reading } from '../../tasks/reading.ts';
import type { Task } from '../../tasks/task.ts';
import type { Dataset, PreparedData, PreparedRow } from '../dataset.ts';

/** Lists of numbers beside each other: those of list k lie from `ends[k − 1]` to `ends[k]`. */
interface Lists<Numbers> {
  readonly all: Numbers;
  readonly ends: Int32Array;
}

export interface PackedData extends Pick<PreparedData, 'preparation' | 'leftOut' | 'training' | 'validation' | 'skipped'> {
  /** Without its rows. */
  readonly task: Task;
  /** [row]: positions in the data set, and texts. */
  readonly indices: Int32Array;
  readonly texts: readonly string[];
  /** One-hot indices, or dense features, of the input; and of a decoder's input, empty where there is none. */
  readonly inputs: Lists<Int32Array> | Lists<Float64Array>;
  readonly decoderInputs: Lists<Int32Array>;
  readonly targets: Lists<Float64Array>;
  /** Words that the vocabulary lacks, and which of them each row has. */
  readonly strangers: readonly string[];
  readonly unknown: Lists<Int32Array>;
}

export function packed({ task, rows, preparation, leftOut, training, validation, skipped }: PreparedData): PackedData {
  const strangers = new Map<string, number>();
  const placeOf = (word: string): number => {
    const place = strangers.get(word) ?? strangers.size;
    strangers.set(word, place);
    return place;
  };
  const unknown = whole(rows.map(({ reading }) => reading.unknown.map(placeOf)));
  const isDense = rows[0]?.reading.inputs.kind === 'dense';
  const inputs = rows.map(({ reading }) => numbersOf(reading.inputs));
  return {
    task: { ...task, rows: [] },
    preparation,
    leftOut,
    training,
    validation,
    skipped,
    indices: Int32Array.from(rows, ({ index }) => index),
    texts: rows.map(({ text }) => text),
    inputs: isDense ? real(inputs) : whole(inputs),
    decoderInputs: whole(rows.map(({ reading }) => (reading.decoderInputs ? numbersOf(reading.decoderInputs) : []))),
    targets: real(rows.map(({ reading }) => reading.targets)),
    strangers: [...strangers.keys()],
    unknown,
  };
}

const numbersOf = (inputs: Example['inputs']): ArrayLike<number> => (inputs.kind === 'one-hot' ? inputs.indices : inputs.values);

const endsOf = (lists: readonly ArrayLike<number>[]): Int32Array => {
  let end = 0;
  return Int32Array.from(lists, ({ length }) => (end += length));
};

function whole(lists: readonly ArrayLike<number>[]): Lists<Int32Array> {
  const ends = endsOf(lists);
  const all = new Int32Array(ends.at(-1) ?? 0);
  lists.forEach((list, k) => all.set(list, ends[k]! - list.length));
  return { all, ends };
}

function real(lists: readonly ArrayLike<number>[]): Lists<Float64Array> {
  const ends = endsOf(lists);
  const all = new Float64Array(ends.at(-1) ?? 0);
  lists.forEach((list, k) => all.set(list, ends[k]! - list.length));
  return { all, ends };
}

/** So many rows are unpacked between two pauses. */
const pauseEvery = 500;

/** What `packed` has packed, of that data set. Yields null at pauses. */
export function* unpacked(data: PackedData, dataset: Dataset): Generator<null, PreparedData> {
  const { preparation, leftOut, training, validation, skipped } = data;
  const rows: PreparedRow[] = [];
  for (let k = 0; k < data.texts.length; k++) {
    if (k % pauseEvery === 0) yield null;
    rows.push(rowOf(data, k));
  }
  const task: Task = { ...data.task, rows: rows.map(({ text, reading }) => ({ text, targets: Array.from(reading.targets) })) };
  return { dataset, preparation, leftOut, training, validation, skipped, task, rows };
}

function rowOf(data: PackedData, k: number): PreparedRow {
  const { task, indices, texts, inputs, strangers } = data;
  const text = texts[k]!;
  const read = part(inputs.all, inputs.ends, k);
  const said = part(data.decoderInputs.all, data.decoderInputs.ends, k);
  const targets = part(data.targets.all, data.targets.ends, k);
  const own = task.decoderVocabulary ?? [];
  const isOneHot = read instanceof Int32Array;
  const steps = isOneHot ? Array.from(read, (index) => task.vocabulary[index] ?? '') : text.split(';').slice(0, read.length / task.vocabulary.length);
  const reading: Reading = {
    inputs: isOneHot ? { kind: 'one-hot', indices: read } : { kind: 'dense', values: read },
    ...(said.length > 0 && { decoderInputs: { kind: 'one-hot', indices: said } }),
    targets,
    tokens: [steps, Array.from(said, (index) => own[index] ?? '')],
    unknown: Array.from(part(data.unknown.all, data.unknown.ends, k), (place) => strangers[place]!),
    problem: null,
  };
  return { index: indices[k]!, text, reading, example: exampleOf(reading) };
}

/** The numbers of list k, copied: a view would drag all others along wherever it goes. */
function part<Numbers extends Int32Array | Float64Array>(all: Numbers, ends: Int32Array, k: number): Numbers {
  return all.slice(k === 0 ? 0 : ends[k - 1], ends[k]) as Numbers;
}
