// A table to type into: a field for every cell, rows and columns to add and take away; a block from a spreadsheet fills cells when it is pasted.
import { Plus, X } from 'lucide-react';
import { useRef, type ClipboardEvent, type KeyboardEvent } from 'react';
import { useStore } from 'zustand';
import { blockOf, gridLimits, withBlock, withCell, withColumn, withName, withoutColumn, withoutRow, withRow } from '../../../../../state/workshop/grid.ts';
import { ownDraft } from '../../../../../state/workshop/ownDraft.ts';

const ways: Readonly<Record<string, number>> = { ArrowUp: -1, ArrowDown: 1, Enter: 1 };

export function Grid() {
  const grid = useStore(ownDraft, (draft) => draft.grid);
  const place = useRef<HTMLTableElement>(null);
  const change = (next: typeof grid): void => ownDraft.setState({ grid: next });

  const paste = (event: ClipboardEvent, row: number, column: number): void => {
    const text = event.clipboardData.getData('text/plain');
    const block = blockOf(text);
    if (!block) return;
    event.preventDefault();
    const next = withBlock(grid, row, column, block);
    if (next) change(next);
    // As a text it has room.
    else ownDraft.setState({ way: 'paste', pasted: text, choices: {} });
  };
  const move = (event: KeyboardEvent, row: number, column: number): void => {
    const by = ways[event.key];
    if (by === undefined || event.nativeEvent.isComposing) return;
    const next = place.current?.querySelector<HTMLInputElement>(`[data-cell="${row + by} ${column}"]`);
    if (next) {
      event.preventDefault();
      next.focus();
    }
  };

  return (
    <div className="data-grid-place">
      <table className="data-grid" ref={place} aria-label="Your table">
        <thead>
          <tr>
            <th scope="col">row</th>
            {grid.names.map((name, column) => (
              <th key={column} scope="col">
                <span className="data-grid-name">
                  <input
                    className="controls-input"
                    aria-label={`Name of column ${column + 1}`}
                    value={name}
                    onChange={(event) => change(withName(grid, column, event.target.value))}
                  />
                  <button type="button" className="tool" aria-label={`Remove column ${column + 1}, ${name}`} title="Remove this column" disabled={grid.names.length === 1} onClick={() => change(withoutColumn(grid, column))}>
                    <X size={14} aria-hidden />
                  </button>
                </span>
              </th>
            ))}
            <td>
              <button type="button" className="tool" aria-label="Add a column" title="Add a column" disabled={grid.names.length >= gridLimits.columns} onClick={() => change(withColumn(grid))}>
                <Plus size={15} aria-hidden />
              </button>
            </td>
          </tr>
        </thead>
        <tbody>
          {grid.rows.map((cells, row) => (
            <tr key={row}>
              <th scope="row">{row + 1}</th>
              {cells.map((cell, column) => (
                <td key={column}>
                  <input
                    className="controls-input"
                    aria-label={`Row ${row + 1}, ${grid.names[column] || `column ${column + 1}`}`}
                    data-cell={`${row} ${column}`}
                    value={cell}
                    onChange={(event) => change(withCell(grid, row, column, event.target.value))}
                    onPaste={(event) => paste(event, row, column)}
                    onKeyDown={(event) => move(event, row, column)}
                  />
                </td>
              ))}
              <td>
                <button type="button" className="tool" aria-label={`Remove row ${row + 1}`} title="Remove this row" disabled={grid.rows.length === 1} onClick={() => change(withoutRow(grid, row))}>
                  <X size={14} aria-hidden />
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <button type="button" className="controls-button data-grid-more" disabled={grid.rows.length >= gridLimits.rows} onClick={() => change(withRow(grid))}>
        <Plus aria-hidden /> Add a row
      </button>
    </div>
  );
}
