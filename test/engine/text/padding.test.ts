import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { padSequences, truncate, type Side } from '../../../src/engine/text/padding.ts';

fc.configureGlobal({ seed: 1 }); // the same examples each time

const sides = fc.constantFrom<Side>('pre', 'post');
const batches = fc.array(fc.array(fc.integer({ min: -1, max: 9 }), { maxLength: 8 }), { maxLength: 5 });

describe('padding', () => {
  it('goes to the end, and is marked', () => {
    const { length, indices, mask, lengths } = padSequences([[0, 1, 2], [3, 4, 5, 6, 7]]);
    expect(length).toBe(5);
    expect(indices).toEqual(Int32Array.of(0, 1, 2, -1, -1, 3, 4, 5, 6, 7));
    expect(mask).toEqual(Uint8Array.of(1, 1, 1, 0, 0, 1, 1, 1, 1, 1));
    expect(lengths).toEqual(Int32Array.of(3, 5));
  });

  it('goes to the beginning, if that is asked for', () => {
    const { indices, mask } = padSequences([[0, 1, 2], [3, 4, 5, 6, 7]], { pad: 'pre' });
    expect(indices).toEqual(Int32Array.of(-1, -1, 0, 1, 2, 3, 4, 5, 6, 7));
    expect(mask).toEqual(Uint8Array.of(0, 0, 1, 1, 1, 1, 1, 1, 1, 1));
  });

  it('comes with truncation where a length is given, and hands back what was cut off', () => {
    const late = padSequences([[0, 1, 2], [3]], { length: 2 });
    expect(late.indices).toEqual(Int32Array.of(0, 1, 3, -1));
    expect(late.cutOff).toEqual([Int32Array.of(2), Int32Array.of()]);
    const early = padSequences([[0, 1, 2], [3]], { length: 2, cut: 'pre', pad: 'pre' });
    expect(early.indices).toEqual(Int32Array.of(1, 2, -1, 3));
    expect(early.cutOff).toEqual([Int32Array.of(0), Int32Array.of()]);
  });

  it('is all there is of an empty sequence', () => {
    const { indices, lengths } = padSequences([[], [1, 2]]);
    expect(indices).toEqual(Int32Array.of(-1, -1, 1, 2));
    expect(lengths).toEqual(Int32Array.of(0, 2));
  });

  it('is told by the mask from a step without a word', () => {
    expect(padSequences([[1, -1], [1]]).mask).toEqual(Uint8Array.of(1, 1, 1, 0));
  });

  it('of no sequences is an empty matrix', () => {
    expect(padSequences([])).toMatchObject({ length: 0, indices: new Int32Array(0) });
    expect(padSequences([], { length: 3 })).toMatchObject({ length: 3, indices: new Int32Array(0) });
  });

  it('loses nothing: the mask and what was cut off lead back to the sequences', () => {
    const options = fc.record({ length: fc.option(fc.integer({ min: 1, max: 9 }), { nil: undefined }), pad: sides, cut: sides });
    fc.assert(
      fc.property(batches, options, (sequences, { length, pad, cut }) => {
        const padded = padSequences(sequences, { length, pad, cut });
        const T = padded.length;
        sequences.forEach((sequence, b) => {
          const isStep = (_: number, t: number): boolean => padded.mask[b * T + t] === 1;
          const row = [...padded.indices.subarray(b * T, (b + 1) * T)];
          const steps = row.filter(isStep);
          expect(steps.length).toBe(padded.lengths[b]);
          expect(cut === 'pre' ? [...padded.cutOff[b]!, ...steps] : [...steps, ...padded.cutOff[b]!]).toEqual(sequence);
          expect(row.filter((each, t) => !isStep(each, t))).toEqual(Array.from({ length: T - steps.length }, () => -1));
        });
      }),
    );
  });

  it.each([0, -1, 2.5, Number.NaN])('refuses a length of %s in words', (length) => {
    expect(() => padSequences([[1]], { length })).toThrow(
      `Sequences are brought to a whole number of steps, 1 or more, but the length asked for is ${length}.`,
    );
  });

  it.each([-2, 0.5, Number.NaN, 2 ** 31])('refuses the index %s, and says where it stands', (index) => {
    expect(() => padSequences([[1], [0, index]])).toThrow(`but step 2 of sequence 2 has ${index}.`);
  });
});

describe('truncation', () => {
  it('keeps the beginning, or the end', () => {
    expect(truncate([1, 2, 3, 4, 5], 3)).toEqual({ kept: Int32Array.of(1, 2, 3), cutOff: Int32Array.of(4, 5) });
    expect(truncate([1, 2, 3, 4, 5], 3, 'pre')).toEqual({ kept: Int32Array.of(3, 4, 5), cutOff: Int32Array.of(1, 2) });
  });

  it('leaves what is short enough', () => {
    expect(truncate([1, 2], 3)).toEqual({ kept: Int32Array.of(1, 2), cutOff: Int32Array.of() });
    expect(truncate([], 3, 'pre')).toEqual({ kept: Int32Array.of(), cutOff: Int32Array.of() });
  });
});
