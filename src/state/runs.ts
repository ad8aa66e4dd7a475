// Keeps the numbers in step with the document: whatever changes in it but the place on the clock asks for a new run.
import { tasks } from '../engine/tasks/index.ts';
import type { Job } from '../engine/job.ts';
import type { Client } from '../worker/client.ts';
import type { DocumentStore } from './documentStore.ts';
import { jobOf } from './job.ts';
import type { UnrolledDocument } from './document.ts';
import { same } from './same.ts';

/** The names of a run's rows and columns. They belong to the job, not to the document, which may be ahead of it. */
export interface RunLabels {
  /** One a time step. */
  readonly tokens: readonly string[];
  /** The vocabulary in force, one name a row of x. */
  readonly words: readonly string[];
  /** One name an output unit. */
  readonly outputs: readonly string[];
  /** Words of the sentence that were left out. */
  readonly unknown: readonly string[];
  /** What could not be done as the document says; empty where all could. */
  readonly notice: string;
}

const labels = new WeakMap<Job, RunLabels>();
const noLabels: RunLabels = { tokens: [], words: [], outputs: [], unknown: [], notice: '' };

export const labelsOf = (job: Job | null): RunLabels => (job && labels.get(job)) ?? noLabels;

/** The document without the place on the clock, which asks for no new numbers. */
const content = (document: UnrolledDocument): UnrolledDocument => ({ ...document, playhead: 0, fold: 0 });

/** The job of a document, with its labels kept for whoever draws its numbers. */
export function prepareJob(document: UnrolledDocument): Job {
  const { job, reading, notice } = jobOf(document);
  const { tokens, words, unknown } = reading;
  labels.set(job, { tokens, words, unknown, notice, outputs: tasks[document.task].outputs });
  return job;
}

/** Runs the document now and after each change of it, until the function it returns is called. */
export function followDocument(documents: DocumentStore, client: Client): () => void {
  let last = documents.getState().document;
  client.run(prepareJob(last));
  return documents.subscribe(({ document }) => {
    if (document === last) return;
    const isNew = !same(content(document), content(last));
    last = document;
    if (isNew) client.run(prepareJob(document));
  });
}
