import { describe, expect, it } from 'vitest';
import { apart } from '../../../src/view/panels/whatif/apart.ts';

describe('two numbers side by side', () => {
  it('have the chosen digits where these tell them apart', () => {
    expect(apart(0.64, 0.71, 2)).toEqual({ from: '0.64', to: '0.71', difference: '+0.07' });
    expect(apart(0.5, -0.25, 3)).toEqual({ from: '0.500', to: '−0.250', difference: '−0.750' });
  });

  it('have as many more as it takes', () => {
    expect(apart(0.00518, 0.0049, 2)).toEqual({ from: '0.0052', to: '0.0049', difference: '−0.0003' });
    expect(apart(0.0094, 0.0122, 2)).toEqual({ from: '0.009', to: '0.012', difference: '+0.003' });
  });

  it('have a power of ten where they are closer than digits tell, or very large', () => {
    expect(apart(1e-9, 3e-9, 2)).toEqual({ from: '1.000·10⁻⁹', to: '3.000·10⁻⁹', difference: '+2.000·10⁻⁹' });
    expect(apart(0, 1e300, 2).to).toBe('1.000·10³⁰⁰');
  });

  it('say what is no number', () => {
    expect(apart(0.5, NaN, 2).to).toBe('not a number');
    expect(apart(0.5, Infinity, 2).to).toBe('∞');
  });

  it('are the same where nothing has changed', () => {
    expect(apart(0.25, 0.25, 2)).toEqual({ from: '0.25', to: '0.25', difference: '0.00' });
  });
});
