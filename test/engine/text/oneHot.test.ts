import { describe, expect, it } from 'vitest';
import { oneHot, oneHotShape } from '../../../src/engine/text/oneHot.ts';

describe('one-hot vectors', () => {
  it('have a single 1, at the index of the word', () => {
    expect(oneHot([0, 1, 4], 5)).toEqual(Float64Array.of(1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 1));
  });

  it('are zeros for no word', () => {
    expect(oneHot([-1, 1], 2)).toEqual(Float64Array.of(0, 0, 0, 1));
  });

  it('of nothing are none', () => {
    expect(oneHot([], 5)).toEqual(new Float64Array(0));
  });

  it.each([5, -2, 0.5])('do not exist for the index %s of 5 words', (index) => {
    expect(() => oneHot([0, index], 5)).toThrow(
      `The vocabulary has 5 words, with the indices 0 to 4, but step 2 has the index ${index}.`,
    );
  });
});

describe('the shape of a one-hot tensor', () => {
  it('is time steps by input features', () => {
    expect(oneHotShape(4, 5)).toEqual({
      sizes: [4, 5],
      names: ['time steps', 'input features'],
      words: '4 time steps × 5 input features',
      numbers: 20,
    });
  });

  it('has the sequences in front, in a batch', () => {
    expect(oneHotShape(10, 10_000, 3)).toMatchObject({
      sizes: [3, 10, 10_000],
      words: '3 sequences × 10 time steps × 10,000 input features',
      numbers: 300_000,
    });
  });

  it('says one in the singular', () => {
    expect(oneHotShape(1, 1, 1).words).toBe('1 sequence × 1 time step × 1 input feature');
  });

  it('is that of the tensor', () => {
    expect(oneHot([0, 1, 4, 2], 5).length).toBe(oneHotShape(4, 5).numbers);
  });
});
