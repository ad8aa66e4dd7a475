// The table that is typed: blocks of cells fill it, and it is read as it stands.
import { describe, expect, it } from 'vitest';
import { readWell } from '../../engine/data/own/support.ts';
import { blockOf, firstGrid, gridLimits, textOfGrid, withBlock, withCell, withColumn, withoutColumn, withoutRow, withRow, type Grid } from '../../../src/state/workshop/grid.ts';

const small: Grid = { names: ['text', 'label'], rows: [['a', '1'], ['b', '2']] };

describe('a table that is typed', () => {
  it('grows and shrinks by rows and columns, and keeps one of each', () => {
    expect(withRow(small).rows[2]).toEqual(['', '']);
    expect(withColumn(small)).toEqual({ names: ['text', 'label', 'column 3'], rows: [['a', '1', ''], ['b', '2', '']] });
    expect(withoutRow(small, 0).rows).toEqual([['b', '2']]);
    expect(withoutColumn(small, 0)).toEqual({ names: ['label'], rows: [['1'], ['2']] });
    const one: Grid = { names: ['x'], rows: [['a']] };
    expect(withoutRow(one, 0)).toBe(one);
    expect(withoutColumn(one, 0)).toBe(one);
  });

  it('takes a block of a spreadsheet from a cell on, and grows for it', () => {
    const block = blockOf('c\t3\r\nd\t4\r\n');
    expect(block).toEqual([['c', '3'], ['d', '4']]);
    expect(withBlock(small, 1, 0, block!)).toEqual({ names: ['text', 'label'], rows: [['a', '1'], ['c', '3'], ['d', '4']] });
    expect(withBlock(small, 0, 1, block!)?.names).toEqual(['text', 'label', 'column 3']);
    expect(blockOf('a single cell')).toBeNull();
  });

  it('refuses a block that is larger than a table by hand, and no more rows than that', () => {
    expect(withBlock(small, 0, 0, Array.from({ length: gridLimits.rows + 1 }, () => ['x']))).toBeNull();
    const full: Grid = { names: ['x'], rows: Array.from({ length: gridLimits.rows }, () => ['a']) };
    expect(withRow(full)).toBe(full);
  });

  it('is read with its names, whatever signs stand in its cells', () => {
    const grid = withCell(withCell(withCell(firstGrid, 0, 0, 'she said "no", twice'), 0, 1, 'neg'), 1, 0, 'a;b, c');
    const { dataset, report } = readWell(textOfGrid(withCell(grid, 1, 1, 'pos')), 'My table', { delimiter: 'comma', isNamed: true });
    expect(dataset.task.rows.map(({ text }) => text)).toEqual(['she said "no", twice', 'a;b, c']);
    expect(report.columns.map(({ name }) => name)).toEqual(['text', 'label']);
  });
});
