// Regions of the plot with words in them: where the gradient has vanished, where it has exploded.
import type { Band } from '../../layout/flowBands.ts';
import './plot.css';

export function PlotBands({ bands }: { readonly bands: readonly Band[] }) {
  return bands.map(({ kind, x, y, width, height, text, textBox }) => (
    <g key={kind} className={`plot-band plot-band-${kind}`}>
      <rect x={x} y={y} width={width} height={height} />
      {textBox && (
        <text x={textBox.x + share[textBox.anchor] * textBox.width} y={textBox.y + textBox.height / 2} dy="0.35em" textAnchor={textBox.anchor}>
          {text}
        </text>
      )}
    </g>
  ));
}

/** How much of its box lies left of a text's anchor. */
const share = { start: 0, middle: 0.5, end: 1 } as const;
