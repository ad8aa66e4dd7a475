// A run as one file: JSON with a name and a version, its arrays as base64. What is read is checked, so that a wrong file is met with words.
import * as v from 'valibot';
import { createNetwork, requireParameters } from '../../engine/network.ts';
import { optimisers } from '../../engine/learn/optimisers.ts';
import { quote } from '../words.ts';
import { toBase64 } from './base64.ts';
import type { TrainingRun } from './run.ts';
import { runShape } from './runShape.ts';

export const runFormat = 'unrolled-training-run';
const version = 1;

/** Bytes beyond which a file is not read: no run is as large. */
const largestFile = 200_000_000;

/** For `JSON.stringify`: JSON has no word for what is not a finite number, and none for arrays of numbers. */
export const written = (_: string, value: unknown): unknown => {
  if (typeof value === 'number' && !Number.isFinite(value)) return String(value);
  return value instanceof Float64Array ? toBase64(value) : value;
};

/** What its file holds, before arrays are written as text. */
export const runContent = (run: TrainingRun): object => ({ format: runFormat, version, run });

export const writeRunFile = (run: TrainingRun): Blob => new Blob([JSON.stringify(runContent(run), written)], { type: 'application/json' });

/** Fails with words for the reader where it is not a run, or one that does not fit together. */
export async function readRunFile(file: Blob): Promise<TrainingRun> {
  if (file.size > largestFile) throw new Error(`The file has ${Math.round(file.size / 1e6)} MB; a run has at most ${largestFile / 1e6} MB.`);
  const content = parsed(await file.text());
  if (content.format !== runFormat) throw new Error(`This is not a run from this page: a file is expected that says “format”: “${runFormat}”, but this one ${content.format === undefined ? 'names no format' : `says ${quote(typeof content.format === 'string' ? content.format : JSON.stringify(content.format))}`}.`);
  if (content.version !== version) throw new Error(`This run is of version ${String(content.version)}, but this page reads version ${version}. Open it with the page that wrote it.`);
  return readRun(content.run);
}

/** A run out of JSON. Throws with words for the reader where it is none, or one that does not fit together. */
export function readRun(content: unknown): TrainingRun {
  const found = v.safeParse(runShape, content);
  if (!found.success) {
    const [issue] = found.issues;
    throw new Error(`The run in this file cannot be read: ${v.getDotPath(issue) ?? 'the whole'} is not as expected. ${issue.message}.`);
  }
  const run = found.output;
  requireFitting(run);
  return { ...run, status: run.status === 'running' ? 'paused' : run.status };
}

function parsed(text: string): { readonly format?: unknown; readonly version?: unknown; readonly run?: unknown } {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    throw new Error('This is not a run from this page: the file is no JSON. A run is a file that this page has written itself.');
  }
  if (typeof content === 'object' && content !== null) return content;
  throw new Error('This is not a run from this page: its JSON holds no object. A run is a file that this page has written itself.');
}

/** Throws in words where weights do not fit the network that they are said to be of. */
function requireFitting({ job, checkpoints }: TrainingRun): void {
  const network = createNetwork(job.model);
  for (const { parameters, memory } of checkpoints) {
    requireParameters(network, parameters);
    optimisers[memory.id].make({}, parameters.length).restore(memory);
  }
}
