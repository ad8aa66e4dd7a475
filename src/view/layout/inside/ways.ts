// The ways that a line inside a cell could take: straight, over the gap before its operation, or along the gaps between rows.
import { bottom, centre, middle, right } from '../rect.ts';
import { portId, type FlowEdge } from './dataflow.ts';
import { inputLine, laneOf, leaveX, trackOf, type Skeleton } from './ports.ts';
import type { PlacedNode, PlacedPort, Point } from './types.ts';

/** How a line begins, and at which x it can turn up or down. */
interface Start {
  readonly points: readonly Point[];
  readonly tracks: readonly number[];
}

/** Groups of ways from where a value is made, or comes in, to where it is used, or leaves; the most direct ones first. */
export function waysOf(skeleton: Skeleton, ports: readonly PlacedPort[], edge: FlowEdge): (() => Point[][])[] {
  const start = startOf(skeleton, ports, edge.from);
  const target = typeof edge.to === 'number' ? skeleton.nodes.get(edge.to) : undefined;
  if (!target) return [() => [leaving(skeleton, ports, edge, start)]];
  const ends = endsOf(start.points.at(-1) as Point, target, skeleton.arranged.metrics.track);
  const begun = (ways: readonly Point[][]): Point[][] => ways.map((rest) => [...start.points, ...rest]);
  // What goes to several places branches off one upright line.
  const near = skeleton.buses.includes(`${edge.from}`) ? [...ends.straight, ...offTracks(start, target)] : [...ends.straight, ...ends.direct, ...overGutters(skeleton, target, ends.from)];
  return [() => begun(near), () => begun(offTracks(start, target)), () => begun(alongRows(skeleton, start, target))];
}

/** Ways without a turn, and with one above or below the operation. */
function endsOf([sx, sy]: Point, { glyph, isBox }: PlacedNode, track: number) {
  const [cx, cy, radius] = [centre(glyph), middle(glyph), glyph.height / 2];
  const isAbove = sy < cy;
  const side = isAbove ? glyph.y : bottom(glyph);
  const straight: Point[][] = Math.abs(sy - cy) < 0.01 ? [[[glyph.x, cy]]] : [];
  // A line a little above or below the middle of a circle ends at its edge.
  const isNear = !isBox && Math.abs(sy - cy) < radius * 0.95;
  const direct: Point[][] = isNear ? [[[cx - Math.sqrt(radius ** 2 - (sy - cy) ** 2), sy]]] : [[[cx, sy], [cx, side]]];
  return { straight, direct, from: { sx, sy, cx, cy, side, jog: isAbove ? side - track * 0.7 : side + track * 0.7 } };
}

const guttersOf = ({ arranged: { layers, metrics } }: Skeleton, { node }: PlacedNode): number[] =>
  [0, 1, 2].map((j) => (layers[node.layer]?.glyphX ?? 0) - metrics.track * (0.8 + j));

/** Up or down in the gap before the operation's layer. */
function overGutters(skeleton: Skeleton, target: PlacedNode, { sx, sy, cx, cy, side, jog }: ReturnType<typeof endsOf>['from']): Point[][] {
  return guttersOf(skeleton, target)
    .filter((x) => x >= sx - 0.01)
    .flatMap((x): Point[][] => [[[x, sy], [x, cy], [target.glyph.x, cy]], [[x, sy], [x, jog], [cx, jog], [cx, side]]]);
}

/** From an upright line beside the value, straight to the operation. */
function offTracks({ points, tracks }: Start, { glyph }: PlacedNode): Point[][] {
  const [, y] = points.at(-1) as Point;
  return tracks.map((x) => [[x, y], [x, middle(glyph)], [glyph.x, middle(glyph)]]);
}

/** The same along a gap between two rows. */
function alongRows(skeleton: Skeleton, { points, tracks }: Start, target: PlacedNode): Point[][] {
  const { rowY, rowExtents, metrics } = skeleton.arranged;
  const channels = rowY.flatMap((y, row) => [y + (rowExtents[row]?.below ?? 0) + metrics.rowGap * 0.5, y - (rowExtents[row]?.above ?? 0) - metrics.rowGap * 0.5]);
  const [, sy] = points.at(-1) as Point;
  const { glyph } = target;
  const [cx, cy] = [centre(glyph), middle(glyph)];
  const gutters = guttersOf(skeleton, target);
  return tracks.flatMap((x) =>
    channels.flatMap((y): Point[][] => [
      [[x, sy], [x, y], [cx, y], [cx, y < cy ? glyph.y : bottom(glyph)]],
      ...gutters.map((gutter): Point[] => [[x, sy], [x, y], [gutter, y], [gutter, cy], [glyph.x, cy]]),
    ]),
  );
}

function startOf(skeleton: Skeleton, ports: readonly PlacedPort[], from: FlowEdge['from']): Start {
  const { metrics } = skeleton.arranged;
  const source = typeof from === 'number' ? skeleton.nodes.get(from) : undefined;
  if (source) {
    const [x, y] = [right(source.vector), middle(source.glyph)];
    return { points: [[right(source.glyph), y], [x, y]], tracks: [1, 2, 3].map((j) => x + metrics.track * (j - 0.3)) };
  }
  const placed = ports.find(({ port }) => portId(port) === from) as PlacedPort;
  if (placed.port.kind === 'input') {
    const x = inputLine(skeleton, placed.port);
    const turn = placed.y - metrics.bottom * 0.75;
    return { points: [[placed.x, placed.y], [placed.x, turn], [x, turn]], tracks: [x] };
  }
  const y = laneOf(skeleton, placed.port.slot);
  const turn = placed.x + metrics.left * 0.3;
  const track = trackOf(skeleton, portId(placed.port));
  return { points: [[placed.x, placed.y], [turn, placed.y], [turn, y], [placed.vector ? right(placed.vector) : turn, y]], tracks: track === undefined ? [] : [track] };
}

/** To the border on the right, or on top. */
function leaving(skeleton: Skeleton, ports: readonly PlacedPort[], { to }: FlowEdge, { points }: Start): Point[] {
  const { rect } = skeleton.spec;
  const { metrics } = skeleton.arranged;
  const placed = ports.find(({ port }) => portId(port) === to) as PlacedPort;
  const [, y] = points.at(-1) as Point;
  if (placed.port.kind === 'after') {
    const turn = right(rect) - metrics.right * 0.35;
    return [...points, [turn, y], [turn, placed.y], [placed.x, placed.y]];
  }
  const x = leaveX(skeleton, placed.port.slot);
  const turn = rect.y + metrics.top * 0.5;
  return [...points, [x, y], [x, turn], [placed.x, turn], [placed.x, rect.y]];
}
