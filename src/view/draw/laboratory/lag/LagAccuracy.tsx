// What the reader sees: how many answers are right at each lag, a line a network, hollow where it is still learning; the line of chance.
import type { LinesGeometry } from '../../../layout/linesPlot.ts';
import { textWidth } from '../../../layout/directLabels.ts';
import { LinesPlot, type LineLook } from '../../plot/LinesPlot.tsx';
import './lag.css';

interface Props {
  readonly geometry: LinesGeometry;
  readonly width: number;
  readonly height: number;
  readonly textSize: number;
  readonly cells: readonly string[];
  /** In the order of the cells. */
  readonly names: readonly string[];
  /** Whether a network's training at the lag with that place is over. */
  readonly isDone: (cell: string, index: number) => boolean;
  /** Share of right answers that a guess has. */
  readonly chance: number;
  readonly description: string;
}

/** Pixels of the lines in their order: of lines that lie on each other, each is seen beside the thinner one over it. */
export const lineWidths = [7, 4.25, 1.75];

export const networkColourOf = (cell: string): string => `var(--network-${cell})`;

export function LagAccuracy({ geometry, width, height, textSize, cells, names, isDone, chance, description }: Props) {
  const { box, yOf } = geometry;
  const looks = Object.fromEntries(
    cells.map((cell, k): [string, LineLook] => [
      cell,
      { colour: networkColourOf(cell), width: lineWidths[k], points: (index) => (isDone(cell, index) ? 'full' : 'hollow') },
    ]),
  );
  const y = yOf(chance) ?? box.y + box.height;
  // From the right: a stroke as the line's, and the name.
  const widths = names.map((name) => textWidth(name, textSize) + textSize * 3);
  const starts = widths.map((_, k) => box.x + box.width - widths.slice(k).reduce((sum, each) => sum + each, 0));
  const isEmpty = geometry.lines.every(({ points }) => points.length === 0);
  return (
    <svg width={width} height={height} style={{ display: 'block', fontSize: textSize }} role="img" aria-label={description}>
      <LinesPlot
        geometry={geometry}
        looks={looks}
        marked={null}
        ground={
          <g className="lab-lag-chance">
            <line x1={box.x} x2={box.x + box.width} y1={y} y2={y} />
            <text x={box.x + 4} y={y} dy="1.3em">
              a guess: {Math.round(chance * 100)} %
            </text>
          </g>
        }
      />
      {cells.map((cell, k) => {
        const x = starts[k]!;
        const line = box.y - textSize * 1.1;
        return (
          <g key={cell} className="lab-lag-name">
            <line x1={x} x2={x + textSize * 1.4} y1={line} y2={line} style={{ stroke: networkColourOf(cell), strokeWidth: lineWidths[k] }} />
            <text x={x + textSize * 1.9} y={line} dy="0.35em" style={{ fill: networkColourOf(cell) }}>
              {names[k]}
            </text>
          </g>
        );
      })}
      {isEmpty && (
        <text className="lab-lag-empty" x={box.x + box.width / 2} y={box.y + box.height / 2} textAnchor="middle">
          nothing is trained yet
        </text>
      )}
    </svg>
  );
}
