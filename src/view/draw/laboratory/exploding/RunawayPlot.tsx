// What the reader sees: the length of the state forwards and of its gradient on the way back, up to where float64 ends, and the step at which a
// number overflows.
import { useMemo } from 'react';
import { brimWords, runawayPlot, type RunawayInput } from '../../../layout/laboratory/runaway.ts';
import { LinesPlot, type LineLook } from '../../plot/LinesPlot.tsx';
import { Spans } from '../../plot/Spans.tsx';
import './exploding.css';

interface Props extends Omit<RunawayInput, 'size'> {
  readonly width: number;
  readonly height: number;
  readonly textSize: number;
  readonly label: string;
}

const looks: Readonly<Record<string, LineLook>> = {
  states: { colour: 'var(--role-state)' },
  gradient: { colour: 'var(--role-gradient)', dashes: '7 4' },
};

export function RunawayPlot({ states, gradient, lossAt, width, height, textSize, overflow, label }: Props) {
  const geometry = useMemo(() => runawayPlot({ states, gradient, lossAt, overflow, size: { width, height, textSize } }), [states, gradient, lossAt, overflow, width, height, textSize]);
  const { box, brimAt, overflow: at } = geometry;
  const right = box.x + box.width;
  return (
    <svg width={width} height={height} style={{ display: 'block', overflow: 'visible', fontSize: textSize }} role="img" aria-label={label}>
      <LinesPlot geometry={geometry} looks={looks} marked={null}>
        {brimAt !== null && (
          <g className="lab-exploding-brim">
            <line x1={box.x} x2={right} y1={brimAt} y2={brimAt} />
            <text x={box.x + 6} y={brimAt - textSize * 0.45}>
              <Spans text={brimWords} />
            </text>
          </g>
        )}
        {at !== null && (
          <g className="lab-exploding-overflow">
            <line x1={at.x} x2={at.x} y1={box.y} y2={box.y + box.height} />
            <text x={at.words.x} y={at.words.y + at.words.height / 2} dy="0.35em">
              {at.text}
            </text>
          </g>
        )}
      </LinesPlot>
    </svg>
  );
}
