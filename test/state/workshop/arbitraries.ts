// Random settings of the workshop: valid ones, as a document holds them.
import fc from 'fast-check';
import { keptWorkshop, initialWorkshop, workshopGroups } from '../../../src/state/workshop/edit.ts';
import type { AnySetting } from '../../../src/state/workshop/setting.ts';
import type { Workshop } from '../../../src/state/workshop/workshop.ts';

const texts = ['none', '0', '1', 'lstm', 'sgd', 'cosine', 'bag', 'bowl', 'heat', 'greedy', 'cbow', 'own-1', 'a b', 'É~,;:()%', 'data', 'vectors'];

/** Values that a setting takes: what it reads of some texts, and numbers of its range. */
function valueOf({ first, range, read }: AnySetting): fc.Arbitrary<unknown> {
  const known = fc.constantFrom(first, ...texts.map(read).filter((value) => value !== undefined));
  if (!range) return known;
  return fc.oneof(known, range.whole ? fc.integer({ min: range.low, max: range.high }) : fc.double({ min: range.low, max: range.high, noNaN: true }));
}

const settings = fc.record(
  Object.fromEntries(workshopGroups.map(([group, rows]) => [group, fc.record(Object.fromEntries(rows.map(([key, row]) => [key, valueOf(row)])))])),
) as unknown as fc.Arbitrary<Workshop>; // made of the tables that the type is made of

/** As a document holds it: null where all is as at first. */
export const workshop: fc.Arbitrary<Workshop | null> = fc.oneof(fc.constant(null), settings, fc.constant(initialWorkshop)).map((each) => each && keptWorkshop(each));
