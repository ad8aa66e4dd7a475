// One sequence that the networks are really tested on, as it is drawn and said.
import { classCount, lagTasks } from '../../../../engine/laboratory/lag/tasks.ts';
import type { Example } from '../../../../engine/model.ts';
import { stream } from '../../../../engine/math/random.ts';
import type { LagPlan } from '../../../../state/laboratory/laboratory.ts';
import type { ReadStep } from '../../../layout/laboratory/lagPlot.ts';
import { formatNumber } from '../../../theme/format.ts';

interface ReadSequence {
  readonly steps: readonly ReadStep[];
  readonly answer: string;
  readonly words: string;
}

/** Tokens that have to be kept are capitals, the others small letters. */
const letterOf = (token: number): string => (token < classCount ? 'ABCD'.charAt(token) : 'uvwxyz'.charAt(token - classCount));

/** The first sequence of the test at a lag: drawn from the same stream as the test's. */
export function exampleOf({ task, seed }: Pick<LagPlan, 'task' | 'seed'>, lag: number): ReadSequence {
  return sequenceOf(lagTasks[task].draw(stream(seed, 'lag', task, lag, 'test'), lag, 0));
}

export function sequenceOf({ inputs, targets }: Pick<Example, 'inputs' | 'targets'>): ReadSequence {
  const target = targets[0] ?? NaN;
  if (inputs.kind === 'one-hot') {
    const tokens = Array.from(inputs.indices, letterOf);
    const answer = letterOf(target);
    return {
      steps: tokens.map((text, k) => ({ text, level: k === 0 ? 1 : 0.6, isKept: k === 0 })),
      answer,
      words: `Reads ${tokens.length} tokens, ${answer} first; the answer at the end is ${answer}.`,
    };
  }
  const numbers = Array.from({ length: inputs.values.length / 2 }, (_, k) => ({ value: inputs.values[2 * k] ?? 0, isMarked: inputs.values[2 * k + 1] === 1 }));
  const marked = numbers.filter(({ isMarked }) => isMarked).map(({ value }) => formatNumber(value));
  return {
    steps: numbers.map(({ value, isMarked }) => ({ text: isMarked ? formatNumber(value) : '', level: value, isKept: isMarked })),
    answer: `${marked.join(' + ')} = ${formatNumber(target)}`,
    words: `Reads ${numbers.length} numbers, of which ${marked.join(' and ')} are marked; the answer at the end is ${formatNumber(target)}.`,
  };
}
