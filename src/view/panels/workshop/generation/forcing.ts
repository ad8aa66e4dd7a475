// Teacher forcing against free running on one row of the data: what is read and said at each step of both, and where they part.
import type { PreparedRow } from '../../../../engine/data/dataset.ts';
import type { Inputs, Model } from '../../../../engine/model.ts';
import type { Task } from '../../../../engine/tasks/task.ts';
import type { DecodeInput, Said } from '../../../../engine/workshop/decode.ts';
import { probabilitiesAt } from '../../../../engine/workshop/temperature.ts';
import { endOf } from './samples.ts';

export interface ForcingAsked extends DecodeInput {
  /** What is read at each step where it is given, and what should come out. */
  readonly reads: readonly string[];
  readonly right: readonly string[];
  readonly outputs: readonly string[];
}

/** One way to run over the row. */
export interface ForcedRun {
  /** As many as were said: what was read, what was said, whether that is right, and the probability it had. */
  readonly steps: readonly { readonly reads: string; readonly says: string; readonly isRight: boolean; readonly share: number }[];
  readonly rightCount: number;
}

export interface Forcing {
  readonly right: readonly string[];
  readonly teacher: ForcedRun;
  readonly free: ForcedRun;
  /** The step, 0-based, at which the free run says its first wrong token: what comes later is read from its own error. Null where it says none. */
  readonly partsAt: number | null;
}

export function forcingAsked(row: PreparedRow, task: Pick<Task, 'targetSource' | 'outputs'>, model: Model, parameters: Float64Array): ForcingAsked {
  const { example, reading } = row;
  const fed: Inputs = example.decoderInputs ?? example.inputs;
  const given = fed.kind === 'one-hot' ? fed.indices.length : reading.tokens[0].length;
  return {
    model,
    parameters,
    runs: [
      { example, given, choice: { kind: 'greedy' } },
      { example, given: 1, choice: { kind: 'greedy' }, until: endOf(task) },
    ],
    reads: example.decoderInputs ? reading.tokens[1] : reading.tokens[0],
    right: Array.from(reading.targets, (target) => task.outputs[target] ?? ''),
    outputs: task.outputs,
  };
}

export function forcingOf({ reads, right, outputs, model }: ForcingAsked, [teacher, free]: readonly Said[]): Forcing | null {
  if (!teacher || !free) return null;
  const runOf = ({ choices, scores }: Said, readAt: (k: number) => string): ForcedRun => {
    const steps = Array.from(choices, (output, k) => {
      const says = outputs[output] ?? '';
      const at = scores.subarray(k * model.outputSize, (k + 1) * model.outputSize);
      return { reads: readAt(k), says, isRight: says === right[k], share: probabilitiesAt(at, 1)[output] ?? NaN };
    });
    return { steps, rightCount: steps.filter(({ isRight }) => isRight).length };
  };
  const own = runOf(free, (k) => (k === 0 ? (reads[0] ?? '') : (outputs[free.choices[k - 1] ?? -1] ?? '')));
  const wrong = own.steps.findIndex(({ isRight }) => !isRight);
  return { right, teacher: runOf(teacher, (k) => reads[k] ?? ''), free: own, partsAt: wrong < 0 ? null : wrong };
}

/** What the picture comes to, in a sentence or two. */
export function forcingWords({ right, teacher, free, partsAt }: Forcing, step: string): string {
  const of = (count: number): string => `${count} of ${right.length} ${step}s right`;
  const first = `Given what is right at every step: ${of(teacher.rightCount)}. Reading its own: ${of(free.rightCount)}.`;
  if (partsAt === null) return `${first} They never part: its own ${step}s are the right ones.`;
  const rest = right.length - partsAt - 1;
  if (rest === 0) return `${first} Its only error is its last ${step}, so nothing follows from it.`;
  return `${first} They part at step ${partsAt + 1}: “${free.steps[partsAt]?.says ?? ''}” instead of “${right[partsAt] ?? ''}”. From there on it reads its own error, for ${rest === 1 ? 'the one step' : `all ${rest} steps`} that ${rest === 1 ? 'follows' : 'follow'}.`;
}
