// Trains the networks that come with the page, from their seeds, into public/networks: `npm run train`, or `npm run train -- reviews parity` for some
// of them. The same settings give the same bytes.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { builtIns } from '../src/engine/data/builtIns.ts';
import { prepareDataset } from '../src/engine/data/prepare.ts';
import { preparationOf } from '../src/state/workshop/prepared.ts';
import { dataSettings } from '../src/state/workshop/settings/data.ts';
import { trainingSettings } from '../src/state/workshop/settings/training.ts';
import { learn } from '../src/state/workshop/trained/learn.ts';
import { shareFor, startOf } from '../src/view/panels/workshop/start.ts';
import { networks } from './networks.mjs';

const root = join(import.meta.dirname, '..', 'public');
const folder = join(root, 'networks');
const indexFile = join(folder, 'index.json');

/** First values of a table of settings. @param {Readonly<Record<string, { readonly first: unknown }>>} table */
const firstOf = (table) => Object.fromEntries(Object.entries(table).map(([key, { first }]) => [key, first]));

/**
 * What is set for a network: the data set's own start, and what the list has beside it.
 * @param {import('./networks.mjs').Wanted} wanted
 */
function taskOf({ set, training }) {
  const entry = builtIns[set];
  if (!entry) throw new Error(`There is no data set “${set}”; there are ${Object.keys(builtIns).join(', ')}.`);
  const dataset = entry.build(entry.file === null ? '' : readFileSync(join(root, 'data', entry.file), 'utf8'));
  const data = /** @type {import('../src/state/workshop/settings/data.ts').DataSettings} */ ({ ...firstOf(dataSettings), set, share: shareFor(dataset, dataSettings.share.first) });
  const settings = /** @type {import('../src/state/workshop/settings/training.ts').TrainingSettings} */ ({ ...firstOf(trainingSettings), ...startOf(dataset), ...training });
  return { settings: { data, training: settings }, data: prepareDataset(dataset, preparationOf(data)) };
}

/** @returns {readonly import('../src/state/workshop/trained/index.ts').TrainedNetwork[]} */
function known() {
  try {
    return JSON.parse(readFileSync(indexFile, 'utf8'));
  } catch {
    return [];
  }
}

const asked = process.argv.slice(2);
const unknown = asked.filter((id) => !networks.some((each) => each.id === id));
if (unknown.length > 0) {
  console.error(`train: there is no network called ${unknown.join(', ')}; there are ${networks.map(({ id }) => id).join(', ')}.`);
  process.exit(1);
}
mkdirSync(folder, { recursive: true });
const entries = new Map(known().map((entry) => [entry.id, entry]));
const percent = (/** @type {number | null | undefined} */ share) => (share == null ? '–' : `${(100 * share).toFixed(1)} %`);

for (const wanted of networks) {
  if (asked.length > 0 && !asked.includes(wanted.id)) continue;
  const { settings, data } = taskOf(wanted);
  const began = performance.now();
  const { bytes, facts } = learn(data, settings);
  const seconds = Math.round((performance.now() - began) / 100) / 10;
  const entry = { id: wanted.id, title: wanted.title, words: wanted.words, settings, ...facts };
  // Where all else is as before, so are the seconds that it took.
  const { seconds: before, ...same } = entries.get(wanted.id) ?? { seconds };
  entries.set(wanted.id, { ...entry, seconds: JSON.stringify(same) === JSON.stringify(entry) ? before : seconds });
  writeFileSync(join(folder, `${wanted.id}.safetensors`), bytes);
  const { training, validation, epochs, parameters } = facts;
  console.log(`${wanted.id}: ${epochs} epochs in ${seconds} s, ${parameters} parameters, ${bytes.length} bytes; loss ${training.loss.toPrecision(3)}, right ${percent(training.accuracy)}; kept apart: loss ${validation?.loss.toPrecision(3) ?? '–'}, right ${percent(validation?.accuracy)}`);
}
const list = networks.flatMap(({ id }) => entries.get(id) ?? []);
writeFileSync(indexFile, `[\n${list.map((entry) => JSON.stringify(entry)).join(',\n')}\n]\n`);
