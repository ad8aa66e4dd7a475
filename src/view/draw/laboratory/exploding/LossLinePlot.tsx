// What the reader sees: the loss after one update, over the length of its step; from the loss before to where η ends, with the gradient as it is and
// with the clipped one.
import type { LossLineGeometry } from '../../../layout/laboratory/lossLine.ts';
import { LinesPlot, type LineLook } from '../../plot/LinesPlot.tsx';
import './exploding.css';

interface Props {
  readonly geometry: LossLineGeometry;
  readonly width: number;
  readonly height: number;
  readonly textSize: number;
  readonly learningRate: number;
  /** "η = 0.1". */
  readonly rateText: string;
  readonly label: string;
}

const looks: Readonly<Record<string, LineLook>> = {
  plain: { colour: 'var(--danger)' },
  clipped: { colour: 'var(--role-output)', dashes: '7 4' },
  before: { colour: 'var(--ink-soft)', dashes: '1 5', width: 1.5 },
};

export function LossLinePlot({ geometry, width, height, textSize, learningRate, rateText, label }: Props) {
  const { box, beforeAt, rateBox, landings, xOf } = geometry;
  const at = xOf(learningRate);
  const start = beforeAt ?? box.y + box.height;
  return (
    <svg width={width} height={height} style={{ display: 'block', overflow: 'visible', fontSize: textSize }} role="img" aria-label={label}>
      <LinesPlot geometry={geometry} looks={looks} marked={null}>
        <g className="lab-exploding-rate">
          <line x1={at} x2={at} y1={box.y} y2={box.y + box.height} />
          <text x={rateBox.x} y={rateBox.y + rateBox.height / 2} dy="0.35em">
            {rateText}
          </text>
        </g>
        {landings.map(({ id, x, y, isBeyond }) => (
          <g key={id} className="lab-exploding-landing" style={{ color: looks[id]?.colour }}>
            <line x1={x} x2={x} y1={start} y2={y} />
            {isBeyond ? <path d={`M${x - 7},${y + 11}l7,-10l7,10z`} /> : <circle cx={x} cy={y} r={5} data-hollow={id === 'clipped' || undefined} />}
          </g>
        ))}
      </LinesPlot>
    </svg>
  );
}
