// What the reader sees: matrices as small pictures with their names, blue for positive and orange for negative numbers.
import type { MatricesLayout } from '../../../layout/workshop/training/matrices.ts';
import { MatrixHeat } from '../../plot/MatrixHeat.tsx';
import './training.css';

interface Props {
  readonly layout: MatricesLayout;
  /** Row by row, by the matrix's id. */
  readonly valuesOf: (id: string) => Float64Array;
  /** The size that takes the full colour. */
  readonly largest: number;
  readonly size: { readonly width: number; readonly height: number; readonly textSize: number };
  readonly description: string;
}

export function Matrices({ layout, valuesOf, largest, size, description }: Props) {
  return (
    <svg width={size.width} height={size.height} style={{ display: 'block', fontSize: size.textSize }} role="img" aria-label={description}>
      {layout.placed.map(({ id, name, rows, columns, box, nameAt }) => (
        <g key={id} data-matrix-name={id}>
          <text className="training-name" x={nameAt.x} y={nameAt.y}>
            {name}
          </text>
          <MatrixHeat box={box} rows={rows} columns={columns} values={valuesOf(id)} largest={largest} hasNumbers={false} textSize={size.textSize} pointed={null} />
        </g>
      ))}
    </svg>
  );
}
