// A parameter as a grid of numbers. Arrow keys move, Enter or a digit edits, Escape takes the edit back.
import { useEffect, useLayoutEffect, useRef, useState, type CSSProperties } from 'react';
import type { Network } from '../../../engine/network.ts';
import { plainText } from '../../../engine/symbols/symbols.ts';
import { readNumber, writeNumber } from '../../../state/numberText.ts';
import type { Digits } from '../../theme/format.ts';
import { numberProblem } from '../controls/NumberField.tsx';
import { useSize } from '../../hooks/useSize.ts';
import { referenceOf, type Editable } from './editable.ts';
import { indicesOf, moved, windowOf, type Window } from './gridWindow.ts';
import { WeightCell, type CellActions } from './WeightCell.tsx';

interface Props {
  readonly network: Network;
  readonly editable: Editable;
  readonly value: (unit: number, column: number) => number;
  readonly rowNames: readonly string[];
  readonly columnNames: readonly string[];
  readonly digits: Digits;
  readonly theme: string;
  /** The entry that is selected, 0-based; null where it is none of this grid. */
  readonly selected: readonly [row: number, column: number] | null;
  readonly onSelect: (row: number, column: number) => void;
  /** Takes a number for an entry, 0-based; returns null, or why not. */
  readonly onCommit: (row: number, column: number, value: number) => string | null;
}

interface Edit {
  readonly row: number;
  readonly column: number;
  readonly text: string;
  readonly problem: string | null;
}

