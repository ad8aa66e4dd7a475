// What one time step reads: a one-hot column with a 1 at the row of the word, or the numbers of a picture or a frame.
import { inputsOf } from '../../../engine/run/sequences.ts';
import type { Reference } from '../../../engine/reference.ts';
import { lanesOf } from '../../layout/score/columns.ts';
import { rowForNumbers, rowY } from '../../layout/score/staves.ts';
import type { ColumnLayout } from '../../layout/score/types.ts';
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
  const rows = layout.staves.byId['inputs']?.by[column.axis];
  const { row: t, axis, widths } = column;
  const box = column.boxes['inputs'];
  const read = inputsOf(scene.trace.example, axis);
  const chain = scene.network.program.chains.find((each) => each.axis === axis);
  if (!rows || !box || !read || !chain) return null;
  const [lane] = lanesOf(box, widths.pad, [false]);
  const isOneHot = read.kind === 'one-hot';
  const hot = isOneHot ? (read.indices[t - 1] ?? -1) : -1;
  const areAllDrawn = !isOneHot || (rows.rows <= mostRows && column.level === 'numbers');
  const drawn = areAllDrawn ? Array.from({ length: rows.rows }, (_, row) => row) : hot < 0 ? [] : [hot];
  const symbol = scene.network.program.slots[chain.input]?.symbol ?? '';
  if (!lane) return null;
  return (
    <g className={`score-input ${statusOf(paint, column)}`}>
      <rect className="score-box is-input" {...box} rx={Math.min(widths.radius, box.width / 3)} aria-hidden="true" />
      {drawn.map((row) => {
        const reference: Reference = { symbol, t, unit: row + 1 };
        const value = scene.read(reference);
        if (value === null) return null;
        const height = Math.max(rows.cell, areAllDrawn ? 0 : 3);
        const rect = { x: lane.x, y: rowY(rows, row) + (rows.cell - height) / 2, width: lane.width, height };
        return (
          <Cell
            key={row}
            paint={paint}
            rect={rect}
            reference={reference}
            value={value}
            selection={selection}
            className={value === 0 ? 'is-zero' : 'is-hot'}
            isWritten={rows.cell >= rowForNumbers - 3 && lane.width >= 12}
            {...(isOneHot ? { text: `${value}`, fill: value === 0 ? 'var(--surface-soft)' : 'var(--role-input)', ink: value === 0 ? 'var(--ink-faint)' : 'var(--accent-ink)' } : { text: formatShort(value, paint.digits) })}
          />
        );
      })}
    </g>
  );
}

/** Whether a chain is at work at this step, has read it, or is still to come. */
function statusOf({ scene }: Paint, { axis, row }: ColumnLayout): string {
  const { chains, instructions, slots } = scene.network.program;
  const readers = chains.flatMap((chain, k) => (chain.axis === axis ? [k] : []));
  if (scene.moment?.t === row && readers.includes(scene.moment.chain)) return 'is-now';
  const isRead = instructions.some(({ chain, out, args }) => readers.includes(chain) && args.some((arg) => arg.kind === 'slot' && arg.index === chains[chain]?.input) && scene.read({ symbol: slots[out]?.symbol ?? '', t: row, unit: 1 }) !== null);
  return isRead ? 'is-done' : 'is-future';
}
