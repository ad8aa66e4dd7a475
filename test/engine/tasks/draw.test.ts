import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stream } from '../../../src/engine/math/random.ts';
import { drawnText, readDrawn } from '../../../src/engine/tasks/draw.ts';
import { taskIds, tasks } from '../../../src/engine/tasks/index.ts';
import { readSentence } from '../../../src/engine/tasks/read.ts';

fc.configureGlobal({ seed: 1 }); // the same examples each time

const drawn = (id: (typeof taskIds)[number], T: number, seed: number) => readDrawn(tasks[id], tasks[id].vocabulary, T, stream(seed, 'sequence'));

describe('a drawn sequence', () => {
  it('has as many steps as are asked for, and one where there is only one', () => {
    fc.assert(
      fc.property(fc.constantFrom(...taskIds), fc.integer({ min: 2, max: 60 }), fc.nat(), (id, T, seed) => {
        const reading = drawn(id, T, seed);
        expect(reading).toMatchObject({ unknown: [], problem: null });
        expect(reading.tokens[0]).toHaveLength(id === 'pictures' ? 1 : T);
        expect(reading.tokens[1]).toHaveLength(id === 'translation' ? T : 0);
      }),
    );
  });

  it('reads as its text does', () => {
    fc.assert(
      fc.property(fc.constantFrom(...taskIds), fc.integer({ min: 2, max: 60 }), fc.nat(), (id, T, seed) => {
        const task = tasks[id];
        const text = drawnText(task, task.vocabulary, T, stream(seed, 'sequence'));
        expect(readSentence(task, task.vocabulary, text)).toEqual(drawn(id, T, seed));
      }),
    );
  });

  it.each(taskIds)('of %s is another for another seed', (id) => {
    const texts = Array.from({ length: 8 }, (_, seed) => drawn(id, 20, seed).tokens.flat().join(' '));
    expect(new Set(texts).size).toBeGreaterThan(1);
    expect(drawn(id, 20, 3)).toEqual(drawn(id, 20, 3));
  });

  it.each(taskIds)('of %s comes to 10,000 steps in less than a breath', (id) => {
    const before = performance.now();
    drawn(id, 10_000, 1);
    expect(performance.now() - before).toBeLessThan(2000);
  });
});