export function WeightGrid(props: Props) {
  const { network, editable, value, digits, selected } = props;
  const { rows, columns } = editable;
  const scroller = useRef<HTMLDivElement>(null);
  const { width: room, textSize } = useSize(scroller, { width: 720, remeasure: props.theme });
  const size = { row: Math.round(textSize * 2.2), column: Math.round(textSize * 5.2), head: Math.round(textSize * 2), names: Math.round(textSize * 4.6) };
  const [scroll, setScroll] = useState({ x: 0, y: 0 });
  const [at, setAt] = useState<readonly [number, number]>([0, 0]);
  const [edit, setEdit] = useState<Edit | null>(null);
  const wantsFocus = useRef(false);

  const current: readonly [number, number] = selected ?? [Math.min(at[0], rows - 1), Math.min(at[1], columns - 1)];
  const height = Math.min(rows * size.row + size.head + 2, textSize * 26);
  const rowWindow: Window = windowOf(scroll.y, height, size.row, rows);
  const columnWindow: Window = windowOf(scroll.x, room, size.column, columns);

  /** Brings an entry into view, clear of the names at the top and at the left. */
  const reveal = (row: number, column: number): void => {
    const node = scroller.current;
    if (!node) return;
    const top = row * size.row;
    const left = column * size.column;
    const roomDown = height - size.head - 2;
    const roomRight = room - size.names;
    if (top < node.scrollTop) node.scrollTop = top;
    else if (top + size.row > node.scrollTop + roomDown) node.scrollTop = top + size.row - roomDown;
    if (left < node.scrollLeft) node.scrollLeft = left;
    else if (left + size.column > node.scrollLeft + roomRight) node.scrollLeft = left + size.column - roomRight;
  };

  const goTo = (row: number, column: number): void => {
    wantsFocus.current = true;
    setAt([row, column]);
    props.onSelect(row, column);
    reveal(row, column);
  };

  const latest = useRef<CellActions | null>(null);
  const editNow = useRef<Edit | null>(null);
  const now: CellActions = {
    focus: (row, column) => {
      setAt([row, column]);
      props.onSelect(row, column);
    },
    begin: (row, column, text) => {
      setAt([row, column]);
      setEdit({ row, column, text: text ?? writeNumber(value(row + 1, column + 1)).replace('-', '−'), problem: null });
    },
    type: (text) => setEdit((before) => before && { ...before, text, problem: null }),
    commit: (by) => {
      const { current: open } = editNow;
      if (!open) return;
      const problem = numberProblem(open.text) ?? props.onCommit(open.row, open.column, readNumber(open.text));
      if (problem !== null) {
        setEdit({ ...open, problem });
        return;
      }
      editNow.current = null;
      setEdit(null);
      if (by === 'Enter') goTo(open.row, open.column);
    },
    cancel: () => {
      const { current: open } = editNow;
      editNow.current = null;
      setEdit(null);
      if (open) goTo(open.row, open.column);
    },
    move: (key, row, column, isFar) => {
      const next = isFar && key === 'Home' ? ([0, 0] as const) : isFar && key === 'End' ? ([rows - 1, columns - 1] as const) : moved(key, [row, column], rows, columns);
      if (!next) return false;
      goTo(...next);
      return true;
    },
  };
  useLayoutEffect(() => {
    editNow.current = edit;
    latest.current = now;
  });
  // The same functions for every cell and every drawing, so that a cell is drawn again only when its number changes.
  const [actions] = useState((): CellActions => ({
    focus: (...args) => latest.current?.focus(...args),
    begin: (...args) => latest.current?.begin(...args),
    type: (...args) => latest.current?.type(...args),
    commit: (...args) => latest.current?.commit(...args),
    cancel: () => latest.current?.cancel(),
    move: (...args) => latest.current?.move(...args) ?? false,
  }));

  const [row, column] = current;
  useEffect(() => {
    if (!wantsFocus.current || edit) return;
    wantsFocus.current = false;
    scroller.current?.querySelector<HTMLElement>(`[data-row="${row}"][data-column="${column}"] button`)?.focus({ preventScroll: true });
  }, [row, column, edit]);

  const places = (index: number): CSSProperties => ({ left: size.names + index * size.column, width: size.column, height: size.row });
  const shownColumns = indicesOf(columnWindow, column, columns);

  return (
    <div className="weight-grid-place">
      <div
        ref={scroller}
        className="weight-grid"
        role="grid"
        aria-label={`${editable.label}: ${rows} rows and ${columns} columns`}
        aria-rowcount={rows + 1}
        aria-colcount={columns}
        style={{ height }}
        onScroll={(event) => {
          const { scrollLeft: x, scrollTop: y } = event.currentTarget;
          setScroll((before) => (Math.abs(before.x - x) < size.column / 2 && Math.abs(before.y - y) < size.row / 2 ? before : { x, y }));
        }}
      >
        <div className="weight-grid-all" style={{ width: size.names + columns * size.column, height: size.head + rows * size.row }}>
          <div role="row" className="weight-grid-head" aria-rowindex={1} style={{ height: size.head }}>
            {shownColumns.map((c) => (
              <div
                key={c}
                role="columnheader"
                aria-colindex={c + 1}
                className="weight-grid-name"
                title={props.columnNames[c]}
                style={{ ...places(c), height: size.head }}
              >
                {props.columnNames[c]}
              </div>
            ))}
          </div>
          {indicesOf(rowWindow, row, rows).map((r) => (
            <div key={r} role="row" className="weight-grid-row" aria-rowindex={r + 2} style={{ top: size.head + r * size.row, height: size.row }}>
              <div role="rowheader" className="weight-grid-name" title={props.rowNames[r]} style={{ width: size.names, height: size.row }}>
                {props.rowNames[r]}
              </div>
              {shownColumns.map((c) => {
                const reference = referenceOf(editable, r + 1, c + 1);
                const isEdited = edit?.row === r && edit.column === c;
                return (
                  <WeightCell
                    key={c}
                    symbol={reference.symbol}
                    t={reference.t}
                    unit={r + 1}
                    column={reference.column}
                    name={plainText(network, reference)}
                    value={value(r + 1, c + 1)}
                    digits={digits}
                    isCurrent={r === row && c === column}
                    isSelected={selected !== null && r === row && c === column}
                    draft={isEdited ? edit.text : null}
                    hasProblem={isEdited && edit.problem !== null}
                    left={size.names + c * size.column}
                    width={size.column}
                    height={size.row}
                    actions={actions}
                  />
                );
              })}
            </div>
          ))}
        </div>
      </div>
      {edit?.problem && (
        <p className="controls-problem" role="alert">
          {edit.problem}
        </p>
      )}
    </div>
  );
}
