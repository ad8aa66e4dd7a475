// What the reader sees: the loss over a plane of the weights, darker where it is higher, with lines of one loss; over it the way of each optimiser,
// where all start, and where each is at the update in view.
import { memo, type PointerEvent } from 'react';
import type { OptimiserId } from '../../../../engine/learn/optimisers.ts';
import type { Point } from '../../../layout/directLabels.ts';
import type { SlicePlot } from '../../../layout/workshop/optimisers/slicePlot.ts';
import { optimiserLooks } from './looks.ts';
import './optimisers.css';

interface Props {
  readonly plot: SlicePlot;
  readonly width: number;
  readonly height: number;
  readonly textSize: number;
  readonly label: string;
  readonly axes: { readonly across: string; readonly up: string };
  readonly shown: OptimiserId;
  /** By path, the place of the update in view among its points. */
  readonly at: readonly number[];
  /** What is read: a place, and what stands beside it; null: nothing. */
  readonly read: { readonly place: Point; readonly text: string } | null;
  readonly onPoint: (place: { readonly a: number; readonly b: number } | null) => void;
}

const minus = (value: number): string => String(value).replace('-', '−');

export function SlicePicture({ plot, width, height, textSize, label, axes, shown, at, read, onPoint }: Props) {
  const { box, paths } = plot;
  const bottom = box.y + box.height;
  const [first] = paths;
  const start = first?.points[0];
  const distancesUnder = (event: PointerEvent<SVGRectElement>) => {
    const { left = 0, top = 0 } = event.currentTarget.ownerSVGElement?.getBoundingClientRect() ?? {};
    return plot.distancesAt(event.clientX - left, event.clientY - top);
  };
  // The one in view is drawn over the others.
  const order = [...paths.keys()].sort((a, b) => Number(paths[a]!.id === shown) - Number(paths[b]!.id === shown));
  const clip = `slice-${Math.round(box.x)}-${Math.round(box.width)}`;
  return (
    <svg className="slice" width={width} height={height} style={{ display: 'block', fontSize: textSize }} role="img" aria-label={label}>
      <clipPath id={clip}>
        <rect {...box} />
      </clipPath>
      <Ground shades={plot.shades} contours={plot.contours} />
      <rect className="slice-frame" {...box} />
      {plot.acrossTicks.map(({ value, at: x }) => (
        <text key={value} className="lab-lines-tick" x={x} y={bottom} dy="1.4em" textAnchor="middle">
          {minus(value)}
        </text>
      ))}
      {plot.upTicks.map(({ value, at: y }) => (
        <text key={value} className="lab-lines-tick" x={box.x - 7} y={y} dy="0.35em" textAnchor="end">
          {minus(value)}
        </text>
      ))}
      <text className="lab-lines-title" x={box.x + box.width} y={bottom} dy="2.7em" textAnchor="end">
        {axes.across}
      </text>
      <text className="lab-lines-title" x={box.x - textSize * 3.6} y={box.y} dy="-0.6em">
        {axes.up}
      </text>
      <g clipPath={`url(#${clip})`}>
        {order.map((k) => {
          const { id, path } = paths[k]!;
          const { colour, dashes, width: strength } = optimiserLooks[id];
          const isShown = id === shown;
          return (
            <g key={id} data-path={id}>
              <path className="slice-halo" d={path} style={{ strokeWidth: isShown ? 8 : 5 }} />
              <path className="slice-path" d={path} style={{ stroke: colour, strokeDasharray: dashes, strokeWidth: isShown ? 3.5 : strength }} />
            </g>
          );
        })}
        {order.map((k) => {
          const { id, points } = paths[k]!;
          const here = points[at[k] ?? 0];
          return here && <circle key={id} className="slice-here" cx={here.x} cy={here.y} r={id === shown ? 6.5 : 4.5} style={{ fill: optimiserLooks[id].colour }} />;
        })}
      </g>
      {start && (
        <g className="slice-start">
          <path d={`M${start.x - 5},${start.y - 5}l10,10m0,-10l-10,10`} />
          <text className="slice-name" x={start.x} y={start.y} dy="1.6em" textAnchor="middle">
            start
          </text>
        </g>
      )}
      {plot.labels.map(({ id, text, x, y, height: high }) => (
        <text key={id} className="slice-name" x={x} y={y + high / 2} dy="0.35em" style={{ fill: paths.find((each) => each.id === id) ? optimiserLooks[id as OptimiserId].colour : undefined }}>
          {text}
        </text>
      ))}
      {read && <Read place={read.place} text={read.text} isRight={read.place.x > box.x + box.width / 2} />}
      <rect className="race-reach" {...box} onPointerMove={(event) => onPoint(distancesUnder(event))} onPointerLeave={() => onPoint(null)} onPointerDown={(event) => onPoint(distancesUnder(event))} />
    </svg>
  );
}

/** The loss alone: it stays as it is while the clock runs. */
const Ground = memo(function Ground({ shades, contours }: Pick<SlicePlot, 'shades' | 'contours'>) {
  return (
    <g>
      {shades.map((path, shade) => (
        <path key={`${shade}`} className="slice-shade" d={path} style={{ fillOpacity: (0.3 * shade) / Math.max(1, shades.length - 1) }} />
      ))}
      {contours.map((path, level) => (
        <path key={`${level}`} className="slice-contour" d={path} />
      ))}
    </g>
  );
});

/** Where the loss is read, and what it is there. */
function Read({ place, text, isRight }: { readonly place: Point; readonly text: string; readonly isRight: boolean }) {
  return (
    <g className="slice-read">
      <path d={`M${place.x - 6},${place.y}h12M${place.x},${place.y - 6}v12`} />
      <text className="slice-name" x={place.x + (isRight ? -9 : 9)} y={place.y} dy="-0.7em" textAnchor={isRight ? 'end' : 'start'}>
        {text}
      </text>
    </g>
  );
}
