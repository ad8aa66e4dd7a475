// A line of the plot: a path, and a marker where it leaves the axis because a number is 0 or too large to hold.
import type { CurveGeometry } from '../../layout/flowCurve.ts';
import './plot.css';

interface Props {
  readonly curve: CurveGeometry;
  /** How it is drawn; plot.css has the looks. */
  readonly look: 'now' | 'ghost' | 'last-loss' | 'ahead' | 'other';
  readonly clipPath?: string | undefined;
}

export function PlotCurve({ curve, look, clipPath }: Props) {
  return (
    <g className={`plot-curve plot-curve-${look}`} clipPath={clipPath}>
      <path d={curve.path} />
      {curve.gaps.map(({ kind, from, x, y }) => (
        <path key={from} className="plot-edge" d={kind === 'overflow' ? `M${x - 6},${y + 9}l6,-8l6,8z` : `M${x - 6},${y - 9}l6,8l6,-8z`} />
      ))}
    </g>
  );
}
