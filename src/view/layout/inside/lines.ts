// The lines inside a cell, from where values are made or come in to where they are used or leave; roads first, as they are to run straight.
import { bottom, middle, right, type Rect } from '../rect.ts';
import { portId, type FlowEdge } from './dataflow.ts';
import { stripOn } from './onLines.ts';
import type { Skeleton } from './ports.ts';
import { bestWay, type Line } from './route.ts';
import type { PlacedEdge, PlacedNode, PlacedPort, Point } from './types.ts';
import { waysOf } from './ways.ts';

/** All lines, in the order of the dataflow's edges. */
export function linesOf(skeleton: Skeleton, ports: readonly PlacedPort[]): PlacedEdge[] {
  const { flow, nodes, arranged } = skeleton;
  const obstacles = [...[...nodes.values()].flatMap(({ glyph, vector }) => [grown(glyph), grown(vector)]), ...ports.flatMap(({ vector }) => (vector ? [grown(vector)] : []))];
  const lines: Line[] = [];
  const found = new Map<FlowEdge, readonly Point[]>();
  for (const edge of [...flow.edges].sort((a, b) => rankOf(skeleton, a) - rankOf(skeleton, b))) {
    const own = endsIn(skeleton, ports, edge);
    const others = obstacles.filter((rect) => !own.some((each) => isWithin(each, rect)));
    const points = bestWay(waysOf(skeleton, ports, edge), `${edge.from}`, { obstacles: others, lines, space: arranged.metrics.track * 0.6 });
    lines.push({ source: `${edge.from}`, points });
    found.set(edge, points);
  }
  const isUsedAgain = ({ from }: FlowEdge): boolean => flow.edges.filter((each) => each.from === from).length > 1;
  return flow.edges.map((edge) => {
    const points = found.get(edge) ?? [];
    return { edge, points, strip: isUsedAgain(edge) ? stripOn(points, arranged) : null };
  });
}

const nodeAt = ({ nodes }: Skeleton, end: number | string): PlacedNode | undefined => (typeof end === 'number' ? nodes.get(end) : undefined);

/** Which lines are drawn before others: roads, level ones, what comes in, what goes up to a road, the rest, what leaves. */
function rankOf(skeleton: Skeleton, { isRoad, from, to, k }: FlowEdge): number {
  const [source, target] = [nodeAt(skeleton, from), nodeAt(skeleton, to)];
  if (isRoad) return 0;
  if (source && target && Math.abs(middle(source.glyph) - middle(target.glyph)) < 0.01) return 1;
  if (!source) return 2;
  if (k < 0) return 5;
  return target && target.node.road >= 0 ? 3 : 4;
}

/** The signs and vectors that a line begins behind or ends at. */
function endsIn(skeleton: Skeleton, ports: readonly PlacedPort[], { from, to }: FlowEdge): Rect[] {
  const [source, target] = [nodeAt(skeleton, from), nodeAt(skeleton, to)];
  const port = ports.find((each) => portId(each.port) === from);
  return [...(source ? [source.glyph, source.vector] : []), ...(target ? [target.glyph] : []), ...(port?.vector ? [port.vector] : [])];
}

const grown = ({ x, y, width, height }: Rect): Rect => ({ x: x - 2, y: y - 2, width: width + 4, height: height + 4 });

const isWithin = (a: Rect, b: Rect): boolean => a.x >= b.x && a.y >= b.y && right(a) <= right(b) && bottom(a) <= bottom(b);
