import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bottom, centre, overlaps, right, type Rect } from '../../../../src/view/layout/rect.ts';
import { arrowsOf } from '../../../../src/view/layout/score/arrows.ts';
import { scoreLayout } from '../../../../src/view/layout/score/layout.ts';
import type { ColumnLayout, ScoreLayout } from '../../../../src/view/layout/score/types.ts';
import { anySpec, specOf } from './specs.ts';

const boxesOf = ({ boxes }: ColumnLayout): Rect[] => Object.values(boxes).filter((box): box is Rect => box !== null);
const all = ({ places }: ScoreLayout): number[] => Array.from({ length: places.count }, (_, k) => k + 1);

describe('places', () => {
  it('map to rows of their sequence and back', () => {
    fc.assert(
      fc.property(anySpec, (spec) => {
        const { places } = scoreLayout(spec);
        expect(places.count).toBe(spec.lengths[0] + spec.lengths[1]);
        for (const index of [1, spec.lengths[0], places.count]) {
          const { axis, row } = places.place(index);
          expect(places.indexOf(axis, row)).toBe(index);
          expect(row).toBeLessThanOrEqual(spec.lengths[axis]);
        }
      }),
    );
  });

  it('are found again where they are drawn', () => {
    fc.assert(
      fc.property(anySpec, fc.double({ min: 0, max: 1, noNaN: true }), (spec, part) => {
        const layout = scoreLayout(spec);
        const index = 1 + Math.round(part * (layout.places.count - 1));
        expect(layout.stepAt(layout.column(index).centre)).toBe(index);
      }),
    );
  });

  it('come into the middle by scrolling', () => {
    const scrollX = scoreLayout(specOf({ lengths: [300, 0], current: 150 })).scrollTo(150);
    const layout = scoreLayout(specOf({ lengths: [300, 0], current: 150, scrollX }));
    expect(layout.column(150).centre).toBeCloseTo((layout.left + 1174) / 2, 3);
  });

  it('are drawn only where they can be seen, also of ten thousand', () => {
    const layout = scoreLayout(specOf({ lengths: [10_000, 0], current: 5000, scrollX: 30_000 }));
    expect(layout.visible.to - layout.visible.from).toBeLessThan(250);
    expect(layout.column(layout.visible.from).centre).toBeLessThan(layout.left + 20);
    expect(layout.column(layout.visible.to).centre).toBeGreaterThan(1160);
  });
});

describe('the boxes of a column', () => {
  it('never overlap', () => {
    fc.assert(
      fc.property(anySpec, (spec) => {
        const boxes = boxesOf(scoreLayout(spec).column(spec.current));
        boxes.forEach((a, k) => boxes.slice(k + 1).forEach((b) => expect(overlaps(a, b)).toBe(false)));
      }),
    );
  });

  it('never reach into the next column, but for the only output, which has no neighbour', () => {
    fc.assert(
      fc.property(anySpec, (spec) => {
        const layout = scoreLayout(spec);
        for (const index of all(layout).slice(1)) {
          const [before, here] = [layout.column(index - 1).boxes, layout.column(index).boxes];
          expect(Object.keys(here).filter((id) => here[id] && before[id] && here[id].x < right(before[id]) - 1e-6)).toEqual([]);
        }
      }),
    );
  });

  it('stand on one axis, wherever no cell is open', () => {
    fc.assert(
      fc.property(anySpec, (spec) => {
        const layout = scoreLayout(spec);
        const column = layout.column(spec.current);
        const isAside = ([id, box]: [string, Rect | null]): boolean => box !== null && !(id === 'outputs' && layout.onlyOutput > 0) && Math.abs(centre(box) - column.centre) > 1e-6;
        expect(Object.entries(column.boxes).filter(isAside)).toEqual([]);
      }),
    );
  });

  it('are an input only where something is read, and an output only where one is read out', () => {
    const many = scoreLayout(specOf({ model: { topology: 'one-to-many' } }));
    expect(all(many).map((index) => many.column(index).boxes['inputs'] !== null)).toEqual([true, false, false, false]);
    expect(all(many).map((index) => many.column(index).boxes['outputs'] !== null)).toEqual([true, true, true, true]);
    const last = scoreLayout(specOf());
    expect(all(last).map((index) => last.column(index).boxes['outputs'] !== null)).toEqual([false, false, false, true]);
    const split = scoreLayout(specOf({ model: { topology: 'encoder-decoder' }, lengths: [3, 2] }));
    expect(all(split).map((index) => split.column(index).boxes['outputs'] !== null)).toEqual([false, false, false, true, true]);
    expect(all(split).every((index) => split.column(index).boxes['inputs'] !== null)).toBe(true);
  });

  it('keep clear of the state before the first step, and of the folded model', () => {
    fc.assert(
      fc.property(anySpec, (spec) => {
        const layout = scoreLayout(spec);
        for (const start of layout.initial) {
          const own = boxesOf(start);
          expect(own.length).toBeGreaterThan(0);
          const { count } = layout.places;
          const [low, high] =
            start.index > 1
              ? [layout.column(count).centre + layout.column(count).room / 2, Infinity]
              : [layout.model.axis + layout.model.width / 2, layout.column(1).centre - layout.column(1).room / 2];
          expect(own.filter((box) => box.x < low - 1e-6 || right(box) > high + 1e-6)).toEqual([]);
        }
      }),
    );
  });

  it('are as far apart whatever the phase, so that nothing jumps when gradients come', () => {
    const centres = (pair: number): number[] => [1, 2, 3, 4].map((index) => scoreLayout(specOf({ pair })).column(index).centre);
    expect(centres(0)).toEqual(centres(1));
  });

  it('show the one output whole, as long as the last column is in view', () => {
    const { boxes } = scoreLayout(specOf({ lengths: [30, 0], current: 2 })).column(30);
    expect(boxes['outputs']!.width).toBeGreaterThanOrEqual(92);
    expect(right(boxes['outputs']!)).toBeLessThanOrEqual(1174);
  });
});

