// The networks that come with the page: their list, and any of them as a run.
import * as v from 'valibot';
import { preparationOf, preparations } from '../prepared.ts';
import type { TrainingRun } from '../run.ts';
import { workshopRuns } from '../runs.ts';
import { trainedShape, type TrainedNetwork } from './index.ts';
import { runOfTrained, trainedId } from './run.ts';

async function fetchFile(file: string): Promise<Response> {
  const response = await fetch(`${import.meta.env.BASE_URL}networks/${file}`).catch(() => null);
  if (response?.ok) return response;
  throw new Error('The trained networks could not be fetched: is the network there? Try once more.');
}

let list: Promise<readonly TrainedNetwork[]> | null = null;

/** The list, fetched once. Fails in words. */
export function trainedNetworks(): Promise<readonly TrainedNetwork[]> {
  list ??= fetchFile('index.json')
    .then((response) => response.json())
    .then((content: unknown) => v.parse(trainedShape, content));
  list.catch(() => (list = null));
  return list;
}

/** Puts a network in view, as a run with its beginning and its end. Fails in words. */
export async function openTrained(network: TrainedNetwork): Promise<TrainingRun> {
  const id = trainedId(network.id);
  const here = workshopRuns.store.getState().runs.find((each) => each.id === id);
  if (here) {
    workshopRuns.show(id);
    return here;
  }
  const { data: settings } = network.settings;
  const [data, file] = await Promise.all([preparations.prepare(settings.set, preparationOf(settings)), fetchFile(`${network.id}.safetensors`)]);
  return workshopRuns.add(runOfTrained(network, new Uint8Array(await file.arrayBuffer()), data, Date.now()));
}
