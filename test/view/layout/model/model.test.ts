import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellIds, cells } from '../../../../src/engine/cells/index.ts';
import type { Model } from '../../../../src/engine/model.ts';
import { bottom, centre, overlaps, right, type Rect } from '../../../../src/view/layout/rect.ts';
import { matrixCell } from '../../../../src/view/layout/model/matrix.ts';
import { modelLayout } from '../../../../src/view/layout/model/model.ts';
import type { ModelLayout, ModelSpec } from '../../../../src/view/layout/model/types.ts';
import { specOf, type Given } from './specs.ts';

const wirings: readonly Partial<Model>[] = [
  { topology: 'one-to-one' }, { topology: 'one-to-many' }, { topology: 'many-to-one' }, { topology: 'many-to-many-synced' },
  { topology: 'many-to-one', bidirectional: true }, { topology: 'many-to-many-synced', bidirectional: true }, { topology: 'encoder-decoder', decoderInputSize: 7 },
];

const anyModel = fc.record({
  wiring: fc.constantFrom(...wirings),
  cell: fc.constantFrom(...cellIds),
  biases: fc.constantFrom('one' as const, 'two' as const),
  inputSize: fc.constantFrom(1, 2, 5, 20, 600),
  hiddenSize: fc.constantFrom(1, 2, 4, 8, 64),
  outputSize: fc.constantFrom(1, 3, 12),
}).map(({ wiring, ...sizes }): Partial<Model> => ({ ...sizes, ...(cells[sizes.cell].family === 'feedforward' ? { topology: 'one-to-one' } : wiring) }));

const anyGiven: fc.Arbitrary<Given> = fc.record({
  model: anyModel,
  width: fc.integer({ min: 360, max: 2000 }),
  height: fc.integer({ min: 430, max: 900 }),
  stateWidth: fc.integer({ min: 40, max: 110 }),
});

/** The same cell, or one with a memory in its place. */
const recurrent = ({ model }: Given): Partial<Model> => ({ cell: model?.cell?.startsWith('feedforward') ? 'rnn_tanh' : (model?.cell ?? 'lstm') });

const isInside = (inner: Rect, outer: Rect): boolean =>
  inner.x >= outer.x - 1e-6 && right(inner) <= right(outer) + 1e-6 && inner.y >= outer.y - 1e-6 && bottom(inner) <= bottom(outer) + 1e-6;

const symbolsOf = ({ anatomy }: ModelSpec): string[] => anatomy.network.program.parameters.map(({ symbol }) => symbol);

const named = (layout: ModelLayout): [string, Rect][] => Object.entries(layout.matrices);

