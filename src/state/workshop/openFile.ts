// A file that is dropped or chosen → what it holds, opened: a project, a run, or weights for the network in view. Everything else is met with words.
import type { Dataset } from '../../engine/data/dataset.ts';
import { readWeightsFile } from '../../engine/interchange/weightsFile.ts';
import type { DocumentStore } from '../documentStore.ts';
import { same } from '../same.ts';
import { listed, quote } from '../words.ts';
import { datasets as ownSets } from './datasets.ts';
import { workshopOf } from './edit.ts';
import { otherKind } from './fileKinds.ts';
import { projectFormat, readProject, withDataId, type Project } from './project.ts';
import type { TrainingRun } from './run.ts';
import { readRunFile, runFormat } from './runFile.ts';
import { workshopRuns } from './runs.ts';
import { weightsRun } from './weightsRun.ts';

/** Bytes beyond which a file is not read. */
const largest = 200_000_000;

const expected = 'Expected is a file that this page has written (a project or a run), or weights (.safetensors, .npz, .json). A table or a text to learn from is dropped in the room “Data”.';

/** Opens a file. What came of it in words, also where nothing could be opened; `isOpened` tells which. */
export async function openFile(file: File, documents: DocumentStore): Promise<{ readonly words: string; readonly isOpened: boolean }> {
  try {
    return { words: await opened(file, documents), isOpened: true };
  } catch (error) {
    return { words: error instanceof Error ? error.message : String(error), isOpened: false };
  }
}

async function opened(file: File, documents: DocumentStore): Promise<string> {
  const name = quote(file.name || 'The file');
  if (file.size > largest) throw new Error(`${name} has ${Math.ceil(file.size / 1e6)} MB; at most ${largest / 1e6} MB are read.`);
  if (file.size === 0) throw new Error(`${name} is empty. ${expected}`);
  const bytes = new Uint8Array(await file.arrayBuffer());
  const content = objectIn(bytes);
  if (content?.format === projectFormat) return openProject(readProject(content), documents);
  if (content?.format === runFormat) return openRun(file);
  if (content !== null || isWeights(bytes)) return openWeights(file.name, bytes, documents);
  const kind = otherKind(bytes, file.name);
  throw new Error(`${name} ${kind ?? 'is no file of this page.'} ${expected}`);
}

/** The object that a JSON file holds; null where it is no JSON, or no object. */
function objectIn(bytes: Uint8Array): { readonly format?: unknown; readonly version?: unknown; readonly run?: unknown } | null {
  if (bytes[0] !== 0x7b || bytes[7] === 0) return null;
  try {
    return JSON.parse(new TextDecoder().decode(bytes)) as object; // it begins with {
  } catch {
    return null;
  }
}

/** By their first bytes: safetensors, a zip of arrays, an array, HDF5 and pickled Python, the last three of which are met with words of their own. */
function isWeights(bytes: Uint8Array): boolean {
  const begins = (...start: readonly number[]): boolean => start.every((byte, k) => bytes[k] === byte);
  const isArchive = begins(0x50, 0x4b) && new TextDecoder('latin1').decode(bytes.subarray(0, 300)).match(/\.npy|data\.pkl/) !== null;
  return (bytes[8] === 0x7b && bytes[7] === 0) || isArchive || begins(0x93, 0x4e, 0x55, 0x4d) || begins(0x89, 0x48, 0x44, 0x46) || begins(0x80, 0x02);
}

async function openRun(file: File): Promise<string> {
  const { name, title, records } = workshopRuns.add(await readRunFile(file));
  return `“${name}” is taken in: ${records.at(-1)?.epoch ?? 0} epochs over ${title}.`;
}

async function openProject(read: Project, documents: DocumentStore): Promise<string> {
  await ownSets.open();
  const project = read.datasets.filter(isTaken).reduce((each, { id }) => withDataId(each, id, freshDataId(id)), read);
  for (const dataset of project.datasets) await ownSets.keep(dataset);
  const run = project.run && takenRun(project.run);
  documents.getState().dispatch({ type: 'replace', document: project.document, words: 'open the project' });
  const parts = ['its settings', ...project.datasets.map(({ task }) => `the data “${task.title}”`), ...(run ? [`the run “${run.name}”`] : [])];
  return `The project is open: ${listed(parts)}.`;
}

/** A run that is here already, and has gone no further since, is only shown. */
function takenRun(run: TrainingRun): TrainingRun {
  const here = workshopRuns.store
    .getState()
    .runs.find(({ id, created, records, settings }) => id === run.id && created === run.created && records.length === run.records.length && settings.data.set === run.settings.data.set);
  if (!here) return workshopRuns.add(run);
  workshopRuns.show(here.id);
  return here;
}

const ownOf = (id: string): Dataset | undefined => ownSets.store.getState().own.find(({ dataset }) => dataset.id === id)?.dataset;

/** Whether another data set has its id. */
function isTaken(dataset: Dataset): boolean {
  const own = ownOf(dataset.id);
  return own !== undefined && !same(JSON.parse(JSON.stringify(own)), dataset);
}

function freshDataId(id: string): string {
  let k = 2;
  while (ownOf(`${id}-${k}`)) k++;
  return `${id}-${k}`;
}

async function openWeights(name: string, bytes: Uint8Array, documents: DocumentStore): Promise<string> {
  const tensors = readWeightsFile(bytes);
  const { runs, shown } = workshopRuns.store.getState();
  const inView = runs.find(({ id }) => id === shown);
  const { data, training } = inView?.settings ?? workshopOf(documents.getState().document);
  const run = await weightsRun(name, tensors, { data, training });
  workshopRuns.add(run);
  return `The weights of ${quote(name)} are in view as “${run.name}”, in a network as ${inView ? `that of “${inView.name}”` : 'it is set in the training'}.`;
}
