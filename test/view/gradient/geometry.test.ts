import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeLabels, type Box } from '../../../src/view/layout/directLabels.ts';
import { explodedAbove, exponentsOf, fateAt, vanishedBelow } from '../../../src/view/layout/flowFate.ts';
import { gradientPlot, type GradientPlotInput } from '../../../src/view/layout/gradientPlot.ts';
import { decadesAround, decadeTicks, decadeScale } from '../../../src/view/layout/logAxis.ts';

/** ‖∂L/∂h_0‖ … ‖∂L/∂h_T‖ for a gradient that each step back multiplies by a factor. */
const shrinking = (T: number, factor: number, last = 0.5): Float64Array =>
  Float64Array.from({ length: T + 1 }, (_, t) => last * factor ** (T - t));

function plot(norms: Float64Array, part: Partial<GradientPlotInput> = {}) {
  return gradientPlot({
    norms,
    unit: 'relative',
    width: 800,
    height: 400,
    textSize: 12,
    boundFactor: null,
    ghost: null,
    lastLoss: null,
    atLeast: null,
    names: { now: 'RNN with tanh', lastLoss: 'of the last loss', bound: 'bound', ghost: 'before' },
    ends: ['first word', 'last word'],
    bandWords: { vanished: 'vanished — too small', exploded: 'exploded — too large' },
    hasTokens: true,
    ...part,
  });
}

describe('where the gradient has vanished', () => {
  it('is where float32 rounds a share of it away beside the last one', () => {
    expect(Math.fround(1 + vanishedBelow)).toBe(1);
    expect(Math.fround(1 + vanishedBelow * 1.001)).toBeGreaterThan(1);
  });

  it('is measured by the last step, not by 1', () => {
    const norms = Float64Array.of(0, 1e-9, 1e-9, 1e-9);
    expect(fateAt(norms, 1)).toBe('left');
    expect(fateAt(Float64Array.of(0, 1e-9, 1), 1)).toBe('vanished');
    expect(fateAt(Float64Array.of(0, explodedAbove * 2, 1), 1)).toBe('exploded');
    expect(fateAt(Float64Array.of(0, Infinity, 1), 1)).toBe('overflow');
    expect(fateAt(Float64Array.of(0, NaN, 1), 1)).toBe('overflow');
    expect(fateAt(Float64Array.of(0, 0, 1), 1)).toBe('zero');
  });
});

describe('the axis', () => {
  it('holds every number, has room for it, and its ticks are the same distance apart with 1 among them', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -323, max: 308, noNaN: true }), { minLength: 1 }), (exponents) => {
        const decades = decadesAround(exponents);
        const ticks = decadeTicks(decades);
        const steps = new Set(ticks.slice(1).map((tick, k) => tick - ticks[k]!));
        expect(Math.min(...exponents)).toBeGreaterThan(decades.low);
        expect(Math.max(...exponents)).toBeLessThan(decades.high);
        expect(ticks).toContain(0);
        expect(ticks.length).toBeGreaterThan(1);
        expect(ticks.length).toBeLessThanOrEqual(7);
        expect(steps.size).toBe(1);
      }),
    );
  });

  it('stands still while numbers move a little, and never falls short of what it is held at', () => {
    expect(decadesAround([-1.2])).toEqual(decadesAround([-1.4]));
    expect(decadesAround([-1], { low: -12, high: 6 })).toEqual({ low: -12, high: 6 });
  });

  it('puts its ends at the edges', () => {
    expect(decadeScale({ low: -3, high: 1 }, 10, 110)(-3)).toBe(110);
    expect(decadeScale({ low: -3, high: 1 }, 10, 110)(1)).toBe(10);
  });
});

describe('the curve', () => {
  it('is a straight line where each step shrinks the gradient alike, and ends at 1', () => {
    const { now, oneAt, box } = plot(shrinking(10, 0.5));
    const slopes = now.points.slice(1).map((point, k) => point.y - now.points[k]!.y);
    slopes.forEach((slope) => expect(slope).toBeCloseTo(slopes[0]!, 9));
    expect(now.points.at(-1)!.y).toBeCloseTo(oneAt, 9);
    now.points.forEach(({ x, y }) => {
      expect(x).toBeGreaterThan(box.x);
      expect(y).toBeGreaterThan(box.y);
    });
  });

  it('is the same however small the last gradient is, and lower in absolute numbers', () => {
    const one = plot(shrinking(10, 0.5, 1));
    const tiny = plot(shrinking(10, 0.5, 1e-300));
    tiny.now.points.forEach(({ y }, k) => expect(y).toBeCloseTo(one.now.points[k]!.y, 6));
    expect(exponentsOf(shrinking(10, 0.5, 1e-300), 'absolute')[10]).toBeCloseTo(-300, 9);
  });

  it('leaves off in words where a number is 0 or too large, and draws nothing that is not a number', () => {
    const zero = plot(Float64Array.of(0, 0, 0, 1e-3, 1));
    expect(zero.now.gaps).toMatchObject([{ kind: 'zero', from: 1, to: 2 }]);
    expect(zero.now.points.map(({ t }) => t)).toEqual([3, 4]);
    const large = plot(Float64Array.of(NaN, NaN, Infinity, 1e3, 1));
    expect(large.now.gaps).toMatchObject([{ kind: 'overflow', from: 1, to: 2 }]);
    for (const { now, strip } of [zero, large]) {
      expect(now.path).not.toMatch(/NaN|Infinity/);
      strip.cells.forEach(({ ink }) => expect(ink).toBeGreaterThanOrEqual(0));
    }
  });

  it('is not drawn at all where the last gradient cannot be held', () => {
    const { now, bands, bound } = plot(Float64Array.of(NaN, NaN, NaN), { boundFactor: 2 });
    expect([now.path, now.points, bands, bound]).toEqual(['', [], [], null]);
  });
});

