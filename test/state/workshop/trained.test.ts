// The networks that come with the page: each file gives the accuracy again that is recorded of it, and training anew gives the same bytes.
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { networks } from '../../../scripts/networks.mjs';
import { builtIns } from '../../../src/engine/data/builtIns.ts';
import type { PreparedData } from '../../../src/engine/data/dataset.ts';
import { prepareDataset } from '../../../src/engine/data/prepare.ts';
import { preparationOf } from '../../../src/state/workshop/prepared.ts';
import { trainedShape, type TrainedNetwork } from '../../../src/state/workshop/trained/index.ts';
import { learn, scoreOf } from '../../../src/state/workshop/trained/learn.ts';
import { runOfTrained } from '../../../src/state/workshop/trained/run.ts';
import { readRunFile, writeRunFile } from '../../../src/state/workshop/runFile.ts';
import { trainingJob } from '../../../src/state/workshop/trainingJob.ts';
import { shareFor, startOf } from '../../../src/view/panels/workshop/start.ts';

const root = join(import.meta.dirname, '../../../public');
const all = v.parse(trainedShape, JSON.parse(readFileSync(join(root, 'networks/index.json'), 'utf8')));
const named = (id: string): TrainedNetwork => all.find((each) => each.id === id)!;
const bytesOf = ({ id }: TrainedNetwork): Uint8Array => new Uint8Array(readFileSync(join(root, `networks/${id}.safetensors`)));

function datasetOf(set: string) {
  const entry = builtIns[set]!;
  return entry.build(entry.file === null ? '' : readFileSync(join(root, 'data', entry.file), 'utf8'));
}
const dataOf = ({ settings }: TrainedNetwork): PreparedData => prepareDataset(datasetOf(settings.data.set), preparationOf(settings.data));

describe('the networks that come with the page', () => {
  it('are those of the list, which is short to fetch', () => {
    expect(all.map(({ id, title }) => [id, title])).toEqual(networks.map(({ id, title }) => [id, title]));
    const bytes = all.map(({ id }) => statSync(join(root, `networks/${id}.safetensors`)).size);
    expect(Math.max(...bytes)).toBeLessThan(200_000);
  });

  it.each(all.map((each) => [each.id, each] as const))('%s does as well as is recorded', (_, network) => {
    const data = dataOf(network);
    const run = runOfTrained(network, bytesOf(network), data, 0);
    const { model, training, validation } = trainingJob(data, network.settings.training);
    const { parameters } = run.checkpoints.at(-1)!;
    expect(parameters).toEqual(parameters.map(Math.fround));
    // Sums of many losses, in functions of the machine: the last bits may differ.
    for (const [examples, recorded] of [[training, network.training], [validation, network.validation]] as const) {
      if (!recorded) continue;
      const score = scoreOf(model, parameters, examples);
      expect(score.loss / recorded.loss).toBeCloseTo(1, 9);
      expect(score.accuracy).toBe(recorded.accuracy);
    }
    expect(run.records.map(({ epoch }) => epoch)).toEqual(Array.from({ length: network.epochs + 1 }, (_each, k) => k));
    expect(run.records.at(-1)).toMatchObject({ training: network.training, validation: network.validation });
  });

  it('are trained with what their data set starts with, and with what the list has beside it', () => {
    for (const { id, set, training } of networks) {
      const dataset = datasetOf(set);
      const { settings } = named(id);
      expect(settings.data).toMatchObject({ set, share: shareFor(dataset, 0.2) });
      expect(settings.training).toMatchObject({ ...startOf(dataset), ...training });
    }
  });

  it('become the same bytes when they are trained anew', () => {
    for (const id of ['reviews', 'frames', 'parity']) {
      const network = named(id);
      const { bytes, facts } = learn(dataOf(network), network.settings);
      expect(Buffer.from(bytes).equals(Buffer.from(bytesOf(network)))).toBe(true);
      expect(network).toMatchObject(facts);
    }
  });

  it('are runs that a file can hold, with their beginning and their end', async () => {
    const run = runOfTrained(named('reviews'), bytesOf(named('reviews')), dataOf(named('reviews')), 5);
    expect(run.checkpoints.map(({ epoch }) => epoch)).toEqual([0, 60]);
    expect(await readRunFile(writeRunFile(run))).toEqual(run);
  });
});

describe('what they have learned', () => {
  const validation = (id: string): number => named(id).validation?.accuracy ?? NaN;

  it('the course’s three reviews are right', () => expect(named('reviews').training.accuracy).toBe(1));

  it('on reviews with negation a vanilla RNN is right in 97 % and more, where a bag of words stays far behind', () => {
    expect(named('negation').settings.training.cell).toBe('rnn_tanh');
    expect(validation('negation')).toBeGreaterThanOrEqual(0.97);
    expect(named('negation-bag').settings.training.reader).toBe('bag');
    expect(validation('negation-bag')).toBeLessThan(0.8);
  });

  it('the first of 51 letters is known to the LSTM, and not to the vanilla RNN', () => {
    expect(validation('recall-lstm')).toBeGreaterThan(0.99);
    expect(validation('recall-rnn')).toBeLessThan(0.7);
  });

  it('entities, missing words, pictures, films, Morse code and parity are learned', () => {
    for (const [id, least] of [['entities', 0.98], ['gap', 0.99], ['pictures', 0.85], ['frames', 0.95], ['morse', 0.98], ['parity', 0.99], ['phrases', 0.9]] as const) {
      expect([id, validation(id) >= least]).toEqual([id, true]);
    }
    expect(named('letters').training.accuracy).toBeGreaterThan(0.99);
    expect(named('adding').validation?.loss).toBeLessThan(0.002);
  });
});
