// The parts of the parameter `lab`: each setting of the laboratory with its name, how it is written and read, and what is expected.
import type { Quantity } from '../../engine/laboratory/questions.ts';
import { schemeNames, type SchemeId } from '../../engine/recipe/schemeNames.ts';
import { writeClipping } from '../changeText.ts';
import { writeNumber } from '../numberText.ts';
import { listed } from '../words.ts';
import { experimentIds, type Laboratory, type LagPlan } from './laboratory.ts';
import { allowedWords, mostLags, type LaboratoryLimitId } from './limits.ts';
import { readDuellist, writeDuellist } from './linkDuel.ts';
import { cellNames, listOf, numberOf, pick, readStretch, writeStretch } from './linkValues.ts';

interface LinkPart {
  readonly name: string;
  /** What is expected, after "has to be". */
  readonly expected: string;
  readonly write: (laboratory: Laboratory) => string;
  /** Undefined where it cannot be read. */
  readonly read: (text: string, laboratory: Laboratory) => Laboratory | undefined;
}

/** A part that is one setting, or one of the plan of a training. */
function part<Value>(name: string, expected: string, write: (laboratory: Laboratory) => string, read: (text: string) => Value | undefined, put: (laboratory: Laboratory, value: Value) => Laboratory): LinkPart {
  return {
    name,
    expected,
    write,
    read: (text, laboratory) => {
      const value = read(text);
      return value === undefined ? undefined : put(laboratory, value);
    },
  };
}

type NumberKey = { [Key in keyof Laboratory]: Laboratory[Key] extends number ? Key : never }[keyof Laboratory];
type LagNumberKey = 'hiddenSize' | 'updates' | 'learningRate' | 'seed';

const number = (name: string, key: NumberKey, limit: LaboratoryLimitId): LinkPart =>
  part(name, allowedWords(limit), (laboratory) => writeNumber(laboratory[key]), (text) => numberOf(limit, text), (laboratory, value) => ({ ...laboratory, [key]: value }));

/** A number, or a word for none. */
const numberOrNone = (name: string, limit: LaboratoryLimitId, none: string, get: (laboratory: Laboratory) => number | null, put: (laboratory: Laboratory, value: number | null) => Laboratory): LinkPart =>
  part<number | null>(
    name,
    `${allowedWords(limit)}, or ${none}`,
    (laboratory) => {
      const value = get(laboratory);
      return value === null ? none : writeNumber(value);
    },
    (text) => (text.trim() === none ? null : numberOf(limit, text)),
    put,
  );

const orNone = (name: string, key: 'step' | 'lossAt' | 'gateBias', limit: LaboratoryLimitId, none: string): LinkPart =>
  numberOrNone(name, limit, none, (laboratory) => laboratory[key], (laboratory, value) => ({ ...laboratory, [key]: value }));

function choice<Choice extends string>(name: string, choices: readonly Choice[], get: (laboratory: Laboratory) => Choice, put: (laboratory: Laboratory, value: Choice) => Laboratory): LinkPart {
  return part(name, listed(choices, 'or'), get, (text) => pick(choices, text), put);
}

const onOff = (name: string, key: 'relative' | 'carried'): LinkPart =>
  choice(name, ['0', '1'], (laboratory) => (laboratory[key] ? '1' : '0'), (laboratory, value) => ({ ...laboratory, [key]: value === '1' }));

const ofLag = (name: string, key: LagNumberKey, limit: LaboratoryLimitId): LinkPart =>
  part(name, allowedWords(limit), ({ lag }) => writeNumber(lag[key]), (text) => numberOf(limit, text), (laboratory, value) => withLag(laboratory, { [key]: value }));

const withLag = (laboratory: Laboratory, changes: Partial<LagPlan>): Laboratory => ({ ...laboratory, lag: { ...laboratory.lag, ...changes } });

