// How columns become texels: one each, or, where a column is narrower than a pixel, as many as fill one. A texel then bears the
// largest of its numbers, sign and all, so that nothing is lost or flickers when the picture moves.

/** Columns a texel: a power of two, 1 where columns are at least a pixel wide. `pitch`: device pixels a column. */
export function bucketOf(pitch: number): number {
  return pitch >= 1 || !(pitch > 0) ? 1 : 2 ** Math.ceil(Math.log2(1 / pitch));
}

/** Texels that are made at once. */
export const chunkTexels = 512;

/** A part of a strip that is made and kept as one picture: columns `from` … `to`, 1-based. */
export interface Chunk {
  readonly index: number;
  readonly from: number;
  readonly to: number;
}

/** The chunks that cover `from` … `to` of `count` columns. They lie the same whatever part of the strip is asked for. */
export function chunksOver(from: number, to: number, count: number, bucket: number): Chunk[] {
  const size = chunkTexels * bucket;
  const chunks: Chunk[] = [];
  for (let index = Math.floor((from - 1) / size); index * size < to; index++) {
    chunks.push({ index, from: index * size + 1, to: Math.min((index + 1) * size, count) });
  }
  return chunks;
}

/** The numbers of a strip: `at(column, row)`, columns from 1, rows from 0. */
export interface StripNumbers {
  readonly count: number;
  readonly rows: number;
  readonly at: (column: number, row: number) => number;
}

/** The largest in size of row `row` in columns `from` … `to`, with its sign; NaN where one is not a number. */
export function largestOf({ at }: StripNumbers, row: number, from: number, to: number): number {
  let largest = at(from, row);
  for (let column = from + 1; column <= to; column++) {
    const value = at(column, row);
    if (Number.isNaN(value)) return value;
    if (Math.abs(value) > Math.abs(largest)) largest = value;
  }
  return largest;
}

/** Their mean: of a row that is read at some of them, at how many. */
export function meanOf({ at }: StripNumbers, row: number, from: number, to: number): number {
  let sum = 0;
  for (let column = from; column <= to; column++) sum += at(column, row);
  return sum / (to - from + 1);
}

interface Filling {
  readonly bucket: number;
  /** What the numbers of a bucket become. */
  readonly gather: typeof largestOf;
  readonly colour: (value: number) => number;
}

/** Fills texels row by row with the colours of a chunk. `texels` has `rows` lines of `width`. */
export function fillTexels(texels: Uint32Array, width: number, numbers: StripNumbers, { from, to }: Chunk, { bucket, gather, colour }: Filling): void {
  for (let row = 0; row < numbers.rows; row++) {
    for (let column = from, k = row * width; column <= to; column += bucket, k++) {
      const value = bucket === 1 ? numbers.at(column, row) : gather(numbers, row, column, Math.min(column + bucket - 1, to));
      texels[k] = colour(value);
    }
  }
}
