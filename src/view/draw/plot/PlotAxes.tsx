// The plot's axes: a line at every tick of the logarithmic axis with its power of ten, and the time steps below.
import type { GradientPlotGeometry } from '../../layout/gradientPlot.ts';
import { Power } from './Power.tsx';
import './plot.css';

type Props = Pick<GradientPlotGeometry, 'box' | 'yTicks' | 'xTicks' | 'oneAt'>;

export function PlotAxes({ box, yTicks, xTicks, oneAt }: Props) {
  const right = box.x + box.width;
  const bottom = box.y + box.height;
  return (
    <g className="plot-axes">
      {yTicks.map(({ exponent, y }) => (
        <g key={exponent}>
          <line className="plot-grid" x1={box.x} x2={right} y1={y} y2={y} />
          <text className="plot-tick" x={box.x - 8} y={y} dy="0.35em" textAnchor="end">
            <Power exponent={exponent} />
          </text>
        </g>
      ))}
      <line className="plot-one" x1={box.x} x2={right} y1={oneAt} y2={oneAt} />
      {xTicks.map(({ t, x, text, anchor }) => (
        <text key={t} className="plot-tick" x={x} y={bottom} dy="1.35em" textAnchor={anchor}>
          {text}
        </text>
      ))}
    </g>
  );
}
