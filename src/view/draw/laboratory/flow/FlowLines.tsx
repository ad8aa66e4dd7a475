// What of the flow plot does not move with the pointer: bands, axes, a line a network with its name at the end, the values before, strips.
import { memo } from 'react';
import type { FlowPlotGeometry } from '../../../layout/laboratory/flowPlot.ts';
import { Leaders } from '../../plot/Leaders.tsx';
import { PlotAxes } from '../../plot/PlotAxes.tsx';
import { PlotBands } from '../../plot/PlotBands.tsx';
import { FlowStrips } from './FlowStrips.tsx';
import { colourOf, markerPath } from './markers.ts';

interface Props {
  readonly geometry: FlowPlotGeometry;
  readonly textSize: number;
  /** In the order of the lines. */
  readonly names: readonly string[];
  /** Paths of lines before a change, by the lines' ids. */
  readonly ghosts: ReadonlyMap<string, string>;
  /** Stands where no gradient goes: after the loss. */
  readonly afterWords: string;
  /** Below the loss's column. */
  readonly lossWords: string;
  /** In the middle, where no line has a point. */
  readonly nothing: string;
}

export const FlowLines = memo(function FlowLines({ geometry, textSize, names, ghosts, afterWords, lossWords, nothing }: Props) {
  const { box, bands, lines, labels, strips, lossX, columnWidth, footY } = geometry;
  const right = box.x + box.width;
  const bottom = box.y + box.height;
  const lossEnd = lossX + columnWidth / 2;
  const after = right - lossEnd;
  // Near an edge its words stand to one side of the mark.
  const isNearRight = lossX > right - textSize * 7;
  return (
    <>
      <PlotBands bands={bands} />
      {after > 1 && (
        <g className="lab-flow-after">
          <rect x={lossEnd} y={box.y} width={after} height={box.height} />
          <line x1={lossEnd} x2={lossEnd} y1={box.y} y2={bottom} />
          {after > afterWords.length * textSize * 0.55 && (
            <text x={lossEnd + after / 2} y={box.y + box.height / 2} textAnchor="middle">
              {afterWords}
            </text>
          )}
        </g>
      )}
      <PlotAxes box={box} yTicks={geometry.yTicks} xTicks={geometry.xTicks} oneAt={geometry.oneAt} />
      {ghosts.size > 0 && (
        <g className="lab-flow-ghosts">
          {lines.map(({ id }) => ghosts.has(id) && <path key={id} className="lab-flow-ghost" d={ghosts.get(id)} style={{ color: colourOf(id) }} />)}
        </g>
      )}
      {lines.map(({ id, path, gaps }) => (
        <g key={id} className="lab-flow-line" data-network={id} style={{ color: colourOf(id) }}>
          <path className="lab-flow-path" d={path} />
          {gaps.map(({ kind, from, x, y }) => (
            <path key={from} className="lab-flow-edge" d={kind === 'overflow' ? `M${x - 6},${y + 9}l6,-8l6,8z` : `M${x - 6},${y - 9}l6,8l6,-8z`} />
          ))}
        </g>
      ))}
      <Leaders labels={labels} colourOf={colourOf} radius={2.5} />
      {labels.map(({ id, text, anchor, x, y, width, height }) => (
        <text key={id} className="lab-flow-label" x={anchor === 'end' ? x + width : x} textAnchor={anchor} y={y + height / 2} dy="0.35em" style={{ fill: colourOf(id) }}>
          {text}
        </text>
      ))}
      {lines.map(({ id, end }) => end && (
        <path key={id} className="lab-flow-marker" d={markerPath(id, textSize * 5)} transform={`translate(${end.x},${end.y})`} style={{ color: colourOf(id) }} />
      ))}
      {nothing && (
        <text className="plot-nothing" x={box.x + box.width / 2} y={box.y + box.height / 2} textAnchor="middle">
          {nothing}
        </text>
      )}
      <FlowStrips strips={strips} names={names} />
      <g className="lab-flow-loss">
        <path d={`M${lossX - 5},${footY + 3}l5,-8l5,8z`} />
        <text x={isNearRight ? lossX - 10 : lossX + 10} y={footY} dy="0.35em" textAnchor={isNearRight ? 'end' : 'start'}>
          {lossWords}
        </text>
      </g>
    </>
  );
});
