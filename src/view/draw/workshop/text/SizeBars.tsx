// What the reader sees: how many weights each network has, as bars on a logarithmic scale, each with its name and number.
import type { SizeBarsGeometry } from '../../../layout/workshop/text/sizeBars.ts';
import './text.css';

interface Props {
  readonly geometry: SizeBarsGeometry;
  /** CSS colours by the bars' ids. */
  readonly colours: Readonly<Record<string, string>>;
  readonly width: number;
  readonly height: number;
  readonly textSize: number;
  readonly label: string;
}

export function SizeBars({ geometry: { bars, ticks, top, bottom }, colours, width, height, textSize, label }: Props) {
  return (
    <svg className="size-bars" width={width} height={height} fontSize={textSize} role="img" aria-label={label}>
      {ticks.map(({ x, text }) => (
        <g key={x}>
          <line className="size-bars-grid" x1={x} x2={x} y1={top} y2={bottom} />
          <text className="size-bars-tick" x={x} y={bottom} dy="1.3em" textAnchor={x < textSize ? 'start' : 'middle'}>
            {text}
          </text>
        </g>
      ))}
      {bars.map(({ id, name, text, count, x, y, width: wide, height: high, textX }) => (
        <g key={id} data-bar={id} data-value={count}>
          <text x={x} y={y} dy="-0.35em">
            {name}
          </text>
          <rect className="size-bars-bar" x={x} y={y} width={wide} height={high} style={{ fill: colours[id] }} />
          <text className="size-bars-number" x={textX} y={y + high / 2} dy="0.35em">
            {text}
          </text>
        </g>
      ))}
    </svg>
  );
}
