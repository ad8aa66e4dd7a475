// Which rows are learned from and which are kept for validation: drawn by a seed, and within each class by the same share.
import { stream } from '../math/random.ts';

interface Split {
  /** Positions of rows, in their order. */
  readonly training: readonly number[];
  readonly validation: readonly number[];
}

/**
 * Keeps at most `share` of the rows for validation. `classes` has each row's class; rows without any have the same. Every class with two rows or more
 * stands on both sides where so many rows are kept at all, and every class stands among those that are learned from.
 */
export function splitRows(classes: readonly (string | number)[], share: number, seed: number): Split {
  const N = classes.length;
  // A share of 0.2 is a little more than a fifth as a number: 0.3 · 10 is 3 and not 2.999….
  const wanted = Math.min(Math.floor(share * N + 1e-9), N);
  const candidates = order(classes, seed, wanted).slice(0, wanted);
  const kept = new Uint8Array(N);
  for (const row of candidates) kept[row] = 1;
  const all = Array.from({ length: N }, (_, row) => row);
  return { training: all.filter((row) => kept[row] === 0), validation: all.filter((row) => kept[row] === 1) };
}

/** The rows that may be kept, those first that are kept rather: spread evenly over the classes, and by chance within each of them. */
function order(classes: readonly (string | number)[], seed: number, wanted: number): number[] {
  const groups = new Map<string | number, number[]>();
  classes.forEach((name, row) => {
    const group = groups.get(name);
    if (group) group.push(row);
    else groups.set(name, [row]);
  });
  const random = stream(seed, 'validation');
  const shuffled = [...groups.values()].map((rows) => {
    for (let k = rows.length - 1; k > 0; k--) {
      const other = random.integer(k + 1);
      [rows[k], rows[other]] = [rows[other]!, rows[k]!];
    }
    return rows;
  });
  const isEnough = wanted >= shuffled.filter((rows) => rows.length > 1).length;
  return shuffled
    // The last of a class stays to be learned from.
    .flatMap((rows) => rows.slice(0, -1).map((row, k) => ({ row, turn: k === 0 && isEnough ? 0 : (k + 0.5) / rows.length })))
    .toSorted((a, b) => a.turn - b.turn || a.row - b.row)
    .map(({ row }) => row);
}
