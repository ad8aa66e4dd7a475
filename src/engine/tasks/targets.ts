// What should come out for the steps that are read, by where the task takes it from: a table of sources, a row each.
import { tokenise } from '../text/tokens.ts';
import { createVocabulary, encode } from '../text/vocabulary.ts';
import { noReading, type Reading, type Steps } from './reading.ts';
import { halves, split } from './split.ts';
import type { TargetSource, Task, TaskRow } from './task.ts';

/** What the reader adds to the steps: the words behind `>`, and the label. */
export interface Given {
  readonly written: string | null;
  readonly label: number | undefined;
}

type Source<Kind> = Extract<TargetSource, { kind: Kind }>;
type Answer<Kind> = (task: Task, source: Source<Kind>, steps: Steps, given: Given) => Reading;

const sources: { readonly [Kind in TargetSource['kind']]: Answer<Kind> } = {
  asked: (task, { otherwise }, steps, { label }) => {
    // One output alone has the labels 0 and 1.
    const isLabel = label !== undefined && label < Math.max(task.outputs.length, 2);
    return answered(steps, [isLabel ? label : (rowOf(task, steps)?.targets?.[0] ?? otherwise)]);
  },
  label: (_, { labels, otherwise }, steps) =>
    answered(steps, steps.tokens.map((token) => (Object.hasOwn(labels, token) ? (labels[token] as number) : otherwise))),
  rule: (_, { classOf }, steps) => answered(steps, steps.tokens.map((_token, k) => classOf(steps, k + 1))),
  next: nextTargets,
  written: writtenTargets,
};

/** The steps with what should come out, and with the decoder's inputs where there is a decoder. */
export function answersOf(task: Task, steps: Steps, given: Given): Reading {
  if (steps.problem !== null || steps.tokens.length === 0) return noReading(steps.problem, steps.unknown);
  const answer = sources[task.targetSource.kind] as Answer<TargetSource['kind']>; // the row of its own kind
  return answer(task, task.targetSource, steps, given);
}

const answered = ({ tokens, ...steps }: Steps, targets: readonly number[]): Reading =>
  ({ ...steps, tokens: [tokens, []], targets: Float64Array.from(targets) });

function nextTargets({ vocabulary }: Task, { end }: Source<'next'>, steps: Steps): Reading {
  const { tokens, inputs } = steps;
  const indices = inputs.kind === 'one-hot' ? [...inputs.indices] : [];
  const isEnded = end === undefined || tokens.at(-1) === end;
  const targets = [...indices.slice(1), ...(isEnded ? [] : [vocabulary.indexOf(end)])];
  const read = { kind: 'one-hot', indices: Int32Array.from(indices.slice(0, targets.length)) } as const;
  return answered({ ...steps, tokens: tokens.slice(0, targets.length), inputs: read }, targets);
}

function writtenTargets(task: Task, { what, start, end }: Source<'written'>, steps: Steps, { written }: Given): Reading {
  const [example = ''] = task.rows.map((row) => row.text);
  const words = tokenise(written ?? halves(task, rowOf(task, steps)?.text ?? '')[1] ?? '');
  const { indices, known, unknown } = encode(words, createVocabulary(task.outputs));
  const missed = [...new Set([...steps.unknown, ...unknown])];
  if (known.length === 0) return noReading(`The ${what} is missing. Write it after >, for example “${example}”.`, missed);
  const targets = [...indices, task.outputs.indexOf(end)];
  const reading = answered({ ...steps, unknown: missed }, targets);
  if (start === undefined) return { ...reading, ...padded(steps, targets.length) };
  const own = [start, ...known.map((token) => token.text)];
  const places = own.map((word) => (task.decoderVocabulary ?? []).indexOf(word));
  return { ...reading, tokens: [steps.tokens, own], decoderInputs: { kind: 'one-hot', indices: Int32Array.from(places) } };
}

/** The steps with steps without any input after them, T in all. */
function padded({ tokens, inputs }: Steps, T: number): Pick<Reading, 'tokens' | 'inputs'> {
  const all = Array.from({ length: T }, (_, k) => tokens[k] ?? '');
  if (inputs.kind === 'one-hot') {
    return { tokens: [all, []], inputs: { kind: 'one-hot', indices: Int32Array.from(all, (_, k) => inputs.indices[k] ?? -1) } };
  }
  const values = new Float64Array((inputs.values.length / tokens.length) * T);
  values.set(inputs.values);
  return { tokens: [all, []], inputs: { kind: 'dense', values } };
}

/** The row of the task's table that reads just these tokens. */
function rowOf(task: Task, { tokens }: Steps): TaskRow | undefined {
  const text = tokens.join(' ');
  return task.rows.find((row) => split(task, row.text).map((token) => token.text).join(' ') === text);
}
