// A pair of scissors that opens upwards: its blades meet at the point (x, y).
interface Props {
  readonly x: number;
  readonly y: number;
  readonly size: number;
}

/** The outline of the interface's scissors, 24 by 24. Lucide, ISC licence. */
const outline = 'M8.12 8.12 12 12M20 4 8.12 15.88M14.8 14.8 20 20M9 6a3 3 0 1 1-6 0 3 3 0 1 1 6 0zM9 18a3 3 0 1 1-6 0 3 3 0 1 1 6 0z';

export function Scissors({ x, y, size }: Props) {
  return (
    <g className="lab-scissors" transform={`translate(${x} ${y}) rotate(-90) scale(${size / 24}) translate(-15 -12)`}>
      <circle cx={12} cy={12} r={14} />
      <path d={outline} />
    </g>
  );
}
