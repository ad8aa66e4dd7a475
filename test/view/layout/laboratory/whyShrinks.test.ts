// The geometry of "Why it shrinks": numbers in, numbers out.
import { describe, expect, it } from 'vitest';
import { activationCurve } from '../../../../src/view/layout/laboratory/activationCurve.ts';
import { activations, saturatedCount, type Activation } from '../../../../src/view/layout/laboratory/activations.ts';
import { decayLines } from '../../../../src/view/layout/laboratory/decayLines.ts';
import { factorBars } from '../../../../src/view/layout/laboratory/factorBars.ts';
import { jacobianProduct, largestOf, type Stage } from '../../../../src/view/layout/laboratory/jacobianProduct.ts';
import { matrixMove, matrixPlaceAt } from '../../../../src/view/layout/laboratory/matrixPlaces.ts';
import { singularBars } from '../../../../src/view/layout/laboratory/singularBars.ts';

const size = { width: 600, height: 300, textSize: 12 };
const tanh = activations.rnn_tanh!;
const curve = (sums: readonly number[], activation: Activation = tanh, gamma = 1) =>
  activationCurve({ activation, gamma, sums: Float64Array.from(sums), hiddenSize: 2, step: 1, ...size });

/** The rectangles of a path of bars: x, where it begins, where it ends, width. */
const barsOf = (path: string) => [...path.matchAll(/M([\d.-]+),([\d.-]+)V([\d.-]+)h([\d.-]+)/g)].map((found) => found.slice(1).map(Number) as [number, number, number, number]);

describe('the activation curve', () => {
  it.each(Object.entries(activations))('%s has the slope of its own value, by differences', (_, { value, slope }) => {
    for (const a of [-5, -1.3, -0.2, 0.4, 2, 6]) expect((value(a + 1e-5) - value(a - 1e-5)) / 2e-5).toBeCloseTo(slope(a), 8);
  });

  it('puts a unit at its sum on both curves, and 0 in the middle', () => {
    const { values, slopes, upper, lower } = curve([0, 1, 3, 3]);
    expect(values.map(({ unit, sum }) => [unit, sum])).toEqual([[1, 0], [2, 1]]);
    expect(values[0]!.x).toBeCloseTo(upper.x + upper.width / 2, 9);
    expect(values[0]!.y).toBeCloseTo(upper.y + upper.height / 2, 9);
    expect(slopes[0]!.y).toBeCloseTo(lower.y, 9);
    expect(slopes[1]!.y).toBeCloseTo(lower.y + lower.height * Math.tanh(1) ** 2, 9);
    expect(slopes[1]!.x).toBe(values[1]!.x);
  });

  it('has room above each curve for a title that keeps off the tick at the upper edge', () => {
    const { upper, lower } = curve([0, 0]);
    // A title is written 1.1 letters above the edge and is 0.8 high.
    const room = 1.9 * size.textSize;
    expect(upper.y).toBeGreaterThanOrEqual(room);
    expect(lower.y - upper.y - upper.height).toBeGreaterThanOrEqual(room);
  });

  it('shades exactly where the slope is under a tenth of the steepest', () => {
    const { saturated, upper, reach } = curve([0, 0]);
    const edge = Math.atanh(Math.sqrt(0.9));
    expect(saturated).toHaveLength(2);
    expect((saturated[1]!.x - upper.x) / upper.width).toBeCloseTo((edge + reach) / (2 * reach), 2);
    expect(curve([0, 0], activations.rnn_relu).saturated.map(({ x }) => x)).toEqual([upper.x]);
  });

  it('keeps what stands beyond its axis at the edge, and counts it; what has overflowed is counted apart', () => {
    const found = curve([300, -1, NaN, Infinity, ...Array.from({ length: 96 }, () => 0.5)]);
    expect(found.values[0]).toMatchObject({ isBeyond: true, x: found.upper.x + found.upper.width });
    expect([found.beyond, found.notFinite, found.reach]).toEqual([1, 2, 4]);
  });

  it('says how many stand beyond its axis in as many words as have room left of the title', () => {
    const sums = [300, -1, NaN, Infinity, ...Array.from({ length: 96 }, () => 0.5)];
    const wordsIn = (width: number) => activationCurve({ activation: tanh, gamma: 1, sums: Float64Array.from(sums), hiddenSize: 2, step: 1, ...size, width }).beyondWords;
    expect(wordsIn(600)).toEqual({ whole: '1 of all sums lie further out than ±4. 2 have overflowed.', drawn: '1 of all sums lie further out than ±4. 2 have overflowed.' });
    expect(wordsIn(340).drawn).toBe('1 beyond ±4, 2 overflowed');
    expect(wordsIn(160).drawn).toBe('');
    expect(curve([0.5]).beyondWords).toEqual({ whole: '', drawn: '' });
  });

  it('counts the saturated units, but none that is not a number', () => {
    expect(saturatedCount(Float64Array.of(0.09, 0.11, 0, NaN), 1)).toBe(2);
    expect(saturatedCount(Float64Array.of(0.024, 0.026), 0.25)).toBe(1);
  });
});

