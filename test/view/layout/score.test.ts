import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bottom, centre, overlaps, right, type Rect } from '../../../src/view/layout/rect.ts';
import { scoreLayout, type ColumnLayout, type ScoreSpec } from '../../../src/view/layout/score.ts';

const spec = (given: Partial<ScoreSpec> = {}): ScoreSpec => ({
  width: 1174, height: 686, T: 4, inputs: 5, units: 4, outputs: 1, biases: ['b_h'], outputBias: 'b_y',
  isReadAtEnd: true, current: 3, litColumn: 4, fold: 0, pair: 0, zoom: 1, scrollX: 0, ...given,
});

const anySpec = fc
  .record({
    width: fc.integer({ min: 360, max: 2000 }),
    height: fc.integer({ min: 330, max: 900 }),
    T: fc.integer({ min: 1, max: 400 }),
    inputs: fc.integer({ min: 1, max: 500 }),
    units: fc.integer({ min: 1, max: 64 }),
    outputs: fc.integer({ min: 1, max: 12 }),
    isReadAtEnd: fc.boolean(),
    pair: fc.constantFrom(0, 0.4, 1),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  .map(({ at, ...given }) => spec({ ...given, current: 1 + Math.round(at * (given.T - 1)) }));

/** The boxes of a column; the one output of a sequence may reach over its neighbours, which have none. */
const boxesOf = ({ isReadAtEnd }: ScoreSpec, { state, input, output }: ColumnLayout): Rect[] =>
  isReadAtEnd ? [state, input] : [state, input, output];

const steps = (T: number): number[] => Array.from({ length: T }, (_, k) => k + 1);

describe('the columns of the score', () => {
  it('share one axis over the three staves', () => {
    fc.assert(
      fc.property(anySpec, (given) => {
        const layout = scoreLayout(given);
        for (const t of [1, given.current, given.T]) {
          const column = layout.column(t);
          for (const box of boxesOf(given, column)) expect(centre(box)).toBeCloseTo(column.centre, 6);
        }
      }),
    );
  });

  it('stand in the order of time and never overlap', () => {
    fc.assert(
      fc.property(anySpec, (given) => {
        const layout = scoreLayout(given);
        for (const t of steps(Math.min(given.T, 60)).slice(1)) {
          const [before, here] = [layout.column(t - 1), layout.column(t)];
          const left = boxesOf(given, before);
          boxesOf(given, here).forEach((box, k) => expect(box.x).toBeGreaterThanOrEqual(right(left[k]!) - 1e-6));
        }
      }),
    );
  });

  it('keep clear of the state before the first step, and of the folded cell', () => {
    fc.assert(
      fc.property(anySpec, (given) => {
        const layout = scoreLayout(given);
        expect(right(layout.initial.state)).toBeLessThanOrEqual(layout.column(1).state.x);
        expect(layout.initial.state.x).toBeGreaterThanOrEqual(layout.model.axis + layout.model.width / 2);
      }),
    );
  });

  it('are as far apart whatever the phase, so that nothing jumps when gradients come', () => {
    const centres = (pair: number): number[] => steps(4).map((t) => scoreLayout(spec({ pair })).column(t).centre);
    expect(centres(0)).toEqual(centres(1));
  });

  it('show the one output whole, as long as the last column is in view', () => {
    const layout = scoreLayout(spec({ T: 30, current: 2 }));
    const { output } = layout.column(30);
    expect(output.width).toBeGreaterThanOrEqual(92);
    expect(right(output)).toBeLessThanOrEqual(1174);
  });

  it('are drawn only where they can be seen, also of ten thousand', () => {
    const layout = scoreLayout(spec({ T: 10_000, current: 5000, scrollX: 30_000 }));
    expect(layout.visible.to - layout.visible.from).toBeLessThan(250);
    expect(layout.column(layout.visible.from).centre).toBeLessThan(layout.left + 20);
    expect(layout.column(layout.visible.to).centre).toBeGreaterThan(1160);
  });

  it('are found again by their place', () => {
    fc.assert(
      fc.property(anySpec, fc.double({ min: 0, max: 1, noNaN: true }), (given, at) => {
        const layout = scoreLayout(given);
        const t = 1 + Math.round(at * (given.T - 1));
        expect(layout.stepAt(layout.column(t).centre)).toBe(t);
      }),
    );
  });

  it('come into the middle by scrolling', () => {
    const scrollX = scoreLayout(spec({ T: 300, current: 150 })).scrollTo(150);
    const layout = scoreLayout(spec({ T: 300, current: 150, scrollX }));
    expect(layout.column(150).centre).toBeCloseTo((layout.left + 1174) / 2, 3);
  });
});

describe('folding', () => {
  it('brings every column onto the axis of the cell', () => {
    const layout = scoreLayout(spec({ fold: 1 }));
    for (const t of steps(4)) expect(layout.column(t).centre).toBeCloseTo(layout.model.axis, 6);
  });

  it('keeps every column, with boxes of the same size', () => {
    for (const fold of [0.25, 0.5, 0.75, 1]) {
      for (const t of steps(4)) {
        const [open, folded] = [scoreLayout(spec()).column(t), scoreLayout(spec({ fold })).column(t)];
        expect([folded.state.width, folded.state.height]).toEqual([open.state.width, open.state.height]);
      }
    }
  });

  it('is continuous: a little more folding moves nothing far', () => {
    const fold = fc.double({ min: 0, max: 0.999, noNaN: true });
    fc.assert(
      fc.property(anySpec, fold, (given, from) => {
        const places = (at: number): number[] => {
          const { column, model } = scoreLayout({ ...given, fold: at });
          const matrices = Object.values(model.matrices).flatMap((each) => [each.x, each.y, each.width, each.height]);
          return [column(1).centre, column(given.T).centre, model.axis, model.cellBox.x, model.cellBox.width, ...matrices];
        };
        const [before, after] = [places(from), places(from + 0.001)];
        const span = Math.max(given.width, Math.abs(before[1]!));
        before.forEach((place, k) => expect(Math.abs(after[k]! - place)).toBeLessThan(span * 0.01));
      }),
    );
  });

  it('makes room in the cell for one column of values beside W_hh', () => {
    const { model, column } = scoreLayout(spec({ fold: 1 }));
    expect(model.matrices['W_hh']!.x).toBeGreaterThan(right(column(3).state));
    expect(right(model.matrices['b_h']!)).toBeLessThan(right(model.cellBox));
    expect(model.matrices['W_xh']!.x).toBeGreaterThan(right(column(3).input));
  });
});

describe('the folded cell', () => {
  it('holds its matrices apart from each other and in their places', () => {
    fc.assert(
      fc.property(anySpec, (given) => {
        const { model, staves } = scoreLayout(given);
        const { W_xh, W_hh, W_hy, b_h } = model.matrices;
        expect(W_hh!.x).toBeGreaterThanOrEqual(model.cellBox.x);
        expect(right(b_h!)).toBeLessThanOrEqual(right(model.cellBox) + 1e-6);
        expect(overlaps(W_hh!, b_h!)).toBe(false);
        expect(W_xh!.y).toBeGreaterThanOrEqual(bottom(model.cellBox));
        expect(bottom(W_hy!)).toBeLessThanOrEqual(staves.states.y);
      }),
    );
  });

  it('shows the columns of W_xh about the word in view when there are too many for it', () => {
    const { W_xh } = scoreLayout(spec({ inputs: 500, litColumn: 321 })).model.matrices;
    expect(W_xh!.columns).toBeLessThan(40);
    expect(W_xh!.firstColumn).toBeLessThanOrEqual(321);
    expect(W_xh!.firstColumn + W_xh!.columns).toBeGreaterThan(321);
  });

  it('stays in its place while the columns scroll, unless the window is narrow', () => {
    const axis = (width: number, scrollX: number): number => scoreLayout(spec({ width, T: 300, scrollX })).model.axis;
    expect(axis(1174, 500)).toBe(axis(1174, 0));
    expect(axis(390, 500)).toBe(axis(390, 0) - 500);
  });
});
