// The reader's own label as it stands in a link.
import * as v from 'valibot';
import type { TaskId } from '../engine/tasks/index.ts';
import { expectedLabel, isLabel } from './labels.ts';
import { readNumber } from './numberText.ts';

/** How a label is read from a link; empty where there is none. */
export const labelOf = (task: TaskId): { readonly schema: v.GenericSchema<string, number | null>; readonly expected: string } => ({
  schema: v.union([
    v.pipe(v.literal(''), v.transform(() => null)),
    v.pipe(v.string(), v.transform(readNumber), v.number(), v.check((label) => isLabel(task, label))),
  ]),
  expected: expectedLabel(task),
});
