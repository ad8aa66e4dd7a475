// Visible columns in blocks that stay the same while the playhead moves, so that only the block in view is drawn again.

export interface Run {
  /** First and last column, both 1-based and included. */
  readonly from: number;
  readonly to: number;
}

/** Blocks of at most `size` columns from `from` to `to`, aligned to the size, and without the column `hole`. */
export function runsOf(from: number, to: number, hole: number, size = 32): Run[] {
  const runs: Run[] = [];
  for (let start = Math.floor((from - 1) / size) * size + 1; start <= to; start += size) {
    const end = start + size - 1;
    if (hole < start || hole > end) runs.push({ from: start, to: end });
    else {
      if (hole > start) runs.push({ from: start, to: hole - 1 });
      if (hole < end) runs.push({ from: hole + 1, to: end });
    }
  }
  return runs.flatMap((run) => {
    const clipped = { from: run.from, to: Math.min(run.to, to) };
    return clipped.from <= clipped.to && clipped.to >= from ? [clipped] : [];
  });
}
