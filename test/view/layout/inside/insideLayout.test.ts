// The geometry of opened cells, for every cell that there is and for one that is in no table.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellIds, cells } from '../../../../src/engine/cells/index.ts';
import { createNetwork, type Network } from '../../../../src/engine/network.ts';
import { insideLayout } from '../../../../src/view/layout/inside/insideLayout.ts';
import type { InsideLayout, InsideSpec, PlacedEdge, Point } from '../../../../src/view/layout/inside/types.ts';
import { overlaps, right, bottom, middle, centre, type Rect } from '../../../../src/view/layout/rect.ts';
import { minimal } from '../../draw/inside/cells.ts';

const model = { cell: 'rnn_tanh', topology: 'many-to-one', loss: 'cross_entropy', biases: 'one', timeReduction: 'sum', inputSize: 5, hiddenSize: 4, outputSize: 3 } as const;

const hasStates = (cell: (typeof cellIds)[number]): boolean => cells[cell].declare('one').states.length > 0;

const networks: readonly (readonly [string, Network])[] = [
  ...cellIds.map((cell) => [cell, createNetwork({ ...model, cell, topology: hasStates(cell) ? 'many-to-one' : 'one-to-one' })] as const),
  ['lstm with two biases', createNetwork({ ...model, cell: 'lstm', biases: 'two' })],
  ['gru with two biases', createNetwork({ ...model, cell: 'gru', biases: 'two' })],
  ['minimal gated unit', createNetwork(model, minimal)],
];

const spec = (given: Partial<InsideSpec> = {}): InsideSpec =>
  ({ rect: { x: 20, y: 10, width: 1000, height: 380 }, isPaired: false, isReadOut: true, isWord: true, ...given });

const pieces = (points: readonly Point[]): [Point, Point][] => points.slice(1).map((to, k) => [points[k] as Point, to]);

/** Everything that takes room: signs and vectors. */
const things = ({ nodes, ports }: InsideLayout): Rect[] => [...nodes.flatMap(({ glyph, vector }) => [glyph, vector]), ...ports.flatMap(({ vector }) => (vector ? [vector] : []))];

const isOnBorder = ([x, y]: Point, glyph: Rect, isBox: boolean): boolean => {
  if (!isBox) return Math.abs(Math.hypot(x - centre(glyph), y - middle(glyph)) - glyph.width / 2) < 0.02;
  const isBeside = Math.abs(x - glyph.x) < 0.02 || Math.abs(x - right(glyph)) < 0.02;
  const isAbove = Math.abs(y - glyph.y) < 0.02 || Math.abs(y - bottom(glyph)) < 0.02;
  return (isBeside && y >= glyph.y - 0.02 && y <= bottom(glyph) + 0.02) || (isAbove && x >= glyph.x - 0.02 && x <= right(glyph) + 0.02);
};

const overlapping = (rects: readonly Rect[]): number => {
  let count = 0;
  const shrunk = rects.map(({ x, y, width, height }) => ({ x: x + 0.01, y: y + 0.01, width: width - 0.02, height: height - 0.02 }));
  shrunk.forEach((a, k) => shrunk.slice(k + 1).forEach((b) => (count += overlaps(a, b) ? 1 : 0)));
  return count;
};