describe('the bound', () => {
  it('is never below a curve that keeps it, and meets it at the last step', () => {
    const { now, bound } = plot(shrinking(20, 0.6), { boundFactor: 0.8 });
    expect(bound![1]).toEqual({ x: now.points.at(-1)!.x, y: now.points.at(-1)!.y });
    expect(bound![0]!.y).toBeLessThan(now.points[0]!.y);
  });

  it('is cut where it leaves the plot', () => {
    const { bound, box } = plot(shrinking(100, 0.9), { boundFactor: 3 });
    expect(bound![0]!.y).toBeCloseTo(box.y, 9);
    expect(bound![0]!.x).toBeGreaterThan(box.x);
  });
});

describe('names beside the lines', () => {
  const overlap = (a: Box, b: Box): boolean =>
    a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

  it('stand in the plot, over no other name and no words of a band', () => {
    for (const factor of [0.2, 0.5, 0.9, 1, 1.1, 2, 5]) {
      const { labels, bands, box } = plot(shrinking(30, factor), { boundFactor: factor * 1.3, ghost: shrinking(30, 0.7), lastLoss: shrinking(30, factor * 0.8) });
      const texts = [...labels, ...bands.flatMap(({ textBox }) => textBox ?? [])];
      expect(labels.length).toBeGreaterThanOrEqual(3);
      texts.forEach((one, k) => texts.slice(k + 1).forEach((other) => expect(overlap(one, other)).toBe(false)));
      labels.forEach((label) => expect(label.x + label.width).toBeLessThanOrEqual(box.x + box.width));
    }
  });

  it('leave out what has no place', () => {
    const box = { x: 0, y: 0, width: 60, height: 20 };
    const line = { id: 'a', text: 'a name that is much too long', points: [{ x: 0, y: 10 }, { x: 60, y: 10 }] };
    expect(placeLabels([line], [], box, 12)).toEqual([]);
  });
});

describe('the strip', () => {
  it('has one cell a step below its column, full at the last step and empty where it has vanished', () => {
    const { strip, xOf } = plot(shrinking(30, 0.5));
    expect(strip.cells).toHaveLength(30);
    expect(strip.cells[29]).toMatchObject({ t: 30, ink: 1, fate: 'left' });
    expect(strip.cells[0]).toMatchObject({ ink: 0, fate: 'vanished' });
    strip.cells.forEach(({ t, x, width }) => expect(x + width / 2).toBeCloseTo(xOf(t), 9));
  });

  it('shows the largest of several steps where there are more than cells', () => {
    const norms = shrinking(10_000, 0.999);
    norms[1234] = 1;
    const { strip } = plot(norms);
    expect(strip.cells.length).toBeLessThanOrEqual(1000);
    expect(strip.cells.some(({ t }) => t === 1234)).toBe(true);
  });
});

describe('steps and places', () => {
  it('find each other', () => {
    const { xOf, stepAt, box } = plot(shrinking(17, 0.5));
    for (let t = 1; t <= 17; t++) expect(stepAt(xOf(t))).toBe(t);
    expect(stepAt(0)).toBe(1);
    expect(stepAt(box.x + box.width + 100)).toBe(17);
  });

  it('have the ends named, and round numbers between them that do not touch', () => {
    for (const T of [2, 5, 30, 1000, 10_000]) {
      const { xTicks } = plot(shrinking(T, 0.9));
      expect(xTicks[0]!.text).toBe('first word');
      expect(xTicks.at(-1)!.text).toBe('last word');
      xTicks.slice(1).forEach(({ x }, k) => expect(x).toBeGreaterThan(xTicks[k]!.x + 20));
    }
    expect(plot(shrinking(1, 1)).xTicks.map(({ text }) => text)).toEqual(['first word = last word']);
  });
});