describe('the folded model of any network', () => {
  it('has a place for every parameter and for no other', () => {
    fc.assert(
      fc.property(anyGiven, fc.constantFrom(0, 0.5, 1), (given, fold) => {
        const spec = specOf({ ...given, fold });
        expect(Object.keys(modelLayout(spec).matrices).sort()).toEqual(symbolsOf(spec).sort());
      }),
    );
  });

  it('holds its matrices apart from each other, unrolled and folded', () => {
    fc.assert(
      fc.property(anyGiven, fc.constantFrom(0, 1), (given, fold) => {
        const all = named(modelLayout(specOf({ ...given, fold })));
        all.forEach(([one, a], k) => all.slice(k + 1).forEach(([other, b]) => expect([one, other, overlaps(a, b)]).toEqual([one, other, false])));
      }),
      { numRuns: 300 },
    );
  });

  it('keeps within its band, and within the drawing when folded', () => {
    fc.assert(
      fc.property(anyGiven, fc.constantFrom(0, 1), (given, fold) => {
        const spec = specOf({ ...given, fold });
        const layout = modelLayout(spec);
        const band: Rect = fold === 0 ? { x: spec.left, y: 0, width: spec.width, height: spec.total.height } : { x: 0, y: 0, ...spec.total };
        for (const [symbol, rect] of named(layout)) expect([symbol, isInside(rect, band)]).toEqual([symbol, true]);
        for (const { box } of [...layout.cells, ...layout.inputs]) expect(isInside(box, band)).toBe(true);
        expect(layout.outputBox.x).toBeGreaterThanOrEqual(band.x);
        expect(right(layout.outputBox)).toBeLessThanOrEqual(right(band));
      }),
      { numRuns: 300 },
    );
  });

  it('has its loops within its band, and apart from the other cell and its loops', () => {
    fc.assert(
      fc.property(anyGiven, fc.constantFrom(0, 1), (given, fold) => {
        const spec = specOf({ ...given, fold });
        const ends = modelLayout(spec).cells.map(({ box, loops }) => {
          // Numbers in a path stand as x,y, as Hx, or as Vy.
          const xs = loops.flatMap(({ path }) => [...path.matchAll(/(?:H|[MQ ])(-?[\d.]+)(?=,| )/g)].map(([, x]) => Number(x)));
          return [Math.min(box.x, ...xs), Math.max(right(box), ...xs)] as const;
        });
        const [left, width] = fold === 0 ? [spec.left, spec.width] : [0, spec.total.width];
        for (const [from, to] of ends) {
          expect(from).toBeGreaterThanOrEqual(left);
          expect(to).toBeLessThanOrEqual(left + width);
        }
        const abreast = spec.anatomy.tracks.length < ends.length ? ends.slice(1) : [];
        for (const [from] of abreast) expect(ends[0]![1]).toBeLessThanOrEqual(from);
      }),
    );
  });

  it('has its cells between the box of the output and those of the inputs', () => {
    fc.assert(
      fc.property(anyGiven, (given) => {
        const { cells, inputs, outputBox } = modelLayout(specOf(given));
        for (const { box } of cells) {
          expect(box.y).toBeGreaterThan(bottom(outputBox) + 5);
          for (const input of inputs) expect(input.box.y).toBeGreaterThan(bottom(box) + 5);
        }
      }),
    );
  });

  it('has its cells apart from each other', () => {
    fc.assert(
      fc.property(anyGiven, fc.constantFrom(0, 0.3, 1), (given, fold) => {
        const [first, ...others] = modelLayout(specOf({ ...given, fold })).cells;
        for (const { box } of others) expect(overlaps(first!.box, box)).toBe(false);
      }),
    );
  });

  it('is continuous: a little more folding moves nothing far', () => {
    const fold = fc.double({ min: 0, max: 0.999, noNaN: true });
    fc.assert(
      fc.property(anyGiven, fold, (given, from) => {
        const places = (at: number): number[] => {
          const { axis, cells, matrices, outputBox } = modelLayout(specOf({ ...given, fold: at }));
          return [axis, ...[outputBox, ...cells.map(({ box }) => box), ...Object.values(matrices)].flatMap((each) => [each.x, each.y, each.width, each.height])];
        };
        const [before, after] = [places(from), places(from + 0.001)];
        before.forEach((place, k) => expect(Math.abs(after[k]! - place)).toBeLessThan(given.width! * 0.01));
      }),
    );
  });
});

/** How wide and high a text of that many letters is, at most. */
const textRect = (x: number, y: number, width: number): Rect => ({ x: x - width / 2, y: y - 9, width, height: 10 });

