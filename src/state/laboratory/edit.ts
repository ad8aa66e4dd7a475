// Changes of the laboratory's settings as commands on the document, with words for the undo menu.
import type { Command } from '../command.ts';
import type { UnrolledDocument } from '../document.ts';
import { same } from '../same.ts';
import { initialLaboratory } from './defaults.ts';
import { experimentIds, type ExperimentId, type Laboratory } from './laboratory.ts';

/** What is set in the laboratory, also before anything was. */
export const laboratoryOf = ({ laboratory }: Pick<UnrolledDocument, 'laboratory'>): Laboratory => laboratory ?? initialLaboratory;

/** As a document holds it: null where it is as at first. */
export const keptLaboratory = (laboratory: Laboratory): Laboratory | null => (same(laboratory, initialLaboratory) ? null : laboratory);

type Key = keyof Laboratory;

/** What only says where one looks, as the playhead does: it is not for the undo menu. */
const places: ReadonlySet<string> = new Set<Key>(['experiment', 'step']);

const words: Readonly<Record<Key, string>> = {
  experiment: 'go to another experiment',
  step: 'mark another step',
  networks: 'choose other networks',
  network: 'look into another network',
  quantity: 'plot another quantity',
  relative: 'change what the norms are measured by',
  hiddenSize: 'change the number of hidden units',
  matched: 'match the networks otherwise',
  steps: 'change the number of steps T',
  seed: 'change the seed',
  strength: 'change the strength of the input',
  lossAt: 'move the loss',
  scheme: 'change how the weights start',
  stretch: 'change how far W_hh stretches',
  gateBias: 'change the bias of the gate',
  learningRate: 'change η',
  clipping: 'change the clipping',
  window: 'change the window of truncated BPTT',
  carried: 'change what happens to the state at a cut',
  duel: 'change the duel',
  lag: 'change the training over a lag',
};

const isKey = (key: string): key is Key => Object.hasOwn(words, key);

/** "change how far W_hh stretches", for the first of what is changed that is no place. */
function wordsFor(keys: readonly Key[]): string {
  const [first] = keys.filter((key) => !places.has(key));
  return first === undefined ? 'look elsewhere' : words[first];
}

/** Steps beyond the end come to the end. The loss at the end is the loss at the last step, wherever that is. */
export function withinSteps(laboratory: Laboratory): Laboratory {
  const { steps, lossAt, step, window } = laboratory;
  const inside = (t: number | null): number | null => (t === null ? null : Math.min(t, steps));
  return { ...laboratory, lossAt: lossAt !== null && lossAt >= steps ? null : lossAt, step: inside(step), window: Math.min(window, steps) };
}

/** The command that makes these changes. A gesture names one drag: one entry of the undo menu. */
export function laboratoryCommand(document: UnrolledDocument, changes: Partial<Laboratory>, gesture?: string): Command {
  const laboratory = keptLaboratory(withinSteps({ ...laboratoryOf(document), ...changes }));
  const keys = Object.keys(changes).filter(isKey);
  if (keys.every((key) => places.has(key))) return { type: 'setSection', section: document.section, settings: { laboratory } };
  return { type: 'setSettings', settings: { laboratory }, words: wordsFor(keys), target: keys.join(' '), gesture };
}

/** The experiment that many further on; the ends stay. */
export function experimentBeside(experiment: ExperimentId, by: 1 | -1): ExperimentId {
  return experimentIds[experimentIds.indexOf(experiment) + by] ?? experiment;
}
