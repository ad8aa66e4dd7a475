// What the reader sees: the length of the state forwards and of its gradient on the way back, up to where float64 ends, and the step at which a
// number overflows.
import { useMemo } from 'react';
import { runawayPlot, type RunawayInput } from '../../../layout/laboratory/runaway.ts';
import { LinesPlot, type LineLook } from '../../plot/LinesPlot.tsx';
import './exploding.css';

interface Props extends Omit<RunawayInput, 'size'> {
  readonly width: number;
  readonly height: number;
  readonly textSize: number;
  /** The step at which something overflows; null: none. */
  readonly overflow: number | null;
  readonly label: string;
}

const looks: Readonly<Record<string, LineLook>> = {
  states: { colour: 'var(--role-state)' },
  gradient: { colour: 'var(--role-gradient)', dashes: '7 4' },
};

export function RunawayPlot({ states, gradient, lossAt, width, height, textSize, overflow, label }: Props) {
  const geometry = useMemo(() => runawayPlot({ states, gradient, lossAt, size: { width, height, textSize } }), [states, gradient, lossAt, width, height, textSize]);
  const { box, brimAt, xOf } = geometry;
  const right = box.x + box.width;
  const at = overflow === null ? null : xOf(overflow);
  return (
    <svg width={width} height={height} style={{ display: 'block', overflow: 'visible', fontSize: textSize }} role="img" aria-label={label}>
      <LinesPlot geometry={geometry} looks={looks} marked={null}>
        {brimAt !== null && (
          <g className="lab-exploding-brim">
            <line x1={box.x} x2={right} y1={brimAt} y2={brimAt} />
            <text x={box.x + 6} y={brimAt - textSize * 0.45}>
              float64 ends here: 1.8·10<tspan dy="-0.45em" fontSize="0.75em">308</tspan>
            </text>
          </g>
        )}
        {at !== null && (
          <g className="lab-exploding-overflow">
            <line x1={at} x2={at} y1={box.y} y2={box.y + box.height} />
            <text x={at > box.x + box.width / 2 ? at - 6 : at + 6} y={box.y + box.height - textSize * 0.8} textAnchor={at > box.x + box.width / 2 ? 'end' : 'start'}>
              too large from t = {overflow?.toLocaleString('en-US')}
            </text>
          </g>
        )}
      </LinesPlot>
    </svg>
  );
}
