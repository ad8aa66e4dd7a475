// The signs of operations inside a cell, and what each multiplies a gradient by on its way back.
import type { OperationId } from '../../../engine/equation/operations.ts';

interface Glyph {
  readonly sign: string;
  /** Letters are smaller than signs. */
  readonly isWord: boolean;
  /** How its derivative is written. */
  readonly slope: string | null;
}

const glyphs: Readonly<Partial<Record<OperationId, Glyph>>> = {
  add: { sign: '+', isWord: false, slope: null },
  times: { sign: '⊙', isWord: false, slope: null },
  sigmoid: { sign: 'σ', isWord: false, slope: 'σ′' },
  tanh: { sign: 'tanh', isWord: true, slope: 'tanh′' },
  relu: { sign: 'ReLU', isWord: true, slope: 'ReLU′' },
  complement: { sign: '1−', isWord: false, slope: '(−1)' },
};

export const glyphOf = (operation: OperationId): Glyph => glyphs[operation] ?? { sign: operation, isWord: true, slope: null };
