// A strip of cells, one a time step, whose ink is the logarithm of the gradient that is left there; its words below.
import type { Reference } from '../../../engine/reference.ts';
import type { StripCell } from '../../layout/gradientPlot.ts';
import { valueAttributes } from '../valueAttributes.ts';
import './plot.css';

interface Props {
  readonly y: number;
  readonly height: number;
  readonly cells: readonly StripCell[];
  /** The number of a cell, or null while the playhead has not come to it. */
  readonly known: (t: number) => number | null;
  readonly reference: (t: number) => Reference;
}

export function HeatStrip({ y, height, cells, known, reference }: Props) {
  const isDense = (cells[0]?.width ?? 0) < 5;
  const first = cells[0];
  const last = cells.at(-1);
  return (
    <g className="plot-strip" data-dense={isDense || undefined}>
      {cells.map(({ t, x, width, ink, fate }) => (
        <g key={t}>
          <rect
            className="plot-cell"
            data-fate={fate}
            x={x}
            y={y}
            width={width}
            height={height}
            rx={width > 8 ? 3 : 0}
            fillOpacity={ink}
            {...valueAttributes(reference(t), known(t))}
          />
          {width >= 12 && (fate === 'overflow' || fate === 'exploded' || fate === 'zero') && (
            <text className="plot-cell-mark" data-fate={fate} x={x + width / 2} y={y + height / 2} dy="0.35em" textAnchor="middle">
              {marks[fate]}
            </text>
          )}
        </g>
      ))}
      {isDense && first && last && (
        <rect className="plot-strip-frame" x={first.x} y={y} width={last.x + last.width - first.x} height={height} />
      )}
    </g>
  );
}

/** Beside the colour: too large to hold, exploded, exactly zero. */
const marks = { overflow: '∞', exploded: '▲', zero: '0' } as const;
