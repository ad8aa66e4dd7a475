// What a network answers, in the names of its classes: read-out by read-out, with what is right beside it.
import type { LossId } from '../../../../engine/model.ts';
import type { SeriesScale } from '../../../../engine/data/dataset.ts';
import { formatNumber } from '../../../theme/format.ts';

interface Answer {
  readonly said: string;
  readonly right: string;
  /** The probability of what is said, 0 to 1; null where answers are numbers. */
  readonly probability: number | null;
  /** Null where answers are numbers: those are never simply right. */
  readonly isRight: boolean | null;
}

/** The names that a yes and a no of the first output have. */
const yesOrNo = (name: string, isYes: boolean): string => (isYes ? name : `not ${name}`);

/** The classes by which the confusion table counts. */
export const classNames = (loss: LossId, outputs: readonly string[]): readonly string[] => {
  if (loss !== 'bce') return outputs;
  const [name = '', ...others] = outputs;
  return others.length === 0 ? [yesOrNo(name, false), name] : ['no', 'yes'];
};

interface Answered {
  readonly loss: LossId;
  readonly outputs: readonly string[];
  /** [read-out · Y + output]. */
  readonly answers: Float64Array;
  /** As `Targets` in model.ts. */
  readonly targets: Float64Array;
  /** How numbers become those of a series again. */
  readonly scale?: SeriesScale | undefined;
}

/** A number of a series in its own unit: "12.4 °C". */
export const inUnit = (value: number, scale: SeriesScale | undefined): string => (scale ? `${formatNumber(scale.offset + scale.factor * value)} ${scale.unit}`.trim() : formatNumber(value));

/** One for each read-out; for several outputs that are yes or no, or numbers, one for each of these. */
export function answersOf({ loss, outputs, answers, targets, scale }: Answered): Answer[] {
  const Y = outputs.length;
  if (loss === 'cross_entropy') {
    return Array.from({ length: answers.length / Y }, (_, r): Answer => {
      const said = likeliest(answers, r * Y, Y);
      const right = targets[r] ?? -1;
      return { said: outputs[said] ?? '', right: outputs[right] ?? '', probability: answers[r * Y + said] ?? NaN, isRight: said === right };
    });
  }
  return Array.from(answers, (answer, k): Answer => {
    const name = outputs[k % Y] ?? '';
    const target = targets[k] ?? NaN;
    if (loss === 'mse') return { said: inUnit(answer, scale), right: inUnit(target, scale), probability: null, isRight: null };
    const isYes = answer >= 0.5;
    return { said: yesOrNo(name, isYes), right: yesOrNo(name, target >= 0.5), probability: isYes ? answer : 1 - answer, isRight: isYes === (target >= 0.5) };
  });
}

function likeliest(answers: Float64Array, from: number, count: number): number {
  let best = 0;
  for (let k = 1; k < count; k++) if ((answers[from + k] ?? NaN) > (answers[from + best] ?? NaN)) best = k;
  return best;
}

interface Share {
  readonly name: string;
  readonly probability: number;
}

/** The likeliest classes of one read-out; of a single yes or no, both. */
export function sharesOf(loss: LossId, outputs: readonly string[], answers: Float64Array, readOut: number, most = 5): Share[] {
  const Y = outputs.length;
  const own = Array.from(outputs, (name, k) => ({ name, probability: answers[readOut * Y + k] ?? NaN }));
  const [first] = own;
  if (loss === 'bce' && Y === 1 && first) return [first, { name: yesOrNo(first.name, false), probability: 1 - first.probability }];
  return own.toSorted((a, b) => b.probability - a.probability).slice(0, most);
}

/** What a row as a whole comes to. */
export interface RowAnswer {
  /** Of numbers the last one. */
  readonly said: string;
  readonly right: string;
  /** The probability of its one answer, or the smallest of several. */
  readonly probability: number | null;
  /** Whether all of it is right; null where answers are numbers. */
  readonly isRight: boolean | null;
  /** "5 of 6 right"; empty where there is one answer. */
  readonly words: string;
}

/** So many answers of a row are written out. */
const mostWritten = 12;

export function rowAnswerOf(answered: Answered): RowAnswer {
  const all = answersOf(answered);
  const [first] = all;
  const isNumber = first?.isRight === null;
  const rights = all.filter(({ isRight }) => isRight).length;
  const last = all.at(-1);
  const joined = (of: (each: Answer) => string): string => `${all.slice(0, mostWritten).map(of).join(' ')}${all.length > mostWritten ? ' …' : ''}`;
  return {
    said: isNumber ? (last?.said ?? '') : joined(({ said }) => said),
    right: isNumber ? (last?.right ?? '') : joined(({ right }) => right),
    probability: isNumber || all.length === 0 ? null : Math.min(...all.map(({ probability }) => probability ?? NaN)),
    isRight: isNumber ? null : rights === all.length,
    words: isNumber ? distanceWords(answered) : all.length > 1 ? `${rights} of ${all.length} right` : '',
  };
}

/** How far numbers are from those that are right: the root of the mean square. */
function distanceWords({ answers, targets, scale }: Answered): string {
  const squares = Array.from(answers, (answer, k) => (answer - (targets[k] ?? NaN)) ** 2);
  const distance = Math.sqrt(squares.reduce((sum, each) => sum + each, 0) / squares.length);
  return scale ? `off by ${formatNumber(Math.abs(scale.factor) * distance)} ${scale.unit}`.trim() : `off by ${formatNumber(distance, 3)}`;
}
