import { describe, expect, it } from 'vitest';
import type { AnswerOf } from '../../../src/engine/laboratory/questions.ts';
import { holds, sampled, textWidth, type Box } from '../../../src/view/layout/directLabels.ts';
import { clipVector, degreesOf, tickText, type ClipVectorInput } from '../../../src/view/layout/laboratory/clipVector.ts';
import { lossLinePlot, type LossLineInput } from '../../../src/view/layout/laboratory/lossLine.ts';
import { runawayPlot } from '../../../src/view/layout/laboratory/runaway.ts';
import { clippingWords, degreesText, earlyWords, rateText, runawayWords, updateWords } from '../../../src/view/panels/laboratory/exploding/explodingWords.ts';
import { presets } from '../../../src/view/panels/laboratory/exploding/presets.ts';
import { initialLaboratory } from '../../../src/state/laboratory/defaults.ts';
import { setupsOf } from '../../../src/state/laboratory/setups.ts';
import { computed } from './answered.tsx';

const size = { width: 500, height: 300, textSize: 12 };
const growing = (T: number, factor: number, first = 1): Float64Array => Float64Array.from({ length: T + 1 }, (_, t) => (t === 0 ? 0 : first * factor ** (t - 1)));
const shrinking = (T: number, factor: number): Float64Array => Float64Array.from({ length: T + 1 }, (_, t) => factor ** (T - t));

describe('what runs away', () => {
  it('goes forwards over all steps, and back from the loss', () => {
    const { lines } = runawayPlot({ states: growing(10, 2), gradient: shrinking(10, 2), lossAt: 6, overflow: null, size });
    expect(lines.map(({ id, points }) => [id, points.length])).toEqual([['states', 10], ['gradient', 6]]);
  });

  it('has a line where float64 ends as soon as the numbers come near it', () => {
    expect(runawayPlot({ states: growing(30, 2), gradient: shrinking(30, 1), lossAt: 30, overflow: null, size }).brimAt).toBeNull();
    const near = runawayPlot({ states: growing(100, 1e3), gradient: shrinking(100, 1), lossAt: 100, overflow: null, size });
    expect(near.brimAt).toBeGreaterThanOrEqual(near.box.y);
    expect(near.brimAt).toBeLessThan(near.box.y + near.box.height * 0.1);
  });

  it('leaves the plot at its upper edge where numbers overflow, also where they have become NaN', () => {
    const states = growing(10, 1e60);
    states.fill(NaN, 8);
    const { lines, box } = runawayPlot({ states, gradient: shrinking(10, 1), lossAt: 10, overflow: null, size });
    expect(lines[0]?.edges).toEqual([expect.objectContaining({ kind: 'overflow', y: box.y })]);
  });
});

describe('the words in a plot of what runs away', () => {
  const overlap = (a: Box, b: Box): boolean => Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x) > 0.01 && Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y) > 0.01;
  /** A state that grows by a factor until float64 ends, and no gradient after that. */
  const until = (T: number, factor: number): Float64Array => growing(T, factor).map((value) => (Number.isFinite(value) ? value : NaN));

  it('lie over no line, no other words and no overflow, in low pictures too', () => {
    for (const [width, height, textSize] of [[355, 220, 16], [410, 220, 12], [362, 220, 12], [355, 296, 16], [1200, 700, 20]] as const) {
      for (const [states, gradient, overflow] of [
        [until(1000, 2.17), new Float64Array(1001).fill(NaN), 917],
        [until(100, 3), shrinking(100, 1.2), null],
        [growing(30, 1.02, 3), shrinking(30, 1.01), null],
        [growing(30, 0.6), shrinking(30, 2), null],
        [growing(30, 2), shrinking(30, 2), null],
      ] as const) {
        const plot = runawayPlot({ states, gradient, lossAt: states.length - 1, overflow, size: { width, height, textSize } });
        const words = [...plot.labels, ...(plot.overflow ? [plot.overflow.words] : [])];
        words.forEach((one, k) => words.slice(k + 1).forEach((other) => expect(overlap(one, other)).toBe(false)));
        for (const label of plot.labels) expect(plot.lines.flatMap(({ points }) => sampled(points)).filter((point) => holds(label, point))).toEqual([]);
        for (const { x, width: wide } of words) expect(x >= 0 && x + wide <= width).toBe(true);
      }
    }
  });

  it('say beside the line at the overflow where it is', () => {
    const { overflow, box, xOf } = runawayPlot({ states: until(1000, 2.17), gradient: new Float64Array(1001), lossAt: 1000, overflow: 917, size });
    expect(overflow).toMatchObject({ text: 'too large from t = 917', x: xOf(917) });
    expect(overflow!.words.x).toBeGreaterThanOrEqual(box.x);
    expect(overflow!.words.x + overflow!.words.width).toBeLessThanOrEqual(xOf(917));
  });
});

