// A table that is typed: names of columns and rows of cells, as texts. Nothing in one is ever changed: a change makes another.

export interface Grid {
  readonly names: readonly string[];
  /** [row][column] */
  readonly rows: readonly (readonly string[])[];
}

/** What is typed by hand has no more; a larger block is read as a text. */
export const gridLimits = { rows: 100, columns: 12 } as const;

/** A beginning: two columns as most tables have them, and rows to fill in. */
export const firstGrid: Grid = { names: ['text', 'label'], rows: Array.from({ length: 4 }, () => ['', '']) };

const replaced = <Item>(items: readonly Item[], at: number, item: Item): readonly Item[] => items.map((each, k) => (k === at ? item : each));
const without = <Item>(items: readonly Item[], at: number): readonly Item[] => items.filter((_, k) => k !== at);

export const withName = (grid: Grid, column: number, name: string): Grid => ({ ...grid, names: replaced(grid.names, column, name) });

export const withCell = (grid: Grid, row: number, column: number, text: string): Grid => ({
  ...grid,
  rows: replaced(grid.rows, row, replaced(grid.rows[row] ?? [], column, text)),
});

export function withRow(grid: Grid): Grid {
  return grid.rows.length < gridLimits.rows ? { ...grid, rows: [...grid.rows, grid.names.map(() => '')] } : grid;
}

export function withColumn(grid: Grid): Grid {
  if (grid.names.length >= gridLimits.columns) return grid;
  return { names: [...grid.names, `column ${grid.names.length + 1}`], rows: grid.rows.map((row) => [...row, '']) };
}

/** One row and one column stay. */
export const withoutRow = (grid: Grid, row: number): Grid => (grid.rows.length > 1 ? { ...grid, rows: without(grid.rows, row) } : grid);
export const withoutColumn = (grid: Grid, column: number): Grid =>
  grid.names.length > 1 ? { names: without(grid.names, column), rows: grid.rows.map((row) => without(row, column)) } : grid;

/** A block of cells as spreadsheets copy it: rows by line ends, cells by tabs. Null where the text is one cell alone. */
export function blockOf(text: string): readonly (readonly string[])[] | null {
  const plain = text.replaceAll(/\r\n?/g, '\n').replace(/\n$/, '');
  if (!/[\t\n]/.test(plain)) return null;
  return plain.split('\n').map((line) => line.split('\t').map((cell) => cell.trim()));
}

/** The grid with a block from that cell on, grown where the block needs room; null where it is larger than a grid can be. */
export function withBlock(grid: Grid, row: number, column: number, block: readonly (readonly string[])[]): Grid | null {
  const height = Math.max(grid.rows.length, row + block.length);
  const width = Math.max(grid.names.length, ...block.map(({ length }) => column + length));
  if (height > gridLimits.rows || width > gridLimits.columns) return null;
  const names = Array.from({ length: width }, (_, k) => grid.names[k] ?? `column ${k + 1}`);
  const rows = Array.from({ length: height }, (_r, r) => Array.from({ length: width }, (_c, c) => block[r - row]?.[c - column] ?? grid.rows[r]?.[c] ?? ''));
  return { names, rows };
}

/** The grid as CSV, every cell in quotes. */
export function textOfGrid({ names, rows }: Grid): string {
  return [names, ...rows].map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\n');
}
