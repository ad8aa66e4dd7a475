// What the reader sees: several lines over common axes, each with its name beside it, a mark where one leaves the axis, and a line at
// the place that is pointed at.
import type { ReactNode } from 'react';
import type { LinesGeometry } from '../../layout/linesPlot.ts';
import { Leaders } from './Leaders.tsx';
import { Power } from './Power.tsx';
import { Spans } from './Spans.tsx';
import './lines.css';

export interface LineLook {
  /** A CSS colour. */
  readonly colour: string;
  readonly dashes?: string | undefined;
  /** Pixels of the line. */
  readonly width?: number | undefined;
  /** Indices of points that are drawn as circles: full, or hollow where a number is not final. */
  readonly points?: 'none' | 'full' | ((index: number) => 'full' | 'hollow') | undefined;
}

interface Props {
  readonly geometry: LinesGeometry;
  readonly looks: Readonly<Record<string, LineLook>>;
  /** The number along the axis that is marked; null: none. */
  readonly marked: number | null;
  /** Under the lines, and over them. */
  readonly ground?: ReactNode;
  readonly children?: ReactNode;
}

/** To be put into an svg whose text size is the geometry's. */
export function LinesPlot({ geometry, looks, marked, ground, children }: Props) {
  const { box, lines, labels, titles, xOf } = geometry;
  const right = box.x + box.width;
  const bottom = box.y + box.height;
  return (
    <g className="lab-lines">
      {ground}
      {geometry.heightTicks.map(({ y, exponent, text }) => (
        <g key={y}>
          <line className="lab-lines-grid" x1={box.x} x2={right} y1={y} y2={y} />
          <text className="lab-lines-tick" x={box.x - 7} y={y} dy="0.35em" textAnchor="end">
            {exponent === null ? text : <Power exponent={exponent} />}
          </text>
        </g>
      ))}
      <line className="lab-lines-ground" x1={box.x} x2={right} y1={bottom} y2={bottom} />
      {geometry.alongTicks.map(({ value, x, text }) => (
        <text key={value} className="lab-lines-tick" x={x} y={bottom} dy="1.4em" textAnchor="middle">
          {text}
        </text>
      ))}
      <text className="lab-lines-title" x={titles.alongEnd} y={bottom} dy="2.7em" textAnchor="end">
        <Spans text={titles.along} />
      </text>
      <text className="lab-lines-title" x={4} y={box.y} dy="-1.15em">
        <Spans text={titles.height} />
      </text>
      {marked !== null && <line className="lab-lines-marked" x1={xOf(marked)} x2={xOf(marked)} y1={box.y} y2={bottom} />}
      {lines.map(({ id, path, points, edges }) => {
        const { colour, dashes, width = 2.5, points: wanted = 'none' } = looks[id] ?? { colour: 'var(--ink)' };
        return (
          <g key={id} data-line={id}>
            <path className="lab-lines-line" d={path} style={{ stroke: colour, strokeDasharray: dashes, strokeWidth: width }} />
            {edges.map(({ kind, x, y, index }) => (
              <path key={index} d={kind === 'overflow' ? `M${x - 5},${y + 8}l5,-7l5,7z` : `M${x - 5},${y - 8}l5,7l5,-7z`} style={{ fill: colour }} />
            ))}
            {wanted !== 'none' &&
              points.map(({ x, y, index }) => {
                const isHollow = wanted !== 'full' && wanted(index) === 'hollow';
                return <circle key={index} className="lab-lines-point" cx={x} cy={y} r={2 + width * 0.8} style={{ stroke: colour, fill: isHollow ? 'var(--surface-page)' : colour }} />;
              })}
          </g>
        );
      })}
      <Leaders labels={labels} colourOf={(id) => looks[id]?.colour ?? 'var(--ink)'} radius={3} />
      {labels.map(({ id, sample }) => {
        const { colour, dashes, width = 2.5 } = looks[id] ?? { colour: 'var(--ink)' };
        return sample && <line key={id} className="lab-lines-line" x1={sample.from.x} y1={sample.from.y} x2={sample.to.x} y2={sample.to.y} style={{ stroke: colour, strokeDasharray: dashes, strokeWidth: width }} />;
      })}
      {labels.map(({ id, text, x, y, height }) => (
        <text key={id} className="lab-lines-label" x={x} y={y + height / 2} dy="0.35em" style={{ fill: looks[id]?.colour }}>
          <Spans text={text} />
        </text>
      ))}
      {children}
    </g>
  );
}