describe('the loss along the gradient', () => {
  const input: LossLineInput = {
    rates: Float64Array.of(0, 0.01, 0.1, 1),
    losses: Float64Array.of(1, 0.9, 0.5, 0.8),
    clippedLosses: Float64Array.of(1, 0.99, 0.95, 0.7),
    learningRate: 0.1, rateText: 'η = 0.1', after: 0.5, clippedAfter: 0.95, isClipped: true, size,
  };

  it('lands where an update at η ends, with and without clipping', () => {
    const plot = lossLinePlot(input)!;
    expect(plot.landings.map(({ id, x, y }) => [id, x, y])).toEqual([['plain', plot.xOf(0.1), plot.yOf(0.5)], ['clipped', plot.xOf(0.1), plot.yOf(0.95)]]);
    expect(plot.beforeAt).toBe(plot.yOf(1));
    expect(plot.heightTicks.every(({ exponent }) => exponent === null)).toBe(true);
  });

  it('is drawn in powers of ten where losses lie far apart, and ends at the edge where one is too large', () => {
    const plot = lossLinePlot({ ...input, losses: Float64Array.of(1, 50, Infinity, NaN), after: Infinity })!;
    expect(plot.heightTicks.every(({ exponent }) => exponent !== null)).toBe(true);
    expect(plot.landings[0]).toMatchObject({ y: plot.box.y, isBeyond: true });
    // The arrow there is 8 pixels wide on either side, and its words stand beside it.
    expect(Math.max(plot.rateBox.x - plot.xOf(0.1), plot.xOf(0.1) - plot.rateBox.x - plot.rateBox.width)).toBeGreaterThan(8);
  });

  it('has all its names, and none over another, over the words at η, over any line or over where an update ends', () => {
    const rates = Float64Array.from({ length: 41 }, (_, k) => (k === 0 ? 0 : 10 ** (-3 + k / 10)));
    const shapes: readonly ((s: number) => number)[] = [
      (s) => 1 + 0.5 * (s - 1) ** 2,
      (s) => 1 / (1 + s),
      (s) => 1 + s ** 3,
      (s) => (1.2 - 5 * s) ** 2 + 0.01,
      (s) => 400 * 10 ** (40 * s),
      (s) => (s > 0.05 ? 1e6 * s : 0.03),
      () => 2,
    ];
    const overlap = (a: Box, b: Box): boolean => Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x) > 0.01 && Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y) > 0.01;
    for (const shape of shapes) {
      for (const shortened of [0.001, 0.1, 0.5]) {
        for (const [width, height, textSize] of [[360, 230, 12], [362, 220, 12], [355, 220, 16], [355, 296, 16], [420, 260, 12], [620, 380, 18], [1200, 700, 20]] as const) {
          const losses = rates.map(shape);
          const clippedLosses = rates.map((s) => shape(s * shortened));
          const plot = lossLinePlot({ ...input, rates, losses, clippedLosses, after: shape(0.1), clippedAfter: shape(0.1 * shortened), size: { width, height, textSize } })!;
          expect(plot.labels.map(({ id }) => id).toSorted()).toEqual(['before', 'clipped', 'plain']);
          const at = plot.xOf(0.1);
          const fixed: Box[] = [plot.rateBox, { x: at - 1, y: plot.box.y, width: 2, height: plot.box.height }, ...plot.landings.map(({ x, y }) => ({ x: x - 5, y: y - 5, width: 10, height: 10 }))];
          plot.labels.forEach((label, k) => {
            for (const other of [...fixed, ...plot.labels.slice(k + 1)]) expect(overlap(label, other), `${shape.toString()} ${shortened} ${width}: ${label.text} ${JSON.stringify([label, other])}`).toBe(false);
          });
          for (const label of plot.labels) expect(plot.lines.flatMap(({ points }) => sampled(points)).filter((point) => holds(label, point))).toEqual([]);
          expect(overlap(plot.rateBox, fixed[1]!)).toBe(false);
        }
      }
    }
  });

  it('has no line for a loss before that has no place on the axis', () => {
    const plot = lossLinePlot({ ...input, losses: Float64Array.of(NaN, 0.9, 0.5, 0.8) })!;
    expect(plot.beforeAt).toBeNull();
    expect(plot.lines.map(({ id }) => id)).toEqual(['plain', 'clipped']);
  });

  it('is not drawn where nothing moves or no loss is a number', () => {
    expect(lossLinePlot({ ...input, rates: Float64Array.of(0), losses: Float64Array.of(1), clippedLosses: Float64Array.of(1) })).toBeNull();
    expect(lossLinePlot({ ...input, losses: input.losses.map(() => NaN), clippedLosses: input.losses.map(() => Infinity) })).toBeNull();
  });
});

