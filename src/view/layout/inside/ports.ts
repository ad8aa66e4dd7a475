// Where states, input and output pass the border of a cell, and the upright lines from which their values branch.
import { bottom, centre, clamp, middle, right } from '../rect.ts';
import type { Arrangement } from './arrange.ts';
import { portId, type Dataflow, type FlowEdge, type Port } from './dataflow.ts';
import { vectorAt } from './placed.ts';
import type { RowPlan } from './rows.ts';
import type { InsideSpec, PlacedNode, PlacedPort } from './types.ts';

/** All that lines are drawn between. */
export interface Skeleton {
  readonly flow: Dataflow;
  readonly plan: RowPlan;
  readonly arranged: Arrangement;
  readonly spec: InsideSpec;
  /** By position of the instruction. */
  readonly nodes: ReadonlyMap<number, PlacedNode>;
  /** Values from outside that have an upright line of their own, by the ids of their ports. */
  readonly buses: readonly string[];
  readonly sizes: (slot: number) => number;
}

/** Values from outside that go to several operations, or to another row: each has an upright line to branch from. */
export function busesOf({ edges, ports }: Dataflow): string[] {
  const off = (port: Port): FlowEdge[] => edges.filter(({ from, isRoad }) => from === portId(port) && !isRoad);
  return ports.filter((port) => (port.kind === 'before' && off(port).length > 0) || (port.kind === 'input' && off(port).length > 1)).map(portId);
}

/** Height of the lane of a state. */
export function laneOf({ plan, arranged, spec }: Skeleton, slot: number): number {
  const row = plan.rows.findIndex((each) => each.isLane && each.slot === slot);
  return arranged.rowY[row] ?? middle(spec.rect);
}

/** Where a value's upright line stands; undefined where it has none. */
export function trackOf({ arranged: { busX, metrics }, buses }: Skeleton, from: string): number | undefined {
  const at = buses.indexOf(from);
  return at < 0 ? undefined : busX + (at + 0.5) * metrics.track;
}

/** Where what is read rises: at its upright line, or below the only operation that takes it. */
export function inputLine(skeleton: Skeleton, port: Port): number {
  const { flow, nodes, arranged } = skeleton;
  const user = flow.edges.find(({ from }) => from === portId(port))?.to;
  const node = typeof user === 'number' ? nodes.get(user) : undefined;
  return trackOf(skeleton, portId(port)) ?? (node ? centre(node.glyph) : arranged.busX);
}

/** Where what goes to the output rises: beside the vector of its value. */
export function leaveX({ nodes, arranged, spec }: Skeleton, slot: number): number {
  const maker = [...nodes.values()].find(({ node }) => node.instruction.out === slot);
  return maker ? right(maker.vector) + arranged.metrics.gap * 1.5 : right(spec.rect);
}

export function placePort(skeleton: Skeleton, port: Port): PlacedPort {
  const { rect, stateY, outputX } = skeleton.spec;
  const { arranged, flow } = skeleton;
  const y = stateY?.[flow.mains.indexOf(port.slot)] ?? laneOf(skeleton, port.slot);
  if (port.kind === 'after') return { port, x: right(rect), y, vector: null };
  if (port.kind === 'out') return { port, x: outputX ?? leaveX(skeleton, port.slot), y: rect.y, vector: null };
  if (port.kind === 'input') return placeInput(skeleton, port);
  const isRight = arranged.runsRight({ row: 0, line: 0, isShared: false }, true);
  const vector = vectorAt(port.slot, skeleton.sizes(port.slot), isRight ? 'right' : 'down', rect.x + arranged.metrics.left * 0.6, laneOf(skeleton, port.slot), arranged);
  return { port, x: rect.x, y, vector };
}

/** A word is written; other inputs stand as a row of numbers at the bottom. */
function placeInput(skeleton: Skeleton, port: Port): PlacedPort {
  const { rect, inputX, isWord } = skeleton.spec;
  const { metrics, cellWidth, cellHeight } = skeleton.arranged;
  const x = inputX ?? inputLine(skeleton, port);
  if (isWord) return { port, x, y: bottom(rect), vector: null };
  const size = skeleton.sizes(port.slot);
  const width = Math.min(cellWidth, (rect.width * 0.6) / size);
  const height = Math.min(cellHeight, 15 * metrics.scale);
  const left = clamp(x - (size * width) / 2, rect.x + 26 * metrics.scale, right(rect) - size * width - 4);
  return { port, x, y: bottom(rect), vector: { slot: port.slot, runs: 'right', lanes: 1, cellWidth: width, cellHeight: height, x: left, y: bottom(rect) - height - 4 * metrics.scale, width: size * width, height } };
}