describe('two directions', () => {
  it('have states of their own, and the second begins right of the last column', () => {
    const layout = scoreLayout(specOf({ model: { bidirectional: true, cell: 'lstm' } }));
    expect(layout.initial.map(({ index }) => index)).toEqual([0, 5]);
    const [first, second] = layout.initial;
    expect(Object.keys(first!.boxes).filter((id) => first!.boxes[id])).toEqual(['h', 'c']);
    expect(Object.keys(second!.boxes).filter((id) => second!.boxes[id])).toEqual(['h.reverse', 'c.reverse']);
    expect(second!.boxes['h.reverse']!.x).toBeGreaterThan(right(layout.column(4).boxes['h.reverse']!));
  });
});

describe('an encoder and its decoder', () => {
  const layout = scoreLayout(specOf({ model: { topology: 'encoder-decoder' }, lengths: [3, 2], width: 1600 }));

  it('have a passage between them, and names of rows of their own', () => {
    expect(layout.passage!.x).toBeGreaterThanOrEqual(right(layout.column(3).boxes['h']!));
    expect(right(layout.passage!)).toBeLessThanOrEqual(layout.column(4).boxes['h']!.x);
    expect(layout.sections.map(({ from, to }) => [from, to])).toEqual([[1, 3], [4, 5]]);
    expect(layout.sections[1]!.gutter).toBeGreaterThan(layout.passage!.x);
  });

  it('count their times each from 1', () => {
    expect([1, 3, 4, 5].map((index) => layout.column(index).row)).toEqual([1, 3, 1, 2]);
  });

  it('begin with one state: the decoder is handed its own', () => {
    expect(layout.initial.map(({ index }) => index)).toEqual([0]);
  });
});

describe('folding', () => {
  it('brings every column onto the axis of its cell', () => {
    fc.assert(
      fc.property(anySpec, (spec) => {
        const layout = scoreLayout({ ...spec, fold: 1 });
        const { chains } = spec.anatomy.network.program;
        for (const index of [1, layout.places.count]) {
          const column = layout.column(index);
          expect(layout.model.cells.filter(({ chain }) => chains[chain]?.axis === column.axis).map(({ foldedAxis }) => Math.round(foldedAxis))).toContain(Math.round(column.centre));
        }
      }),
    );
  });

  it('keeps every column, with boxes of the same size', () => {
    for (const fold of [0.25, 0.5, 0.75, 1]) {
      for (const index of [1, 2, 3, 4]) {
        const [open, folded] = [scoreLayout(specOf()), scoreLayout(specOf({ fold }))].map((layout) => layout.column(index).boxes['h']!);
        expect([folded!.width, folded!.height]).toEqual([open!.width, open!.height]);
      }
    }
  });

  it('is continuous: a little more folding moves nothing far', () => {
    fc.assert(
      fc.property(anySpec, fc.double({ min: 0, max: 0.999, noNaN: true }), (spec, fold) => {
        const places = (at: number): number[] => {
          const { column, model, places: { count } } = scoreLayout({ ...spec, fold: at });
          return [column(1).centre, column(count).centre, model.axis];
        };
        const [before, after] = [places(fold), places(fold + 0.001)];
        const span = Math.max(spec.width, ...before.map(Math.abs));
        before.forEach((place, k) => expect(Math.abs(after[k]! - place)).toBeLessThan(span * 0.01));
      }),
    );
  });
});

