// Settings of a training in few words: what a run was set to, and what one run has otherwise than others.
import { optimisers } from '../../../../engine/learn/optimisers.ts';
import { schedules } from '../../../../engine/learn/schedules.ts';
import { cells, type CellId } from '../../../../engine/cells/index.ts';
import { schemeNames } from '../../../../engine/recipe/schemeNames.ts';
import type { TrainingRun } from '../../../../state/workshop/run.ts';
import type { ReaderId, TrainingSettings } from '../../../../state/workshop/settings/training.ts';
import type { DataSettings } from '../../../../state/workshop/settings/data.ts';
import { titleOfSet } from '../../../../state/workshop/datasets.ts';
import { quote } from '../../../../state/words.ts';
import { writeNumber } from '../../../../state/numberText.ts';

export type RunSettings = TrainingRun['settings'];

/** Whether its first bias can be set: the GRU's gates have another meaning, and theirs stay as they are drawn. */
export const hasForgetGate = (cell: CellId): boolean => cell === 'lstm';

/** What a training follows from: all but where one looks. */
type TrainingKey = Exclude<keyof TrainingSettings, 'pace' | 'sentence'>;
type DataKey = Exclude<keyof DataSettings, 'row'>;

export const readerNames: Readonly<Record<ReaderId, string>> = { sequence: 'word by word', bag: 'bag of words', padded: 'padded one-hot' };

const number = (value: number): string => writeNumber(value).replace('-', '−');

const fine =
  (name: string) =>
  (value: number | null): string =>
    value === null ? `usual ${name}` : `${name} ${number(value)}`;

const trainingWords: { readonly [Key in TrainingKey]: (value: TrainingSettings[Key]) => string } = {
  reader: (value) => readerNames[value],
  cell: (value) => cells[value].title,
  hiddenSize: (value) => `H = ${value}`,
  bidirectional: (value) => (value ? 'both directions' : 'one direction'),
  scheme: (value) => `${schemeNames[value]} weights`,
  seed: (value) => `seed ${value}`,
  gateBias: (value) => (value === null ? 'forget gate as drawn' : `forget gate's bias ${number(value)}`),
  optimiser: (value) => optimisers[value].title,
  learningRate: (value) => `η = ${number(value)}`,
  schedule: (value) => `${schedules[value].title.toLowerCase()} η`,
  momentum: fine('momentum'),
  alpha: fine('α'),
  beta1: fine('β₁'),
  beta2: fine('β₂'),
  eps: fine('ε'),
  initialAccumulator: fine('S₀'),
  gamma: fine('γ of η'),
  every: fine('epochs between drops'),
  decay: fine('decay of η'),
  floor: fine('lowest η'),
  clipNorm: (value) => (value === null ? 'not clipped' : `clipped to norm ${number(value)}`),
  batchSize: (value) => `batches of ${value}`,
  epochs: (value) => `${value.toLocaleString('en')} ${value === 1 ? 'epoch' : 'epochs'}`,
  shuffled: (value) => (value ? 'shuffled' : 'in their order'),
};

const dataWords: { readonly [Key in DataKey]: (value: DataSettings[Key]) => string } = {
  set: (value) => `data set ${quote(titleOfSet(value))}`,
  lowerCase: (value) => (value ? 'lower case' : 'capitals kept'),
  stopWords: (value) => (value ? 'without stop words' : 'with stop words'),
  stems: (value) => (value ? 'stems' : 'whole words'),
  mostWords: (value) => `at most ${value.toLocaleString('en')} words`,
  share: (value) => `${Math.round(value * 100)} % for validation`,
  splitSeed: (value) => `split ${value}`,
};

const trainingKeys = Object.keys(trainingWords) as TrainingKey[]; // the keys of its own table
const dataKeys = Object.keys(dataWords) as DataKey[]; // the same

type Words<Settings, Key extends keyof Settings> = { readonly [Each in Key]: (value: Settings[Each]) => string };

function sayings<Settings, Key extends keyof Settings>(table: Words<Settings, Key>, keys: readonly Key[], settings: Settings, isWanted: (key: Key) => boolean): string[] {
  return keys.filter(isWanted).map((key) => table[key](settings[key]));
}

/** What `settings` has otherwise than `other`, in the words of the first. */
export function differences(settings: RunSettings, other: RunSettings): string[] {
  return [
    ...sayings(dataWords, dataKeys, settings.data, (key) => settings.data[key] !== other.data[key]),
    ...sayings(trainingWords, trainingKeys, settings.training, (key) => settings.training[key] !== other.training[key]),
  ];
}

/** What tells a run from the others of the list; without others, what matters most. */
export function runWords(run: RunSettings, others: readonly RunSettings[]): string[] {
  const isOther = others.flatMap((other) => trainingKeys.filter((key) => run.training[key] !== other.training[key]));
  const isOtherData = others.flatMap((other) => dataKeys.filter((key) => run.data[key] !== other.data[key]));
  const usual: readonly TrainingKey[] = ['cell', 'hiddenSize', 'optimiser', 'learningRate'];
  const isOfNoUse = (key: TrainingKey): boolean => key === 'gateBias' && !hasForgetGate(run.training.cell);
  // The data set itself stands beside it in the list.
  return [
    ...sayings(dataWords, dataKeys, run.data, (key) => key !== 'set' && isOtherData.includes(key)),
    ...sayings(trainingWords, trainingKeys, run.training, (key) => usual.includes(key) || (isOther.includes(key) && !isOfNoUse(key))),
  ];
}

/** Why a network that is trained cannot go on with these settings, in words; null where it can. */
export function branchProblem(run: RunSettings, now: RunSettings): string | null {
  const kept: readonly TrainingKey[] = ['reader', 'cell', 'hiddenSize', 'bidirectional'];
  const words = [
    ...sayings(dataWords, dataKeys, now.data, (key) => run.data[key] !== now.data[key]),
    ...sayings(trainingWords, kept, now.training, (key) => run.training[key] !== now.training[key]),
  ];
  return words.length === 0 ? null : `A branch keeps the weights, so it keeps data and network; now set is: ${words.join(', ')}. Start anew for that.`;
}
