// Teacher forcing against free running: what is read and said at each step of both on one row of the data, where they part, and how both do on many.
import type { PreparedData, PreparedRow } from '../../../../engine/data/dataset.ts';
import type { Inputs, Model } from '../../../../engine/model.ts';
import type { Task } from '../../../../engine/tasks/task.ts';
import type { DecodeInput, DecodeRun, Said } from '../../../../engine/workshop/decode.ts';
import { probabilitiesAt } from '../../../../engine/workshop/temperature.ts';
import { endOf } from './samples.ts';

interface AskedRow {
  /** Of the data, from 1. */
  readonly row: number;
  /** What is translated; empty where nothing is. */
  readonly source: string;
  /** What is read at each step where it is given, and what should come out. */
  readonly reads: readonly string[];
  readonly right: readonly string[];
}

interface ForcingAsked extends DecodeInput {
  /** The row in view, then the others. */
  readonly rows: readonly AskedRow[];
  readonly outputs: readonly string[];
  /** Whether the others were not learned from. */
  readonly isKept: boolean;
}

/** One way to run over the row. */
export interface ForcedRun {
  /** As many as were said: what was read, what was said, whether that is right, and the probability it had. */
  readonly steps: readonly { readonly reads: string; readonly says: string; readonly isRight: boolean; readonly share: number }[];
  readonly rightCount: number;
}

interface Forcing {
  readonly row: number;
  readonly source: string;
  readonly right: readonly string[];
  readonly teacher: ForcedRun;
  readonly free: ForcedRun;
  /** The step, 0-based, at which the free run says its first wrong token: what comes later is read from its own error. Null where it says none. */
  readonly partsAt: number | null;
}

/** Rows that both are tried on, beside the one in view. */
const mostRows = 40;

/** `row` is the one in view, from 1. Null where the data have none. */
export function forcingAsked({ task, rows, validation }: PreparedData, row: number, model: Model, parameters: Float64Array): ForcingAsked | null {
  const position = Math.min(row, rows.length) - 1;
  const others = (validation.length > 0 ? validation : rows.map((_, k) => k)).slice(0, mostRows);
  const all = [position, ...others].flatMap((at) => (rows[at] ? [{ at, own: rows[at] }] : []));
  if (all.length === 0) return null;
  return {
    model,
    parameters,
    runs: all.flatMap(({ own }) => runsOf(own, endOf(task))),
    rows: all.map(({ at, own: { example, reading } }) => ({
      row: at + 1,
      source: example.decoderInputs ? reading.tokens[0].join(' ') : '',
      reads: example.decoderInputs ? reading.tokens[1] : reading.tokens[0],
      right: Array.from(reading.targets, (target) => task.outputs[target] ?? ''),
    })),
    outputs: task.outputs,
    isKept: validation.length > 0,
  };
}

function runsOf({ example, reading }: PreparedRow, until: number | undefined): DecodeRun[] {
  const fed: Inputs = example.decoderInputs ?? example.inputs;
  const given = fed.kind === 'one-hot' ? fed.indices.length : reading.tokens[0].length;
  return [
    { example, given, choice: { kind: 'greedy' } },
    { example, given: 1, choice: { kind: 'greedy' }, until },
  ];
}

/** One for each row that was asked for, in their order. */
export function forcingsOf({ rows, outputs, model }: ForcingAsked, said: readonly Said[]): Forcing[] {
  return rows.flatMap((row, k) => {
    const [teacher, free] = [said[2 * k], said[2 * k + 1]];
    return teacher && free ? [forcingOf(row, outputs, model.outputSize, teacher, free)] : [];
  });
}

function forcingOf({ row, source, reads, right }: AskedRow, outputs: readonly string[], Y: number, teacher: Said, free: Said): Forcing {
  const runOf = ({ choices, scores }: Said, readAt: (k: number) => string): ForcedRun => {
    const steps = Array.from(choices, (output, k) => {
      const says = outputs[output] ?? '';
      return { reads: readAt(k), says, isRight: says === right[k], share: probabilitiesAt(scores.subarray(k * Y, (k + 1) * Y), 1)[output] ?? NaN };
    });
    return { steps, rightCount: steps.filter(({ isRight }) => isRight).length };
  };
  const own = runOf(free, (k) => (k === 0 ? (reads[0] ?? '') : (outputs[free.choices[k - 1] ?? -1] ?? '')));
  const wrong = own.steps.findIndex(({ isRight }) => !isRight);
  return { row, source, right, teacher: runOf(teacher, (k) => reads[k] ?? ''), free: own, partsAt: wrong < 0 ? null : wrong };
}

/** What the picture comes to, in a sentence or two. */
export function forcingWords({ right, teacher, free, partsAt }: Forcing, step: string): string {
  const of = (count: number): string => `${count} of ${right.length} ${step}s right`;
  const first = `Given what is right at every step: ${of(teacher.rightCount)}. Reading its own: ${of(free.rightCount)}.`;
  if (partsAt === null) return `${first} They never part: its own ${step}s are the right ones.`;
  const rest = free.steps.length - partsAt - 1;
  const parting = `They part at step ${partsAt + 1}: “${free.steps[partsAt]?.says ?? ''}” instead of “${right[partsAt] ?? ''}”.`;
  if (rest === 0) return `${first} ${parting} Nothing follows from it, as it ends there.`;
  return `${first} ${parting} From there on it reads its own error, for ${rest === 1 ? 'the one step' : `all ${rest} steps`} that ${rest === 1 ? 'follows' : 'follow'}.`;
}

/** How both do on many rows. */
export function manyWords(forcings: readonly Forcing[], isKept: boolean, { step, whole }: Pick<Task, 'step' | 'whole'>): string {
  const sum = (countOf: (forcing: Forcing) => number): number => forcings.reduce((all, forcing) => all + countOf(forcing), 0);
  const all = sum(({ right }) => right.length);
  const share = (count: number): string => `${Math.round((100 * count) / all)}\u00a0%`;
  const parted = forcings.filter(({ partsAt }) => partsAt !== null).length;
  return `Over ${forcings.length} ${whole}s ${isKept ? 'that were not learned from' : 'of the data'}: ${share(sum(({ teacher }) => teacher.rightCount))} of the ${step}s are right where the right ones are given, ${share(sum(({ free }) => free.rightCount))} where it reads its own; they part on ${parted} of the ${forcings.length}.`;
}

/** The next row at which both part, after the one in view and round from the first; null where none does. */
export function nextParting(forcings: readonly Forcing[], row: number): number | null {
  const parted = forcings.flatMap((each) => (each.partsAt === null || each.row === row ? [] : [each.row])).sort((a, b) => a - b);
  return parted.find((each) => each > row) ?? parted[0] ?? null;
}
