// An arrow with corners: faint and dashed before its time, solid after it, thick while it is in use.
import type { Point } from '../../layout/score/types.ts';

export type ArrowState = 'future' | 'done' | 'now';

interface Props {
  readonly points: readonly Point[];
  readonly tone: 'input' | 'state' | 'output' | 'gradient';
  readonly state: ArrowState;
  /** Width in pixels where it means something; else the theme's. */
  readonly width?: number | undefined;
  readonly isDashed?: boolean;
  /** Whether the way is cut: a short line across it. */
  readonly isCut?: boolean;
}

/** Corners are round, with this radius where there is room. */
const bend = 7;

const lengthOf = ([x1, y1]: Point, [x2, y2]: Point): number => Math.hypot(x2 - x1, y2 - y1);

const towards = ([x1, y1]: Point, [x2, y2]: Point, distance: number): Point => {
  const length = Math.max(lengthOf([x1, y1], [x2, y2]), 1e-9);
  return [x1 + ((x2 - x1) * distance) / length, y1 + ((y2 - y1) * distance) / length];
};

const round = (n: number): number => Math.round(n * 100) / 100;
const at = ([x, y]: Point): string => `${round(x)},${round(y)}`;

/** A line through corners, each of them rounded. */
function roundedPath(points: readonly Point[]): string {
  const [first, ...rest] = points;
  if (!first) return '';
  return rest.reduce((path, point, k) => {
    const [before, after] = [points[k], rest[k + 1]];
    if (!before || !after) return `${path}L${at(point)}`;
    const radius = Math.min(bend, lengthOf(before, point) / 2, lengthOf(point, after) / 2);
    return `${path}L${at(towards(point, before, radius))}Q${at(point)} ${at(towards(point, after, radius))}`;
  }, `M${at(first)}`);
}

export function PathArrow({ points, tone, state, width, isDashed = false, isCut = false }: Props) {
  const total = points.slice(1).reduce((sum, point, k) => sum + lengthOf(points[k] ?? point, point), 0);
  const [last, before] = [points[points.length - 1], points[points.length - 2]];
  if (total < 5 || !last || !before) return null;
  const head = Math.min(Math.max(8, (width ?? 1.5) * 1.9), total * 0.7, 15);
  const half = head * 0.46;
  const base = towards(last, before, Math.min(head, lengthOf(last, before)));
  const [ux, uy] = [(last[0] - base[0]) / head, (last[1] - base[1]) / head];
  const line = [...points.slice(0, -1), towards(last, before, Math.min(head - 1, lengthOf(last, before)))];
  const [cx, cy] = towards(last, before, head + 8);
  return (
    <g className={`score-arrow is-${tone} is-${state} ${isDashed ? 'is-fed' : ''}`}>
      <path d={roundedPath(line)} style={width === undefined ? undefined : { strokeWidth: width }} />
      <path className="score-arrow-head" d={`M${at(last)}L${at([base[0] - uy * half, base[1] + ux * half])}L${at([base[0] + uy * half, base[1] - ux * half])}Z`} />
      {isCut && <path className="score-cut" d={`M${at([cx - 5, cy - 7])}L${at([cx + 5, cy + 7])}`} />}
    </g>
  );
}
