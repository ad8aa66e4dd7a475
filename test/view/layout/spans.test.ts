import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spansOf } from '../../../src/view/layout/spans.ts';
import { lowered, raised } from '../../../src/view/theme/format.ts';

/** How far below the line each span stands, in letters of the line. */
const depths = (text: string): number[] => {
  let depth = 0;
  return spansOf(text).map(({ size, dy }) => (depth += dy * size));
};

describe('the spans of a text of a drawing', () => {
  it('are one where there is nothing small', () => {
    expect(spansOf('never more than 0.25')).toEqual([{ text: 'never more than 0.25', size: 1, dy: 0 }]);
    expect(spansOf('')).toEqual([]);
  });

  it('set an exponent in digits of the usual kind, three quarters as large, by 0.45 of them above the line', () => {
    const [mantissa, exponent, ...rest] = spansOf('1.9·10⁻⁷');
    expect([mantissa, rest]).toEqual([{ text: '1.9·10', size: 1, dy: 0 }, []]);
    expect(exponent).toMatchObject({ text: '−7', size: 0.75 });
    expect(exponent?.dy).toBeCloseTo(-0.45, 12);
  });

  it('set an index, without its underscore, a quarter of a letter below the line', () => {
    expect(spansOf('σ_max·γ').map(({ text, size }) => [text, size])).toEqual([['σ', 1], ['max', 0.75], ['·γ', 1]]);
    expect(depths('σ_max·γ')[1]).toBeCloseTo(0.25, 12);
  });

  it('stand on the line again after an index or an exponent', () => {
    expect(depths('3·10⁻⁴ → W_hh 2').map((depth) => Number(depth.toFixed(12)) + 0)).toEqual([0, -0.3375, 0, 0.25, 0]);
    // From below the line straight to above it.
    expect(depths('x_t²').map((depth) => Number(depth.toFixed(12)))).toEqual([0, 0.25, -0.3375]);
    expect(depths('²/3').map((depth) => Number(depth.toFixed(12)) + 0)).toEqual([-0.3375, 0]);
  });

  it('keep every sign of the text but the underscores of indices', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.constantFrom('σ_max', ' → ', '1/γ = ', '·10'), fc.maxSafeInteger().map(raised))), (pieces) => {
        const text = pieces.join('');
        expect(spansOf(text).map((span) => span.text).join('')).toBe(lowered(text.replaceAll('_', '')));
        expect(spansOf(text).every((span) => span.text !== '')).toBe(true);
      }),
      { seed: 6 },
    );
  });
});
