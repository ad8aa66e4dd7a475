// The read-outs of a batch as rows: which states each looks at, its target and its weight.
import { targetSlot } from '../equation/program.ts';
import type { Sequence } from '../run/sequences.ts';
import type { CellStep } from '../topology/index.ts';
import type { Layout } from './layout.ts';
import type { Order } from './order.ts';

interface ReadoutRows {
  /** Number of rows R. */
  readonly rows: number;
  /** The first line of the states, where those that are read stand one after the other. */
  readonly from: number;
  /** By chain that is read, the lines of the states where they do not; null where they do. */
  readonly lines: readonly Int32Array[] | null;
  /** [R][size of a target], 0 in rows that nobody reads. */
  readonly targets: Float64Array;
  /** [R], 0 in rows that nobody reads. */
  readonly weights: Float64Array;
  /** By sequence, the row of each of its read-outs in the order of time. */
  readonly places: readonly (readonly number[])[];
}

export function readoutsOf({ network, chains, readout: { reads } }: Layout, sequences: readonly Sequence[], order: Order): ReadoutRows {
  const all = sequences.flatMap(({ steps, readoutRows }, b) =>
    readsOf(steps, readoutRows).map(({ position, stateRows }) => ({ b, position, lines: reads.map((chain, k) => order.lineOf(chain, b, stateRows[k]!)) })),
  );
  let [from, to] = [Infinity, -Infinity];
  for (const { lines } of all) {
    from = Math.min(from, lines[0]!);
    to = Math.max(to, lines[0]!);
  }
  const span = to - from + 1;
  // A chain that is read at every step is read past the ends of its sequences too, with weight 0: there its states are 0.
  const isStraight = reads.length === 1 && (chains[reads[0]!]!.isInStep || span === all.length);
  const rows = isStraight ? span : all.length;

  const size = network.program.slots[targetSlot]!.size;
  const targets = new Float64Array(rows * size);
  const weights = new Float64Array(rows);
  const places: number[][] = sequences.map(() => []);
  all.forEach(({ b, position, lines }, k) => {
    const row = isStraight ? lines[0]! - from : k;
    const { example, lossWeight } = sequences[b]!;
    targets.set(example.targets.subarray(position * size, (position + 1) * size), row * size);
    weights[row] = lossWeight;
    places[b]![position] = row;
  });
  const lines = isStraight ? null : reads.map((_, k) => Int32Array.from(all, (each) => each.lines[k]!));
  return { rows, from: isStraight ? from : 0, lines, targets, weights, places };
}

/** A read-out of a list of steps: which in the order of time, and the states that it looks at. */
interface Read {
  readonly position: number;
  readonly stateRows: readonly number[];
}

/** Batches without end are made of the same lists. */
const known = new WeakMap<readonly CellStep[], readonly Read[]>();

function readsOf(steps: readonly CellStep[], readoutRows: readonly number[]): readonly Read[] {
  const found = known.get(steps);
  if (found) return found;
  const positions = new Map(readoutRows.map((row, position) => [row, position]));
  const made = steps.flatMap(({ readout }) => (readout ? [{ position: positions.get(readout.row)!, stateRows: readout.stateRows }] : []));
  known.set(steps, made);
  return made;
}
