// What the reader sees: a vector as a strip of cells, blue for positive and orange for negative numbers; hatched when it is a gradient.
import type { Box } from '../../../layout/directLabels.ts';
import { coloursOfValue } from '../../../theme/scale.ts';
import './vectors.css';

interface Props {
  readonly box: Box;
  readonly values: Float64Array;
  /** The size that takes the full colour. */
  readonly largest: number;
  readonly look?: 'vector' | 'gradient' | 'new' | undefined;
}

export function VectorStrip({ box, values, largest, look = 'vector' }: Props) {
  const wide = box.width / values.length;
  return (
    <g className="vector-strip" data-look={look}>
      {Array.from(values, (value, j) => (
        <rect key={j} x={box.x + j * wide} y={box.y} width={wide} height={box.height} style={{ fill: coloursOfValue(value, largest).fill }} />
      ))}
      <rect className="vector-strip-frame" {...box} />
    </g>
  );
}
