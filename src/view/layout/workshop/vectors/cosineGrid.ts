// A table of words against words as numbers: its cells, and names at its left and over it, slanted where they are longer than a cell.
import { textWidth, type Box } from '../../directLabels.ts';
import { ellipsised } from '../names.ts';

export interface CosineGridGeometry {
  readonly box: Box;
  /** Pixels of a cell's side. */
  readonly cell: number;
  readonly names: readonly string[];
  /** Whether a number has room in a cell. */
  readonly hasNumbers: boolean;
  readonly numberSize: number;
}

/** A column of names is as wide as its widest, which may be of wide letters. */
const wide = 1.15;
/** Letters of a name. */
const most = 11;

export function cosineGrid(words: readonly string[], { width, height, textSize }: { readonly width: number; readonly height: number; readonly textSize: number }): CosineGridGeometry {
  const names = words.map((word) => ellipsised(word, most));
  const longest = Math.max(0, ...names.map((name) => textWidth(name, textSize) * wide));
  const left = longest + 6;
  // At 45° the last name reaches to the right by as much as it reaches up.
  const slant = longest * Math.SQRT1_2 + textSize * 0.6;
  const n = Math.max(1, words.length);
  const cell = Math.max(4, Math.min((width - left - slant) / n, (height - slant - 4) / n));
  const numberSize = Math.min(textSize * 0.92, cell * 0.36);
  return { box: { x: left, y: slant + 2, width: cell * n, height: cell * n }, cell, names, hasNumbers: numberSize >= 7.5, numberSize };
}
