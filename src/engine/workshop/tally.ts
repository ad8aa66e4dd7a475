// Answers counted as they come in: the mean of the rows' losses, the share of right answers, and which class was taken for which.
import type { LossId, Model } from '../model.ts';
import type { Score } from './job.ts';

interface Tally {
  /** Counts a row: its targets and answers at all its read-outs, and its loss. */
  add(targets: Float64Array, answers: Float64Array, loss: number): void;
  score(): Score;
  /** [right class][answered class]; null where answers are numbers, and where there are too many classes for a table. */
  readonly confusion: readonly (readonly number[])[] | null;
}

/** Classes that a table can have: with thousands it would be larger than all else, and nobody could read it. */
const mostClasses = 200;

/** Read-out r of a row as pairs (right class, answered class). An answer that is no number counts as the first class, and so may be wrong. */
type Pairs = (targets: Float64Array, answers: Float64Array, found: (right: number, answered: number) => void) => void;

/** The position of the largest number; the first of equals. */
function largest(values: Float64Array, from: number, to: number): number {
  let best = from;
  for (let i = from + 1; i < to; i++) if (values[i]! > values[best]!) best = i;
  return best - from;
}

/** What answers are: probabilities where there are some, or the scores y that these are made of. A yes is a probability of 1/2 or more, a score of 0 or more. */
type AnswerKind = 'answers' | 'scores';
const yes: Readonly<Record<AnswerKind, number>> = { answers: 0.5, scores: 0 };

const pairsBy: Readonly<Record<LossId, ((Y: number, least: number) => Pairs) | null>> = {
  cross_entropy: (Y) => (targets, answers, found) => targets.forEach((right, r) => found(right, largest(answers, r * Y, (r + 1) * Y))),
  bce: (_, least) => (targets, answers, found) => targets.forEach((right, k) => found(Number(right >= 0.5), Number(answers[k]! >= least))),
  mse: null,
};

export function tallyOf({ loss: kind, outputSize }: Model, answerKind: AnswerKind = 'answers'): Tally {
  const pairs = pairsBy[kind]?.(outputSize, yes[answerKind]) ?? null;
  const classes = kind === 'bce' ? 2 : outputSize;
  const confusion = pairs && classes <= mostClasses ? Array.from({ length: classes }, () => Array.from({ length: classes }, () => 0)) : null;
  let [rows, sum, right, all] = [0, 0, 0, 0];
  return {
    confusion,
    add(targets, answers, loss) {
      rows++;
      sum += loss;
      pairs?.(targets, answers, (target, answered) => {
        all++;
        if (target === answered) right++;
        if (confusion) confusion[target]![answered]!++;
      });
    },
    score: () => ({ loss: sum / rows, accuracy: pairs && all > 0 ? right / all : null }),
  };
}
