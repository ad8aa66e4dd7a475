import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Rect } from '../../../../src/view/layout/rect.ts';
import { arrowsOf, drawnAt } from '../../../../src/view/layout/score/arrows.ts';
import { scoreLayout } from '../../../../src/view/layout/score/layout.ts';
import type { ArrowLayout, Point, ScoreLayout } from '../../../../src/view/layout/score/types.ts';
import { anySpec, everyKind, specOf } from './specs.ts';

const all = (layout: ScoreLayout): ArrowLayout[] => Array.from({ length: layout.places.count }, (_, k) => arrowsOf(layout, k + 1)).flat();
const ofKind = (layout: ScoreLayout, kind: ArrowLayout['kind']): ArrowLayout[] => all(layout).filter((arrow) => arrow.kind === kind);

/** Whether a point lies at the border of a box, as near as an arrow comes. */
const touches = ([x, y]: Point, box: Rect): boolean => x >= box.x - 5 && x <= box.x + box.width + 5 && y >= box.y - 5 && y <= box.y + box.height + 5;

const boxes = (layout: ScoreLayout): Rect[] =>
  Array.from({ length: layout.places.count + 2 }, (_, k) => Object.values(drawnAt(layout, k).boxes)).flat().filter((box): box is Rect => box !== null);

describe('the arrows of the score', () => {
  it('begin and end at boxes', () => {
    fc.assert(
      fc.property(anySpec, (spec) => {
        fc.pre(spec.lengths[0] + spec.lengths[1] < 30);
        const layout = scoreLayout(spec);
        const ends = boxes(layout);
        const isLoose = ({ points, kind }: ArrowLayout): boolean =>
          (kind !== 'branch' && !ends.some((box) => touches(points[0]!, box))) || !ends.some((box) => touches(points[points.length - 1]!, box));
        expect(all(layout).filter(isLoose).map(({ id }) => id)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it.each(everyKind)('have names of their own in $name', ({ model, gates }) => {
    const ids = all(scoreLayout(specOf({ model, gates }))).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBeGreaterThan(1);
  });

  it('bring every state of every step from the step before', () => {
    for (const { model, gates } of everyKind) {
      const spec = specOf({ model, gates });
      const { chains } = spec.anatomy.network.program;
      const states = spec.steps.reduce((sum, { chain }) => sum + chains[chain]!.states.length, 0);
      expect(ofKind(scoreLayout(spec), 'state')).toHaveLength(states);
    }
  });

  it('carry back the gradient that arrives at the step before', () => {
    const states = ofKind(scoreLayout(specOf({ model: { cell: 'lstm' } })), 'state').filter(({ row }) => row === 3);
    expect(states.map(({ gradient }) => gradient)).toEqual([{ symbol: 'dh_next', t: 2 }, { symbol: 'dc_next', t: 2 }]);
    const [output] = ofKind(scoreLayout(specOf({ model: { cell: 'lstm' } })), 'output');
    expect(output!.gradient).toEqual({ symbol: 'dh_out', t: 4 });
    const within = ofKind(scoreLayout(specOf({ model: { cell: 'lstm' } })), 'within').find(({ row }) => row === 2);
    expect([within!.carries, within!.gradient]).toEqual([{ symbol: 'c', t: 2 }, { symbol: 'dc_here', t: 2 }]);
  });

  it('run from right to left in the second direction', () => {
    const layout = scoreLayout(specOf({ model: { topology: 'many-to-many-synced', bidirectional: true } }));
    const backwards = ofKind(layout, 'state').filter(({ chain }) => chain === 1);
    expect(backwards).toHaveLength(4);
    for (const { points } of backwards) expect(points[points.length - 1]![0]).toBeLessThan(points[0]![0]);
    expect(backwards.map(({ carries }) => carries.t)).toEqual([2, 3, 4, 0]);
  });

  it('join both directions in one output: the last answer reads the first column of the second', () => {
    const layout = scoreLayout(specOf({ model: { bidirectional: true } }));
    expect(ofKind(layout, 'output').map(({ carries }) => carries)).toEqual([{ symbol: 'h', t: 4 }, { symbol: 'h.reverse', t: 1 }]);
  });

  it('lead past the boxes of another track, never through them', () => {
    for (const { model, gates } of everyKind.filter(({ model: { bidirectional } }) => bidirectional)) {
      const layout = scoreLayout(specOf({ model, gates }));
      for (let index = 1; index <= layout.places.count; index++) {
        const own = Object.values(layout.column(index).boxes).filter((box): box is Rect => box !== null);
        for (const { points, kind } of arrowsOf(layout, index).filter((arrow) => arrow.kind === 'input' || arrow.kind === 'output')) {
          points.slice(1).forEach((point, k) => {
            const half: Point = [(point[0] + points[k]![0]) / 2, (point[1] + points[k]![1]) / 2];
            for (const box of own) expect(half[0] > box.x && half[0] < box.x + box.width && half[1] > box.y + 1 && half[1] < box.y + box.height - 1, `${kind} through a box`).toBe(false);
          });
        }
      }
    }
  });

  it('hand the encoder’s last state over, each state by a way of its own', () => {
    const layout = scoreLayout(specOf({ model: { topology: 'encoder-decoder', cell: 'lstm' }, lengths: [3, 2] }));
    const handed = arrowsOf(layout, 4).filter(({ kind }) => kind === 'state');
    expect(handed.map(({ carries, gradient }) => [carries, gradient])).toEqual([
      [{ symbol: 'h.encoder', t: 3 }, { symbol: 'dh.encoder_next', t: 3 }],
      [{ symbol: 'c.encoder', t: 3 }, { symbol: 'dc.encoder_next', t: 3 }],
    ]);
  });

  it('lead from the output, or from what should have come out, to the next input', () => {
    const fed = (feed: 'output' | 'target'): ArrowLayout[] => ofKind(scoreLayout(specOf({ model: { topology: 'many-to-many-synced' }, feedOf: (_, row) => (row > 1 ? feed : null) })), 'fed');
    expect(fed('output').map(({ carries }) => carries)).toEqual([1, 2, 3].map((t) => ({ symbol: 'p', t })));
    expect(fed('target').map(({ carries }) => carries)).toEqual([1, 2, 3].map((t) => ({ symbol: 'target', t })));
    expect(fed('output')[0]!.points[0]![1]).toBeLessThan(fed('target')[0]!.points[0]![1]);
  });

  it('go through a stave of gates where there is one', () => {
    const layout = scoreLayout(specOf({ model: { cell: 'lstm' }, gates: true }));
    const within = arrowsOf(layout, 2).filter(({ kind }) => kind === 'within');
    expect(within.map(({ carries, gradient }) => `${carries.symbol} ${gradient?.symbol}`).sort()).toEqual(['c dc_here', 'f df', 'g dg', 'i di', 'o do']);
  });
});
