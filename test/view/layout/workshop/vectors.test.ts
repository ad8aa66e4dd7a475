import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stream } from '../../../../src/engine/math/random.ts';
import { cosineGrid } from '../../../../src/view/layout/workshop/vectors/cosineGrid.ts';
import { learnedPlane, oneHotPlane } from '../../../../src/view/layout/workshop/vectors/plane.ts';
import { walkGeometry, type WalkInput } from '../../../../src/view/layout/workshop/vectors/walk.ts';
import { markTowards, wordMap, type MapWord } from '../../../../src/view/layout/workshop/vectors/wordMap.ts';
import { textWidth } from '../../../../src/view/layout/directLabels.ts';

const words = (n: number): MapWord[] => Array.from({ length: n }, (_, word) => ({ word, name: `word${word}`, group: word % 3 === 0 ? null : word % 3 }));
const size = { width: 600, height: 400, textSize: 12 };

describe('the plane of learned vectors', () => {
  it('is that of their two principal components', () => {
    // Most along the first number, some along the third, none along the second.
    const values = Float64Array.of(-3, 5, 0, 3, 5, 0, 0, 5, -1, 0, 5, 1);
    const plane = learnedPlane({ values, dimension: 3 }, [0, 1, 2, 3])!;
    [[-3, 0], [3, 0], [0, -1], [0, 1]].forEach(([x, y], k) => {
      expect(plane.points[k]!.x).toBeCloseTo(x!, 10);
      expect(plane.points[k]!.y).toBeCloseTo(y!, 10);
    });
    expect(plane.shares[0]).toBeCloseTo(0.9, 10);
    expect(plane.shares[1]).toBeCloseTo(0.1, 10);
  });

  it('is none for one word, or for what is no number', () => {
    expect(learnedPlane({ values: Float64Array.of(1, 2), dimension: 2 }, [0])).toBeNull();
    expect(learnedPlane({ values: Float64Array.of(1, 2, NaN, 1), dimension: 2 }, [0, 1])).toBeNull();
  });
});

describe('the plane of one-hot vectors', () => {
  it.each([3, 7, 55])('is one of %i vectors’ principal planes: each axis has length 1 over the words, no mean, and a right angle to the other', (n) => {
    const { points, shares } = oneHotPlane(n);
    const sum = (f: (x: number, y: number) => number): number => points.reduce((total, { x, y }) => total + f(x, y), 0);
    expect(sum((x) => x)).toBeCloseTo(0, 12);
    expect(sum((_, y) => y)).toBeCloseTo(0, 12);
    expect(sum((x) => x * x)).toBeCloseTo(1, 12);
    expect(sum((_, y) => y * y)).toBeCloseTo(1, 12);
    expect(sum((x, y) => x * y)).toBeCloseTo(0, 12);
    expect(shares).toEqual([1 / (n - 1), 1 / (n - 1)]);
  });

  it('of two words holds all that there is: they are √2 apart', () => {
    const { points, shares } = oneHotPlane(2);
    expect(Math.hypot(points[0]!.x - points[1]!.x, points[0]!.y - points[1]!.y)).toBeCloseTo(Math.SQRT2, 12);
    expect(shares).toEqual([1, 0]);
  });
});

