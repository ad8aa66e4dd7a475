// A project as a file: settings, one's own data and the run come back; wrong files are met with words, and nothing of one's own is written over.
import { describe, expect, it } from 'vitest';
import * as v from 'valibot';
import { createDocumentStore } from '../../../src/state/documentStore.ts';
import { initialDocument } from '../../../src/state/defaults.ts';
import { writeSafetensors } from '../../../src/engine/interchange/safetensors.ts';
import { writeNpz } from '../../../src/engine/interchange/npz.ts';
import type { Dataset } from '../../../src/engine/data/dataset.ts';
import { datasets } from '../../../src/state/workshop/datasets.ts';
import { keptWorkshop, workshopOf } from '../../../src/state/workshop/edit.ts';
import { measured } from '../../../src/state/workshop/fileSize.ts';
import { openFile } from '../../../src/state/workshop/openFile.ts';
import { ownShape } from '../../../src/state/workshop/ownShape.ts';
import { projectContent, writeProject, type Project } from '../../../src/state/workshop/project.ts';
import { runContent, writeRunFile } from '../../../src/state/workshop/runFile.ts';
import { settingsCommand } from '../../../src/state/workshop/runSettings.ts';
import { workshopRuns } from '../../../src/state/workshop/runs.ts';
import { readWell } from '../../engine/data/own/support.ts';
import { Bench, settingsWith } from './training.ts';

const films = (id: string, extra = 'fine,yes'): Dataset => ({ ...readWell(`text,label\nGood film,yes\nbad film,no\n${extra}`).dataset, id });

/** A project over one's own data, with a run on them. */
async function projectOf(id: string, extra?: string): Promise<Project> {
  const dataset = films(id, extra);
  const start = initialDocument();
  const workshop = workshopOf(start);
  const document = { ...start, section: 'workshop' as const, workshop: keptWorkshop({ ...workshop, data: { ...workshop.data, set: id }, training: { ...workshop.training, hiddenSize: 5 } }) };
  const run = await new Bench().trained({ epochs: 2 });
  return { document, datasets: [dataset], run: { ...run, id: `run-${id}`, settings: { ...run.settings, data: { ...run.settings.data, set: id } } } };
}

const open = async (content: BlobPart, name = 'a.unrolled', documents = createDocumentStore(initialDocument())) => ({ ...(await openFile(new File([content], name), documents)), documents });
const own = (id: string): Dataset | undefined => datasets.store.getState().own.find(({ dataset }) => dataset.id === id)?.dataset;