const duellist = (name: string, side: 0 | 1): LinkPart =>
  part(
    name,
    `${listed(cellNames.all, 'or')}, and what it does otherwise, as in lstm/hidden:8/stretch:radius:1.2/gate:none/scheme:xavier/strength:2`,
    ({ duel }) => writeDuellist(duel[side]),
    readDuellist,
    (laboratory, value) => ({ ...laboratory, duel: side === 0 ? [value, laboratory.duel[1]] : [laboratory.duel[0], value] }),
  );

const quantities: readonly Quantity[] = ['state', 'jacobian', 'input', 'share'];
const lag = (text: string): number | undefined => numberOf('lag', text);

/** In the order in which they are written and read: T before the steps that have to lie within it. */
export const linkParts: readonly LinkPart[] = [
  choice('experiment', experimentIds, ({ experiment }) => experiment, (laboratory, experiment) => ({ ...laboratory, experiment })),
  part(
    'networks',
    `${listed(cellNames.all, 'or')} with / between them, or none`,
    ({ networks }) => networks.map(cellNames.nameOf).join('/') || 'none',
    (text) => (text.trim() === 'none' ? [] : listOf(text, cellNames.cellOf)),
    (laboratory, networks) => ({ ...laboratory, networks }),
  ),
  part('network', listed(cellNames.all, 'or'), ({ network }) => cellNames.nameOf(network), cellNames.cellOf, (laboratory, network) => ({ ...laboratory, network })),
  choice('quantity', quantities, ({ quantity }) => quantity, (laboratory, quantity) => ({ ...laboratory, quantity })),
  onOff('relative', 'relative'),
  number('T', 'steps', 'steps'),
  orNone('loss', 'lossAt', 'place', 'last'),
  orNone('mark', 'step', 'place', 'none'),
  number('hidden', 'hiddenSize', 'hiddenSize'),
  choice('matched', ['units', 'parameters'], ({ matched }) => matched, (laboratory, matched) => ({ ...laboratory, matched })),
  number('seed', 'seed', 'seed'),
  number('strength', 'strength', 'strength'),
  choice('scheme', Object.keys(schemeNames) as SchemeId[], ({ scheme }) => scheme, (laboratory, scheme) => ({ ...laboratory, scheme })),
  part('stretch', `singular or radius, a colon and ${allowedWords('stretch')}, or none`, ({ stretch }) => writeStretch(stretch), readStretch, (laboratory, stretch) => ({ ...laboratory, stretch })),
  orNone('gate', 'gateBias', 'gateBias', 'none'),
  number('eta', 'learningRate', 'learningRate'),
  part(
    'clip',
    `norm or value, a colon and ${allowedWords('clipping')}, or none`,
    ({ clipping }) => (clipping ? writeClipping(clipping) : 'none'),
    (text) => {
      if (text.trim() === 'none') return null;
      const [kind, limit] = [pick(['norm', 'value'], text.split(':')[0] ?? ''), numberOf('clipping', text.split(':')[1] ?? '')];
      return kind === undefined || limit === undefined ? undefined : { kind, limit };
    },
    (laboratory, clipping) => ({ ...laboratory, clipping }),
  ),
  number('window', 'window', 'place'),
  onOff('carried', 'carried'),
  duellist('a', 0),
  duellist('b', 1),
  choice('task', ['recall', 'adding'], ({ lag: { task } }) => task, (laboratory, task) => withLag(laboratory, { task })),
  part(
    'lags',
    `at most ${mostLags} of them with / between them, each ${allowedWords('lag')}`,
    ({ lag: { lags } }) => lags.map(writeNumber).join('/'),
    (text) => {
      const lags = listOf(text, lag);
      return lags && lags.length <= mostLags ? lags.toSorted((a, b) => a - b) : undefined;
    },
    (laboratory, lags) => withLag(laboratory, { lags }),
  ),
  ofLag('lag-hidden', 'hiddenSize', 'hiddenSize'),
  ofLag('lag-updates', 'updates', 'updates'),
  ofLag('lag-eta', 'learningRate', 'learningRate'),
  ofLag('lag-seed', 'seed', 'seed'),
  numberOrNone('lag-gate', 'gateBias', 'none', ({ lag: { gateBias } }) => gateBias, (laboratory, gateBias) => withLag(laboratory, { gateBias })),
];
