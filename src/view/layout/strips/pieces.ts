// Where the parts of a strip lie on the screen: it is cut at the column in view, which is drawn by itself, and at the edges of its chunks.
import { chunksOver, type Chunk } from './buckets.ts';
import type { Range } from './knownRange.ts';

/** A part of one chunk: texels from `texel` on, `texels` of them (either may be a fraction), over `width` pixels from x. */
export interface Piece {
  readonly chunk: Chunk;
  readonly texel: number;
  readonly texels: number;
  readonly x: number;
  readonly width: number;
}

/** The ranges that are left of `from` … `to` without one column. */
export function withoutColumn({ from, to }: Range, hole: number): Range[] {
  if (hole < from || hole > to) return from <= to ? [{ from, to }] : [];
  return [{ from, to: hole - 1 }, { from: hole + 1, to }].filter((each) => each.from <= each.to);
}

interface PieceSpec {
  /** Columns that are drawn, without a hole. */
  readonly range: Range;
  readonly count: number;
  readonly bucket: number;
  /** Left edge of column `range.from`, and from one column to the next, in pixels. */
  readonly x: number;
  readonly pitch: number;
}

/** The pieces of a range from left to right; they join without gaps. */
export function piecesOf({ range, count, bucket, x, pitch }: PieceSpec): Piece[] {
  return chunksOver(range.from, range.to, count, bucket).map((chunk) => {
    const from = Math.max(range.from, chunk.from);
    const to = Math.min(range.to, chunk.to);
    return {
      chunk,
      texel: (from - chunk.from) / bucket,
      texels: (to - from + 1) / bucket,
      x: x + (from - range.from) * pitch,
      width: (to - from + 1) * pitch,
    };
  });
}
