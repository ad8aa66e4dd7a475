import { describe, expect, it } from 'vitest';
import { confusionGrid, confusionWords, mergedConfusion } from '../../../../../src/view/layout/workshop/training/confusion.ts';

const size = { width: 400, height: 300, textSize: 12 };

describe('the confusion table', () => {
  it('has a square for each right and answered class, with its count and its share of the row', () => {
    const { cells } = confusionGrid(mergedConfusion([[8, 2], [1, 3]], ['no', 'yes']), size);
    expect(cells.map(({ right, answered, count, share, isRight }) => [right, answered, count, share, isRight])).toEqual([
      ['no', 'no', 8, 0.8, true],
      ['no', 'yes', 2, 0.2, false],
      ['yes', 'no', 1, 0.25, false],
      ['yes', 'yes', 3, 0.75, true],
    ]);
    expect(cells[0]?.texts).toEqual(['8', '80 %']);
  });

  it('stands within its picture, its squares beside each other', () => {
    const names = Array.from({ length: 12 }, (_, k) => `class ${k}`);
    const { cells, box, rowNames } = confusionGrid(mergedConfusion(names.map(() => names.map(() => 7)), names), size);
    for (const { x, y, width, height } of cells) {
      expect(x).toBeGreaterThanOrEqual(box.x - 1e-9);
      expect(x + width).toBeLessThanOrEqual(size.width);
      expect(y + height).toBeLessThanOrEqual(size.height);
    }
    expect(rowNames).toHaveLength(12);
  });

  it('turns the names of narrow columns', () => {
    const areTurned = (names: string[]) => confusionGrid(mergedConfusion(names.map(() => names.map(() => 1)), names), size).areTurned;
    expect(areTurned(['a', 'b'])).toBe(false);
    expect(areTurned(Array.from({ length: 10 }, (_, k) => `a long name ${k}`))).toBe(true);
  });

  it('keeps of many classes those that are mistaken most, and counts the wrong ones among the others', () => {
    const names = Array.from({ length: 30 }, (_, k) => `c${k}`);
    const counts = names.map((_, right) => names.map((__, answered) => (right === answered ? 100 - right : 0)));
    counts[29]![28] = 50; // mistaken most
    counts[20]![21] = 1;
    counts[20]![20] = 1;
    const merged = mergedConfusion(counts, names);
    expect(merged.names).toHaveLength(14);
    expect(merged.names.slice(-3)).toEqual(['c28', 'c29', '17 others']);
    expect(merged.names).toContain('c20');
    const total = (table: readonly (readonly number[])[]) => table.flat().reduce((sum, each) => sum + each, 0);
    expect(total(merged.counts)).toBe(total(counts));
    expect(merged.wrongOthers).toBe(0);
    // Two dozen classes that are mistaken for each other: some mistakes lie among the others.
    const mixed = mergedConfusion(names.map((_, right) => names.map((__, answered) => (answered === (right + 1) % 30 ? 1 : 0))), names);
    expect(mixed.wrongOthers).toBeGreaterThan(0);
    expect(confusionGrid(mixed, { width: 900, height: 900, textSize: 12 }).cells.at(-1)?.share).toBe(0);
  });

  it('says how many are right and what is mistaken most often, of all classes', () => {
    expect(confusionWords([[8, 2], [1, 3]], ['no', 'yes'])).toBe('11 of 14 answers are right. Most often mistaken: no, answered as yes, 2 times.');
    expect(confusionWords([[8, 0], [0, 3]], ['no', 'yes'])).toBe('11 of 11 answers are right.');
  });
});
