// The table of operations that equations are made of. Adding one is a row in the file of its kind.
import { elementwiseOperations } from './elementwise.ts';
import { linearOperations } from './linear.ts';
import { lossOperations } from './losses.ts';
import type { Operation } from './operation.ts';

export const operations = {
  ...linearOperations,
  ...elementwiseOperations,
  ...lossOperations,
} as const satisfies Record<string, Operation>;

export type OperationId = keyof typeof operations;

/** The row of the table, by the common type. */
export function operationOf(id: OperationId): Operation {
  return operations[id];
}
