// The stated caps of a document, each with words for the reader: what was seen, and what is expected.
import { writeNumber } from './numberText.ts';

export interface Limit {
  /** What is limited, as the subject of a sentence. */
  readonly what: string;
  readonly low: number;
  readonly high: number;
  readonly whole: boolean;
}

const whole = (what: string, low: number, high: number): Limit => ({ what, low, high, whole: true });
const between = (what: string, low: number, high: number): Limit => ({ what, low, high, whole: false });
const finite = (what: string): Limit => between(what, -Number.MAX_VALUE, Number.MAX_VALUE);

export const limits = {
  hiddenSize: whole('The number of hidden units', 1, 64),
  steps: whole('The number of time steps', 1, 10_000),
  /** A text is measured before it is cut into words: ten characters a word are plenty. */
  textLength: whole('The number of characters of a text', 0, 100_000),
  generatedLength: whole('The length of the generated sequence', 2, 10_000),
  /** A task has as many labels as outputs. */
  label: whole('The label', 0, 99),
  addedWords: whole('The number of added words', 0, 500),
  wordLength: whole('The number of characters of an added word', 1, 60),
  seed: whole('The seed', 0, 2 ** 32 - 1),
  initialScale: finite('The scale of W_hh'),
  trainedEpochs: whole('The number of training epochs', 0, 5_000),
  learningRate: between('The learning rate η', -1_000, 1_000),
  clipping: between('The limit of the gradient', 0, 1_000_000),
  initialState: finite('A number of an initial state'),
  weight: finite('A weight'),
  factor: finite('A factor'),
  changes: whole('The number of changes of the weights', 0, 2_000),
  times: whole('The number of equal updates', 1, 5_000),
  playhead: whole('The step', 0, Number.MAX_SAFE_INTEGER),
  fold: between('The fold', 0, 1),
  inside: between('How far the cell is open', 0, 1),
  feature: between('A number of the input', 0, 1),
} as const satisfies Record<string, Limit>;

export type LimitId = keyof typeof limits;

export function isWithin(id: LimitId, value: number): boolean {
  const limit: Limit = limits[id];
  return value >= limit.low && value <= limit.high && (!limit.whole || Number.isInteger(value));
}

/** What is expected: "a whole number from 1 to 64". */
export function expected(id: LimitId): string {
  const { low, high, whole: isWhole }: Limit = limits[id];
  const kind = isWhole ? 'a whole number' : 'a number';
  if (high === Number.MAX_VALUE) return 'a finite number';
  if (high === Number.MAX_SAFE_INTEGER) return `${kind} from ${grouped(low)}`;
  return `${kind} from ${grouped(low)} to ${grouped(high)}`;
}

/** Null where the value is within the limit; else one sentence: what was seen, and what is expected. */
export function limitProblem(id: LimitId, value: number): string | null {
  return isWithin(id, value) ? null : `${limits[id].what} is ${writeNumber(value)}, but it has to be ${expected(id)}.`;
}

/** Made once: asking the number itself to write itself makes another each time, which is slow. */
const english = new Intl.NumberFormat('en-US');

/** 10000 as "10,000". */
export const grouped = (value: number): string => english.format(value);
