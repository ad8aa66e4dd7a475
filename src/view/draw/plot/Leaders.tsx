// What the reader sees: a thin line from a name to its own line, with a dot where it meets it, where another line lies nearer to the name.
import type { Leader } from '../../layout/directLabels.ts';
import './leaders.css';

interface Props {
  readonly labels: readonly { readonly id: string; readonly leader?: Leader | undefined }[];
  /** A CSS colour. */
  readonly colourOf: (id: string) => string;
  /** Pixels of the dot. */
  readonly radius: number;
}

export function Leaders({ labels, colourOf, radius }: Props) {
  return labels.map(
    ({ id, leader }) =>
      leader && (
        <g key={id} className="plot-leader" style={{ color: colourOf(id) }}>
          <line x1={leader.from.x} y1={leader.from.y} x2={leader.to.x} y2={leader.to.y} />
          <circle cx={leader.to.x} cy={leader.to.y} r={radius} />
        </g>
      ),
  );
}
