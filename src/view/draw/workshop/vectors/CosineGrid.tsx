// What the reader sees: the cosine of every two of some words, blue for the same direction, orange for the opposite one, with its number.
import type { CosineGridGeometry } from '../../../layout/workshop/vectors/cosineGrid.ts';
import { exactText, formatShort } from '../../../theme/format.ts';
import { coloursOfValue } from '../../../theme/scale.ts';
import './vectors.css';

interface Props {
  readonly geometry: CosineGridGeometry;
  /** [n][n]; null where a vector has no direction. */
  readonly table: readonly (readonly (number | null)[])[];
  readonly width: number;
  readonly height: number;
  readonly textSize: number;
  readonly description: string;
}

export function CosineGrid({ geometry, table, width, height, textSize, description }: Props) {
  const { box, cell, names, hasNumbers, numberSize } = geometry;
  return (
    <svg className="cosine-grid" width={width} height={height} style={{ fontSize: textSize }} role="img" aria-label={description}>
      {names.map((name, k) => (
        <g key={k}>
          <text x={box.x - 5} y={box.y + (k + 0.5) * cell} dy="0.35em" textAnchor="end">
            {name}
          </text>
          <text transform={`translate(${box.x + (k + 0.5) * cell},${box.y - 4}) rotate(-45)`}>{name}</text>
        </g>
      ))}
      {table.map((row, i) =>
        row.map((value, j) => {
          const { fill, ink } = coloursOfValue(value ?? 0, 1);
          const [x, y] = [box.x + j * cell, box.y + i * cell];
          const text = value === null ? '–' : formatShort(value, 2);
          return (
            <g key={`${i} ${j}`} data-value={value === null ? undefined : exactText(value)}>
              <rect x={x} y={y} width={cell} height={cell} style={{ fill }} />
              {hasNumbers && (
                <text className="cosine-grid-number" x={x + cell / 2} y={y + cell / 2} dy="0.35em" textAnchor="middle" fontSize={Math.min(numberSize, cell / (text.length * 0.55))} style={{ fill: ink }}>
                  {text}
                </text>
              )}
            </g>
          );
        }),
      )}
    </svg>
  );
}
