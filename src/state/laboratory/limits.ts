// The stated caps of the laboratory's settings, each with words for the reader.
import type { Limit } from '../limits.ts';
import { writeNumber } from '../numberText.ts';

const whole = (what: string, low: number, high: number): Limit => ({ what, low, high, whole: true });
const between = (what: string, low: number, high: number): Limit => ({ what, low, high, whole: false });

export const laboratoryLimits = {
  hiddenSize: whole('The number of hidden units', 1, 64),
  steps: whole('The number of time steps', 2, 1000),
  place: whole('A step', 1, 1000),
  seed: whole('The seed', 0, 2 ** 32 - 1),
  strength: between('The strength of the input', 0.1, 20),
  stretch: between('How far W_hh stretches', 0.05, 3),
  gateBias: between('The bias of the gate', -3, 5),
  learningRate: between('The learning rate η', 0, 1000),
  clipping: between('The limit of the gradient', 0, 1_000_000),
  lag: whole('A lag', 1, 200),
  updates: whole('The number of updates', 1, 20_000),
} as const satisfies Record<string, Limit>;

export type LaboratoryLimitId = keyof typeof laboratoryLimits;

/** How many lags can be tried at once. */
export const mostLags = 12;

export function isAllowed(id: LaboratoryLimitId, value: number): boolean {
  const { low, high, whole: isWhole }: Limit = laboratoryLimits[id];
  return value >= low && value <= high && (!isWhole || Number.isInteger(value));
}

/** The nearest number that is allowed. */
export function allowed(id: LaboratoryLimitId, value: number): number {
  const { low, high, whole: isWhole }: Limit = laboratoryLimits[id];
  return Math.min(high, Math.max(low, isWhole ? Math.round(value) : value));
}

/** "a whole number from 2 to 1000". */
export function allowedWords(id: LaboratoryLimitId): string {
  const { low, high, whole: isWhole }: Limit = laboratoryLimits[id];
  return `${isWhole ? 'a whole number' : 'a number'} from ${writeNumber(low).replace('-', '−')} to ${writeNumber(high)}`;
}

/** Null where the value is allowed; else one sentence: what was seen, and what is expected. */
export function laboratoryProblem(id: LaboratoryLimitId, value: number): string | null {
  return isAllowed(id, value) ? null : `${laboratoryLimits[id].what} is ${writeNumber(value).replace('-', '−')}, but it has to be ${allowedWords(id)}.`;
}
