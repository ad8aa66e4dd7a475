// What the reader sees: a table of small numbers as cells, those that are not 0 lit; rows that are padding are hatched and named so.
import { useId } from 'react';
import { turn, type CountGridGeometry } from '../../../layout/workshop/text/countGrid.ts';
import { exactText } from '../../../theme/format.ts';
import './text.css';

interface Props {
  readonly geometry: CountGridGeometry;
  readonly rowCount: number;
  readonly columnCount: number;
  /** Row by row. */
  readonly values: ArrayLike<number>;
  /** Rows that are padding. */
  readonly padding?: ReadonlySet<number> | undefined;
  readonly width: number;
  readonly height: number;
  readonly textSize: number;
  readonly label: string;
}

export function CountGrid({ geometry, rowCount, columnCount, values, padding, width, height, textSize, label }: Props) {
  const id = useId();
  const { box, cell, rowNames, columnNames, hasNumbers } = geometry;
  const cells = Array.from(values, (value, k) => ({ value, k, x: box.x + (k % columnCount) * cell.width, y: box.y + Math.floor(k / columnCount) * cell.height }));
  return (
    <svg className="count-grid" width={width} height={height} fontSize={textSize} role="img" aria-label={label}>
      <defs>
        <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <path className="count-grid-hatch" d="M0,0V6" />
        </pattern>
      </defs>
      {columnNames.map(({ column, x, y, text, isTurned }) => (
        <text key={column} x={x} y={y} textAnchor={isTurned ? 'start' : 'middle'} transform={isTurned ? `rotate(${-turn} ${x} ${y})` : undefined}>
          {text}
        </text>
      ))}
      {rowNames.map(({ row, x, y, text }) => (
        <text key={row} x={x} y={y} dy="0.35em" textAnchor="end" data-padding={padding?.has(row) || undefined}>
          {text}
        </text>
      ))}
      <rect className="count-grid-ground" {...box} />
      {Array.from(padding ?? [], (row) => row < rowCount && <rect key={row} x={box.x} y={box.y + row * cell.height} width={box.width} height={cell.height} fill={`url(#${id})`} />)}
      {cells.map(({ value, k, x, y }) => value !== 0 && <rect key={k} className="count-grid-lit" x={x} y={y} width={cell.width} height={cell.height} data-value={exactText(value)} />)}
      {hasNumbers &&
        cells.map(({ value, k, x, y }) => (
          <text key={k} className="count-grid-number" x={x + cell.width / 2} y={y + cell.height / 2} dy="0.35em" textAnchor="middle" fontSize={textSize * 0.9} data-lit={value !== 0 || undefined}>
            {value}
          </text>
        ))}
      {cell.height >= 6 && Array.from({ length: Math.max(0, rowCount - 1) }, (_, row) => <path key={row} className="count-grid-line" d={`M${box.x},${box.y + (row + 1) * cell.height}h${box.width}`} />)}
      {cell.width >= 6 && Array.from({ length: Math.max(0, columnCount - 1) }, (_, column) => <path key={column} className="count-grid-line" d={`M${box.x + (column + 1) * cell.width},${box.y}v${box.height}`} />)}
      <rect className="count-grid-frame" {...box} />
    </svg>
  );
}
