import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rowY, share, stavesOf, type Stave } from '../../../src/view/layout/staves.ts';

const sizes = fc.record({
  height: fc.integer({ min: 330, max: 900 }),
  outputs: fc.integer({ min: 1, max: 30 }),
  units: fc.integer({ min: 1, max: 64 }),
  inputs: fc.integer({ min: 1, max: 500 }),
});

const end = (stave: Stave): number => stave.y + stave.height;

describe('the three staves', () => {
  it('stand above each other, outputs, states, inputs, with room for an arrow between', () => {
    fc.assert(
      fc.property(sizes, (each) => {
        const { outputs, states, inputs } = stavesOf(each);
        expect(states.y - end(outputs)).toBeGreaterThanOrEqual(18);
        expect(inputs.y - end(states)).toBeGreaterThanOrEqual(18);
      }),
    );
  });

  it('stay within the height, words included', () => {
    fc.assert(
      fc.property(sizes, (each) => {
        const staves = stavesOf(each);
        expect(staves.outputs.y).toBeGreaterThan(staves.heading);
        expect(staves.word).toBeGreaterThan(end(staves.inputs));
        expect(staves.time).toBeLessThanOrEqual(each.height);
      }),
    );
  });

  it('keep every row inside its stave, and no row over another', () => {
    fc.assert(
      fc.property(sizes, (each) => {
        const staves = stavesOf(each);
        for (const stave of [staves.outputs, staves.states, staves.inputs]) {
          expect(rowY(stave, 0)).toBeGreaterThanOrEqual(stave.y);
          expect(rowY(stave, stave.rows - 1) + stave.cell).toBeLessThanOrEqual(end(stave) + 1e-6);
          expect(stave.cell).toBeLessThanOrEqual(stave.row);
        }
      }),
    );
  });

  it('give a small network rows that can be read at 1280 × 720', () => {
    const { outputs, states, inputs } = stavesOf({ height: 510, outputs: 1, units: 4, inputs: 5 });
    for (const stave of [outputs, states, inputs]) expect(stave.cell).toBeGreaterThanOrEqual(18);
  });

  it('leave the state readable beside a vocabulary of 500 words', () => {
    expect(stavesOf({ height: 510, outputs: 1, units: 4, inputs: 500 }).states.cell).toBeGreaterThanOrEqual(16);
  });

  it('never make rows higher when there are more of them', () => {
    const rows = [1, 4, 8, 16, 32, 64].map((units) => stavesOf({ height: 600, outputs: 1, units, inputs: 5 }).states.row);
    expect(rows).toEqual([...rows].sort((a, b) => b - a));
  });
});

describe('sharing room', () => {
  it('gives each what it wants where there is enough', () => {
    expect(share([10, 20, 30], [1, 1, 1], 100)).toEqual([10, 20, 30]);
  });

  it('divides what is left by those who want less', () => {
    expect(share([10, 200, 300], [1, 1, 1], 110)).toEqual([10, 50, 50]);
  });

  it('never gives away more than there is', () => {
    const wants = fc.array(fc.double({ min: 0, max: 1000, noNaN: true }), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(wants, fc.double({ min: 1, max: 800, noNaN: true }), (each, room) => {
        expect(share(each, [1, 2, 1], room).reduce((a, b) => a + b, 0)).toBeLessThanOrEqual(room + 1e-6);
      }),
    );
  });
});
