// The curves of a training as words of its file: JSON, in which what is no finite number has its name.
import * as v from 'valibot';
import type { EpochRecord } from '../../../engine/workshop/job.ts';
import { recordShape } from '../runShape.ts';

export const writeRecords = (records: readonly EpochRecord[]): string =>
  JSON.stringify(records, (_, value: unknown) => (typeof value === 'number' && !Number.isFinite(value) ? String(value) : value));

/** Throws where they are none. */
export const readRecords = (text: string): readonly EpochRecord[] => v.parse(v.array(recordShape), JSON.parse(text));
