// Changes of the weights as they stand in a link: W_hh[1,2]=0.5;W_hh*1.25;update(movie was bad,0,0.5)x3
import * as v from 'valibot';
import { cells } from '../engine/cells/index.ts';
import { readout } from '../engine/cells/readout.ts';
import type { WeightChange } from './document.ts';
import { pageCells } from './pageCells.ts';
import { expected, limits } from './limits.ts';
import { numberIn, orNothing } from './linkParameter.ts';
import { cut, markPart, unmark } from './linkText.ts';
import { writeNumber } from './numberText.ts';
import { listed } from './words.ts';

/** Every parameter that some network has: W_xh, W_hh, b_h, … */
export const parameterSymbols: readonly string[] = [
  ...new Set(
    [
      ...pageCells.flatMap((id) => [cells[id].declare('one'), cells[id].declare('two')]),
      readout('cross_entropy', ['h']),
    ].flatMap((declaration) => declaration.parameters.map((parameter) => parameter.symbol)),
  ),
];

export function writeChange(change: WeightChange): string {
  switch (change.kind) {
    case 'set': {
      const isBias = change.symbol.startsWith('b') && change.column === 1;
      const place = isBias ? `${change.unit}` : `${change.unit},${change.column}`;
      return `${change.symbol}[${place}]=${writeNumber(change.value)}`;
    }
    case 'scale':
      return `${change.symbol}*${writeNumber(change.factor)}`;
    case 'update': {
      const label = change.label === null ? '' : writeNumber(change.label);
      const times = change.times === 1 ? '' : `x${change.times}`;
      const start = change.initialState === null ? '' : `,h0=${change.initialState.map(writeNumber).join('/')}`;
      return `update(${markPart(change.text)},${label},${writeNumber(change.learningRate)}${start})${times}`;
    }
  }
}

const symbol = v.picklist(parameterSymbols);
const place = v.pipe(v.string(), v.transform(Number), v.safeInteger(), v.minValue(1));

const set = v.object({ kind: v.literal('set'), symbol, unit: place, column: place, value: numberIn('weight') });
const scale = v.object({ kind: v.literal('scale'), symbol, factor: numberIn('factor') });
const update = v.object({
  kind: v.literal('update'),
  text: v.string(),
  label: orNothing('label'),
  learningRate: numberIn('learningRate'),
  times: numberIn('times'),
  initialState: v.nullable(v.pipe(v.array(numberIn('initialState')), v.maxLength(limits.hiddenSize.high))),
});

/** One change, still with its marks. */
export const changeSchema: v.GenericSchema<string, WeightChange> = v.pipe(
  v.string(),
  v.transform(parts),
  v.variant('kind', [set, scale, update]),
);

export const changeExpected =
  `W_hh[1,2]=0.5 (set an entry), W_hh*1.25 (multiply all) or update(a sentence,label,rate)x3 (train), ` +
  `with one of ${listed(parameterSymbols)}, a label that is 0, 1 or empty, a rate that is ${expected('learningRate')} ` +
  `and at most ${expected('times')} for x`;

const setForm = /^(\w+)\[(\d+)(?:,(\d+))?\]=(.+)$/;
const scaleForm = /^(\w+)[*×](.+)$/;
const startForm = /^h0=(.+)$/;
const updateForm = /^update\((.*)\)(?:x(\d+))?$/s;

/** The parts of a change as texts; null where it has none of the three forms. */
function parts(change: string): unknown {
  const training = updateForm.exec(change.trim());
  if (training) {
    const [, inside = '', times = '1'] = training;
    // A sentence typed by hand may hold commas without marks: the last two commas part it from label and rate.
    const pieces = cut(inside, ',');
    const start = startForm.exec(pieces.at(-1)?.trim() ?? '')?.[1];
    if (start !== undefined) pieces.pop();
    const [label, learningRate] = pieces.slice(-2);
    const text = unmark(pieces.slice(0, -2).join(','));
    const initialState = start?.split('/') ?? null;
    return pieces.length < 3 ? null : { kind: 'update', text, label: label?.trim(), learningRate, times, initialState };
  }
  const plain = change.replace(/\s+/g, '');
  const entry = setForm.exec(plain);
  if (entry) return { kind: 'set', symbol: entry[1], unit: entry[2], column: entry[3] ?? '1', value: entry[4] };
  const whole = scaleForm.exec(plain);
  return whole && { kind: 'scale', symbol: whole[1], factor: whole[2] };
}