describe('the letters of the model', () => {
  it('name every parameter of a cell, unless a letter beside them has taken their room', () => {
    const spec = specOf({ model: { cell: 'lstm', biases: 'two' } });
    const { labels } = modelLayout(spec);
    const { parameters } = spec.anatomy.network.program;
    const named = labels.flatMap((each) => each.parameters).map((index) => parameters[index]!.symbol);
    expect(parameters.map(({ symbol }) => symbol).filter((symbol) => !named.includes(symbol))).toEqual(['b_y']);
  });

  it('have room over their columns without touching each other', () => {
    fc.assert(
      fc.property(anyGiven, fc.constantFrom(0, 1), (given, fold) => {
        const over = modelLayout(specOf({ ...given, fold })).labels.filter(({ place }) => place !== 'side').map(({ x, y, room }) => textRect(x, y, room));
        over.forEach((a, k) => over.slice(k + 1).forEach((b) => expect(overlaps(a, b)).toBe(false)));
      }),
    );
  });

  it('below the matrices of a cell stay within its box', () => {
    fc.assert(
      fc.property(anyGiven, (given) => {
        const { labels, cellBox } = modelLayout(specOf(given));
        for (const { x, room } of labels.filter(({ place }) => place === 'foot')) {
          expect(x - room / 2).toBeGreaterThanOrEqual(cellBox.x);
          expect(x + room / 2).toBeLessThanOrEqual(right(cellBox));
        }
      }),
    );
  });

  it('have room at the side of a matrix for a fraction, before the band ends', () => {
    fc.assert(
      fc.property(anyGiven, (given) => {
        const spec = specOf(given);
        for (const { x, room } of modelLayout(spec).labels.filter(({ place }) => place === 'side')) {
          expect(x + Math.max(room, 30)).toBeLessThanOrEqual(spec.left + spec.width - 4);
        }
      }),
    );
  });
});

describe('a cell with gates', () => {
  const spec = specOf({ model: { cell: 'lstm', inputSize: 8 } });
  const layout = modelLayout(spec);

  it('has a row for each gate, with its letter beside it, in the order of declaration', () => {
    const rows = ['i', 'f', 'g', 'o'].map((letter) => ['W_x', 'W_h', 'b_'].map((kind) => layout.matrices[`${kind}${letter}`]!));
    for (const row of rows) expect(new Set(row.map(({ y, height }) => `${y} ${height}`)).size).toBe(1);
    const tops = rows.map(([first]) => first!.y);
    expect(tops).toEqual([...tops].sort((a, b) => a - b));
    expect(layout.cells[0]!.gates.map(({ group }) => spec.anatomy.groups[group]!.letter)).toEqual(['i', 'f', 'g', 'o']);
    layout.cells[0]!.gates.forEach(({ x, y }, k) => {
      expect(y).toBeCloseTo(rows[k]![0]!.y + rows[k]![0]!.height / 2, 6);
      expect(x).toBeLessThan(rows[k]![0]!.x - 5);
    });
  });

  it('has its matrices in columns', () => {
    for (const kind of ['W_x', 'W_h', 'b_']) {
      expect(new Set(['i', 'f', 'g', 'o'].map((letter) => layout.matrices[`${kind}${letter}`]!.x)).size).toBe(1);
    }
  });

  it('holds all of them in its box', () => {
    fc.assert(
      fc.property(anyGiven, fc.constantFrom(0, 1), (given, fold) => {
        const one = specOf({ ...given, model: { ...given.model, cell: 'gru' }, fold });
        const { cells, matrices } = modelLayout(one);
        const { parameters } = one.anatomy.network.program;
        for (const { chain, input, recurrent, biases } of one.anatomy.groups) {
          for (const index of [...input, ...recurrent, ...biases]) expect(isInside(matrices[parameters[index]!.symbol]!, cells[chain]!.box)).toBe(true);
        }
      }),
    );
  });

  it('has a loop for each state, one within the other', () => {
    const { loops } = layout.cells[0]!;
    expect(loops.map(({ slot }) => spec.anatomy.network.program.slots[slot]!.symbol)).toEqual(['h', 'c']);
    expect(loops[0]!.label.y).toBeGreaterThan(loops[1]!.label.y + 2);
  });
});

