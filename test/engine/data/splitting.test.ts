import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitRows } from '../../../src/engine/data/splitting.ts';

const classes = fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 60 });
const share = fc.double({ min: 0, max: 0.9, noNaN: true });
const seed = fc.integer({ min: 0, max: 2 ** 32 - 1 });

describe('the split into rows to learn from and rows for validation', () => {
  it('has every row on one side, in order, and keeps no more than the share', () => {
    fc.assert(
      fc.property(classes, share, seed, (names, part, s) => {
        const { training, validation } = splitRows(names, part, s);
        expect([...training, ...validation].toSorted((a, b) => a - b)).toEqual(names.map((_, row) => row));
        for (const side of [training, validation]) expect(side).toEqual(side.toSorted((a, b) => a - b));
        expect(validation.length).toBeLessThanOrEqual(part * names.length + 1e-6);
      }),
    );
  });

  it('learns from every class, and validates each that has two rows where so many rows are kept', () => {
    fc.assert(
      fc.property(classes, share, seed, (names, part, s) => {
        const { training, validation } = splitRows(names, part, s);
        const of = (rows: readonly number[]): Set<number> => new Set(rows.map((row) => names[row]!));
        expect(of(training)).toEqual(new Set(names));
        const paired = new Set(names.filter((name) => names.filter((other) => other === name).length > 1));
        const isEnough = Math.floor(part * names.length) >= paired.size;
        expect([...paired].filter((name) => isEnough && !of(validation).has(name))).toEqual([]);
      }),
    );
  });

  it('keeps the same share of each class', () => {
    const names = Array.from({ length: 1000 }, (_, row) => (row < 700 ? 'a' : 'b'));
    const { validation } = splitRows(names, 0.2, 5);
    expect(validation).toHaveLength(200);
    expect(validation.filter((row) => row < 700)).toHaveLength(140);
  });

  it('follows from the seed alone', () => {
    const names = Array.from({ length: 40 }, () => 0);
    expect(splitRows(names, 0.25, 3)).toEqual(splitRows(names, 0.25, 3));
    expect(splitRows(names, 0.25, 3)).not.toEqual(splitRows(names, 0.25, 4));
  });

  it('keeps three of ten at a share of 0.3, although that is a little less as a number, and none of three at 0.2', () => {
    expect(splitRows(Array.from({ length: 10 }, () => 0), 0.3, 1).validation).toHaveLength(3);
    expect(splitRows([1, 0, 0], 0.2, 1).validation).toEqual([]);
    expect(splitRows([0], 0.9, 1)).toEqual({ training: [0], validation: [] });
    expect(splitRows([], 0.5, 1)).toEqual({ training: [], validation: [] });
  });
});
