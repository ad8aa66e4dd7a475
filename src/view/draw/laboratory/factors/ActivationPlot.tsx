// What the reader sees: the activation curve over its slope on one axis, where the units of one step stand on both, and as a hill behind them
// where the units of all steps stand. Where the slope is almost 0 the ground is shaded.
import { Fragment } from 'react';
import type { Box } from '../../../layout/directLabels.ts';
import { sumTitle, type ActivationCurve, type UnitPoint } from '../../../layout/laboratory/activationCurve.ts';
import { formatShort } from '../../../theme/format.ts';
import './factors.css';

interface Props {
  readonly geometry: ActivationCurve;
  /** "tanh". */
  readonly letter: string;
  readonly slopeText: string;
  /** γ is drawn as a height where the slope never reaches 1. */
  readonly gamma: number;
  /** CSS colour of the network. */
  readonly colour: string;
  readonly textSize: number;
  /** The unit that is pointed at, from 1; null: none. */
  readonly pointed: number | null;
  readonly shadedWords: string;
}

export function ActivationPlot({ geometry, letter, slopeText, gamma, colour, textSize, pointed, shadedWords }: Props) {
  const { upper, lower, saturated, hills } = geometry;
  const bottom = lower.y + lower.height;
  const middle = upper.x + upper.width / 2;
  const widest = saturated.reduce((a, b) => (b.width > a.width ? b : a), { x: 0, width: 0 });
  const gammaAt = lower.y + lower.height * (1 - gamma);
  return (
    <g className="lab-activation">
      {saturated.map(({ x, width }) => (
        <Fragment key={x}>
          <rect className="lab-activation-saturated" x={x} y={upper.y} width={width} height={upper.height} />
          <rect className="lab-activation-saturated" x={x} y={lower.y} width={width} height={lower.height} />
        </Fragment>
      ))}
      <path className="lab-activation-hill" d={hills[0]} style={{ fill: colour }} />
      <path className="lab-activation-hill" d={hills[1]} style={{ fill: colour }} />
      <Heights box={upper} ticks={geometry.upperTicks} />
      <Heights box={lower} ticks={geometry.lowerTicks} />
      <line className="lab-why-axis" x1={middle} x2={middle} y1={upper.y} y2={upper.y + upper.height} />
      <line className="lab-why-axis" x1={middle} x2={middle} y1={lower.y} y2={bottom} />
      {geometry.xTicks.map(({ value, x }) => (
        <text key={value} className="lab-why-tick" x={x} y={bottom} dy="1.4em" textAnchor="middle">
          {formatShort(value, 2).replace(/\.00$/, '')}
        </text>
      ))}
      <text className="lab-why-axis-title" x={upper.x + upper.width} y={bottom} dy="2.7em" textAnchor="end">
        {sumTitle}
      </text>
      <text className="lab-why-axis-title" x={4} y={upper.y} dy="-1.1em">
        state φ(a) = {letter}(a)
      </text>
      <text className="lab-why-axis-title" x={4} y={lower.y} dy="-1.1em">
        slope φ′(a) = {slopeText}
      </text>
      {widest.width > textSize * 6 && (
        <text className="lab-why-soft" x={widest.x + widest.width / 2} y={lower.y + textSize * 1.3} textAnchor="middle">
          {shadedWords}
        </text>
      )}
      {gamma < 1 && (
        <g>
          <line className="lab-why-limit" x1={lower.x} x2={lower.x + lower.width} y1={gammaAt} y2={gammaAt} />
          <text className="lab-why-soft lab-why-haloed" x={lower.x + 6} y={gammaAt} dy="-0.4em">
            steepest slope γ = {formatShort(gamma)}
          </text>
        </g>
      )}
      <path className="lab-activation-line" d={geometry.valuePath} style={{ stroke: colour }} />
      <path className="lab-activation-line" d={geometry.slopePath} style={{ stroke: colour }} />
      <Units points={geometry.values} radius={textSize * 0.32} pointed={pointed} />
      <Units points={geometry.slopes} radius={textSize * 0.32} pointed={pointed} />
    </g>
  );
}

function Heights({ box, ticks }: { readonly box: Box; readonly ticks: readonly { readonly value: number; readonly y: number }[] }) {
  return ticks.map(({ value, y }) => (
    <g key={value}>
      <line className="lab-why-grid" x1={box.x} x2={box.x + box.width} y1={y} y2={y} />
      <text className="lab-why-tick" x={box.x - 7} y={y} dy="0.35em" textAnchor="end">
        {formatShort(value, 2).replace(/(\.\d)0$|\.00$/, '$1')}
      </text>
    </g>
  ));
}

/** A unit beyond the axis points outwards. */
function Units({ points, radius, pointed }: { readonly points: readonly UnitPoint[]; readonly radius: number; readonly pointed: number | null }) {
  const chosen = points.find(({ unit }) => unit === pointed);
  return (
    <g className="lab-activation-units">
      {points.map(({ unit, x, y, sum, isBeyond }) =>
        isBeyond ? (
          <path key={unit} d={sum > 0 ? `M${x - radius * 1.6},${y - radius}l${radius * 2},${radius}l${-radius * 2},${radius}z` : `M${x + radius * 1.6},${y - radius}l${-radius * 2},${radius}l${radius * 2},${radius}z`} />
        ) : (
          <circle key={unit} cx={x} cy={y} r={radius} />
        ),
      )}
      {chosen && <circle className="lab-why-chosen" cx={chosen.x} cy={chosen.y} r={radius * 2} />}
    </g>
  );
}
