// Each unit's number over the words as a line, with its name at its end. Pure numbers.
import type { Box } from '../../directLabels.ts';
import { linesPlot, type LinesGeometry } from '../../linesPlot.ts';
import { ellipsised } from '../names.ts';

interface CurvesInput {
  /** [step · U + unit] */
  readonly values: Float64Array;
  readonly units: readonly string[];
  readonly words: readonly string[];
  /** What a step is called: "word". */
  readonly step: string;
  /** Whether all lines begin at 0 before the first word; in both directions half of them end there instead. */
  readonly hasStart: boolean;
  /** The largest size on the axis. */
  readonly largest: number;
  readonly isSigned: boolean;
  /** The unit that is pointed at: it has a name however many there are; null: none. */
  readonly pointed: number | null;
  readonly size: Pick<Box, 'width' | 'height'> & { readonly textSize: number };
}

export function unitCurves({ values, units, words, step, hasStart, largest, isSigned, pointed, size }: CurvesInput): LinesGeometry {
  const [U, T] = [units.length, words.length];
  const from = hasStart ? 0 : 1;
  const xs = Array.from({ length: T + 1 - from }, (_, k) => k + from);
  const valueOf = (unit: number, t: number): number => (t === 0 ? 0 : values[(t - 1) * U + unit]!);
  const named = namedUnits(values, U, T, Math.floor((size.height - size.textSize * 5.1) / (size.textSize * 1.35)), pointed);
  return linesPlot({
    lines: units.map((name, unit) => ({ id: String(unit), name: named.has(unit) ? name : '', xs, ys: xs.map((t) => valueOf(unit, t)) })),
    along: { kind: 'linear', from, to: Math.max(T, from + 1), at: xs, title: `after the ${step}`, write: (t) => (t === 0 ? 'start' : ellipsised(words[t - 1] ?? '', 12)) },
    height: { kind: 'linear', from: isSigned ? -largest : 0, to: largest, title: 'h' },
    names: 'end',
    size,
  });
}

/** As many units as have room for a name: those whose numbers change most, and the one that is pointed at. */
function namedUnits(values: Float64Array, U: number, T: number, room: number, pointed: number | null): ReadonlySet<number> {
  const spans = Array.from({ length: U }, (_, unit) => {
    const own = Array.from({ length: T }, (_, k) => values[k * U + unit]!);
    return { unit, span: Math.max(0, ...own) - Math.min(0, ...own) };
  });
  const order = spans.sort((a, b) => Number(b.unit === pointed) - Number(a.unit === pointed) || b.span - a.span || a.unit - b.unit);
  return new Set(order.slice(0, Math.max(1, room)).map(({ unit }) => unit));
}

/** The line nearest to a point, by its height there; null where none is within that many pixels. */
export function lineNear({ lines }: LinesGeometry, x: number, y: number, within: number): number | null {
  let best: { id: string; distance: number } | null = null;
  for (const { id, points } of lines) {
    const next = points.findIndex((point) => point.x >= x);
    const [a, b] = [points[Math.max(0, next - 1)], points[next < 0 ? points.length - 1 : next]];
    if (!a || !b) continue;
    const part = b.x === a.x ? 0 : Math.min(1, Math.max(0, (x - a.x) / (b.x - a.x)));
    const distance = Math.abs(a.y + part * (b.y - a.y) - y);
    if (distance <= within && (best === null || distance < best.distance)) best = { id, distance };
  }
  return best === null ? null : Number(best.id);
}
