import { describe, expect, it } from 'vitest';
import { vanishedBelow } from '../../../src/view/layout/flowFate.ts';
import type { LossMap } from '../../../src/view/layout/laboratory/lossMap.ts';
import { findingsOf } from '../../../src/view/layout/laboratory/lossProfile.ts';
import { cornerWords, findingsWords, squareWords } from '../../../src/view/panels/laboratory/map/mapWords.ts';

function mapBy(T: number, factor: number, own = 0.5): LossMap {
  const norms = new Float64Array(T * (T + 1));
  for (let t = 1; t <= T; t++) for (let k = 0; k <= t; k++) norms[(t - 1) * (T + 1) + k] = own * factor ** (t - k);
  return { steps: T, at: Array.from({ length: T }, (_, n) => n + 1), norms };
}

const found = (map: LossMap) => findingsWords('tanh', findingsOf(map, vanishedBelow));

describe('a square of the map, in words', () => {
  it('says what is felt, how far back, and what part of the own step that is', () => {
    expect(squareWords(mapBy(30, 0.1), 25, 22)).toBe('The loss at step 25 feels the state at step 22, 3 steps back, with 5.0·10⁻⁴: 0.001 times what it feels of its own step.');
    expect(squareWords(mapBy(1000, 1, 28_809.35), 1000, 1000)).toBe('The loss at step 1,000 feels the state of its own step with 28,809.');
    expect(squareWords(mapBy(30, 0.5), 25, 25)).toBe('The loss at step 25 feels the state of its own step with 0.50.');
  });

  it('says that no loss feels what comes later', () => {
    expect(squareWords(mapBy(30, 0.5), 3, 25)).toBe('The loss at step 3 cannot feel the state at step 25, which comes later.');
  });

  it('tells a number that was too small for float64 from one that is exactly 0', () => {
    expect(squareWords(mapBy(400, 0.1), 400, 1)).toContain('the gradient is too small for float64');
    expect(squareWords(mapBy(4, 0), 4, 1)).toContain('the gradient is exactly 0');
    expect(squareWords(mapBy(4, 0.5, 0), 4, 4)).toContain('does not depend on the state of its own step');
  });

  it('says in words that a number is too large', () => {
    expect(squareWords(mapBy(400, 10), 400, 1)).toContain('too large for float64');
  });
});

describe('the whole map, in words', () => {
  it('puts right that the whole gradient vanishes: the diagonal stays', () => {
    const said = found(mapBy(30, 0.1));
    expect(said).toContain('next to its own step a loss feels 0.50');
    expect(said).toContain('54 % of the map has vanished');
    expect(said).toContain('nothing nearer than 8 steps to its loss has');
    expect(said).toContain('it is wrong that “the whole gradient vanishes”');
  });

  it('does not say so where nothing has vanished, or where it explodes or overflows', () => {
    expect(found(mapBy(30, 0.9))).toContain('Nothing in this map has vanished');
    expect(found(mapBy(30, 2))).toContain('It explodes with the distance, not everywhere.');
    expect(found(mapBy(400, 10))).toContain('until it is too large for float64');
    for (const factor of [0.9, 2]) expect(found(mapBy(30, factor))).not.toContain('wrong');
  });

  it('says where there is nothing to compare', () => {
    expect(found(mapBy(1, 1))).toContain('no way back');
    expect(found(mapBy(5, 1, 0))).toContain('nothing that could travel back');
    expect(found(mapBy(3, 0))).toContain('nothing at all of the state 2 steps before it');
  });

  it('never writes NaN or Infinity', () => {
    for (const map of [mapBy(1, 1), mapBy(2, 0), mapBy(5, 1, 0), mapBy(400, 10), mapBy(400, 0.01), mapBy(3, NaN)]) {
      expect(`${found(map)} ${cornerWords(findingsOf(map, vanishedBelow))} ${squareWords(map, map.steps, 1)}`).not.toMatch(/NaN|Infinity|undefined|not a number/);
    }
  });
});
