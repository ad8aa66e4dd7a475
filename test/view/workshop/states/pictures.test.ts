import { describe, expect, it } from 'vitest';
import { placesFor } from '../../../../src/view/layout/workshop/names.ts';
import { heatGrid, heatMove, heatPlaceAt } from '../../../../src/view/layout/workshop/heatGrid.ts';
import { planePlot, type PlaneInput } from '../../../../src/view/layout/workshop/states/planePlot.ts';
import { lineNear, unitCurves } from '../../../../src/view/layout/workshop/states/unitCurves.ts';
import { moveVerdict, mostMoving, unitNames } from '../../../../src/view/panels/workshop/states/stateWords.ts';

const units = ['1', '2', '3'];
const place = { x: 0, y: 0, width: 500, height: 200 };

describe('the heatmap', () => {
  it('finds the number under each of its cells, and none beside them', () => {
    const grid = heatGrid({ units, words: ['movie', 'was', 'good', 'too'], place, textSize: 12 });
    const { box } = grid;
    for (let unit = 0; unit < 3; unit++) {
      for (let step = 0; step < 4; step++) {
        expect(heatPlaceAt(grid, 3, 4, box.x + ((step + 0.5) * box.width) / 4, box.y + ((unit + 0.5) * box.height) / 3)).toEqual({ unit, step });
      }
    }
    expect(heatPlaceAt(grid, 3, 4, box.x - 1, box.y + 1)).toBeNull();
    expect(box.x + box.width).toBeLessThanOrEqual(500);
    expect(box.y + box.height).toBeLessThanOrEqual(200);
  });

  it('has numbers where they have room, turns words that have none, and leaves out names', () => {
    const wide = heatGrid({ units, words: ['movie', 'was', 'good'], place, textSize: 12 });
    expect(wide.hasNumbers).toBe(true);
    expect(wide.words.every(({ isTurned }) => !isTurned)).toBe(true);
    const many = heatGrid({ units: Array.from({ length: 60 }, (_, k) => String(k + 1)), words: Array.from({ length: 80 }, () => 'extraordinary'), place, textSize: 12 });
    expect(many.hasNumbers).toBe(false);
    expect(many.words.every(({ isTurned }) => isTurned)).toBe(true);
    expect(many.words.length).toBeLessThan(40);
    expect(many.unitNames.length).toBeLessThan(20);
  });

  it('is walked over by arrow keys, and stays within its edges', () => {
    expect(heatMove(null, 'ArrowDown', 3, 4)).toEqual({ unit: 0, step: 0 });
    expect(heatMove({ unit: 0, step: 0 }, 'ArrowDown', 3, 4)).toEqual({ unit: 1, step: 0 });
    expect(heatMove({ unit: 2, step: 3 }, 'ArrowRight', 3, 4)).toEqual({ unit: 2, step: 3 });
    expect(heatMove({ unit: 2, step: 3 }, 'a', 3, 4)).toBeNull();
  });

  it('stands beside another, or above it', () => {
    expect(placesFor(2, { width: 410, height: 100 }, false, 10)).toEqual([{ x: 0, y: 0, width: 200, height: 100 }, { x: 210, y: 0, width: 200, height: 100 }]);
    expect(placesFor(2, { width: 400, height: 110 }, true, 10).map(({ y, height }) => [y, height])).toEqual([[0, 50], [60, 50]]);
  });
});

