import { describe, expect, it } from 'vitest';
import { choiceBars } from '../../../../src/view/layout/workshop/generation/choiceBars.ts';
import { tokenAt, tokenMove, tokenRows } from '../../../../src/view/layout/workshop/generation/tokenRows.ts';

const overlap = (a: { x: number; y: number; width: number; height: number }, b: typeof a): boolean =>
  a.x < b.x + b.width - 1e-9 && b.x < a.x + a.width - 1e-9 && a.y < b.y + b.height - 1e-9 && b.y < a.y + a.height - 1e-9;

describe('rows of tokens', () => {
  const rows = [
    { name: 'one', tokens: 'abcdefghijklmnop'.split('') },
    { name: 'two', tokens: ['antidisestablishmentarianism', 'b'] },
  ];

  it('go on in further lines within the picture, none over another', () => {
    for (const isAligned of [true, false]) {
      for (const width of [700, 240]) {
        const { tokens, height } = tokenRows({ rows, isAligned, width, textSize: 12 });
        expect(tokens).toHaveLength(18);
        tokens.forEach((a, i) => tokens.slice(i + 1).forEach((b) => expect(overlap(a, b)).toBe(false)));
        for (const each of tokens) expect(each.y + each.height).toBeLessThanOrEqual(height);
        for (const each of tokens.filter(({ row }) => row === 0 && !isAligned)) expect(each.x + each.width).toBeLessThanOrEqual(width);
      }
    }
  });

  it('stand below each other step by step where they are aligned, and their names with each line', () => {
    const { tokens, names } = tokenRows({ rows, isAligned: true, width: 300, textSize: 12 });
    const of = (row: number, k: number) => tokens.find((each) => each.row === row && each.k === k)!;
    for (const k of [0, 1]) expect(of(0, k)).toMatchObject({ x: of(1, k).x, width: of(1, k).width });
    expect(of(1, 0).y).toBeGreaterThan(of(0, 0).y);
    expect(names.length).toBeGreaterThan(2);
    expect(names.length % 2).toBe(0);
  });

  it('are found by a point, and walked over by arrow keys', () => {
    const placed = tokenRows({ rows, isAligned: false, width: 700, textSize: 12 });
    const some = placed.tokens[5]!;
    expect(tokenAt(placed, some.x + 2, some.y + 2)).toMatchObject({ row: 0, k: 5 });
    expect(tokenAt(placed, -5, -5)).toBeNull();
    expect(tokenMove([16, 2], { row: 0, k: 9 }, 'ArrowDown')).toEqual({ row: 1, k: 1 });
    expect(tokenMove([16, 2], { row: 0, k: 15 }, 'ArrowRight')).toEqual({ row: 0, k: 15 });
    expect(tokenMove([16, 2], { row: 0, k: 0 }, 'Enter')).toBeNull();
  });
});

describe('bars of what can come', () => {
  const now = Float64Array.of(0.1, 0.6, 0.25, 0.05);
  const learned = Float64Array.of(0.2, 0.4, 0.3, 0.1);
  const input = { names: ['a', 'b', 'c', 'd'], now, learned, chosen: 3, width: 500, textSize: 12 };

  it('have the likeliest first, and lengths in proportion', () => {
    const { bars, rest } = choiceBars({ ...input, height: 300 });
    expect(bars.map(({ name }) => name)).toEqual(['b', 'c', 'a', 'd']);
    expect(rest).toBeNull();
    for (const { now: length, pNow, learned: other, pLearned } of bars) expect(length / pNow).toBeCloseTo(other / pLearned, 8);
  });

  it('always show the chosen one, and count the rest together', () => {
    const { bars, rest } = choiceBars({ ...input, height: 70 });
    expect(bars.map(({ name }) => name)).toEqual(['b', 'd']);
    expect(rest).toMatchObject({ count: 2 });
    expect(rest!.now).toBeCloseTo(0.35, 12);
    expect(rest!.learned).toBeCloseTo(0.5, 12);
  });
});
