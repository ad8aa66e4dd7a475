// What the reader sees: the hidden states of one row, a column a step and a row a unit, with what is read at each step.
import type { PlacedChain } from '../../../layout/workshop/training/stateHeat.ts';
import { MatrixHeat } from '../../plot/MatrixHeat.tsx';
import './training.css';

interface Props {
  readonly chains: readonly PlacedChain[];
  /** [unit][step], by the chain's id. */
  readonly valuesOf: (id: string) => Float64Array;
  /** The size that takes the full colour. */
  readonly largest: number;
  readonly size: { readonly width: number; readonly height: number; readonly textSize: number };
  readonly description: string;
}

export function StateHeat({ chains, valuesOf, largest, size, description }: Props) {
  return (
    <svg width={size.width} height={size.height} style={{ display: 'block', fontSize: size.textSize }} role="img" aria-label={description}>
      {chains.map(({ id, name, units, tokens, box, labels, nameAt }) => (
        <g key={id}>
          <text className="training-name" x={nameAt.x} y={nameAt.y} dy="0.35em" textAnchor="end">
            {name}
          </text>
          <MatrixHeat box={box} rows={units} columns={Math.max(1, tokens.length)} values={valuesOf(id)} largest={largest} hasNumbers={false} textSize={size.textSize} pointed={null} />
          {labels.map(({ step, text, x, y }) => (
            <text key={step} className="training-axis" x={x} y={y} textAnchor="middle">
              {text}
            </text>
          ))}
        </g>
      ))}
    </svg>
  );
}
