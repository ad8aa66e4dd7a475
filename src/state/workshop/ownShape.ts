// What a data set of one's own in a file has to be, part by part: plain data, without any rule.
import * as v from 'valibot';
import { cellIds } from '../../engine/cells/index.ts';
import type { Dataset } from '../../engine/data/dataset.ts';
import { optimisers, type OptimiserId } from '../../engine/learn/optimisers.ts';
import { topologies, type TopologyId } from '../../engine/topology/index.ts';

const keys = <Key extends string>(table: Readonly<Record<Key, unknown>>): Key[] => Object.keys(table) as Key[];

const text = v.string();
const texts = v.array(text);
const whole = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const row = v.union([v.object({ text, targets: v.array(v.number()) }), v.object({ text })]);

const targetSource = v.variant('kind', [
  v.object({ kind: v.literal('asked'), otherwise: v.number() }),
  v.object({ kind: v.literal('next'), end: v.exactOptional(text) }),
  v.object({ kind: v.literal('label'), labels: v.record(text, v.number()), otherwise: v.number() }),
  v.object({ kind: v.literal('written'), what: text, start: v.exactOptional(text), end: text }),
]);

const task = v.object({
  id: text,
  title: text,
  words: text,
  topology: v.picklist(keys<TopologyId>(topologies)),
  bidirectional: v.exactOptional(v.literal(true)),
  cell: v.exactOptional(v.picklist(cellIds)),
  loss: v.picklist(['bce', 'cross_entropy', 'mse']),
  step: v.picklist(['word', 'letter', 'picture', 'frame', 'value', 'sample']),
  whole: text,
  cut: v.picklist(['words', 'letters', 'gap', 'named', 'dense']),
  vocabulary: texts,
  decoderVocabulary: v.exactOptional(texts),
  grid: v.exactOptional(v.object({ width: whole, height: whole })),
  isSingle: v.exactOptional(v.literal(true)),
  classes: v.exactOptional(texts),
  outputs: texts,
  rows: v.array(row),
  firstRow: whole,
  targetSource,
  canGrow: v.boolean(),
  hiddenSize: whole,
  seed: whole,
  epochs: whole,
  learningRate: v.number(),
});

export const ownShape: v.GenericSchema<unknown, Dataset> = v.object({
  id: v.pipe(text, v.regex(/^own-[\w-]{1,50}$/)),
  source: v.object({ words: text, licence: text, address: v.exactOptional(text) }),
  task,
  isText: v.boolean(),
  scale: v.exactOptional(v.object({ offset: v.number(), factor: v.number(), unit: text })),
  recipe: v.exactOptional(v.object({ optimiser: v.picklist(keys<OptimiserId>(optimisers)), batchSize: whole, share: v.exactOptional(v.number()), gateBias: v.exactOptional(v.number()) })),
  notes: texts,
});
