// An arrow between two boxes: faint and dashed before its time, solid after it, thick while it is in use.
export type ArrowState = 'future' | 'done' | 'now';

export interface ArrowProps {
  readonly from: readonly [number, number];
  readonly to: readonly [number, number];
  readonly tone: 'input' | 'state' | 'output' | 'gradient';
  readonly state: ArrowState;
  /** Width in pixels where it means something; else the theme's. */
  readonly width?: number | undefined;
}

export function Arrow({ from: [x1, y1], to: [x2, y2], tone, state, width }: ArrowProps) {
  const length = Math.hypot(x2 - x1, y2 - y1);
  if (length < 5) return null;
  const [ux, uy] = [(x2 - x1) / length, (y2 - y1) / length];
  const head = Math.min(Math.max(8, (width ?? 1.5) * 1.9), length * 0.7, 13);
  const half = head * 0.46;
  const [bx, by] = [x2 - ux * head, y2 - uy * head];
  return (
    <g className={`score-arrow is-${tone} is-${state}`} aria-hidden="true">
      <path d={`M${x1},${y1}L${bx + ux},${by + uy}`} style={width === undefined ? undefined : { strokeWidth: width }} />
      <path className="score-arrow-head" d={`M${x2},${y2}L${bx - uy * half},${by + ux * half}L${bx + uy * half},${by - ux * half}Z`} />
    </g>
  );
}
