// What the reader sees: right classes as rows, answered ones as columns; blue and framed where both are the same, orange where not, with
// counts and shares.
import { coloursOfValue } from '../../../theme/scale.ts';
import type { ConfusionGrid } from '../../../layout/workshop/training/confusion.ts';
import './training.css';

interface Props {
  readonly grid: ConfusionGrid;
  readonly size: { readonly width: number; readonly height: number; readonly textSize: number };
  readonly description: string;
}

export function ConfusionTable({ grid, size, description }: Props) {
  const { width, height, textSize } = size;
  const { box, areTurned } = grid;
  return (
    <svg width={width} height={height} style={{ display: 'block', fontSize: textSize }} role="img" aria-label={description}>
      <text className="training-axis" x={box.x} y={textSize * 1.1}>
        answered →
      </text>
      <text className="training-axis" textAnchor="end" transform={`translate(${textSize * 1.1},${box.y}) rotate(-90)`}>
        ← right
      </text>
      {grid.columnNames.map(({ text, x, y }, k) => (
        <text key={k} className="training-name" textAnchor={areTurned ? 'start' : 'middle'} transform={areTurned ? `translate(${x + textSize * 0.35},${y}) rotate(-90)` : `translate(${x},${y})`}>
          {text}
        </text>
      ))}
      {grid.rowNames.map(({ text, x, y }, k) => (
        <text key={k} className="training-name" x={x} y={y} dy="0.35em" textAnchor="end">
          {text}
        </text>
      ))}
      {grid.cells.map((cell) => {
        const { fill, ink } = coloursOfValue(cell.isRight ? cell.share : -cell.share, 1);
        const middle = cell.x + cell.width / 2;
        return (
          <g key={`${cell.x} ${cell.y}`}>
            <title>{`${cell.right}, answered ${cell.answered}: ${cell.count}`}</title>
            <rect className="training-square" data-right={cell.isRight || undefined} x={cell.x + 1} y={cell.y + 1} width={cell.width - 2} height={cell.height - 2} style={{ fill }} />
            {cell.texts.map((text, k) => (
              <text key={k} className={k === 0 ? 'training-count' : 'training-share'} x={middle} y={cell.y + cell.height / 2 + (k - (cell.texts.length - 1) / 2) * textSize * 1.25} dy="0.35em" textAnchor="middle" style={{ fill: ink }}>
                {text}
              </text>
            ))}
          </g>
        );
      })}
    </svg>
  );
}
