// The drawing: ‖∂L/∂h_t‖ over the time steps, the bound, the lines of other states, the curve before a drag, the strip of cells, and a
// slider under it that points at a step.
import { useId, type PointerEvent } from 'react';
import type { Reference } from '../../../engine/reference.ts';
import { HeatStrip } from '../../draw/plot/HeatStrip.tsx';
import { PlotAxes } from '../../draw/plot/PlotAxes.tsx';
import { PlotBands } from '../../draw/plot/PlotBands.tsx';
import { PlotCurve } from '../../draw/plot/PlotCurve.tsx';
import { PlotLabels } from '../../draw/plot/PlotLabels.tsx';
import { valueAttributes } from '../../draw/valueAttributes.ts';
import type { GradientPlotGeometry } from '../../layout/gradientPlot.ts';
import { sliderAlong, sliderThumb } from '../../layout/plotSlider.ts';
import '../../draw/plot/plotSlider.css';

interface Props {
  readonly geometry: GradientPlotGeometry;
  readonly width: number;
  readonly height: number;
  readonly textSize: number;
  readonly norms: Float64Array;
  /** Steps from this one on have been reached by the gradient at the playhead; T+1: none. */
  readonly knownFrom: number;
  /** Steps from this one on are drawn in full. */
  readonly drawnFrom: number;
  /** The step in view; 0 for none. */
  readonly current: number;
  /** The step that is pointed at; 0 for none. */
  readonly pointed: number;
  /** The step whose numbers are written out: where the slider stands. */
  readonly shown: number;
  /** The norm at a step of the way. */
  readonly reference: (t: number) => Reference;
  /** Where a cell hands over to another, the names of what lies on both sides; null where there is no such place. */
  readonly sides: readonly [string, string] | null;
  /** One word a column from the left, where there is room for them. */
  readonly tokens: readonly string[] | null;
  readonly title: string;
  readonly description: string;
  readonly valueText: string;
  /** What stands in the middle where there is no line to draw; empty where there is. */
  readonly nothing: string;
  readonly onPoint: (t: number | null) => void;
  readonly onSelect: (t: number) => void;
}

/** Pixels a column from which each step has a point of its own on the line. */
const roomForPoint = 16;

export function GradientFigure(props: Props) {
  const { geometry, width, height, textSize, norms, knownFrom, drawnFrom, current, pointed, shown, tokens, reference, sides } = props;
  const { box, strip, bound, now, columnWidth, xOf, placeOf, passageAt } = geometry;
  const id = useId();
  const T = norms.length - 1;
  const stripBottom = strip.y + strip.height;
  const known = (t: number): number | null => (t >= knownFrom ? (norms[t] ?? null) : null);
  // What the gradient has reached lies on the side where the way ends.
  const isReversed = xOf(T) < xOf(1);
  const cut = xOf(drawnFrom) + (isReversed ? columnWidth / 2 : -columnWidth / 2);
  const before = { x: 0, width: Math.max(0, cut) };
  const behind = { x: cut, width: Math.max(0, width - cut) };
  const point = now.points.find(({ t }) => t === pointed);
  const pointAt = (event: PointerEvent<SVGRectElement>): number => {
    const { left } = event.currentTarget.ownerSVGElement?.getBoundingClientRect() ?? { left: 0 };
    return geometry.stepAt(event.clientX - left);
  };

  return (
    <div className="gradient-figure" style={{ height: height + sliderThumb }}>
      <svg width={width} height={height} role="img" aria-labelledby={`${id}-title`} aria-describedby={`${id}-words`}>
        <title id={`${id}-title`}>{props.title}</title>
        <desc id={`${id}-words`}>{props.description}</desc>
        <clipPath id={`${id}-done`}>
          <rect {...(isReversed ? before : behind)} y={0} height={height} />
        </clipPath>
        <clipPath id={`${id}-ahead`}>
          <rect {...(isReversed ? behind : before)} y={0} height={height} />
        </clipPath>
        <PlotBands bands={geometry.bands} />
        {current > 0 && (
          <rect className="plot-column" x={xOf(current) - Math.max(columnWidth, 3) / 2} y={box.y} width={Math.max(columnWidth, 3)} height={stripBottom - box.y + 2} rx={3} />
        )}
        <PlotAxes box={box} yTicks={geometry.yTicks} xTicks={geometry.xTicks} oneAt={geometry.oneAt} />
        {geometry.ghost && <PlotCurve curve={geometry.ghost} look="ghost" />}
        {geometry.lastLoss && <PlotCurve curve={geometry.lastLoss} look="last-loss" />}
        {bound && <polyline className="plot-bound" fill="none" points={bound.map(({ x, y }) => `${x},${y}`).join(' ')} />}
        {passageAt !== null && sides && (
          <g className="plot-passage">
            <line x1={passageAt} x2={passageAt} y1={box.y} y2={stripBottom} />
            <text x={passageAt - 8} y={box.y + textSize} textAnchor="end">
              {sides[0]}
            </text>
            <text x={passageAt + 8} y={box.y + textSize}>
              {sides[1]}
            </text>
          </g>
        )}
        {geometry.others.map((each) => (
          <PlotCurve key={each.id} curve={each} look="other" />
        ))}
        {drawnFrom > 1 && <PlotCurve curve={now} look="ahead" clipPath={`url(#${id}-ahead)`} />}
        <PlotCurve curve={now} look="now" clipPath={`url(#${id}-done)`} />
        {columnWidth >= roomForPoint &&
          now.points.map(({ t, x, y }) => (
            <circle
              key={t}
              className="plot-point"
              data-ahead={t < drawnFrom || undefined}
              cx={x}
              cy={y}
              r={T <= 16 ? 4.5 : 3}
              {...valueAttributes(reference(t), known(t))}
            />
          ))}
        {props.nothing && (
          <text className="plot-nothing" x={box.x + box.width / 2} y={box.y + box.height / 2} textAnchor="middle">
            {props.nothing}
          </text>
        )}
        <PlotLabels labels={geometry.labels} />
        <HeatStrip y={strip.y} height={strip.height} cells={strip.cells} known={known} reference={reference} />
        {pointed > 0 && (
          <g className="plot-pointed">
            {point && <circle cx={point.x} cy={point.y} r={7} />}
            <rect x={xOf(pointed) - Math.max(columnWidth, 4) / 2} y={strip.y - 1} width={Math.max(columnWidth, 4)} height={strip.height + 2} rx={3} />
          </g>
        )}
        {tokens?.map((token, k) => (
          <text key={k} className="plot-token" x={xOf(placeOf(k + 1))} y={stripBottom + textSize * 1.45} textAnchor="middle">
            {token}
          </text>
        ))}
        <rect
          className="gradient-figure-reach"
          x={box.x}
          y={box.y}
          width={box.width}
          height={stripBottom - box.y}
          onPointerMove={(event) => props.onPoint(pointAt(event))}
          onPointerLeave={() => props.onPoint(null)}
          onClick={(event) => props.onSelect(pointAt(event as unknown as PointerEvent<SVGRectElement>))}
        />
      </svg>
      {T > 1 && (
        <input
          className="plot-slider gradient-figure-pointer"
          type="range"
          min={1}
          max={T}
          step={1}
          value={placeOf(shown)}
          aria-label="Time step to point at"
          aria-valuetext={props.valueText}
          style={sliderAlong(xOf(placeOf(1)), xOf(placeOf(T)))}
          onChange={(event) => props.onSelect(placeOf(Number(event.target.value)))}
        />
      )}
    </div>
  );
}
