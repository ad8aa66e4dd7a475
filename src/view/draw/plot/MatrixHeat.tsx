// What the reader sees: a matrix as a square of coloured cells, blue for positive and orange for negative, with its numbers where they have room.
import { useMemo } from 'react';
import type { Box } from '../../layout/directLabels.ts';
import { formatShort } from '../../theme/format.ts';
import { coloursOfValue } from '../../theme/scale.ts';
import { usePalette } from '../strips/palette.ts';
import { pictureOf } from '../laboratory/map/picture.ts';
import './matrixHeat.css';

interface Props {
  readonly box: Box;
  readonly rows: number;
  readonly columns: number;
  /** Row by row. */
  readonly values: Float64Array;
  /** The size that takes the full colour. */
  readonly largest: number;
  readonly hasNumbers: boolean;
  readonly textSize: number;
  /** The cell that is pointed at: its place in `values`; null: none. */
  readonly pointed: number | null;
}

/** Matrices of at most so many cells, and those with numbers, are drawn cell by cell; larger ones are one picture. */
const mostCells = 36;

export function MatrixHeat({ box, rows, columns, values, largest, hasNumbers, textSize, pointed }: Props) {
  const [wide, high] = [box.width / columns, box.height / rows];
  const isSmall = hasNumbers || rows * columns <= mostCells;
  const at = (cell: number) => ({ x: box.x + (cell % columns) * wide, y: box.y + Math.floor(cell / columns) * high });
  return (
    <g className="matrix-heat">
      {isSmall ? (
        Array.from(values, (value, cell) => {
          const { fill, ink } = coloursOfValue(value, largest);
          const { x, y } = at(cell);
          return (
            <g key={cell}>
              <rect x={x} y={y} width={wide} height={high} style={{ fill }} />
              {hasNumbers && (
                <text x={x + wide / 2} y={y + high / 2} dy="0.35em" textAnchor="middle" fontSize={Math.min(textSize * 0.85, wide * 0.3)} style={{ fill: ink }}>
                  {formatShort(value, 2)}
                </text>
              )}
            </g>
          );
        })
      ) : (
        <Picture box={box} columns={columns} values={values} largest={largest} />
      )}
      <rect className="matrix-heat-frame" x={box.x} y={box.y} width={box.width} height={box.height} />
      {pointed !== null && pointed < values.length && <rect className="matrix-heat-pointed" {...at(pointed)} width={wide} height={high} />}
    </g>
  );
}

/** One pixel a cell, so that a page of matrices is a few elements. */
function Picture({ box, columns, values, largest }: Pick<Props, 'box' | 'columns' | 'values' | 'largest'>) {
  const palette = usePalette();
  const address = useMemo(() => (palette ? pictureOf(Uint32Array.from(values, (value) => palette.value(value, largest)), columns) : ''), [palette, values, largest, columns]);
  return address === '' ? null : <image className="matrix-heat-picture" href={address} x={box.x} y={box.y} width={box.width} height={box.height} preserveAspectRatio="none" />;
}
