// The strips of a score: what they show at the playhead, that what lies under the pointer is what is drawn, and the overview.
import { act, fireEvent, render, screen } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { Overview } from '../../../../src/view/draw/strips/Overview.tsx';
import { laneSymbols, stripGrounds, stripsOf } from '../../../../src/view/draw/strips/stripsOf.ts';
import { isPairedIn, paintOf, type Paint } from '../../../../src/view/draw/score/paint.ts';
import { referenceAt } from '../../../../src/view/draw/score/referenceAt.ts';
import { layoutOf } from '../../../../src/view/draw/score/scoreSpec.ts';
import type { Moment } from '../../../../src/engine/clock/clock.ts';
import { play, type Given } from '../scenes.ts';

function paintAt(done: (moment: Moment) => boolean, given: Given, zoom = 1): Paint {
  const scene = play(given)(done);
  return paintOf(scene, layoutOf(scene, { width: 1174, height: 686, fold: 0, zoom, scrollX: 0 }), 2, false);
}

const strips = (paint: Paint) => stripsOf({ scene: paint.scene, layout: paint.layout, rangeOf: paint.ranges.of, isPaired: isPairedIn(paint) });
const columns = (paint: Paint, id: string): number[] =>
  strips(paint).views.filter((view) => view.id === id).flatMap(({ stretches }) => stretches.flatMap(({ range }) => Array.from({ length: range.to - range.from + 1 }, (_, k) => range.from + k)));

const T = 60;
const halfway = ({ phase, t, makes }: Moment): boolean => phase === 'forward' && t === 30 && makes === 'h';
const back = ({ phase, t, kind }: Moment): boolean => phase === 'backward' && t === 40 && kind === 'pass';

describe('the strips', () => {
  it('reach as far as the playhead has come, but for the step in view', () => {
    expect(columns(paintAt(halfway, { T, units: 8 }, 0.1), 'h 0 h')).toEqual(Array.from({ length: 29 }, (_, k) => k + 1));
  });

  it('of gradients begin at the end', () => {
    const paint = paintAt(back, { T, units: 8 }, 0.1);
    expect(columns(paint, 'h 0 dh').at(0)).toBe(paint.layout.spec.current + 1);
    expect(columns(paint, 'h 0 dh').at(-1)).toBe(T);
    expect(columns(paint, 'h 0 h')).toHaveLength(T - 1);
  });

  it('hold the numbers of the scene', () => {
    const paint = paintAt(back, { T, units: 8 });
    for (const { id, numbers, stretches } of strips(paint).views) {
      const [, , symbol = ''] = id.split(' ');
      for (const { range } of stretches) {
        for (const [column, row] of [[range.from, 0], [range.to, numbers.rows - 1]] as const) {
          expect(numbers.at(column, row)).toBe(paint.scene.read({ symbol, t: column, unit: row + 1 }));
        }
      }
    }
  });

  it('show every state and gate of any network, each in a stave that the pointer finds', () => {
    for (const given of [{ task: 'entities', cell: 'lstm', gates: true, T }, { task: 'entities', bidirectional: true, T }, { task: 'translation' }] as const) {
      const paint = paintAt(({ phase }) => phase === 'backward', { ...given, units: 6 });
      const { views } = strips(paint);
      for (const stave of paint.scene.anatomy.staves) {
        if (stave.kind === 'inputs') continue;
        for (const symbol of laneSymbols(paint.scene, stave, 0, true).filter((each) => !each.startsWith('d'))) {
          expect(views.map(({ id }) => id)).toContain(`${stave.id} 0 ${symbol}`);
        }
        expect(stripGrounds(paint).grounds.map(({ id }) => id)).toContain(stave.id);
      }
    }
  });

  it('are read under the pointer as they are drawn, side by side and in bands', () => {
    for (const zoom of [1, 0.05]) {
      const paint = paintAt(back, { T: 300, units: 8 }, zoom);
      const { views, pitch } = strips(paint);
      const root = { getBoundingClientRect: () => ({ left: 0, top: 0, width: 1174, height: 686 }) } as SVGSVGElement;
      for (const { id, lane, stretches } of views) {
        const [stave = '', , symbol] = id.split(' ');
        const target = document.createElement('i');
        target.setAttribute('data-heat', stave);
        const last = stretches.at(-1);
        if (!last) continue;
        const column = last.range.to;
        const x = last.x + (column - last.range.from) * pitch + lane.x + lane.width / 2;
        expect(referenceAt(paint, target, { clientX: x, clientY: lane.first + 2.5 * lane.row }, root)).toEqual({ symbol, t: column, unit: 3 });
      }
    }
  });
});

describe('the overview', () => {
  const draw = (onScroll: (scrollX: number) => void): HTMLElement => {
    const { scene, layout } = paintAt(halfway, { T: 500, units: 4 });
    render(<Overview scene={scene} layout={layout} width={1174} onScroll={onScroll} controls="score" />);
    return screen.getByRole('scrollbar', { name: 'Part of the sequence in view' });
  };

  it('says which steps are in view', () => {
    const bar = draw(vi.fn<(scrollX: number) => void>());
    expect(bar).toHaveAttribute('aria-valuetext', expect.stringMatching(/^steps 1 to \d+ of 500$/));
    expect(bar).toHaveAttribute('aria-controls', 'score');
  });

  it('is moved by keys, which then do nothing else', () => {
    const onScroll = vi.fn<(scrollX: number) => void>();
    const bar = draw(onScroll);
    let isLeft = true;
    act(() => {
      isLeft = fireEvent.keyDown(bar, { key: 'End' });
    });
    expect(isLeft).toBe(false);
    fireEvent.keyDown(bar, { key: 'Home' });
    fireEvent.keyDown(bar, { key: 'ArrowRight' });
    const [end, home, right] = onScroll.mock.calls.map(([scrollX]) => scrollX);
    expect(end).toBeGreaterThan(1000);
    expect(home).toBe(0);
    expect(right).toBeGreaterThan(0);
    expect(right).toBeLessThan(end!);
    expect(fireEvent.keyDown(bar, { key: 'x' })).toBe(true);
    expect(onScroll).toHaveBeenCalledTimes(3);
  });
});
