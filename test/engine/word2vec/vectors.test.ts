import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { identity } from '../../../src/engine/math/linear.ts';
import { analogy, cosineSimilarity, cosineTable, nearestTo, nearestWords, vectorOf } from '../../../src/engine/word2vec/vectors.ts';

fc.configureGlobal({ seed: 1 }); // the same examples each time

const v = (...numbers: readonly number[]): Float64Array => Float64Array.from(numbers);

describe('the cosine similarity', () => {
  it('is 1 along, −1 against, 0 across, and √½ halfway', () => {
    expect(cosineSimilarity(v(1, 2), v(2, 4))).toBe(1);
    expect(cosineSimilarity(v(1, 2), v(-3, -6))).toBe(-1);
    expect(cosineSimilarity(v(1, 2), v(-2, 1))).toBe(0);
    expect(cosineSimilarity(v(1, 0), v(5, 5))).toBeCloseTo(Math.SQRT1_2, 15);
  });

  it('is the same for vectors of any length, from the smallest numbers to the largest', () => {
    for (const scale of [5e-324, 1e-320, 1e-200, 1e200, 1e308]) {
      expect(cosineSimilarity(v(scale, scale), v(1, 1))).toBeCloseTo(1, 14);
      expect(cosineSimilarity(v(scale, 0), v(scale, scale))).toBeCloseTo(Math.SQRT1_2, 14);
    }
  });

  it('is null for a vector without a direction', () => {
    expect(cosineSimilarity(v(0, 0), v(1, 1))).toBeNull();
    expect(cosineSimilarity(v(1, 1), v(0, Infinity))).toBeNull();
    expect(cosineSimilarity(v(1, Number.NaN), v(1, 1))).toBeNull();
  });

  it('needs vectors of one length', () => {
    expect(() => cosineSimilarity(v(1), v(1, 2))).toThrow('Only vectors of the same length have an angle, but one has 1 numbers and the other 2.');
  });

  it('is between −1 and 1, symmetric, and 1 of a vector with itself', () => {
    const numbers = fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), { minLength: 4, maxLength: 4 }).map((all) => Float64Array.from(all));
    fc.assert(
      fc.property(numbers, numbers, (a, b) => {
        fc.pre(a.some((x) => x !== 0) && b.some((x) => x !== 0));
        const similarity = cosineSimilarity(a, b)!;
        expect(Math.abs(similarity)).toBeLessThanOrEqual(1);
        expect(cosineSimilarity(b, a)).toBe(similarity);
        expect(cosineSimilarity(a, a)).toBeCloseTo(1, 14);
      }),
    );
  });
});

describe('words', () => {
  // king, queen, man, woman, stone: royalty along the first number, men and women along the second.
  const vectors = { values: v(3, 1, 3, -1, 1, 1, 1, -1, -1, 0), dimension: 2 };
  const [king, queen, man, woman, stone] = [0, 1, 2, 3, 4] as const;

  it('are listed by how near they are, the word itself left out', () => {
    const near = nearestWords(vectors, king, 10);
    expect(near.map(({ word }) => word)).toEqual([man, queen, woman, stone]);
    expect(near[0]!.similarity).toBeCloseTo(4 / Math.sqrt(20), 14);
    expect(nearestWords(vectors, king, 2).length).toBe(2);
  });

  it('that are equally near are listed by index', () => {
    expect(nearestTo(vectors, v(1, 0), 5).map(({ word }) => word)).toEqual([king, queen, man, woman, stone]);
  });

  it('without a direction are left out', () => {
    expect(nearestWords({ values: v(1, 0, 0, 0, 1, 1), dimension: 2 }, 0, 5).map(({ word }) => word)).toEqual([2]);
    expect(nearestTo(vectors, v(0, 0), 5)).toEqual([]);
  });

  it('have an analogy: king − man + woman is queen', () => {
    const { point, nearest } = analogy(vectors, [king, man, woman], 3);
    expect(point).toEqual(v(3, -1));
    expect(nearest.map(({ word }) => word)).toEqual([queen, stone]);
    expect(nearest[0]!.similarity).toBeCloseTo(1, 15);
  });

  it('have an analogy of directions too, in which lengths have no part', () => {
    const long = { values: v(300, 100, 3, -1, 1, 1, 1, -1, -1, 0), dimension: 2 };
    const of = (from: typeof vectors) => analogy(from, [king, man, woman], 1, 'unit');
    of(long).point.forEach((x, j) => expect(x).toBeCloseTo(of(vectors).point[j]!, 14));
    expect(of(long).nearest[0]!.word).toBe(queen);
    const tiny = { values: vectors.values.map((x) => x * Number.MIN_VALUE), dimension: 2 };
    of(tiny).point.forEach((x, j) => expect(x).toBeCloseTo(of(vectors).point[j]!, 14));
  });

  it('have a table of all pairs', () => {
    const table = cosineTable(vectors);
    expect(table.length).toBe(5);
    table.forEach((row, i) => row.forEach((similarity, j) => expect(similarity).toBe(table[j]![i])));
    expect(table[man]![woman]).toBe(0);
    expect(cosineTable(vectors, [man, king])).toEqual([
      [table[man]![man], table[man]![king]],
      [table[king]![man], table[king]![king]],
    ]);
  });

  it('as one-hot vectors are all equally unlike', () => {
    expect(cosineTable({ values: identity(3), dimension: 3 })).toEqual([
      [1, 0, 0],
      [0, 1, 0],
      [0, 0, 1],
    ]);
  });

  it('that do not exist have no vector', () => {
    expect(() => vectorOf(vectors, 5)).toThrow('The vocabulary has 5 words, with the indices 0 to 4, so there is no word 5.');
    expect(() => analogy(vectors, [0, 1, -1], 1)).toThrow('so there is no word -1.');
  });
});