describe('a cell of one sum', () => {
  it('has the matrix on the input below its box and the read-out above it', () => {
    fc.assert(
      fc.property(anyGiven, (given) => {
        const { topology, bidirectional: _, ...model } = { topology: 'many-to-one' as const, ...given.model, cell: 'rnn_tanh' as const };
        const { cells, matrices } = modelLayout(specOf({ ...given, model: { ...model, topology: topology === 'encoder-decoder' ? 'many-to-one' : topology } }));
        expect(matrices['W_xh']!.y).toBeGreaterThanOrEqual(bottom(cells[0]!.box));
        expect(bottom(matrices['W_hy']!)).toBeLessThanOrEqual(cells[0]!.box.y);
        expect(isInside(matrices['W_hh']!, cells[0]!.box)).toBe(true);
      }),
    );
  });

  it('makes room for one column of values when folded', () => {
    const spec = specOf({ fold: 1 });
    const { cells: [cell], matrices } = modelLayout(spec);
    expect(cell!.axis).toBe(cell!.foldedAxis);
    expect(cell!.box.x).toBeLessThan(cell!.axis - spec.stateWidth / 2);
    expect(matrices['W_hh']!.x).toBeGreaterThan(cell!.axis + spec.stateWidth / 2);
    expect(matrices['W_hh']!.cellWidth).toBeGreaterThan(30);
    expect(matrices['W_xh']!.x).toBeGreaterThan(cell!.axis + spec.inputWidth / 2);
  });

  it('has no loop where it remembers nothing', () => {
    expect(modelLayout(specOf({ model: { cell: 'feedforward_relu', topology: 'one-to-one' } })).cells[0]!.loops).toEqual([]);
  });

  it('shows the columns about the word in view when there are too many', () => {
    const { W_xh } = modelLayout(specOf({ model: { inputSize: 600 }, litColumns: [321, 0] })).matrices;
    expect(W_xh!.columns).toBeLessThan(40);
    expect(W_xh!.firstColumn).toBeLessThanOrEqual(321);
    expect(W_xh!.firstColumn + W_xh!.columns).toBeGreaterThan(321);
    expect(matrixCell(W_xh!, 0, 321).x).toBeGreaterThanOrEqual(W_xh!.x);
  });
});

describe('two cells', () => {
  it('stand one above the other for both directions, the second with its loops turned round', () => {
    const { cells: [first, second], arrows } = modelLayout(specOf({ model: { bidirectional: true, cell: 'lstm' } }));
    expect(bottom(first!.box)).toBeLessThan(second!.box.y);
    expect(centre(first!.box)).toBeCloseTo(centre(second!.box), 6);
    const starts = [first!, second!].map(({ box, loops }) => loops.map(({ path }) => Number(/^M([-\d.]+),/.exec(path)![1]) - centre(box)));
    expect(starts[0]!.every((x) => x > 0)).toBe(true);
    expect(starts[1]!.every((x) => x < 0)).toBe(true);
    expect(arrows.map(({ id }) => id)).toEqual(['input 0', 'input 1', 'output 0', 'output 1']);
  });

  it('go past each other without crossing a box', () => {
    fc.assert(
      fc.property(anyGiven, fc.constantFrom(0, 1), (given, fold) => {
        const { cells, arrows } = modelLayout(specOf({ ...given, fold, model: { ...given.model, ...recurrent(given), topology: 'many-to-one', bidirectional: true } }));
        for (const { points } of arrows) {
          points.slice(1).forEach(([x2, y2], k) => {
            const [x1, y1] = points[k]!;
            const way: Rect = { x: Math.min(x1, x2), y: Math.min(y1, y2), width: Math.max(Math.abs(x2 - x1), 0.1), height: Math.max(Math.abs(y2 - y1), 0.1) };
            for (const { box } of cells) expect(overlaps(way, { ...box, y: box.y + 1, height: box.height - 2 })).toBe(false);
          });
        }
      }),
    );
  });

  it('stand side by side for an encoder and its decoder, which is read out, each over its own input', () => {
    const spec = specOf({ model: { topology: 'encoder-decoder', decoderInputSize: 7 } });
    const { cells: [encoder, decoder], inputs, outputBox, handover } = modelLayout(spec);
    expect(right(encoder!.box)).toBeLessThan(decoder!.box.x);
    expect(inputs.map(({ axis, box }) => [axis, centre(box)])).toEqual([[0, encoder!.axis], [1, decoder!.axis]]);
    expect(centre(outputBox)).toBeCloseTo(decoder!.axis, 6);
    expect(handover!.x).toBeGreaterThan(right(encoder!.box));
    expect(handover!.x).toBeLessThan(decoder!.box.x);
  });
});