describe('the singular values', () => {
  const bars = (values: readonly number[], gamma = 1) => singularBars({ values: Float64Array.from(values), radius: 0.5, gamma, ...size });

  it('are bars as high as the numbers, from one floor', () => {
    const { first, others, oneAt, box, firstAt } = bars([2, 1, 0.5]);
    const floor = box.y + box.height;
    const [[, from, top]] = barsOf(first) as [[number, number, number, number]];
    expect(from).toBe(floor);
    expect(top).toBeCloseTo(firstAt.y, 2);
    const heights = barsOf(others).map(([, a, b]) => a - b);
    expect(heights[0]! / (floor - oneAt)).toBeCloseTo(1, 3);
    expect(heights[1]! / heights[0]!).toBeCloseTo(0.5, 3);
  });

  it('have a limit of their own where γ is not 1, and none beside 1 where it is', () => {
    const { limitAt, oneAt, box } = bars([0.9], 0.25);
    const floor = box.y + box.height;
    expect((floor - limitAt!) / (floor - oneAt)).toBeCloseTo(4, 9);
    expect(bars([0.9]).limitAt).toBeNull();
  });

  it('leave the ground right of those that reach a height to the words on it', () => {
    const { freeFrom, oneAt, columnOf, box } = bars([3, 2, 1, 0.5]);
    const second = columnOf(1);
    // The third bar ends on the height itself, so it is under the words.
    expect(freeFrom(oneAt)).toBeCloseTo(second.x + second.width, 9);
    expect(freeFrom(box.y)).toBe(box.x);
    expect(bars([Infinity, NaN]).freeFrom(oneAt)).toBe(box.x);
  });

  it('stand nowhere where they are not finite, and say so', () => {
    const found = bars([Infinity, NaN]);
    expect([found.isFinite, found.first, found.others]).toEqual([false, '', '']);
  });
});

describe('the bars of the factors', () => {
  const bars = (factor: readonly number[], slopePart: readonly number[], weightPart: readonly number[]) =>
    factorBars({
      factor: Float64Array.of(NaN, ...factor), slopePart: Float64Array.of(...(slopePart.length > 0 ? [NaN, ...slopePart] : [])),
      weightPart: Float64Array.of(...(weightPart.length > 0 ? [NaN, ...weightPart] : [])), local: Float64Array.of(NaN, ...factor), bound: null, ...size,
    });

  it('go down by the slope and on by the weights, and end at the factor', () => {
    const { slopes, weights, factors, oneAt } = bars([0.25, 1], [0.5, 0.5], [0.5, 2]);
    const [slope, weight] = [barsOf(slopes), barsOf(weights)];
    const half = slope[0]![2] - oneAt;
    expect(half).toBeGreaterThan(0);
    expect(slope[0]![1]).toBeCloseTo(oneAt, 2);
    expect(weight[0]![1]).toBeCloseTo(slope[0]![2], 2);
    expect(weight[0]![2] - oneAt).toBeCloseTo(2 * half, 1); // a quarter is twice as far as a half
    expect(weight[1]![2]).toBeCloseTo(oneAt, 1); // × 0.5 and × 2 are × 1
    const ends = [...factors.matchAll(/,([\d.]+)h/g)].map(([, y]) => Number(y));
    expect(ends).toEqual(weight.map(([, , y]) => y));
  });

  it('have the slope at the right and the weights at the left, as the way back runs', () => {
    const { slopes, weights, columnOf } = bars([0.25], [0.5], [0.5]);
    const { x, width } = columnOf(1);
    expect(barsOf(weights)[0]![0]).toBeLessThan(x + width / 2);
    expect(barsOf(slopes)[0]![0]).toBeGreaterThanOrEqual(x + width / 2 - 0.01);
  });

  it('say where a factor is 0 or has overflowed, and draw nothing where none is', () => {
    const found = bars([0, Infinity, NaN], [0, 1, NaN], [NaN, Infinity, NaN]);
    expect(found.marks.map(({ t, kind }) => [t, kind])).toEqual([[1, 'zero'], [2, 'overflow']]);
    expect(barsOf(found.slopes)).toHaveLength(2);
    expect(found.factors).toBe('');
  });

  it('are one bar a step where the factor does not split', () => {
    const { slopes, weights, oneAt } = bars([0.5, 2], [], []);
    expect(slopes).toBe('');
    expect(barsOf(weights).map(([, from, to]) => Math.sign(to - from))).toEqual([1, -1]);
    expect(barsOf(weights)[0]![1]).toBeCloseTo(oneAt, 2);
  });

  it('find the step under an x, also beyond the ends', () => {
    const { columnOf, stepAt } = bars([0.5, 0.5, 0.5], [], []);
    for (const t of [1, 2, 3]) expect(stepAt(columnOf(t).x + 1)).toBe(t);
    expect([stepAt(-100), stepAt(10_000)]).toEqual([1, 3]);
  });
});

