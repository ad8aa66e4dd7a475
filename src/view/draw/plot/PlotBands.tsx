// Regions of the plot with words in them: where the gradient has vanished, where it has exploded.
import type { Band } from '../../layout/gradientPlot.ts';
import './plot.css';

export function PlotBands({ bands }: { readonly bands: readonly Band[] }) {
  return bands.map(({ kind, x, y, width, height, text, textAt }) => (
    <g key={kind} className={`plot-band plot-band-${kind}`}>
      <rect x={x} y={y} width={width} height={height} />
      <text x={textAt.x} y={textAt.y} textAnchor="end">
        {text}
      </text>
    </g>
  ));
}
