import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rowY, stavesOf } from '../../../../src/view/layout/score/staves.ts';
import { share } from '../../../../src/view/layout/share.ts';
import { anySpec, specOf } from './specs.ts';

const end = ({ y, height }: { readonly y: number; readonly height: number }): number => y + height;

describe('the staves', () => {
  it('stand above each other as the network has them, with room for an arrow between', () => {
    fc.assert(
      fc.property(anySpec, (spec) => {
        const { list } = stavesOf(spec);
        expect(list.map(({ id }) => id)).toEqual(spec.anatomy.staves.map(({ id }) => id));
        list.slice(1).forEach((stave, k) => expect(stave.y - end(list[k]!)).toBeGreaterThanOrEqual(8.9));
      }),
    );
  });

  it('keep every row inside its stave, along both sequences, and no row over another', () => {
    fc.assert(
      fc.property(anySpec, (spec) => {
        for (const stave of stavesOf(spec).list) {
          for (const rows of stave.by) {
            if (rows.rows === 0) continue;
            expect(rows.first).toBeGreaterThanOrEqual(stave.y - 1e-6);
            expect(rowY(rows, rows.rows - 1) + rows.cell).toBeLessThanOrEqual(end(stave) + 1e-6);
            expect(rows.cell).toBeLessThanOrEqual(Math.max(rows.row, 0.1) + 1e-9);
          }
        }
      }),
    );
  });

  it('stay within the height, words included, wherever a usual network is drawn on a usual screen', () => {
    for (const gates of [false, true]) {
      for (const bidirectional of [false, true]) {
        for (const height of [400, 470, 560, 686, 900]) {
          const staves = stavesOf({ anatomy: specOf({ model: { cell: 'lstm', bidirectional }, gates }).anatomy, height });
          expect(staves.top).toBeGreaterThan(staves.heading);
          expect(staves.time).toBeLessThanOrEqual(height);
        }
      }
    }
  });

  it('have rows for numbers where three of them share an ordinary window', () => {
    const { byId } = stavesOf({ anatomy: specOf().anatomy, height: 560 });
    for (const id of ['outputs', 'h', 'inputs']) expect(byId[id]!.by[0].cell).toBeGreaterThan(12.5);
  });

  it.each([[640, 0.6], [500, 0.53], [380, 0.5]])('give an opened cell most of a height of %i', (height, part) => {
    for (const bidirectional of [false, true]) {
      const { anatomy } = specOf({ model: { cell: 'lstm', topology: 'many-to-many-synced', bidirectional } });
      const { slot, time, list } = stavesOf({ anatomy, height, inside: 1, track: 0 });
      expect(slot!.height).toBeGreaterThan(height * (bidirectional ? part - 0.15 : part));
      expect(time).toBeLessThanOrEqual(height);
      list.slice(1).forEach((stave, k) => expect(stave.y - end(list[k]!)).toBeGreaterThanOrEqual(8.9));
    }
  });

  it('have the states of an opened cell in its upper part, above its gates', () => {
    for (const gates of [false, true]) {
      const { byId, slot } = stavesOf({ anatomy: specOf({ model: { cell: 'lstm' }, gates }).anatomy, height: 640, inside: 1, track: 0 });
      expect(byId['h']!.y).toBeGreaterThanOrEqual(slot!.y);
      expect(end(byId['c']!)).toBeLessThan(slot!.y + slot!.height / 2);
      expect(gates ? byId['gates']!.y : Infinity).toBeGreaterThan(end(byId['c']!));
    }
  });
});

describe('shares of room', () => {
  it('give each what it wants where there is room for all', () => {
    expect(share([10, 20, 30], [1, 1, 1], 100)).toEqual([10, 20, 30]);
  });

  it('give the rest to those who want more, by their weights', () => {
    expect(share([10, 100, 200], [1, 1, 3], 90)).toEqual([10, 20, 60]);
  });
});
