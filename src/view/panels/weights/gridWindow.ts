// Which cells of a large grid are in view: only those are drawn, however many there are.

export interface Window {
  /** 0-based, inclusive. */
  readonly from: number;
  /** Exclusive. */
  readonly to: number;
}

/** The cells along one side: `scroll` pixels are past, `room` pixels are in view, a cell takes `cell`; a few more at both ends. */
export function windowOf(scroll: number, room: number, cell: number, count: number, more = 2): Window {
  const from = Math.max(0, Math.min(count - 1, Math.floor(scroll / cell) - more));
  const to = Math.min(count, Math.ceil((scroll + room) / cell) + more);
  return { from, to: Math.max(to, from + 1) };
}

/** The cells of a window, and one more that is always drawn, since it has the focus. 0-based, rising. */
export function indicesOf({ from, to }: Window, always: number, count: number): number[] {
  const inside = Array.from({ length: to - from }, (_, k) => from + k);
  if (always < 0 || always >= count || (always >= from && always < to)) return inside;
  return always < from ? [always, ...inside] : [...inside, always];
}

/** The cell to go to from `at` by a key; null where the key moves nowhere. Stays within the grid. */
export function moved(key: string, at: readonly [row: number, column: number], rows: number, columns: number, page = 8): readonly [number, number] | null {
  const [row, column] = at;
  const within = (value: number, count: number): number => Math.min(count - 1, Math.max(0, value));
  switch (key) {
    case 'ArrowUp':
      return [within(row - 1, rows), column];
    case 'ArrowDown':
      return [within(row + 1, rows), column];
    case 'ArrowLeft':
      return [row, within(column - 1, columns)];
    case 'ArrowRight':
      return [row, within(column + 1, columns)];
    case 'PageUp':
      return [within(row - page, rows), column];
    case 'PageDown':
      return [within(row + page, rows), column];
    case 'Home':
      return [row, 0];
    case 'End':
      return [row, columns - 1];
    default:
      return null;
  }
}
