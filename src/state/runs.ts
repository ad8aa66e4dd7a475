// Keeps the numbers in step with the document: whatever changes in it but how it is looked at asks for a new run.
import { tasks } from '../engine/tasks/index.ts';
import type { Job } from '../engine/job.ts';
import type { Example } from '../engine/model.ts';
import type { Axis } from '../engine/topology/index.ts';
import { inputsOf } from '../engine/run/sequences.ts';
import type { Client } from '../worker/client.ts';
import { jobOf } from './job.ts';
import type { UnrolledDocument } from './document.ts';
import { same } from './same.ts';

/** The names of a run's rows and columns. They belong to the job, not to the document, which may be ahead of it. */
export interface RunLabels {
  /** By axis: a name for each time step. */
  readonly tokens: readonly [readonly string[], readonly string[]];
  /** By axis: a name for each row of x, which is a word of the vocabulary in force, or a feature. */
  readonly words: readonly [readonly string[], readonly string[]];
  /** One name an output unit. */
  readonly outputs: readonly string[];
  /** Words of the sentence that were left out. */
  readonly unknown: readonly string[];
  /** What could not be done as the document says; empty where all could. */
  readonly notice: string;
}

/** By recipe, which a job keeps when it turns out to read something else than it was asked to. */
const labels = new WeakMap<Job['recipe'], { readonly labels: RunLabels; readonly example: Example }>();
/** Of what a run has read freely. */
const freeLabels = new WeakMap<Job, RunLabels>();
const noLabels: RunLabels = { tokens: [[], []], words: [[], []], outputs: [], unknown: [], notice: '' };

/** The labels of a job that was prepared here, or of the job that a run of it has published. */
export function labelsOf(job: Job | null): RunLabels {
  const known = job && labels.get(job.recipe);
  if (!known) return noLabels;
  if (job.example === known.example) return known.labels;
  let free = freeLabels.get(job);
  if (!free) freeLabels.set(job, (free = asRead(known.labels, job.example)));
  return free;
}

/** The labels where a run has read other words than the sentence has. */
function asRead({ tokens, words, ...rest }: RunLabels, example: Example): RunLabels {
  const along = (axis: Axis): readonly string[] => {
    const read = inputsOf(example, axis);
    return read?.kind === 'one-hot' ? Array.from(read.indices, (index) => words[axis][index] ?? '') : tokens[axis];
  };
  return { ...rest, words, tokens: [along(0), along(1)] };
}

/** The document without what only says how it is looked at, which asks for no new numbers. */
export function numbersOf(document: UnrolledDocument): UnrolledDocument {
  return { ...document, playhead: 0, fold: 0, gates: false, inside: 0, notation: 'papers', rival: null, section: 'score', laboratory: null, workshop: null };
}

/** The job of a document, with its labels kept for whoever draws its numbers. */
export function prepareJob(document: UnrolledDocument): Job {
  const { job, reading, notice } = jobOf(document);
  const { tokens, words, unknown } = reading;
  const { outputs } = tasks[document.task];
  labels.set(job.recipe, { labels: { tokens, words, unknown, notice, outputs }, example: job.example });
  return job;
}

/** What has a document, and says when it has another one. */
export interface Documents {
  getState(): { readonly document: UnrolledDocument };
  subscribe(listener: (state: { readonly document: UnrolledDocument }) => void): () => void;
}

/** Runs the document now and after each change of it, until the function it returns is called. */
export function followDocument(documents: Documents, client: Client): () => void {
  let last = documents.getState().document;
  client.run(prepareJob(last));
  return documents.subscribe(({ document }) => {
    if (document === last) return;
    const isNew = !same(numbersOf(document), numbersOf(last));
    last = document;
    if (isNew) client.run(prepareJob(document));
  });
}
