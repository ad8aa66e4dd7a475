// One number of a parameter: its value with a colour for sign and size; when it is edited, a field in its place.
import { memo, useLayoutEffect, useRef, type KeyboardEvent } from 'react';
import type { Reference } from '../../../engine/reference.ts';
import { PowerText } from '../../draw/plot/PowerText.tsx';
import { valueAttributes } from '../../draw/valueAttributes.ts';
import { formatNumber, formatShort, type Digits } from '../../theme/format.ts';

interface Props {
  /** The parts of its reference, one by one: a cell whose parts are the same is not drawn again. */
  readonly symbol: string;
  readonly t: number | undefined;
  readonly unit: number;
  /** None in a vector. */
  readonly column: number | undefined;
  readonly name: string;
  readonly value: number;
  readonly digits: Digits;
  /** Whether Tab comes to it. */
  readonly isCurrent: boolean;
  readonly isSelected: boolean;
  /** The text being typed; null where it is not edited. */
  readonly draft: string | null;
  readonly hasProblem: boolean;
  readonly left: number;
  readonly width: number;
  readonly height: number;
  readonly actions: CellActions;
}

export interface CellActions {
  readonly focus: (row: number, column: number) => void;
  readonly begin: (row: number, column: number, text: string | null) => void;
  readonly type: (text: string) => void;
  /** `by`: the key that ends the edit; null where the focus goes. */
  readonly commit: (by: string | null) => void;
  readonly cancel: () => void;
  /** Returns whether the key moved the focus. */
  readonly move: (key: string, row: number, column: number, isFar: boolean) => boolean;
}

/** A colour is full at this size. */
const fullAt = 2;

/** Zero is the surface; half of the colour at most, so that the number stays readable on it. */
function background(value: number): string {
  const strength = Number.isFinite(value) ? Math.min(1, Math.abs(value) / fullAt) : 1;
  const colour = value < 0 ? 'var(--value-negative)' : 'var(--value-positive)';
  return `color-mix(in oklab, ${colour} ${Math.round(strength * 50)}%, var(--value-zero))`;
}

export const WeightCell = memo(function WeightCell(props: Props) {
  const { symbol, t, unit, value, digits, isCurrent, isSelected, draft, left, width, height, actions } = props;
  const reference: Reference = { symbol, t, unit, column: props.column };
  const row = unit - 1;
  const column = (props.column ?? 1) - 1;
  const field = useRef<HTMLInputElement>(null);
  const isEdited = draft !== null;

  useLayoutEffect(() => {
    if (!isEdited || !field.current) return;
    field.current.focus();
    // What is there is chosen, to be typed over; what was just typed goes on.
    if (field.current.value.length > 1) field.current.select();
  }, [isEdited]);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) {
      if (!(event.ctrlKey && (event.key === 'Home' || event.key === 'End'))) return;
    }
    if (actions.move(event.key, row, column, event.ctrlKey)) {
      event.preventDefault();
      event.stopPropagation();
    } else if (event.key === 'Enter' || event.key === 'F2') {
      event.preventDefault();
      actions.begin(row, column, null);
    } else if (/^[\d.+−-]$/.test(event.key)) {
      event.preventDefault();
      event.stopPropagation();
      actions.begin(row, column, event.key);
    }
  };

  const onEditKeyDown = (event: KeyboardEvent): void => {
    event.stopPropagation();
    if (event.key === 'Enter' || event.key === 'Tab') {
      if (event.key === 'Enter') event.preventDefault();
      actions.commit(event.key);
    } else if (event.key === 'Escape') {
      event.preventDefault();
      actions.cancel();
    }
  };

  return (
    <div
      role="gridcell"
      className="weight-cell"
      aria-colindex={column + 1}
      aria-selected={isSelected}
      style={{ left, width, height, background: isEdited ? undefined : background(value) }}
      data-row={row}
      data-column={column}
      {...valueAttributes(reference, value)}
    >
      {isEdited ? (
        <input
          ref={field}
          className="weight-cell-field"
          type="text"
          inputMode="decimal"
          autoComplete="off"
          aria-label={`New value of ${props.name}`}
          aria-invalid={props.hasProblem}
          value={draft}
          onChange={(event) => actions.type(event.target.value)}
          onKeyDown={onEditKeyDown}
          onBlur={() => actions.commit(null)}
        />
      ) : (
        <button
          type="button"
          className="weight-cell-number"
          tabIndex={isCurrent ? 0 : -1}
          aria-label={`${props.name} = ${formatNumber(value, digits)}`}
          onFocus={() => actions.focus(row, column)}
          onDoubleClick={() => actions.begin(row, column, null)}
          onKeyDown={onKeyDown}
        >
          <PowerText text={formatShort(value, digits)} />
        </button>
      )}
    </div>
  );
});