describe('a project as a file', () => {
  it('is open again with all that it holds: settings, data, and the run with its weights', async () => {
    const project = await projectOf('own-p1');
    const { words, isOpened, documents } = await open(writeProject(project));
    expect([words, isOpened]).toEqual(['The project is open: its settings, the data “Mine” and the run “RNN with tanh, 4 units, Adam, η = 0.01”.', true]);
    expect(documents.getState().document).toEqual(project.document);
    expect(documents.getState().undoWords).toBe('open the project');
    expect(own('own-p1')).toEqual(JSON.parse(JSON.stringify(project.datasets[0])));
    expect(workshopRuns.store.getState().runs[0]).toEqual(project.run);
    expect(workshopRuns.store.getState().shown).toBe('run-own-p1');
  });

  it('opened twice brings no second data set and no second run; where another one has its name, both stay and the run means its own', async () => {
    const project = await projectOf('own-p2');
    const counts = (): number[] => [datasets.store.getState().own.length, workshopRuns.store.getState().runs.length];
    await open(writeProject(project));
    const before = counts();
    await open(writeProject(project));
    expect(counts()).toEqual(before);
    const { documents } = await open(writeProject(await projectOf('own-p2', 'dull,no')));
    expect(own('own-p2')?.task.rows.at(-1)?.text).toBe('fine');
    expect(own('own-p2-2')?.task.rows.at(-1)?.text).toBe('dull');
    expect(workshopOf(documents.getState().document).data.set).toBe('own-p2-2');
    expect(workshopRuns.store.getState().runs[0]?.settings.data.set).toBe('own-p2-2');
  });

  it('is as large as it was said to be, and so is a run', async () => {
    const project = await projectOf('own-p3');
    const size = measured(projectContent(project));
    expect(size.bytes).toBe(writeProject(project).size);
    expect(size.head).toMatch(/^\{"format":"unrolled-project","version":1,"settings":"task=/);
    if (!project.run) throw new Error('A run is expected.');
    expect(measured(runContent(project.run)).bytes).toBe(writeRunFile(project.run).size);
  });

  it('of another version or with wrong parts is refused with words, and nothing is changed', async () => {
    const content = JSON.parse(await writeProject(await projectOf('own-p4')).text()) as object;
    const refused = async (changes: object): Promise<string> => {
      const { words, isOpened, documents } = await open(JSON.stringify({ ...content, ...changes }));
      expect([isOpened, documents.getState().document]).toEqual([false, initialDocument()]);
      return words;
    };
    expect(await refused({ version: 3 })).toBe('This project is of version 3, but this page reads version 1. Open it with the page that wrote it.');
    expect(await refused({ datasets: [{ id: 'own-x' }] })).toContain('datasets.0');
    expect(await refused({ run: { id: 'run-x' } })).toContain('The run in this file cannot be read');
    expect(own('own-p4')).toBeUndefined();
  });
});

describe('a data set of one’s own', () => {
  it('of any kind comes through JSON as it is', () => {
    const texts = ['text,label\nGood,yes\nbad,no', 'hello\nworld\nmany words', 'day,temperature\n1,4.5\n2,5\n3,6\n4,5.5\n5,5\n6,7\n7,8', 'cat > chat\ndog > chien\nbird > oiseau', 'Anna/PER lives/O here/O\nwe/O saw/O Bob/PER'];
    const made = texts.map((text) => ({ ...readWell(text).dataset, id: 'own-any' }));
    expect(new Set(made.map(({ task }) => task.topology)).size).toBeGreaterThan(1);
    for (const dataset of made) expect(v.parse(ownShape, JSON.parse(JSON.stringify(dataset)))).toEqual(JSON.parse(JSON.stringify(dataset)));
  });
});

describe('a file that is opened', () => {
  it('as a run is taken in', async () => {
    const run = await new Bench().trained({ epochs: 2 });
    expect(await open(writeRunFile(run), 'x.unrolled-run')).toMatchObject({ isOpened: true, words: '“RNN with tanh, 4 units, Adam, η = 0.01” is taken in: 2 epochs over First tokens.' });
  });

  it('that is none of this page’s is met with what was seen and what is expected', async () => {
    const words = async (content: BlobPart, name: string): Promise<string> => {
      const { words: said, isOpened } = await open(content, name);
      expect(isOpened).toBe(false);
      return said;
    };
    expect(await words('word,label\ngood,1\n', 'films.csv')).toMatch(/“films\.csv” is no file of this page\. Expected is .* A table or a text to learn from is dropped in the room “Data”\./);
    expect(await words('', 'empty')).toContain('“empty” is empty');
    expect(await words(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 1, 2, 3, 4, 5]), 'a.png')).toContain('a picture (PNG)');
    expect(await words('{"format":"other"}', 'a.json')).toContain('holds no weights');
    expect(await words('{"format":', 'a.json')).toContain('is no file of this page');
    expect(await words(new Uint8Array([0x89, 0x48, 0x44, 0x46, 13, 10, 26, 10, 0]), 'a.h5')).toContain('HDF5');
  });

  it('with weights of another network says which do not fit', async () => {
    for (const [run] of [workshopRuns.store.getState().runs]) if (run) workshopRuns.show('run-none');
    const tensors = [{ name: 'weight_ih_l0', shape: [2, 2], data: new Float64Array(4) }];
    for (const content of [writeSafetensors(tensors), writeNpz(tensors)]) {
      const { words, isOpened } = await open(content as BlobPart, 'w.bin');
      expect([isOpened, words.split('\n')[0]]).toEqual([false, 'These weights do not fit the network, so nothing was changed.']);
      expect(words).toContain('weight_ih_l0 is 2 × 2 instead of 8 × ');
    }
  });
});

describe('the settings of a run', () => {
  it('are put into force as one entry of the undo menu; the place and the pace stay', () => {
    const documents = createDocumentStore(initialDocument());
    const settings = settingsWith({ hiddenSize: 9, pace: 'slow', sentence: 'movie' }, { set: 'parity', row: 4 });
    documents.getState().dispatch(settingsCommand(documents.getState().document, settings, 'open a trained network'));
    const { data, training } = workshopOf(documents.getState().document);
    expect(data).toEqual({ ...settings.data, row: 0 });
    expect(training).toEqual({ ...settings.training, pace: 'fast', sentence: '' });
    expect(documents.getState().undoWords).toBe('open a trained network');
  });
});
