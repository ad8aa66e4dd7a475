// A project as one file: what is set, the data sets of one's own that it needs, and the run in view. JSON with a name and a version. What is read is checked.
import * as v from 'valibot';
import type { Dataset } from '../../engine/data/dataset.ts';
import { decode, encode } from '../link.ts';
import type { UnrolledDocument } from '../document.ts';
import { keptWorkshop, workshopOf } from './edit.ts';
import { ownShape } from './ownShape.ts';
import type { TrainingRun } from './run.ts';
import { readRun, written } from './runFile.ts';

export const projectFormat = 'unrolled-project';
const version = 1;

export interface Project {
  readonly document: UnrolledDocument;
  /** One's own, of the settings and of the run; built-in ones come with the page. */
  readonly datasets: readonly Dataset[];
  /** Null where there is none. */
  readonly run: TrainingRun | null;
}

/** What its file holds, before arrays are written as text. */
export const projectContent = ({ document, datasets, run }: Project): object => ({ format: projectFormat, version, settings: encode(document), datasets, run });

export const writeProject = (project: Project): Blob => new Blob([JSON.stringify(projectContent(project), written)], { type: 'application/json' });

const shape = v.object({ settings: v.string(), datasets: v.array(ownShape), run: v.nullable(v.unknown()) });

/** Of a file's JSON. Throws with words for the reader where it is no project, or one that does not fit together. */
export function readProject(content: { readonly version?: unknown }): Project {
  if (content.version !== version) throw new Error(`This project is of version ${String(content.version)}, but this page reads version ${version}. Open it with the page that wrote it.`);
  const found = v.safeParse(shape, content);
  if (!found.success) {
    const [issue] = found.issues;
    throw new Error(`The project in this file cannot be read: ${v.getDotPath(issue) ?? 'the whole'} is not as expected. ${issue.message}.`);
  }
  const { settings, datasets, run } = found.output;
  return { document: decode(settings).document, datasets, run: run === null ? null : readRun(run) };
}

/** The same project with one of its data sets under another id, as its own is another data set's here. */
export function withDataId({ document, datasets, run }: Project, from: string, to: string): Project {
  const renamed = <Data extends { readonly set: string }>(data: Data): Data => (data.set === from ? { ...data, set: to } : data);
  const workshop = workshopOf(document);
  return {
    document: { ...document, workshop: keptWorkshop({ ...workshop, data: renamed(workshop.data) }) },
    datasets: datasets.map((dataset) => (dataset.id === from ? { ...dataset, id: to } : dataset)),
    run: run && { ...run, settings: { ...run.settings, data: renamed(run.settings.data) } },
  };
}
