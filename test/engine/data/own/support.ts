// Texts as the reader of one's own data gets them, read to the end.
import { readTable } from '../../../../src/engine/data/own/readTable.ts';
import type { OwnChoices, OwnReading, OwnReport } from '../../../../src/engine/data/own/report.ts';
import type { Dataset } from '../../../../src/engine/data/dataset.ts';

export function finished<Result>(work: Generator<null, Result>): { readonly result: Result; readonly pauses: number } {
  for (let pauses = 0; ; pauses++) {
    const step = work.next();
    if (step.done) return { result: step.value, pauses };
  }
}

/** `name`: of the file; a text that is pasted has no ending. */
export const readText = (text: string, name = 'pasted', choices: OwnChoices = {}): OwnReading =>
  finished(readTable({ id: 'own-1', title: 'Mine', source: { name, text, notes: [] }, choices })).result;

/** The same for a text that makes a data set. */
export function readWell(text: string, name?: string, choices?: OwnChoices): { readonly report: OwnReport; readonly dataset: Dataset } {
  const { report, dataset, problem } = readText(text, name, choices);
  if (report === null || dataset === null) throw new Error(`It was not read: ${problem}`);
  return { report, dataset };
}
