// A row as a network reads it: each step with its one-hot index and, where every step has an answer, what should come out.
import type { Dataset, PreparedRow } from '../../../../engine/data/dataset.ts';
import type { Task } from '../../../../engine/tasks/task.ts';
import { shorten } from '../../../../state/words.ts';

interface Chip {
  readonly token: string;
  /** The place of the 1 in its one-hot vector, 0-based; null for numbers and pictures. */
  readonly index: number | null;
  /** Null where this step has no answer of its own. */
  readonly answer: string | null;
}

interface RowSteps {
  readonly chips: readonly Chip[];
  /** Steps that have no room. */
  readonly rest: number;
  /** What a decoder says; empty where there is none. */
  readonly said: readonly string[];
}

/** Answers of one read-out, from its numbers. */
function answerText({ loss, outputs }: Task, numbers: ArrayLike<number>): string {
  const values = Array.from(numbers);
  const [first = 0] = values;
  const [name = ''] = outputs;
  if (loss === 'cross_entropy') return outputs[first] ?? '';
  if (loss === 'mse') return values.map((value) => String(Number(value.toPrecision(4)))).join(' ');
  if (outputs.length === 1) return first === 1 ? name : `not ${name}`;
  return outputs.filter((_, k) => values[k] === 1).join(', ') || 'none';
}

const widthOf = ({ loss, outputs }: Task): number => (loss === 'cross_entropy' ? 1 : outputs.length);

/** The answers of a row, one a read-out. */
export function answersOf(task: Task, { reading }: PreparedRow): readonly string[] {
  const width = widthOf(task);
  return Array.from({ length: reading.targets.length / width }, (_, k) => answerText(task, reading.targets.subarray(k * width, (k + 1) * width)));
}

export function stepsOf(task: Task, row: PreparedRow, most: number): RowSteps {
  const [tokens, said] = row.reading.tokens;
  const { inputs } = row.reading;
  const answers = said.length > 0 ? [] : answersOf(task, row);
  const areEach = answers.length === tokens.length && task.topology !== 'many-to-one' && task.topology !== 'one-to-one';
  const chips = tokens.slice(0, most).map((token, k): Chip => ({
    token: shorten(token, 14),
    index: inputs.kind === 'one-hot' ? (inputs.indices[k] ?? -1) : null,
    answer: areEach ? shorten(answers[k] ?? '', 14) : null,
  }));
  return { chips, rest: Math.max(0, tokens.length - most), said: said.length > 0 ? answersOf(task, row).slice(0, most) : [] };
}

/** How often each answer is asked for, among the rows at these positions; null where answers are numbers. */
export function countAnswers(task: Task, rows: readonly PreparedRow[], positions: readonly number[]): ReadonlyMap<string, number> | null {
  if (task.loss === 'mse') return null;
  const counts = new Map<string, number>();
  for (const position of positions) {
    const row = rows[position];
    for (const answer of row ? answersOf(task, row) : []) counts.set(answer, (counts.get(answer) ?? 0) + 1);
  }
  return counts;
}

/** Digits that are kept of a value that is written on its own scale again: enough to be as it was measured. */
const digits = 9;

/** A row as it was before it was prepared for reading: values of a series on their own scale. */
export function writtenText({ scale, task }: Dataset, text: string): string {
  if (!scale || task.cut !== 'dense' || task.vocabulary.length > 1) return text;
  return text.split(';').map((value) => String(Number((scale.offset + scale.factor * Number(value)).toPrecision(digits))).replace('-', '−')).join('; ');
}
