// What one time step reads: its one-hot column, a 1 at the row of the word.
import type { Reference } from '../../../engine/reference.ts';
import type { ColumnLayout } from '../../layout/score.ts';
import { lanesOf } from '../../layout/column.ts';
import { rowForNumbers, rowY } from '../../layout/staves.ts';
import { formatShort } from '../../theme/format.ts';
import { Cell } from './Cell.tsx';
import type { Paint } from './paint.ts';

interface Props {
  readonly paint: Paint;
  readonly column: ColumnLayout;
  readonly selection: Reference | null;
}

/** With more rows only the one that is not 0 is drawn. */
const mostRows = 24;

export function InputBox({ paint, column, selection }: Props) {
  const { scene, layout } = paint;
  const stave = layout.staves.inputs;
  const { t, input, widths } = column;
  const [lane] = lanesOf(input, widths.pad, [false]);
  const { inputs } = scene.trace.example;
  const isOneHot = inputs.kind === 'one-hot';
  const hot = isOneHot ? inputs.indices[t - 1]! : -1;
  const areAllDrawn = (stave.rows <= mostRows && column.level === 'numbers') || !isOneHot;
  const rows = areAllDrawn ? Array.from({ length: stave.rows }, (_, row) => row) : [hot];
  const isThere = scene.read({ symbol: 'W_xh·x', t, unit: 1 }) !== null;
  const isNow = scene.moment?.t === t;
  if (!lane) return null;
  return (
    <g className={`score-input ${isNow ? 'is-now' : isThere ? 'is-done' : 'is-future'}`}>
      <rect className="score-box is-input" {...input} rx={Math.min(widths.radius, input.width / 3)} aria-hidden="true" />
      {rows.map((row) => {
        const reference: Reference = { symbol: 'x', t, unit: row + 1 };
        const value = scene.read(reference);
        if (value === null) return null;
        const height = Math.max(stave.cell, areAllDrawn ? 0 : 3);
        const rect = { x: lane.x, y: rowY(stave, row) + (stave.cell - height) / 2, width: lane.width, height };
        return (
          <Cell
            key={row}
            paint={paint}
            rect={rect}
            reference={reference}
            value={value}
            selection={selection}
            className={value === 0 ? 'is-zero' : 'is-hot'}
            isWritten={stave.cell >= rowForNumbers - 3 && lane.width >= 12}
            {...(isOneHot ? { text: `${value}`, fill: value === 0 ? 'var(--surface-soft)' : 'var(--role-input)', ink: value === 0 ? 'var(--ink-faint)' : 'var(--accent-ink)' } : { text: formatShort(value, paint.digits) })}
          />
        );
      })}
    </g>
  );
}
