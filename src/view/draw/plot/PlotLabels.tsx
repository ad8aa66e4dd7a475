// Names beside the lines that they belong to, in place of a legend.
import type { PlacedLabel } from '../../layout/directLabels.ts';
import './plot.css';

export function PlotLabels({ labels }: { readonly labels: readonly PlacedLabel[] }) {
  return labels.map(({ id, text, x, y, height }) => (
    <text key={id} className="plot-label" data-line={id} x={x} y={y + height / 2} dy="0.35em">
      {text}
    </text>
  ));
}
