// The scale of the map's colours: a bar of powers of ten, where a gradient has vanished, and the two colours that are on no scale.
import { useId } from 'react';
import type { ColourScale, LossMapGeometry } from '../../../layout/laboratory/lossMap.ts';
import { cssOf, overflowColour, ramp, zeroColour } from '../../../layout/laboratory/lossColours.ts';
import { Power } from '../../plot/Power.tsx';
import './map.css';

interface Props {
  readonly scale: NonNullable<LossMapGeometry['scale']>;
  readonly colours: ColourScale;
  readonly textSize: number;
  /** Which of them the map has. */
  readonly hasZero: boolean;
  readonly hasOverflow: boolean;
}

const stops = Array.from({ length: 17 }, (_, k) => k / 16);

export function ColourScaleBar({ scale, colours, textSize, hasZero, hasOverflow }: Props) {
  const id = useId();
  const { box, ticks, vanishedAt } = scale;
  const right = box.x + box.width;
  const swatches = [...(hasZero ? [{ colour: zeroColour, words: 'exactly 0' }] : []), ...(hasOverflow ? [{ colour: overflowColour, words: 'too large' }] : [])];
  const hasVanished = colours.vanished > colours.low;
  return (
    <g className="lab-map-scale">
      <linearGradient id={id} x1="0" x2="0" y1="1" y2="0">
        {stops.map((part) => (
          <stop key={part} offset={part} stopColor={cssOf(ramp[Math.round(part * (ramp.length - 1))] ?? zeroColour)} />
        ))}
      </linearGradient>
      <text className="lab-map-text" x={box.x} y={box.y - textSize * 0.7}>
        ‖∂L<tspan fontSize="0.72em" dy="0.3em">t</tspan><tspan dy="-0.216em">/∂h</tspan><tspan fontSize="0.72em" dy="0.3em">k</tspan><tspan dy="-0.216em">‖</tspan>
      </text>
      <rect x={box.x} y={box.y} width={box.width} height={box.height} fill={`url(#${id})`} />
      <rect className="lab-map-frame" {...box} />
      {ticks
        .filter(({ y }) => !hasVanished || Math.abs(y - vanishedAt) > textSize)
        .map(({ exponent, y }) => (
          <text key={exponent} className="lab-map-text" x={right + 6} y={y} dy="0.35em">
            <Power exponent={exponent} />
          </text>
        ))}
      {hasVanished && (
        <g className="lab-map-vanished">
          <line x1={box.x - 3} x2={right + 4} y1={vanishedAt} y2={vanishedAt} />
          <text className="lab-map-text" x={right + 6} y={vanishedAt} dy="0.35em">
            vanished
          </text>
        </g>
      )}
      {swatches.map(({ colour, words }, k) => (
        <g key={words}>
          <rect x={box.x} y={box.y + box.height + textSize * (0.7 + 1.5 * k)} width={textSize} height={textSize} fill={cssOf(colour)} />
          <text className="lab-map-text" x={box.x + textSize * 1.4} y={box.y + box.height + textSize * (1.2 + 1.5 * k)} dy="0.35em">
            {words}
          </text>
        </g>
      ))}
    </g>
  );
}