describe.each(networks)('the inside of %s', (_, network) => {
  const { program } = network;
  const own = program.instructions.flatMap((each, at) => (each.chain === 0 ? [{ each, at }] : []));
  const layout = insideLayout(network, 0, spec());

  it('has a sign for every operation, and a vector for what it makes', () => {
    expect(layout.nodes.map(({ node }) => node.at)).toEqual(own.map(({ at }) => at));
    for (const { node, vector } of layout.nodes) expect(vector.slot).toBe(node.instruction.out);
  });

  it('has a line for every value that an operation takes; parameters are written at the operation', () => {
    const wanted = own.flatMap(({ each, at }) => each.args.flatMap((arg, k) => (arg.kind === 'slot' ? [{ to: at, k, slot: arg.index, time: arg.time }] : [])));
    const drawn = layout.edges.flatMap(({ edge: { to, k, slot, time } }) => (k >= 0 ? [{ to, k, slot, time }] : []));
    expect(drawn).toEqual(wanted);
    for (const { node } of layout.nodes) {
      expect(node.parameters).toEqual(node.instruction.args.flatMap((arg) => (arg.kind === 'parameter' ? [arg.index] : [])));
    }
  });

  it('hands every state on, and gives what is read out to the output', () => {
    const ends = layout.edges.flatMap(({ edge }) => (edge.k < 0 ? [edge.to] : []));
    const states = program.chains[0]?.states ?? [];
    expect(ends.filter((to) => `${to}`.startsWith('after'))).toHaveLength(states.length);
    expect(ends.filter((to) => `${to}`.startsWith('out'))).toHaveLength(1);
    expect(insideLayout(network, 0, spec({ isReadOut: false })).edges.some(({ edge }) => `${edge.to}`.startsWith('out'))).toBe(false);
  });

  it('lets nothing overlap, and stays in its rectangle', () => {
    for (const isPaired of [false, true]) {
      const drawn = insideLayout(network, 0, spec({ isPaired }));
      const all = things(drawn);
      expect(overlapping(all)).toBe(0);
      for (const rect of all) {
        expect(rect.x).toBeGreaterThanOrEqual(20);
        expect(right(rect)).toBeLessThanOrEqual(1020);
        expect(rect.y).toBeGreaterThanOrEqual(10);
        expect(bottom(rect)).toBeLessThanOrEqual(390);
      }
    }
  });

  it('ends every line at the edge of its operation or at the border', () => {
    const sees = ({ edge, points }: PlacedEdge): boolean => {
      const end = points.at(-1) as Point;
      const target = layout.nodes.find(({ node }) => node.at === edge.to);
      if (target) return isOnBorder(end, target.glyph, target.isBox);
      return `${edge.to}`.startsWith('after') ? end[0] === 1020 : end[1] === 10;
    };
    expect(layout.edges.filter((each) => !sees(each))).toEqual([]);
  });

  it('begins every line at the operation that makes its value, or at the border', () => {
    const begins = layout.edges.map(({ points }) => points[0]);
    const wanted = layout.edges.map(({ edge }) => {
      const source = layout.nodes.find(({ node }) => node.at === edge.from);
      const port = layout.ports.find(({ port: { kind, slot } }) => `${kind}:${slot}` === edge.from);
      return source ? [right(source.glyph), middle(source.glyph)] : [port?.x, port?.y];
    });
    expect(begins).toEqual(wanted);
  });

  it('draws lines of horizontal and vertical pieces that run through no other sign or vector', () => {
    for (const { edge, points } of layout.edges) {
      const ends = layout.nodes.filter(({ node }) => node.at === edge.from || node.at === edge.to);
      const foreign = layout.nodes.filter((each) => !ends.includes(each)).flatMap(({ glyph, vector }) => [glyph, vector]);
      for (const [[x1, y1], [x2, y2]] of pieces(points)) {
        expect(Math.abs(x1 - x2) < 0.01 || Math.abs(y1 - y2) < 0.01 || null).toBe(true);
        const run: Rect = { x: Math.min(x1, x2), y: Math.min(y1, y2), width: Math.abs(x2 - x1), height: Math.abs(y2 - y1) };
        expect(foreign.filter((rect) => overlaps(rect, run))).toEqual([]);
      }
    }
  });

  it('runs every road straight from the left to the right', () => {
    const roads = layout.edges.filter(({ edge }) => edge.isRoad);
    for (const slot of new Set(roads.map(({ edge }) => edge.to).filter((to) => `${to}`.startsWith('after')))) {
      const y = roads.find(({ edge }) => edge.to === slot)?.points[0]?.[1] ?? NaN;
      const pieces = roads.filter(({ points }) => points.every(([, each]) => Math.abs(each - y) < 0.01));
      expect(Math.min(...pieces.flatMap(({ points }) => points.map(([x]) => x)))).toBe(20);
      expect(Math.max(...pieces.flatMap(({ points }) => points.map(([x]) => x)))).toBe(1020);
    }
  });
});

describe('roads', () => {
  const roadOf = (network: Network): string[] => insideLayout(network, 0, spec()).edges.flatMap(({ edge }) => (edge.isRoad ? [edge.id] : []));

  it('are the ways on which a state is only scaled and added to', () => {
    expect(roadOf(createNetwork({ ...model, cell: 'lstm' }))).toEqual(['←c→f⊙c', 'f⊙c→c', 'c→next']);
    expect(roadOf(createNetwork({ ...model, cell: 'gru' }))).toEqual(['←h→z⊙h', 'z⊙h→h', 'h→next']);
    expect(roadOf(createNetwork(model, minimal))).toEqual(['←h→(1−f)⊙h', '(1−f)⊙h→h', 'h→next']);
  });

  it('are not there where the state goes through a matrix and a curve', () => {
    expect(roadOf(createNetwork(model))).toEqual([]);
  });

  it('keep to the heights that they are given, with the gates where there is room', () => {
    const network = createNetwork({ ...model, cell: 'lstm' });
    const rect = { x: 0, y: 0, width: 1000, height: 400 };
    for (const stateY of [[60, 145], [60, 325]]) {
      const drawn = insideLayout(network, 0, spec({ rect, stateY }));
      expect(drawn.laneY).toEqual(stateY);
      expect(overlapping(things(drawn))).toBe(0);
    }
  });

  it('leave a height at which there is no room for the gates, and come back to it at the border', () => {
    const network = createNetwork({ ...model, cell: 'gru' });
    const drawn = insideLayout(network, 0, spec({ rect: { x: 0, y: 0, width: 900, height: 300 }, stateY: [150] }));
    expect(drawn.laneY[0]).toBeLessThan(150);
    const [before, after] = [drawn.edges.find(({ edge }) => edge.id === '←h→z⊙h'), drawn.edges.find(({ edge }) => edge.id === 'h→next')];
    expect(before?.points[0]).toEqual([0, 150]);
    expect(after?.points.at(-1)).toEqual([900, 150]);
  });
});

