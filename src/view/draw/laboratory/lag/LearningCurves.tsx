// What the reader sees: a small plot a lag, with the learning curves of all networks on one clock.
import type { LearningGrid } from '../../../layout/laboratory/lagPlot.ts';
import { lineWidths, networkColourOf } from './LagAccuracy.tsx';
import './lag.css';

interface Props {
  readonly grid: LearningGrid;
  readonly width: number;
  readonly height: number;
  readonly textSize: number;
  readonly description: string;
}

export function LearningCurves({ grid, width, height, textSize, description }: Props) {
  return (
    <svg width={width} height={height} style={{ display: 'block', fontSize: textSize }} role="img" aria-label={description}>
      {grid.panels.map((panel) => {
        const { lag, x, y, chanceY, lines } = panel;
        const [right, bottom] = [x + panel.width, y + panel.height];
        return (
          <g key={lag} className="lab-lag-panel">
            <text className="lab-lag-panel-title" x={x} y={y - textSize * 0.5}>
              lag {lag}
            </text>
            {grid.heightTicks.map(({ value, text, part }) => (
              <g key={value}>
                <line className="lab-lines-grid" x1={x} x2={right} y1={y + part * panel.height} y2={y + part * panel.height} />
                {panel.hasHeightTicks && (
                  <text className="lab-lines-tick" x={x - 6} y={y + part * panel.height} dy="0.35em" textAnchor="end">
                    {text}
                  </text>
                )}
              </g>
            ))}
            <line className="lab-lag-chance-line" x1={x} x2={right} y1={chanceY} y2={chanceY} />
            {panel.hasUpdateTicks &&
              grid.updateTicks.map(({ text, part }) => (
                <text key={text} className="lab-lines-tick" x={x + part * panel.width} y={bottom} dy="1.35em" textAnchor={part === 0 ? 'start' : 'end'}>
                  {text}
                </text>
              ))}
            {lines.map(({ cell, path, end, isDone }, k) => (
              <g key={cell} style={{ stroke: networkColourOf(cell) }}>
                <path className="lab-lag-curve" d={path} strokeWidth={(lineWidths[k] ?? 2) * 0.8} />
                {end && <circle cx={end.x} cy={end.y} r={2 + (lineWidths[k] ?? 2) * 0.5} strokeWidth={2} style={{ fill: isDone ? networkColourOf(cell) : 'var(--surface-page)' }} />}
              </g>
            ))}
          </g>
        );
      })}
    </svg>
  );
}
