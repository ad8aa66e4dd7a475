import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stream, type Random } from '../../../src/engine/math/random.ts';
import { Noise, unigramCounts } from '../../../src/engine/word2vec/noise.ts';

fc.configureGlobal({ seed: 1 }); // the same examples each time

const counts = fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 1e9 })), { minLength: 2, maxLength: 8 }).filter((all) => all.filter((count) => count > 0).length >= 2);

/** A stream whose next numbers between 0 and 1 are all this one. */
const always = (unit: number): Random => ({ ...stream(1), uniform: (low, high) => low + (high - low) * unit });

describe('negative words', () => {
  it('are drawn by count to the power of 0.75', () => {
    const noise = new Noise([16, 1, 0, 81]);
    expect([0, 1, 2, 3].map((word) => noise.probability(word, 2))).toEqual([8 / 36, 1 / 36, 0, 27 / 36]);
    expect([0, 1, 2, 3].map((word) => noise.probability(word, 3))).toEqual([8 / 9, 1 / 9, 0, 0]);
  });

  it('come as often as that', () => {
    const noise = new Noise([16, 1, 0, 81]);
    const random = stream(7, 'draws');
    const drawn = [0, 0, 0, 0];
    for (let i = 0; i < 20_000; i++) drawn[noise.draw(random, 1)]! += 1;
    // 4.5 standard deviations of a share near a quarter.
    [8 / 35, 0, 0, 27 / 35].forEach((share, word) => expect(Math.abs(drawn[word]! / 20_000 - share)).toBeLessThan(0.0135));
  });

  it('are never the word itself, nor one that does not occur, at either end of the stream', () => {
    fc.assert(
      fc.property(counts, fc.nat(7), fc.nat(), (all, some, seed) => {
        const positive = some % all.length;
        const noise = new Noise(all);
        const ends = [always(0), always(1 - 2 ** -53), always(0.5), stream(seed)];
        for (const random of ends) {
          const word = noise.draw(random, positive);
          expect(word).not.toBe(positive);
          expect(all[word]).toBeGreaterThan(0);
        }
      }),
    );
  });

  it('are drawn once, however frequent the word is', () => {
    const noise = new Noise([1e15, 1]);
    let draws = 0;
    const counting: Random = { ...stream(1), uniform: (low) => (draws++, low) };
    expect(noise.draw(counting, 0)).toBe(1);
    expect(draws).toBe(1);
  });

  it('have probabilities that add up to 1', () => {
    fc.assert(
      fc.property(counts, fc.nat(7), (all, some) => {
        const noise = new Noise(all);
        const total = all.reduce((sum, _, word) => sum + noise.probability(word, some % all.length), 0);
        expect(total).toBeCloseTo(1, 9);
      }),
    );
  });

  it('fill a row for each word to predict', () => {
    const out = new Int32Array(6);
    new Noise([1, 1]).fill(stream(1), Int32Array.of(0, 1), 3, out);
    expect(out).toEqual(Int32Array.of(1, 1, 1, 0, 0, 0));
  });

  it('cannot be drawn where there is no other word', () => {
    expect(() => new Noise([0, 5]).draw(stream(1), 1)).toThrow('but word 1 is the only one in it.');
    expect(new Noise([0, 5]).probability(0, 1)).toBe(0);
  });

  it.each([-1, Number.NaN, Infinity])('have no count of %s', (count) => {
    expect(() => new Noise([1, count])).toThrow(`Words are counted from 0 on, but word 1 has the count ${count}.`);
  });
});

describe('the counts of words', () => {
  it('are over all sentences, −1 left out', () => {
    expect(unigramCounts([[0, 1, 1], [3, -1], []], 4)).toEqual(Float64Array.of(1, 2, 0, 1));
  });

  it('know the words of the vocabulary alone', () => {
    expect(() => unigramCounts([[4]], 4)).toThrow('so there is no word 4.');
  });
});
