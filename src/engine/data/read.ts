// Tokens of a row → what a network reads and what should come out. As tasks/read.ts, for any number of rows: the vocabulary is looked up once for all of
// them, targets may stand at every step, and the next value of a series is a target too.
import { featuresOf } from '../tasks/dense.ts';
import { noReading, type Reading, type Steps } from '../tasks/reading.ts';
import { answersOf } from '../tasks/targets.ts';
import type { Task } from '../tasks/task.ts';
import { createVocabulary, encode } from '../text/vocabulary.ts';
import type { CutText, CutToken } from './cutting.ts';
import { decoderReader } from './decoder.ts';

/** A row that is cut already. */
export interface CutRow extends CutText {
  /** What stands behind `>`; null where nothing does. */
  readonly behind: string | null;
  /** As in the data set: one readout after the other, counted by the tokens as they are written. Undefined where nobody has told. */
  readonly targets: readonly number[] | undefined;
}

export type RowReader = (row: CutRow) => Reading;

interface ReadSteps extends Steps {
  /** The tokens that are read, one a step. */
  readonly kept: readonly CutToken[];
}

/** Target numbers of one read-out. */
const widthOf = ({ loss, outputs }: Task): number => (loss === 'cross_entropy' ? 1 : outputs.length);

/** Reads rows with the vocabulary of the task. A row that cannot be read gives T = 0. */
export function rowReader(task: Task): RowReader {
  const readSteps = task.cut === 'dense' ? denseSteps(task) : oneHotSteps(task);
  const answer = answers(task);
  return (row) => {
    const steps = readSteps(row.tokens);
    return steps.problem !== null || steps.tokens.length === 0 ? noReading(steps.problem, steps.unknown) : answer(steps, row);
  };
}

function oneHotSteps({ vocabulary, classes, rows }: Task): (tokens: readonly CutToken[]) => ReadSteps {
  const words = createVocabulary(vocabulary);
  const example = rows[0]?.text ?? '';
  return (tokens) => {
    const { indices, known, unknown } = encode(tokens, words);
    const isNamed = !classes || (classes.includes(known[0]?.text ?? '') && known.length > 1);
    const problem = isNamed ? null : `Write ${(classes ?? []).join(' or ')}, a colon and a name, for example “${example}”.`;
    return { tokens: known.map(({ text }) => text), kept: known, inputs: { kind: 'one-hot', indices }, unknown, problem };
  };
}

function denseSteps(task: Task): (tokens: readonly CutToken[]) => ReadSteps {
  const X = task.vocabulary.length;
  return (tokens) => {
    const values = new Float64Array(tokens.length * X);
    let problem = task.isSingle && tokens.length > 1 ? `One ${task.step} is read at a time, but there are ${tokens.length}.` : null;
    for (const [k, { text }] of tokens.entries()) {
      const features = featuresOf(task, text, k + 1);
      if ('values' in features) values.set(features.values, k * X);
      else problem ??= features.problem;
    }
    return { tokens: tokens.map(({ text }) => text), kept: tokens, inputs: { kind: 'dense', values }, unknown: [], problem };
  };
}

type Answer = (steps: ReadSteps, row: CutRow) => Reading;

function answers(task: Task): Answer {
  const { targetSource: source, cut, topology } = task;
  if (source.kind === 'written' && topology === 'encoder-decoder') return decoderReader(task, source);
  if (source.kind === 'next' && cut === 'dense') return (steps) => nextValues(task, steps);
  // Rows that are looked up by their text would be looked for among all of them, each time.
  const alone: Task = { ...task, rows: task.rows.slice(0, 1) };
  const follow: Answer = (steps, { behind }) => answersOf(alone, steps, { written: behind, label: undefined });
  if (source.kind === 'next' || source.kind === 'written') return follow;
  return (steps, row) => {
    if (row.targets) return told(task, steps, row, row.targets);
    if (source.kind !== 'asked') return follow(steps, row);
    const readouts = topology === 'many-to-many-synced' ? steps.tokens.length : 1;
    return answered(steps, new Float64Array(readouts * widthOf(task)).fill(source.otherwise));
  };
}

const answered = ({ tokens, inputs, unknown, problem }: Steps, targets: Float64Array): Reading =>
  ({ tokens: [tokens, []], inputs, unknown, problem, targets });

/** Targets that came with the row; where each step has some, those of the steps that are left. */
function told(task: Task, steps: ReadSteps, { written }: CutRow, targets: readonly number[]): Reading {
  const width = widthOf(task);
  const isEachStep = task.topology === 'many-to-many-synced';
  const expected = (isEachStep ? written : 1) * width;
  if (targets.length !== expected) {
    return noReading(`The row has ${targets.length} answer${targets.length === 1 ? '' : 's'}, but it should have ${expected}${isEachStep ? `: one for each ${task.step}` : ''}.`, steps.unknown);
  }
  if (!isEachStep) return answered(steps, Float64Array.from(targets));
  return answered(steps, Float64Array.from(steps.kept.flatMap(({ place }) => targets.slice(place * width, (place + 1) * width))));
}

/** Every step's target is what the next one reads; the last step is a target only. */
function nextValues({ vocabulary, step }: Task, { tokens, inputs, unknown }: ReadSteps): Reading {
  if (tokens.length < 2) return noReading(`There is one ${step} alone, so none comes after it.`, unknown);
  const values = inputs.kind === 'dense' ? inputs.values : new Float64Array();
  const X = vocabulary.length;
  const read = { kind: 'dense', values: values.slice(0, values.length - X) } as const;
  return { tokens: [tokens.slice(0, -1), []], inputs: read, unknown, problem: null, targets: values.slice(X) };
}
