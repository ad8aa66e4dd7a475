// What a network is given of a text: its words one by one; their counts alone, [V]; or all one-hot vectors beside each other, [T · V], padded with zeros.
// The last two are single looks for a feed-forward network.
import type { Example, Inputs } from '../model.ts';
import { megabytes } from '../run/memory.ts';
import { exampleOf, type Reading } from '../tasks/reading.ts';
import type { Task } from '../tasks/task.ts';
import type { PreparedData } from './dataset.ts';

/** As in the setting of the same name. */
export type DataReader = 'sequence' | 'bag' | 'padded';

interface ReaderOptions {
  /** T that each text is padded or cut to; that of the longest training row where left out or 0. */
  readonly paddedTo?: number | undefined;
}

/** Data as a network of that reader gets them. */
export interface EncodedData {
  /** The task of that network: for a bag and for padded words one look, whose features are named. */
  readonly task: Task;
  /** By row of `data.rows`. */
  readonly examples: readonly Example[];
  /** A text of one's own, as `readRow` reads it. */
  readonly example: (reading: Reading) => Example;
  /** T that texts are padded to; 0 where they are not. */
  readonly paddedTo: number;
}

/** Bytes that the examples of a data set may take: they are held on the page and in its worker. */
const mostBytes = 300_000_000;

/** Null where the reader goes with the data, else why not, in words. */
export function readerProblem(reader: DataReader, { task }: PreparedData): string | null {
  if (reader === 'sequence') return null;
  if (task.cut === 'dense') return `The data “${task.title}” are numbers, and only words or letters can be counted. Read them one after the other.`;
  if (task.topology === 'many-to-one') return null;
  return `A network that looks once gives one answer, but the data “${task.title}” ask for an answer at several steps. Read them one after the other.`;
}

/** Throws an `Error` in words where the reader does not go with the data, or where their numbers would not fit into memory. */
export function encodedFor(reader: DataReader, data: PreparedData, { paddedTo = 0 }: ReaderOptions = {}): EncodedData {
  const problem = readerProblem(reader, data);
  if (problem !== null) throw new Error(problem);
  const { task, rows } = data;
  if (reader === 'sequence') return { task, examples: rows.map(({ example }) => example), example: exampleOf, paddedTo: 0 };
  const V = task.vocabulary.length;
  const T = reader === 'bag' ? 0 : paddedTo > 0 ? paddedTo : longest(data);
  const features = reader === 'bag' ? task.vocabulary : paddedNames(task.vocabulary, T);
  requireRoom(rows.length, features.length);
  const encode = reader === 'bag' ? (indices: Int32Array) => counts(indices, V) : (indices: Int32Array) => besideEachOther(indices, V, T);
  const example = ({ inputs, targets }: Pick<Reading, 'inputs' | 'targets'>): Example => ({ inputs: { kind: 'dense', values: encode(indicesOf(inputs)) }, targets });
  return { task: lookingOnce(task, features), examples: rows.map(({ reading }) => example(reading)), example, paddedTo: T };
}

/** The task for a network that sees all at once. */
function lookingOnce({ bidirectional: _, ...task }: Task, features: readonly string[]): Task {
  return { ...task, topology: 'one-to-one', cell: 'feedforward_tanh', cut: 'dense', isSingle: true, vocabulary: features, canGrow: false };
}

const indicesOf = (inputs: Inputs): Int32Array => (inputs.kind === 'one-hot' ? inputs.indices : new Int32Array());

/** T of the longest row that is learned from. */
const longest = ({ rows, training }: PreparedData): number => training.reduce((most, position) => Math.max(most, rows[position]!.reading.tokens[0].length), 1);

/** How often each word is there, [V]. */
function counts(indices: Int32Array, V: number): Float64Array {
  const values = new Float64Array(V);
  for (const index of indices) if (index >= 0) values[index]! += 1;
  return values;
}

/** One-hot vectors of the first T words, [T · V]; zeros after the last. */
function besideEachOther(indices: Int32Array, V: number, T: number): Float64Array {
  const values = new Float64Array(T * V);
  indices.subarray(0, T).forEach((index, t) => {
    if (index >= 0) values[t * V + index] = 1;
  });
  return values;
}

/** "1: movie": place and word. */
const paddedNames = (vocabulary: readonly string[], T: number): string[] =>
  Array.from({ length: T }, (_, t) => vocabulary.map((word) => `${t + 1}: ${word}`)).flat();

function requireRoom(rows: number, features: number): void {
  const bytes = rows * features * 8;
  if (bytes <= mostBytes) return;
  throw new Error(
    `${rows.toLocaleString('en')} rows of ${features.toLocaleString('en')} numbers each would need ${megabytes(bytes)}; the limit is ${megabytes(mostBytes)}. ` +
      'Take a smaller vocabulary, or a shorter padded length.',
  );
}
