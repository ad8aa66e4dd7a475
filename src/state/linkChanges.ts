// Changes of the weights as they are read from a link: which parameters and numbers they may hold.
import * as v from 'valibot';
import { cellIds, cells } from '../engine/cells/index.ts';
import { readout } from '../engine/cells/readout.ts';
import { topologies, topologyOf, isReadBothWays, type TopologyId } from '../engine/topology/index.ts';
import { partsOf } from './changeText.ts';
import type { GradientClip, WeightChange } from './document.ts';
import { expected, limits } from './limits.ts';
import { numberIn, orNothing } from './linkParameter.ts';
import { listed } from './words.ts';

const distinct = <Item>(items: readonly Item[]): readonly Item[] => [...new Set(items)];
const biasIds = ['one', 'two'] as const;

/** What the symbols of a chain end with: nothing, .reverse, .encoder, … */
export const marks: readonly string[] = distinct(
  (Object.keys(topologies) as TopologyId[]).flatMap((topology) =>
    [topologyOf({ topology }), ...(isReadBothWays(topology) ? [topologyOf({ topology, bidirectional: true })] : [])].flatMap(({ chains }) => chains.map(({ mark }) => mark)),
  ),
);

const declared = cellIds.flatMap((id) => biasIds.map((biases) => cells[id].declare(biases)));

/** The parameters that cells have, without their chains' marks: W_xh, W_hh, b_h, W_xf, … */
export const cellParameters: readonly string[] = distinct(declared.flatMap(({ parameters }) => parameters.map(({ symbol }) => symbol)));

/** The parameters that are read out with, which belong to no chain. */
export const readoutParameters: readonly string[] = distinct(readout('cross_entropy', ['h']).parameters.map(({ symbol }) => symbol));

const withMarks = (symbols: readonly string[]): readonly string[] => marks.flatMap((mark) => symbols.map((symbol) => `${symbol}${mark}`));

/** Every parameter that some network has: W_xh, W_hh, b_h, W_xf.encoder, … */
export const parameterSymbols: readonly string[] = [...withMarks(cellParameters), ...readoutParameters];

/** Every state that some network begins with: h, c, h.reverse, … */
export const stateSymbols: readonly string[] = withMarks(distinct(declared.flatMap(({ states }) => states)));

const symbol = v.picklist(parameterSymbols);
const place = v.pipe(v.string(), v.transform(Number), v.safeInteger(), v.minValue(1));

/** Numbers of a state as texts, unit by unit. */
const units = v.pipe(v.array(numberIn('initialState')), v.maxLength(limits.hiddenSize.high));

/** norm:1, value:0.5 */
export const clippingSchema: v.GenericSchema<string, GradientClip> = v.pipe(
  v.string(),
  v.transform((text): unknown => {
    const [kind = '', limit = ''] = text.split(':');
    return { kind: kind.trim(), limit };
  }),
  v.object({ kind: v.picklist(['norm', 'value']), limit: numberIn('clipping') }),
);

export const clippingExpected = `norm or value, a colon and ${expected('clipping')}, as in norm:1`;

const set = v.object({ kind: v.literal('set'), symbol, unit: place, column: place, value: numberIn('weight') });
const scale = v.object({ kind: v.literal('scale'), symbol, factor: numberIn('factor') });
const update = v.object({
  kind: v.literal('update'),
  text: v.string(),
  label: orNothing('label'),
  learningRate: numberIn('learningRate'),
  times: numberIn('times'),
  initialStates: v.nullable(v.record(v.picklist(stateSymbols), units)),
  clipping: v.nullable(clippingSchema),
  feeding: v.picklist(['teacher', 'free']),
});

/** One change, still with its marks; `first`: the symbol of the state that `h0` is short for. */
export const changeSchema = (first: string | undefined): v.GenericSchema<string, WeightChange> =>
  v.pipe(
    v.string(),
    v.transform((text) => partsOf(text, first)),
    v.variant('kind', [set, scale, update]),
  );

export const changeExpected =
  `W_hh[1,2]=0.5 (set an entry), W_hh*1.25 (multiply all) or update(a sentence,label,rate)x3 (train), ` +
  `with one of ${listed([...cellParameters, ...readoutParameters])} (${listed(marks.filter(Boolean), 'or')} behind it where there are two chains), ` +
  `a label that is ${expected('label')} or empty, a rate that is ${expected('learningRate')} and at most ${expected('times')} for x`;
