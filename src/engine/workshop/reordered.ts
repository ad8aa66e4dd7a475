// Which rows of a data set only the order of their words can decide, and how right answers are on some of the rows.
import type { PreparedRow } from '../data/dataset.ts';
import type { Example, Model } from '../model.ts';
import type { Evaluation } from './job.ts';
import { tallyOf } from './tally.ts';

/** The words of a row without their order. */
const bagKey = ({ reading }: PreparedRow): string => JSON.stringify(reading.tokens[0].toSorted());

/** Positions of the rows whose very words stand in another row as well, in another order and with other targets: no count of words can tell the two apart. */
export function decidedByOrder(rows: readonly PreparedRow[]): ReadonlySet<number> {
  const targetsOf = new Map<string, Set<string>>();
  for (const row of rows) {
    const key = bagKey(row);
    targetsOf.set(key, (targetsOf.get(key) ?? new Set()).add(row.reading.targets.join()));
  }
  return new Set(rows.flatMap((row, position) => (targetsOf.get(bagKey(row))!.size > 1 ? [position] : [])));
}

/** Share of right answers among some of the rows that were evaluated: their places in `examples`. Null where there is none, or where answers are numbers. */
export function accuracyOn(model: Model, examples: readonly Example[], { answers }: Pick<Evaluation, 'answers'>, places: readonly number[]): number | null {
  const tally = tallyOf(model);
  for (const place of places) tally.add(examples[place]!.targets, answers[place]!, NaN);
  return tally.score().accuracy;
}
