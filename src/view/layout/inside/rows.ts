// Which row each operation of a cell stands in: a lane for each state on top, then a row for each gate, in the order of declaration.
import type { Dataflow, FlowNode } from './dataflow.ts';

interface FlowRow {
  /** The state or gate that it is for; −1 for what leads to none of them. */
  readonly slot: number;
  /** Whether it is a state's. */
  readonly isLane: boolean;
}

export interface NodePlace {
  readonly row: number;
  /** How many lines below the middle of its row; a row with two products side by side has them at −½ and ½. */
  readonly line: number;
  /** Whether others stand above or below it in its row. */
  readonly isShared: boolean;
}

export interface RowPlan {
  readonly rows: readonly FlowRow[];
  /** By position of the instruction. */
  readonly places: ReadonlyMap<number, NodePlace>;
}

export function rowsOf(flow: Dataflow): RowPlan {
  const { nodes, mains, gates } = flow;
  const rows: FlowRow[] = [...mains.map((slot) => ({ slot, isLane: true })), ...gates.map((slot) => ({ slot, isLane: false }))];
  const places = new Map<number, NodePlace>();
  const byMaker = new Map(nodes.map((node) => [node.instruction.out, node]));
  for (const node of nodes) if (node.road >= 0) places.set(node.at, { row: mains.indexOf(node.road), line: 0, isShared: false });
  rows.forEach(({ slot, isLane }, row) => {
    const root = byMaker.get(slot);
    if (!root || root.road >= 0) return;
    // A state's own line stays straight, so what joins it comes from below.
    placeTree(flow, root, row, isLane ? 'first' : 'middle', places);
  });
  for (const node of nodes) {
    if (places.has(node.at)) continue;
    const taken = flow.edges.filter(({ to, from }) => to === node.at && typeof from === 'number');
    const latest = taken.map(({ from }) => nodes.find(({ at }) => at === from) as FlowNode).filter(({ road }) => road < 0).sort((a, b) => b.layer - a.layer)[0];
    const row = latest ? (places.get(latest.at)?.row ?? -1) : -1;
    places.set(node.at, { row: row >= 0 ? row : rows.push({ slot: -1, isLane: false }) - 1, line: 0, isShared: false });
  }
  return { rows, places };
}

/** Operations that lead to one gate, as a tree: every branch on a line of its own, and what joins them in their middle, or on the first. */
function placeTree({ nodes, edges, ports }: Dataflow, root: FlowNode, row: number, joined: 'first' | 'middle', places: Map<number, NodePlace>): void {
  const input = ports.find(({ kind }) => kind === 'input');
  const readsInput = (node: FlowNode): boolean => node.instruction.args.some((arg) => arg.kind === 'slot' && arg.index === input?.slot);
  const childrenOf = (node: FlowNode): FlowNode[] =>
    edges
      .flatMap(({ to, from }) => (to === node.at ? nodes.filter(({ at, leadsTo, road }) => at === from && leadsTo === root.leadsTo && road < 0) : []))
      .sort((a, b) => Number(readsInput(a)) - Number(readsInput(b)));
  const lines = new Map<FlowNode, { line: number; isShared: boolean }>();
  let leaves = 0;
  const visit = (node: FlowNode): number => {
    const known = lines.get(node);
    if (known) return known.line;
    const children = childrenOf(node).map(visit);
    const line = children.length === 0 ? leaves++ : joined === 'first' ? (children[0] ?? 0) : ((children[0] ?? 0) + (children.at(-1) ?? 0)) / 2;
    lines.set(node, { line, isShared: false });
    return line;
  };
  visit(root);
  const middle = joined === 'first' ? 0 : (leaves - 1) / 2;
  const span = (node: FlowNode): number => childrenOf(node).reduce((count, child) => count + span(child), 0) || 1;
  for (const [node, { line }] of lines) places.set(node.at, { row, line: line - middle, isShared: joined === 'middle' && span(node) < leaves });
}
