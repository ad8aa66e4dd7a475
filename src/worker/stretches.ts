// Which rows of which values some steps write: a step those of its chain, and where an output is read, those of the read-out.
import type { Program } from '../engine/equation/program.ts';
import type { CellStep } from '../engine/topology/index.ts';

/** Rows that stand one after another. */
interface Stretch {
  first: number;
  count: number;
}

interface Writes {
  /** Positions of slots that are written together. */
  readonly slots: readonly number[];
  /** Of each slot, in the order in which they are written. */
  readonly rows: readonly Stretch[];
}

/** The slots that the steps of each chain write, and those of the read-out, which come last. */
export function writersOf({ slots, chains }: Program): readonly (readonly number[])[] {
  let found = known.get(slots);
  if (!found) {
    const of = (chain: number): number[] => slots.flatMap((slot, s) => (slot.stage !== 'given' && slot.chain === chain ? [s] : []));
    found = [...chains.map((_, c) => of(c)), of(-1)];
    known.set(slots, found);
  }
  return found;
}

const known = new WeakMap<Program['slots'], readonly (readonly number[])[]>();

/** What steps `from` to `to` (exclusive) write. */
export function writesOf(program: Program, steps: readonly CellStep[], from: number, to: number): Writes[] {
  const writers = writersOf(program);
  const rows = writers.map((): Stretch[] => []);
  for (let k = from; k < to; k++) {
    const { chain, row, readout } = steps[k] as CellStep;
    addRow(rows[chain] as Stretch[], row);
    if (readout) addRow(rows[writers.length - 1] as Stretch[], readout.row);
  }
  return writers.map((slots, c) => ({ slots, rows: rows[c] as Stretch[] })).filter((each) => each.rows.length > 0);
}

/** Rows come one after another, upwards or downwards. */
function addRow(stretches: Stretch[], row: number): void {
  const last = stretches.at(-1);
  if (last && row === last.first + last.count) last.count += 1;
  else if (last && row === last.first - 1) {
    last.first = row;
    last.count += 1;
  } else stretches.push({ first: row, count: 1 });
}
