import { describe, expect, it } from 'vitest';
import { compact, fitNumber } from '../../../../src/view/draw/score/Cell.tsx';

describe('a number in a cell', () => {
  it('has its power of ten in short where the cell is narrow', () => {
    expect(fitNumber('3·10⁻⁴', 40, 20).written).toBe('3e−4');
    expect(fitNumber('3·10⁻⁴', 80, 20).written).toBe('3·10⁻⁴');
  });

  it('keeps its signs, and all digits of its exponent', () => {
    expect(compact('−2·10³⁰⁸')).toBe('−2e308');
    expect(compact('−0.25')).toBe('−0.25');
  });
});