describe('the map', () => {
  const planeOf = (n: number, seed: number) => {
    const random = stream(seed, 'map');
    return { points: Array.from({ length: n }, () => ({ x: random.normal(), y: random.normal() })), shares: [0.5, 0.2] as const };
  };

  it('has every point within it, and no name over another name, over a point or outside', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 90 }), fc.integer({ min: 0, max: 1000 }), (n, seed) => {
        const { box, marks } = wordMap(planeOf(n, seed), words(n), [], size);
        const areas = marks.flatMap(({ label, name, word }) => (label ? [{ word, x: label.x, y: label.y - 12 * 0.85, width: textWidth(name, 12), height: 12 * 1.1 }] : []));
        for (const { x, y } of marks) {
          expect(x).toBeGreaterThanOrEqual(box.x);
          expect(x).toBeLessThanOrEqual(box.x + box.width);
          expect(y).toBeGreaterThanOrEqual(box.y);
          expect(y).toBeLessThanOrEqual(box.y + box.height);
        }
        for (const a of areas) {
          expect(a.x >= box.x && a.x + a.width <= box.x + box.width).toBe(true);
          for (const b of areas) expect(a.word !== b.word && a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height).toBe(false);
          for (const { x, y } of marks) expect(x > a.x && x < a.x + a.width && y > a.y && y < a.y + a.height).toBe(false);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('names those first that come first', () => {
    // Sixty words in one place: there is room around it for a few names only.
    const plane = { points: [...Array.from({ length: 59 }, () => ({ x: 0, y: 0 })), { x: 0, y: 0 }], shares: [1, 0] as const };
    expect(wordMap(plane, words(60), [59], size).marks[59]!.label).not.toBeNull();
    expect(wordMap(plane, words(60), [], size).marks[59]!.label).toBeNull();
  });

  it('has one scale for both axes', () => {
    const { marks } = wordMap({ points: [{ x: 0, y: 0 }, { x: 2, y: 0 }, { x: 0, y: 1 }], shares: [0.8, 0.2] }, words(3), [], size);
    expect(marks[1]!.x - marks[0]!.x).toBeCloseTo(2 * (marks[0]!.y - marks[2]!.y), 10);
  });

  it('is walked through by direction', () => {
    const { marks } = wordMap({ points: [{ x: 0, y: 0 }, { x: 2, y: 0.2 }, { x: 1, y: 3 }, { x: 5, y: 0 }], shares: [0.8, 0.2] }, words(4), [], size);
    expect(markTowards(marks, marks[0]!, 'right')?.word).toBe(1);
    expect(markTowards(marks, marks[1]!, 'right')?.word).toBe(3);
    expect(markTowards(marks, marks[0]!, 'up')?.word).toBe(2);
    expect(markTowards(marks, marks[3]!, 'left')?.word).toBe(1);
    expect(markTowards(marks, marks[0]!, 'down')).toBeNull();
  });
});

describe('the table of cosines', () => {
  it.each([[2, 500], [7, 300], [12, 520], [12, 340]])('of %i words fits into %i pixels, names and all', (n, width) => {
    const { box, cell, names } = cosineGrid(Array.from({ length: n }, (_, k) => `wednesday${k}morning`), { width, height: 330, textSize: 12 });
    expect(names.every((name) => [...name].length <= 11)).toBe(true);
    expect(box.x + box.width).toBeLessThanOrEqual(width);
    expect(box.y + box.height).toBeLessThanOrEqual(330);
    expect(cell).toBeGreaterThanOrEqual(4);
  });
});

describe('the picture of an example', () => {
  const input: WalkInput = { tokens: ['the', 'king', 'wears', 'his', 'crown'], matrixRows: 5, reads: 4, scores: 6, longest: 8, width: 860, textSize: 12, isStacked: false };

  it.each([
    ['beside each other', input],
    ['one below the other on a phone', { ...input, width: 340, isStacked: true }],
    ['at the size of a lecture', { ...input, width: 1800, textSize: 26 }],
  ] as const)('has all its strips within it, none over another: %s', (_, given) => {
    const { tokens, matrix, hidden, moved, scores, columns, height, slide } = walkGeometry(given);
    const slid = matrix.map(({ strip }) => ({ ...strip, width: strip.width + slide }));
    const boxes = [...tokens, ...slid, ...hidden.strips, ...moved.flatMap(({ strips }) => strips), ...scores.flatMap(({ strips }) => strips)];
    expect(boxes.length).toBe(5 + 5 + 2 + 12 + 18);
    boxes.forEach((a, i) => {
      expect(a.x).toBeGreaterThanOrEqual(0);
      expect(a.x + a.width).toBeLessThanOrEqual(given.width + 1e-9);
      expect(a.y + a.height).toBeLessThanOrEqual(height);
      boxes.forEach((b, k) => expect(i !== k && a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height).toBe(false));
    });
    expect(columns[3]).toBeLessThanOrEqual(given.width);
    expect(columns[0]).toBeGreaterThan(scores[0]!.strips[0].x + scores[0]!.strips[0].width);
  });

  it('lays a long sentence in several lines', () => {
    const { tokens } = walkGeometry({ ...input, tokens: Array.from({ length: 30 }, (_, k) => `word${k}`), width: 340, isStacked: true });
    expect(new Set(tokens.map(({ y }) => y)).size).toBeGreaterThan(3);
  });
});