describe('the plane', () => {
  const input: PlaneInput = {
    ways: [{ points: [{ x: 1, y: 0 }, { x: 2, y: 1 }], labels: [0, 0] }],
    chosen: { points: [{ x: -1, y: 0.5 }, { x: 0, y: -1 }], labels: [1, 1], words: ['not', 'good'] },
    start: { x: 0, y: 0 },
    pull: { x: 0.6, y: 0.8 },
    place: { x: 20, y: 10, width: 420, height: 320 },
    textSize: 12,
    shares: [0.61, 0.043],
  };

  it('writes words where they lie over no other one, and the end before all others', () => {
    const crowd = Array.from({ length: 30 }, (_, k) => ({ x: 0.5 + 0.01 * (k % 5), y: 0.3 + 0.01 * Math.floor(k / 5) }));
    const { chosen } = planePlot({ ...input, chosen: { points: crowd, labels: crowd.map(() => null), words: crowd.map((_, k) => `word${k}`) } });
    expect(chosen.words[0]!.text).toBe('word29 · end');
    expect(chosen.words.length).toBeLessThan(30);
    for (const [k, a] of chosen.words.entries()) {
      for (const b of chosen.words.slice(k + 1)) {
        const isBeside = a.x + a.width <= b.x || b.x + b.width <= a.x;
        expect(isBeside || Math.abs(a.y - b.y) >= 0.8 * a.height - 1e-9).toBe(true);
      }
    }
  });

  it('has one scale for both axes, and all points inside', () => {
    const { box, ways, chosen, start } = planePlot(input);
    const [a, b] = ways[0]!.marks;
    expect(b!.x - a!.x).toBeCloseTo(a!.y - b!.y, 8);
    for (const { x, y } of [...ways[0]!.marks, ...chosen.marks, start]) {
      expect(x).toBeGreaterThan(box.x);
      expect(x).toBeLessThan(box.x + box.width);
      expect(y).toBeGreaterThan(box.y);
      expect(y).toBeLessThan(box.y + box.height);
    }
    expect(chosen.marks.map(({ isEnd }) => isEnd)).toEqual([false, true]);
  });

  it('says how much of the variance each axis holds, and points to where the unit is larger', () => {
    const { axes, pull } = planePlot(input);
    expect(axes).toEqual({ across: 'component 1 · 61 % of the variance', up: 'component 2 · 4.3 %' });
    expect((pull!.from.y - pull!.to.y) / (pull!.to.x - pull!.from.x)).toBeCloseTo(0.8 / 0.6, 8);
    expect(planePlot({ ...input, pull: null }).pull).toBeNull();
  });

  it('has a place also where nothing moves', () => {
    const still = { points: [{ x: 0, y: 0 }], labels: [null] };
    const { chosen, ways } = planePlot({ ...input, ways: [still], chosen: { ...still, words: ['a'] } });
    for (const { x, y } of [...chosen.marks, ...ways[0]!.marks]) expect([x, y].every(Number.isFinite)).toBe(true);
  });
});

describe('the curves of the units', () => {
  const curves = unitCurves({
      step: 'word',
    values: Float64Array.of(0.5, -0.5, 0.1, 1, -1, 0.2), units, words: ['not', 'good'], hasStart: true, largest: 1, isSigned: true, pointed: null,
    size: { width: 400, height: 240, textSize: 12 },
  });

  it('begin at 0 before the first word, and go through the numbers', () => {
    const { yOf, lines, alongTicks, labels } = curves;
    expect(lines.map(({ points }) => points[0]!.y)).toEqual([yOf(0), yOf(0), yOf(0)]);
    expect(lines[1]!.points.map(({ y }) => y)).toEqual([0, -0.5, -1].map(yOf));
    expect(alongTicks.map(({ text }) => text)).toEqual(['start', 'not', 'good']);
    expect(labels).toHaveLength(3);
  });

  it('are found by the nearest line', () => {
    const [, { x, y }] = curves.lines[2]!.points as unknown as [unknown, { x: number; y: number }];
    expect(lineNear(curves, x + 1, y + 2, 10)).toBe(2);
    expect(lineNear(curves, x, curves.box.y - 60, 10)).toBeNull();
  });

  it('have as many names as have room, the one that is pointed at always among them', () => {
    const many = Array.from({ length: 60 }, (_, k) => `unit ${k + 1}`);
    const values = Float64Array.from({ length: 120 }, (_, i) => ((i % 60) + 1) / 60);
    const { labels } = unitCurves({ step: 'word', values, units: many, words: ['not', 'good'], hasStart: true, largest: 1, isSigned: true, pointed: 0, size: { width: 400, height: 240, textSize: 12 } });
    expect(labels.length).toBeLessThan(20);
    expect(labels.map(({ text }) => text)).toContain('unit 1');
    expect(labels.map(({ text }) => text)).toContain('unit 60');
  });
});

describe('words about states', () => {
  it('name units, and in both directions the way they are read', () => {
    const model = { cell: 'gru', topology: 'many-to-one', loss: 'bce', biases: 'one', timeReduction: 'sum', inputSize: 3, hiddenSize: 2, outputSize: 1 } as const;
    expect(unitNames(model)).toEqual(['unit 1', 'unit 2']);
    expect(unitNames({ ...model, bidirectional: true })).toEqual(['unit 1 →', 'unit 2 →', 'unit 1 ←', 'unit 2 ←']);
  });

  it('judge a guess by the longest move', () => {
    const moves = Float64Array.of(0.4, 1.25, 0.5);
    const words = ['not', 'so', 'good'];
    expect(moveVerdict(words, moves, 1)).toBe('Yes: “so” (t = 2) moves it most, by 1.25.');
    expect(moveVerdict(words, moves, 0)).toBe('You said “not” (t = 1), which moves it by 0.40; but “so” (t = 2) moves it most, by 1.25.');
    expect(mostMoving(Float64Array.of(NaN, 1))).toBeNull();
    expect(moveVerdict(words, Float64Array.of(1, NaN, 1), 0)).toContain('not a number');
  });
});