describe('the lines of the decay', () => {
  const names = { bound: 'bound', product: 'product', gradient: 'gradient' };

  it('begin at 1 at the step of the loss, and have nothing after it', () => {
    const lines = decayLines({ gradient: Float64Array.of(1, 2, 4, 0), product: Float64Array.of(0.25, 0.5, 1, NaN), bound: 0.75, p: 2, names });
    const by = Object.fromEntries(lines.map(({ id, ys }) => [id, Array.from(ys)]));
    expect(by['gradient']).toEqual([0.25, 0.5, 1, NaN]);
    expect(by['bound']!.slice(0, 3).map((each) => Number(each.toFixed(12)))).toEqual([0.5625, 0.75, 1]);
    expect(by['bound']![3]).toBeNaN();
  });

  it('cut a bound that runs away from the numbers, and have none where nothing bounds', () => {
    const gradient = new Float64Array(401).fill(1);
    const bound = decayLines({ gradient, product: gradient, bound: 3, p: 400, names }).find(({ id }) => id === 'bound')!;
    expect(bound.ys[399]).toBeCloseTo(3, 9);
    expect(bound.ys[0]).toBeNaN();
    expect(decayLines({ gradient, product: gradient, bound: null, p: 400, names }).map(({ id }) => id)).toEqual(['product', 'gradient']);
  });
});

describe('the row of Jacobians', () => {
  const S = 2;
  const stage = (t: number, skipped = 0): Stage => ({
    t, skipped, slopes: Float64Array.of(1, 0.5), local: Float64Array.of(1, 2, 3, 4), localNorm: 5, product: Float64Array.of(0, 0, 0, 1), productNorm: 1,
  });
  const row = (stages: readonly Stage[], width: number) => jacobianProduct({ stages, size: S, hasParts: true, width, height: 400, textSize: 12 });
  const eight = [10, 9, 8, 7, 4, 3, 2, 1].map((t) => stage(t, t === 4 ? 2 : 0));

  it('shows the first and the last stages where not all have room, and counts every step that is left out', () => {
    const { placed, width } = row(eight, 420);
    expect(placed.length).toBeLessThan(8);
    expect([placed[0]!.stage.t, placed.at(-1)!.stage.t]).toEqual([10, 1]);
    expect(placed.length + placed.reduce((sum, { skipped }) => sum + skipped, 0)).toBe(10);
    expect(width).toBeLessThanOrEqual(420);
  });

  it('keeps every stage where there is room, and what the answer has left out', () => {
    const { placed } = row(eight, 3000);
    expect(placed.map(({ stage: { t }, skipped }) => [t, skipped])).toEqual([[10, 0], [9, 0], [8, 0], [7, 0], [4, 2], [3, 0], [2, 0], [1, 0]]);
    placed.slice(1).forEach(({ x }, k) => expect(x).toBeGreaterThan(placed[k]!.x + placed[k]!.width));
  });

  it('finds the number under a point, in every matrix, and none between them', () => {
    const geometry = row(eight, 900);
    const { local, slopes, product } = geometry.placed[1]!;
    expect(matrixPlaceAt(geometry, S, local.x + local.width * 0.75, local.y + local.height * 0.25)).toEqual({ t: 9, matrix: 'local', cell: 1 });
    expect(matrixPlaceAt(geometry, S, slopes!.x + 1, slopes!.y + slopes!.height * 0.75)).toEqual({ t: 9, matrix: 'slopes', cell: 1 });
    expect(matrixPlaceAt(geometry, S, product.x + 1, product.y + product.height - 1)).toEqual({ t: 9, matrix: 'product', cell: 2 });
    expect(matrixPlaceAt(geometry, S, local.x + 1, local.y + local.height + 3)).toBeNull();
  });

  it('walks over all numbers with the arrow keys, and stays at the edges', () => {
    const geometry = row(eight, 900);
    const first = matrixMove(geometry, S, null, 'ArrowDown');
    expect(first).toEqual({ t: 1, matrix: 'product', cell: 0 });
    expect(matrixMove(geometry, S, first, 'ArrowLeft')).toEqual({ t: 2, matrix: 'product', cell: 1 });
    expect(matrixMove(geometry, S, first, 'ArrowUp')).toEqual({ t: 1, matrix: 'local', cell: 2 });
    expect(matrixMove(geometry, S, { t: 1, matrix: 'weights', cell: 0 }, 'ArrowLeft')).toEqual({ t: 1, matrix: 'slopes', cell: 0 });
    expect(matrixMove(geometry, S, { t: 10, matrix: 'product', cell: 2 }, 'ArrowDown')).toEqual({ t: 10, matrix: 'product', cell: 2 });
    expect(matrixMove(geometry, S, first, 'Enter')).toBeNull();
  });

  it('takes its colours from the largest finite number', () => {
    expect(largestOf([Float64Array.of(-3, NaN, Infinity), Float64Array.of(2)])).toBe(3);
  });
});
