// A bar for each answer: how many rows it has among those that are learned from, and, hatched, among those that are kept.
import { useId } from 'react';
import { longestName, type BalanceLayout } from '../../../layout/workshop/data/balance.ts';
import './balance.css';

interface Props {
  readonly layout: BalanceLayout;
  readonly width: number;
  readonly height: number;
  readonly textSize: number;
  readonly label: string;
}

const short = (text: string): string => (text.length > longestName ? `${text.slice(0, longestName - 1)}…` : text);

export function BalancePlot({ layout, width, height, textSize, label }: Props) {
  const hatch = useId();
  const { bars, x } = layout;
  return (
    <svg className="balance" width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label} style={{ fontSize: textSize }}>
      <defs>
        <pattern id={hatch} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <line className="balance-hatch" x1="0" x2="0" y1="0" y2="5" />
        </pattern>
      </defs>
      {bars.map(({ answer, training, validation, y, half, trainingWidth, validationWidth }) => (
        <g key={answer}>
          <text className="balance-name" x={x - 8} y={y} dy="0.35em" textAnchor="end">
            {short(answer)}
          </text>
          <rect className="balance-training" x={x} y={y - half} width={trainingWidth} height={2 * half} />
          {validationWidth > 0 && <rect className="balance-validation" x={x + trainingWidth} y={y - half} width={validationWidth} height={2 * half} fill={`url(#${hatch})`} />}
          <text className="balance-count" x={x + trainingWidth + validationWidth + 6} y={y} dy="0.35em">
            {validation > 0 ? `${training.toLocaleString('en')} + ${validation.toLocaleString('en')}` : training.toLocaleString('en')}
          </text>
        </g>
      ))}
    </svg>
  );
}
