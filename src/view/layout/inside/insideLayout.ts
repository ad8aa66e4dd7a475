// The inside of a cell at one step, as numbers: signs, vectors, lines, and the places at the border where states, input and output pass.
import type { Network } from '../../../engine/network.ts';
import { arrange } from './arrange.ts';
import { dataflowOf } from './dataflow.ts';
import { linesOf } from './lines.ts';
import { mirrored } from './mirror.ts';
import { dotsOf } from './onLines.ts';
import { bandsOf, placeNodes } from './placed.ts';
import { busesOf, placePort, type Skeleton } from './ports.ts';
import { rowsOf } from './rows.ts';
import type { InsideLayout, InsideSpec } from './types.ts';

/** The inside of a chain's cell in a rectangle. A chain that reads from the end is mirrored: its time flows from right to left. */
export function insideLayout(network: Network, chain: number, given: InsideSpec): InsideLayout {
  const isReversed = network.program.chains[chain]?.direction === -1;
  const turned = (x: number | undefined): number | undefined => (x === undefined ? undefined : 2 * given.rect.x + given.rect.width - x);
  const spec = isReversed ? { ...given, inputX: turned(given.inputX), outputX: turned(given.outputX) } : given;
  const flow = dataflowOf(network, chain, spec.isReadOut);
  const plan = rowsOf(flow);
  const { slots } = network.program;
  const sizes = (slot: number): number => slots[slot]?.size ?? 0;
  const buses = busesOf(flow);
  const stateY = spec.stateY?.length === flow.mains.length ? spec.stateY : undefined;
  const arranged = arrange(flow, plan, { rect: spec.rect, sizes, stateY, isPaired: spec.isPaired, isReadOut: spec.isReadOut, tracks: buses.length });
  const nodes = placeNodes(flow, plan, arranged, sizes);
  const skeleton: Skeleton = { flow, plan, arranged, spec: { ...spec, stateY }, nodes: new Map(nodes.map((each) => [each.node.at, each])), buses, sizes };
  const ports = flow.ports.map((port) => placePort(skeleton, port));
  const edges = linesOf(skeleton, ports);
  const layout: InsideLayout = {
    rect: spec.rect,
    nodes,
    ports,
    edges,
    dots: dotsOf(edges),
    bands: bandsOf(plan, arranged, nodes),
    laneY: arranged.rowY.slice(0, flow.mains.length),
    scale: arranged.metrics.scale,
    lanes: arranged.lanes,
    cellWidth: arranged.cellWidth,
    cellHeight: arranged.cellHeight,
    isMirrored: false,
  };
  return isReversed ? mirrored(layout) : layout;
}