describe('a vector before and after clipping', () => {
  const input: ClipVectorInput = {
    norm: 5, clippedNorm: 1, cosine: 1, clipping: { kind: 'norm', limit: 1 }, width: 420, height: 330, textSize: 12,
    entries: [{ name: 'W_hh[1,2]', before: 4, after: 0.8 }, { name: 'b_h[1]', before: -3, after: -0.6 }],
  };

  it('has its length first, then its numbers, on the side of their sign', () => {
    const { rows, zeroAt } = clipVector(input);
    expect(rows.map(({ name }) => name)).toEqual(['length ‖g‖', 'W_hh[1,2]', 'b_h[1]']);
    expect(rows[1]?.before.x).toBe(zeroAt);
    expect(rows[2]!.before.x + rows[2]!.before.width).toBeCloseTo(zeroAt);
    expect(rows[1]!.before.width).toBeGreaterThan(rows[1]!.after.width);
  });

  it('keeps parts of a length where numbers are near each other, and is logarithmic where they are not', () => {
    const near = clipVector(input);
    expect(near.isLogarithmic).toBe(false);
    expect(near.rows[1]!.before.width / near.rows[1]!.after.width).toBeCloseTo(5);
    const far = clipVector({ ...input, norm: 5e9, entries: [{ name: 'W', before: 4e9, after: 0.8 }] });
    expect(far.isLogarithmic).toBe(true);
    expect(far.rows[1]!.after.width).toBeGreaterThan(2);
    expect(far.rows[1]!.before.width).toBeGreaterThan(far.rows[1]!.after.width * 5);
  });

  it('has the limit at the length when clipped by norm, at the numbers when by value, and none above all of them', () => {
    expect(clipVector(input).limits).toHaveLength(1);
    const byValue = clipVector({ ...input, clipping: { kind: 'value', limit: 1 } });
    expect(byValue.limits).toHaveLength(2);
    expect(byValue.limits[0]!.x).toBeLessThan(byValue.zeroAt);
    expect(clipVector({ ...input, clipping: { kind: 'norm', limit: 100 } }).limits).toEqual([]);
  });

  it('has ticks that stand apart, 0 among them', () => {
    const { ticks } = clipVector({ ...input, width: 330, norm: 13, entries: [{ name: 'W', before: 6, after: 0.1 }, { name: 'b', before: -1.4, after: -0.1 }] });
    expect(ticks.map(({ value }) => value)).toContain(0);
    for (let k = 1; k < ticks.length; k++) expect(ticks[k]!.x - ticks[k - 1]!.x).toBeGreaterThanOrEqual(48);
  });

  it('has as many of its numbers as have room for their letters, the first ones', () => {
    const entries = Array.from({ length: 12 }, (_, k) => ({ name: `W[${k + 1}]`, before: 20 - k, after: 1 }));
    for (const [height, textSize] of [[310, 12], [310, 16], [416, 16]] as const) {
      const { rows, box } = clipVector({ ...input, entries, height, textSize });
      expect(rows[0]!.height).toBeGreaterThanOrEqual(textSize * 1.2 - 1e-9);
      expect(rows.slice(1).map(({ name }) => name)).toEqual(entries.slice(0, rows.length - 1).map(({ name }) => name));
      expect(rows.at(-1)!.y + rows.at(-1)!.height).toBeLessThanOrEqual(box.y + box.height + 1e-9);
    }
    expect(clipVector({ ...input, entries, height: 416, textSize: 16 }).rows).toHaveLength(13);
  });

  it('says where its axis is logarithmic, and writes its ticks as round numbers', () => {
    expect(clipVector(input).axisWords).toBe('');
    const far = clipVector({ ...input, norm: 2e5, entries: [{ name: 'W', before: 1e5, after: 0.8 }] });
    expect(far.axisWords).toBe('logarithmic');
    expect(far.ticks.map(({ text }) => text)).toContain('0');
    expect([0, 0.25, 100, -1000, 1e5, -1e5, 2e-7, 1e-12].map(tickText)).toEqual(['0', '0.25', '100', '−1000', '10⁵', '−10⁵', '2·10⁻⁷', '10⁻¹²']);
  });

  it('has its words to the right of its ticks, within the picture', () => {
    for (const largest of [2e5, 1e300]) {
      const far = clipVector({ ...input, norm: largest, entries: [{ name: 'W', before: largest / 2, after: 0.8 }] });
      const last = far.ticks.at(-1)!;
      expect(far.axisWordsEnd).toBeLessThanOrEqual(input.width);
      expect(far.axisWordsEnd - textWidth(far.axisWords, input.textSize)).toBeGreaterThan(last.x + textWidth(last.text, input.textSize) / 2);
    }
  });

  it('turns one arrow against the other by the angle between the two vectors', () => {
    expect(degreesOf(1 + 1e-15)).toBe(0);
    const dial = clipVector({ ...input, cosine: Math.cos(Math.PI / 3) }).dial!;
    expect(dial.angle).toBeCloseTo(60);
    expect(Math.atan2(-dial.after.y, dial.after.x)).toBeCloseTo(Math.PI / 3);
    expect(clipVector({ ...input, cosine: NaN }).dial).toBeNull();
  });

  it('ends bars of what is too large at the edge, and has numbers for every place', () => {
    const { rows, box } = clipVector({ ...input, norm: Infinity, clippedNorm: NaN, entries: [{ name: 'W', before: -Infinity, after: NaN }] });
    expect(rows[1]?.before).toMatchObject({ isBeyond: true, x: box.x });
    for (const { before, after } of rows) for (const bar of [before, after]) expect(Number.isFinite(bar.x) && Number.isFinite(bar.width)).toBe(true);
    for (const { before } of clipVector({ ...input, norm: 0, clippedNorm: 0, entries: [{ name: 'W', before: 0, after: 0 }] }).rows) expect(before.width).toBe(0);
  });
});