describe('an opened cell', () => {
  const kinds = [{ cell: 'rnn_tanh' }, { cell: 'lstm' }, { cell: 'lstm', topology: 'encoder-decoder' }, { cell: 'gru', topology: 'many-to-many-synced', bidirectional: true }] as const;

  it.each(kinds)('of $cell stands between the state before and the state after, over all staves of its track', (model) => {
    for (const width of [390, 820, 1174]) {
      const spec = specOf({ model, inside: 1, width, current: 2 });
      const layout = scoreLayout(spec);
      const { inside } = layout;
      const [before, here] = [layout.column(1), layout.column(2)];
      expect(inside!.width).toBeGreaterThan(120);
      expect(right(before.boxes['h']!)).toBeLessThanOrEqual(inside!.x);
      expect(here.boxes['h']!.x).toBeGreaterThanOrEqual(right(inside!));
      expect(inside!.y).toBeLessThanOrEqual(here.boxes['h']!.y);
      expect(bottom(inside!)).toBeGreaterThanOrEqual(bottom(here.boxes['h']!));
      expect(inside!.height).toBeGreaterThan(model.cell === 'gru' ? 150 : 200);
    }
  });

  it.each([[1174, 870], [1014, 720], [706, 400], [390, 320]])('takes most of a width of %i', (width, least) => {
    for (const model of kinds) expect(scoreLayout(specOf({ model, inside: 1, width, current: 2 })).inside!.width).toBeGreaterThan(least - (model.cell === 'lstm' && 'topology' in model ? 110 : 0));
  });

  it('leaves the columns beside it wide enough for their colours, and the model out at the left', () => {
    const layout = scoreLayout(specOf({ inside: 1, lengths: [6, 0] }));
    for (const index of [1, 2, 4, 5, 6]) expect(layout.column(index).room).toBeGreaterThanOrEqual(14);
    expect(layout.contentWidth).toBeLessThanOrEqual(1174);
    expect(right(layout.model.cellBox)).toBeLessThan(0);
    expect(layout.left).toBe(0);
  });

  it('changes nothing while it is closed', () => {
    fc.assert(
      fc.property(anySpec, (spec) => {
        const [closed, nearly] = [scoreLayout({ ...spec, inside: 0 }), scoreLayout({ ...spec, inside: 1e-6 })];
        expect([closed.opened, closed.inside, closed.staves.slot]).toEqual([0, null, null]);
        const flat = ({ column, staves, model }: ScoreLayout): number[] => [...boxesOf(column(spec.current)).flatMap((box) => Object.values(box) as number[]), staves.word, staves.top, model.axis];
        flat(nearly).forEach((value, k) => expect(value).toBeCloseTo(flat(closed)[k]!, 3));
      }),
    );
  });

  it('has the roads of its states run straight, from the neighbour through it to the state after', () => {
    for (const model of kinds) {
      const layout = scoreLayout(specOf({ model, inside: 1, current: 2 }));
      for (const { points } of [2, 3].flatMap((index) => arrowsOf(layout, index)).filter(({ kind }) => kind === 'state')) {
        expect(new Set(points.map(([, y]) => y)).size).toBe(1);
      }
    }
  });

  it('opens without a jump', () => {
    fc.assert(
      fc.property(anySpec, fc.double({ min: 0, max: 0.999, noNaN: true }), (spec, inside) => {
        const places = (at: number): number[] => {
          const { column, left, staves } = scoreLayout({ ...spec, inside: at });
          return [column(spec.current).room, left, staves.word, ...staves.list.flatMap(({ y, height, by: [rows] }) => [y, height, rows.first, rows.row])];
        };
        const after = places(inside + 0.001);
        places(inside).forEach((place, k) => expect(Math.abs(after[k]! - place)).toBeLessThan(8));
      }),
    );
  });
});

describe('a plain figure', () => {
  it('fits its small place, with a box for each state, input and output', () => {
    fc.assert(
      fc.property(anySpec, (spec) => {
        fc.pre(spec.lengths[0] + spec.lengths[1] <= 8);
        const layout = scoreLayout({ ...spec, width: 220, height: 200, detail: 'plain' });
        for (const index of all(layout)) {
          for (const box of boxesOf(layout.column(index))) {
            expect(box.x).toBeGreaterThanOrEqual(0);
            expect(right(box)).toBeLessThanOrEqual(220 + 1e-6);
          }
        }
      }),
    );
  });
});