describe('the room inside a cell', () => {
  const lstm = createNetwork({ ...model, cell: 'lstm' });

  it('has numbers that can be read on a desk, in pairs where these fit', () => {
    const forward = insideLayout(lstm, 0, spec());
    expect(forward.scale).toBe(1);
    expect(forward.cellHeight).toBeGreaterThan(11);
    const back = insideLayout(createNetwork(model), 0, spec({ isPaired: true }));
    expect(back.lanes).toBe(2);
    expect(back.cellWidth).toBeGreaterThan(30);
  });

  it('gives one place to value and gradient where two would be too small to read', () => {
    expect(insideLayout(lstm, 0, spec({ rect: { x: 0, y: 0, width: 900, height: 380 }, isPaired: true })).lanes).toBe(1);
    expect(insideLayout(lstm, 0, spec({ rect: { x: 0, y: 0, width: 1100, height: 440 }, isPaired: true })).lanes).toBe(2);
  });

  it('never overlaps at any size, from closed to open', () => {
    fc.assert(
      fc.property(fc.integer({ min: 60, max: 1200 }), fc.integer({ min: 50, max: 500 }), fc.integer({ min: 1, max: 64 }), fc.constantFrom('lstm', 'gru', 'gru_original', 'rnn_tanh'), fc.boolean(), (width, height, hiddenSize, cell, isPaired) => {
        const drawn = insideLayout(createNetwork({ ...model, cell, hiddenSize }), 0, spec({ rect: { x: 0, y: 0, width, height }, isPaired }));
        expect(overlapping(things(drawn))).toBe(0);
        for (const { points } of drawn.edges) for (const point of points) expect(point.every(Number.isFinite)).toBe(true);
      }),
      { numRuns: 60, seed: 5 },
    );
  });

  it('keeps the numbers of gates and states where those of all operations would be too small', () => {
    const drawn = insideLayout(lstm, 0, spec({ rect: { x: 0, y: 0, width: 500, height: 390 }, isReadOut: false }));
    expect(drawn.scale).toBeGreaterThan(0.7);
    const widthOf = (symbol: string): number => drawn.nodes.find(({ node }) => lstm.program.slots[node.instruction.out]?.symbol === symbol)?.vector.cellWidth ?? 0;
    for (const symbol of ['i', 'f', 'g', 'o', 'c', 'h']) expect(widthOf(symbol)).toBeGreaterThan(27);
    for (const symbol of ['a_i', 'W_hi·h', 'f⊙c', 'tanh_c']) expect(widthOf(symbol)).toBeLessThan(10);
  });
});

describe('a chain that reads from the end', () => {
  const network = createNetwork({ ...model, cell: 'lstm', bidirectional: true });

  it('is the mirror of the other one: its states come in on the right and leave on the left', () => {
    const [forward, back] = [insideLayout(network, 0, spec()), insideLayout(network, 1, spec())];
    expect(back.isMirrored).toBe(true);
    const x = (layout: InsideLayout, kind: string): number[] => layout.ports.filter(({ port }) => port.kind === kind).map((each) => each.x);
    expect(x(forward, 'before')).toEqual([20, 20]);
    expect(x(back, 'before')).toEqual([1020, 1020]);
    expect(x(back, 'after')).toEqual([20, 20]);
    forward.nodes.forEach(({ glyph }, k) => expect(centre(glyph) + centre(back.nodes[k]?.glyph as Rect)).toBeCloseTo(1040, 9));
  });

  it('takes its input and gives its output where it is told to, as the other does', () => {
    for (const chain of [0, 1]) {
      const { ports } = insideLayout(network, chain, spec({ inputX: 700, outputX: 300 }));
      expect(ports.filter(({ port }) => port.kind === 'input' || port.kind === 'out').map((each) => each.x)).toEqual([700, 300]);
    }
  });
});

describe('where a value goes to several operations', () => {
  it('its lines part at dots, and each has a place for its own gradient', () => {
    const { edges, dots } = insideLayout(createNetwork({ ...model, cell: 'lstm' }), 0, spec({ isReadOut: false }));
    const bus = edges.find(({ edge }) => edge.id === '←h→W_hi·h')?.edge.from;
    const uses = edges.filter(({ edge }) => edge.from === bus);
    expect(uses).toHaveLength(4);
    for (const { strip } of uses) expect(strip).not.toBeNull();
    expect(dots.filter(({ slot }) => slot === uses[0]?.edge.slot)).toHaveLength(3);
    expect(edges.find(({ edge }) => edge.id === 'f→f⊙c')?.strip).toBeNull();
  });
});
