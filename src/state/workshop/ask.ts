// One procedure of the workshop's workers as a promise: its result, or words for the reader.
import type { CallOptions, ProcedureId, Procedures } from '../../worker/workshop/procedures.ts';
import { workshopClient } from './client.ts';

export function askWorkshop<Id extends ProcedureId>(procedure: Id, input: Procedures[Id]['input'], options?: CallOptions): Promise<Procedures[Id]['result']> {
  return new Promise((resolve, reject) => {
    workshopClient().call(procedure, input, { onDone: resolve, onFailed: (words) => reject(new Error(words)) }, options);
  });
}