const answerOf = (changes: Partial<typeof initialLaboratory>, clipping = initialLaboratory.clipping): AnswerOf<'explosion'> => {
  const laboratory = { ...initialLaboratory, ...changes };
  return computed({ kind: 'explosion', setup: setupsOf(laboratory)[laboratory.network], learningRate: laboratory.learningRate, clipping: clipping && { [clipping.kind]: clipping.limit } });
};
const preset = (id: string) => presets.find((each) => each.id === id)!.changes;

describe('exploding, in words', () => {
  it('says of the ReLU beside the cliff that one update makes the loss a thousand times as large, and what clipping does', () => {
    const answer = answerOf(preset('relu'));
    expect(answer.after / answer.losses[0]!).toBeGreaterThan(1e6);
    expect(runawayWords('ReLU', answer, 30)).toContain('the loss stands at a cliff');
    expect(updateWords(answer, 0.1)).toMatch(/^One update with η = 0\.1 takes the loss from 0\.03 to 4\.5·10⁸: one step has thrown the weights away\. With the clipped gradient/);
  });

  it('says what grows forwards and back', () => {
    const words = runawayWords('ReLU', answerOf(preset('relu2')), 30);
    expect(words).toMatch(/Forwards it grows: at step 30 .* the gradient explodes/);
    expect(runawayWords('tanh', answerOf(preset('tanh')), 100)).toMatch(/Forwards nothing runs away: .* the gradient explodes/);
    expect(runawayWords('tanh', answerOf({}), 30)).toContain('It does not explode, it fades.');
  });

  it('says that the gradient keeps its size only where it does, and how much it grows or shrinks before it explodes or fades', () => {
    const said = (far: number): string => runawayWords('RNN', { ...answerOf({}), gradient: Float64Array.of(0, far, 1, 1) }, 3);
    expect(said(1.9)).toContain('keeps its size: 1.00 at the loss, 1.90 at step 1.');
    expect(said(0.51)).toContain('keeps its size');
    expect(said(41)).toMatch(/the gradient grows to 41(\.\d+)? times: 1\.00 at the loss, 41\.00 at step 1\./);
    expect(said(0.15)).toContain('the gradient shrinks to 0.15 of it: 1.00 at the loss, 0.15 at step 1.');
    for (const far of [41, 1.9, 0.51, 0.15]) expect(said(far)).not.toMatch(/explode|fade/);
    expect(said(101)).toContain('the gradient explodes');
    expect(said(0.009)).toContain('It does not explode, it fades.');
  });

  it('names the step at which float64 overflows, and says that clipping comes too late', () => {
    const answer = answerOf(preset('overflow'));
    const at = answer.facts.overflow!.t;
    expect(answer.states.findIndex((each) => !Number.isFinite(each))).toBeGreaterThanOrEqual(at);
    expect(runawayWords('ReLU', answer, 1000)).toContain(`at step ${at.toLocaleString('en-US')} the state passes 1.8·10³⁰⁸`);
    expect(clippingWords(answer, { kind: 'norm', limit: 1 })).toContain('Clipping comes too late');
    expect(updateWords(answer, 0.1)).toContain('The loss itself is');
    expect(earlyWords(answer, { kind: 'norm', limit: 1 }, 1000)).toContain('cannot bring back');
  });

  it('keeps the direction when clipped by norm, and turns it when by value', () => {
    const byNorm = answerOf({});
    expect(clippingWords(byNorm, { kind: 'norm', limit: 1 })).toContain('so the direction stays: 0°.');
    const clip = { kind: 'value', limit: 0.1 } as const;
    const byValue = answerOf({}, clip);
    expect(clippingWords(byValue, clip)).toContain(`the direction turns by ${degreesText(degreesOf(byValue.cosine))}.`);
    expect(degreesOf(byValue.cosine)).toBeGreaterThan(5);
  });

  it('says that a limit above all changes nothing, and a gradient of 0 has nothing to clip', () => {
    const clip = { kind: 'norm', limit: 1000 } as const;
    expect(clippingWords(answerOf({}, clip), clip)).toContain('less than the limit 1000: clipping changes nothing.');
    expect(earlyWords(answerOf({}, clip), clip, 30)).toContain('clipping changes nothing at all');
    const zero = { ...answerOf({}), norm: 0, clippedNorm: 0, cosine: NaN, changedEntries: 0 };
    expect(clippingWords(zero, clip)).toContain('exactly 0');
    expect(updateWords(zero, 0.1)).toContain('no weight moves');
  });

  it('refutes that clipping cures vanishing: the early share is the same to the last digit shown', () => {
    const answer = answerOf({ network: 'rnn_sigmoid' });
    const [share] = /[\d.]+·10⁻[⁰¹²³⁴⁵⁶⁷⁸⁹]+/u.exec(earlyWords(answer, initialLaboratory.clipping, 30)) ?? [''];
    expect(answer.changedEntries).toBeGreaterThan(0);
    expect(earlyWords(answer, initialLaboratory.clipping, 30)).toContain(`with it, ${share} times`);
    expect(earlyWords(answer, initialLaboratory.clipping, 30)).toContain('what had vanished stays vanished. Clipping cures exploding, not vanishing.');
  });

  it('does not say of clipping by value that each step has a clipped part', () => {
    const clip = { kind: 'value', limit: 0.1 } as const;
    const said = (network: 'rnn_tanh' | 'rnn_sigmoid'): string => {
      const answer = answerOf({ network }, clip);
      expect(answer.changedEntries).toBeGreaterThan(0);
      return earlyWords(answer, clip, 30);
    };
    expect(said('rnn_tanh')).not.toContain('alike');
    expect(said('rnn_tanh')).toContain('does not know which step they came from');
    expect(said('rnn_sigmoid')).toMatch(/What had vanished has added next to nothing to that sum, and cutting cannot add it\.$/);
  });

  it('writes a rate without zeros at its end', () => {
    expect([0.1, 0.0123, 10].map(rateText)).toEqual(['0.1', '0.0123', '10']);
    expect([0, 1e-7, 0.5, 37.5, 90].map(degreesText)).toEqual(['0°', '0°', '0.50°', '37.5°', '90°']);
  });
});
