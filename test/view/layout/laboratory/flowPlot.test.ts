import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holds, isInside, sampled, type Box, type Point } from '../../../../src/view/layout/directLabels.ts';
import { bandsOf, type Band } from '../../../../src/view/layout/flowBands.ts';
import { explodedAbove, vanishedBelow } from '../../../../src/view/layout/flowFate.ts';
import { dodge } from '../../../../src/view/layout/laboratory/dodge.ts';
import { flowHeight } from '../../../../src/view/layout/laboratory/flowFrame.ts';
import { flowPlot, ghostPaths, nearestLine, type FlowLineInput, type FlowPlotGeometry, type FlowPlotInput } from '../../../../src/view/layout/laboratory/flowPlot.ts';
import { wrap } from '../../../../src/view/layout/laboratory/wrap.ts';

/** Norms by k = 0 … T that each step back from p multiplies by a factor; 0 after p. */
const shrinking = (T: number, factor: number, p = T, last = 0.5): Float64Array =>
  Float64Array.from({ length: T + 1 }, (_, k) => (k > p ? 0 : last * factor ** (p - k)));

const line = (id: string, norms: Float64Array, ghost: Float64Array | null = null): FlowLineInput => ({ id, name: id, norms, ghost });
const five = (T: number, p = T): FlowLineInput[] => [0.9, 0.25, 1.4, 0.99, 0.98].map((factor, k) => line(['tanh', 'sigmoid', 'ReLU', 'LSTM', 'GRU'][k]!, shrinking(T, factor, p)));

const plot = (lines: readonly FlowLineInput[], part: Partial<FlowPlotInput> = {}) => flowPlot(inputOf(lines, part));

function inputOf(lines: readonly FlowLineInput[], part: Partial<FlowPlotInput> = {}): FlowPlotInput {
  const T = (lines[0]?.norms.length ?? 3) - 1;
  return {
    lines, steps: T, lossAt: T, unit: 'relative', width: 820, height: 540, textSize: 12, atLeast: null, first: 1,
    ends: ['first step', 'last step'],
    bandWords: { vanished: 'vanished — smaller than an update', exploded: 'exploded — too large an update' },
    ...part,
  };
}

const apart = (a: Box, b: Box): boolean => a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y + 1e-9 || b.y + b.height <= a.y + 1e-9;

describe('the lines of the flow plot', () => {
  it('run from left to right, all to 1 at the loss, and are straight where each step multiplies alike', () => {
    const { lines, oneAt, xOf } = plot(five(30));
    expect(lines).toHaveLength(5);
    for (const { points } of lines) {
      expect(points.map(({ t }) => t)).toEqual(Array.from({ length: 30 }, (_, k) => k + 1));
      points.forEach(({ t, x }) => expect(x).toBe(xOf(t)));
      points.slice(1).forEach(({ x }, k) => expect(x).toBeGreaterThan(points[k]!.x));
      expect(points.at(-1)!.y).toBeCloseTo(oneAt, 9);
      const fall = points[1]!.y - points[0]!.y;
      points.slice(1).forEach(({ y }, k) => expect(y - points[k]!.y).toBeCloseTo(fall, 6));
    }
  });

  it('tell by their height what is left: a tenth is as far below 1 as ten times is above', () => {
    const { lines, oneAt, yTicks } = plot([line('a', Float64Array.of(0, 0.1, 1)), line('b', Float64Array.of(0, 10, 1))]);
    const [a, b] = lines.map(({ heights }) => heights[1]!);
    expect(a! - oneAt).toBeCloseTo(oneAt - b!, 9);
    const decade = (yTicks[0]!.y - yTicks[1]!.y) / (yTicks[1]!.exponent - yTicks[0]!.exponent);
    expect(a! - oneAt).toBeCloseTo(decade, 9);
  });

  it('are measured in absolute numbers from 1, each from its own last gradient', () => {
    const { lines, oneAt } = plot([line('a', shrinking(5, 0.5, 5, 1)), line('b', shrinking(5, 0.5, 5, 0.01))], { unit: 'absolute' });
    expect(lines[0]!.heights[5]).toBeCloseTo(oneAt, 9);
    expect(lines[1]!.heights[5]!).toBeGreaterThan(oneAt + 10);
  });

  it('leave off at an edge where a number is 0 or too large, and draw nothing that is not a number', () => {
    const { lines, box } = plot([line('zero', Float64Array.of(0, 0, 0, 1e-3, 1)), line('over', Float64Array.of(NaN, NaN, Infinity, 1e3, 1))]);
    expect(lines[0]!.gaps).toMatchObject([{ kind: 'zero', from: 1, to: 2, y: box.y + box.height }]);
    expect(lines[1]!.gaps).toMatchObject([{ kind: 'overflow', from: 1, to: 2, y: box.y }]);
    for (const { path, heights } of lines) {
      expect(path).not.toMatch(/NaN|Infinity/);
      expect([...heights.subarray(1)].map(Number.isFinite)).toEqual([false, false, true, true]);
    }
  });

  it('are not there at all where every value is 0, or no number', () => {
    const { lines, bands, strips } = plot([line('dead', new Float64Array(31)), line('lost', new Float64Array(31).fill(NaN))]);
    lines.forEach(({ end, points }) => expect([end, points]).toEqual([null, []]));
    expect(bands).toEqual([]);
    expect(strips[0]!.marks.zero).toHaveLength(30);
    expect(strips[1]!.marks.overflow).toHaveLength(30);
  });

  it('end at the loss: there is no gradient after it, and it does not count as 0', () => {
    const { lines, strips, lossX, xOf, stepAt, bands, box, columnWidth } = plot(five(40, 25), { lossAt: 25 });
    lines.forEach(({ points, gaps }) => {
      expect(points.at(-1)!.t).toBe(25);
      expect(gaps).toEqual([]);
    });
    expect(lossX).toBe(xOf(25));
    expect(stepAt(box.x + box.width)).toBe(25);
    strips.forEach(({ marks }) => expect(marks.zero).toEqual([]));
    bands.forEach(({ x, width }) => expect(x + width).toBeCloseTo(box.x + 25 * columnWidth, 9));
  });

  it('begin where a quantity can have a value', () => {
    const norms = Float64Array.of(NaN, 0, 0.2, 0.8);
    const [from2] = plot([line('a', norms)], { first: 2 }).lines;
    expect(from2!.points.map(({ t }) => t)).toEqual([2, 3]);
    expect(from2!.gaps).toEqual([]);
  });

  it('keep the values before as a thin line, if they are as long', () => {
    const input = inputOf([line('a', shrinking(9, 0.5), shrinking(9, 0.9)), line('b', shrinking(9, 0.9))]);
    const { lines, box, decades } = flowPlot(input);
    const ghosts = ghostPaths([line('a', shrinking(9, 0.9)), line('b', shrinking(12, 0.9))], { ...input, box, decades });
    expect([...ghosts]).toEqual([['a', lines[1]!.path]]);
  });

  it('are found from 2 to 1,000 steps, and each step by its place', () => {
    for (const T of [2, 3, 17, 200, 1000]) {
      const { lines, xOf, stepAt } = plot(five(T));
      lines.forEach(({ path }) => expect(path).not.toMatch(/NaN|Infinity/));
      for (const k of [1, 2, Math.ceil(T / 2), T]) expect(stepAt(xOf(k))).toBe(k);
    }
  });
});

describe('the bands', () => {
  const heightOf = (ticks: readonly { exponent: number; y: number }[], exponent: number): number => {
    const [a, b] = [ticks[0]!, ticks[1]!];
    return a.y + ((exponent - a.exponent) / (b.exponent - a.exponent)) * (b.y - a.y);
  };

  it('begin at 2⁻²⁴ and at 1,000 times the gradient at the loss, and are always in view with their words', () => {
    for (const factor of [0.999, 0.5, 0.05, 2, 9]) {
      const { bands, yTicks, box } = plot([line('a', shrinking(60, factor))]);
      const [exploded, vanished] = bands;
      expect(exploded!.y + exploded!.height).toBeCloseTo(heightOf(yTicks, Math.log10(explodedAbove)), 6);
      expect(vanished!.y).toBeCloseTo(heightOf(yTicks, Math.log10(vanishedBelow)), 6);
      expect(exploded!.y).toBe(box.y);
      expect(vanished!.y + vanished!.height).toBeCloseTo(box.y + box.height, 9);
      bands.forEach(({ textBox }) => expect(textBox).not.toBeNull());
    }
  });

  it('hold in absolute numbers what has vanished for every network', () => {
    const { bands, yTicks } = plot([line('a', shrinking(5, 0.5, 5, 1)), line('b', shrinking(5, 0.5, 5, 1e-4))], { unit: 'absolute' });
    expect(bands[1]!.y).toBeCloseTo(heightOf(yTicks, Math.log10(vanishedBelow) - 4), 6);
    expect(bands[0]!.y + bands[0]!.height).toBeCloseTo(heightOf(yTicks, 3), 6);
  });
});

describe('the words of a band', () => {
  const words = ({ kind, text, textBox }: Band) => ({ kind, text, textBox });
  const box = { x: 0, y: 0, width: 600, height: 200 };
  const bandWith = (ink: readonly Point[], names: readonly Box[] = []) => {
    const [band] = bandsOf(0, { low: -20, high: 0 }, (exponent) => exponent * -10, box, { vanished: 'vanished — smaller than an update', exploded: 'exploded' }, 12, ink, names);
    return words(band!);
  };
  /** A line down through the lower edge. */
  const column = (x: number): Point[] => Array.from({ length: 20 }, (_, k) => ({ x, y: 200 - 2 * k }));

  it('stand at the right, or elsewhere where a line runs there', () => {
    expect(bandWith([])).toMatchObject({ text: 'vanished — smaller than an update', textBox: { anchor: 'end' } });
    expect(bandWith(column(500))).toMatchObject({ text: 'vanished — smaller than an update', textBox: { anchor: 'middle' } });
  });

  it('are one word where a line would run through more', () => {
    expect(bandWith([...column(450), ...column(300), ...column(150)])).toMatchObject({ text: 'vanished', textBox: { anchor: 'end' } });
  });

  it('are left out where they would cover the name of a line', () => {
    expect(bandWith([], [{ x: 540, y: 180, width: 30, height: 15 }])).toMatchObject({ textBox: { anchor: 'middle' } });
    expect(bandWith([], [{ x: 0, y: 180, width: 600, height: 15 }]).textBox).toBeNull();
  });

  it('keep off all lines, their marks and their names over a thousand steps', () => {
    const { bands, lines, labels } = plot([0.8, 0.8, 0.58, 0.4, 0.17].map((factor, k) => line(`${k}`, shrinking(1000, factor))));
    for (const { textBox } of bands) {
      if (!textBox) continue;
      expect(lines.flatMap(({ points }) => sampled(points)).filter((point) => holds(textBox, point))).toEqual([]);
      labels.forEach((label) => expect(apart(label, textBox)).toBe(true));
    }
  });
});

describe('the axis', () => {
  it('does not move as long as a hand holds a control', () => {
    const held = plot(five(100)).decades;
    const { decades } = plot([line('a', shrinking(100, 0.99))], { atLeast: held });
    expect(decades.low).toBeLessThanOrEqual(held.low);
    expect(decades.high).toBeGreaterThanOrEqual(held.high);
  });
});

describe('the names at the lines’ ends', () => {
  it('never overlap, and stay in the plot', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 2, noNaN: true }), { minLength: 1, maxLength: 5 }), fc.integer({ min: 2, max: 200 }), fc.integer({ min: 340, max: 1200 }), (factors, T, width) => {
        const { labels, box } = plot(factors.map((factor, k) => line(`line ${k}`, shrinking(T, factor))), { width, height: flowHeight(width, 12, factors.length) });
        expect(labels).toHaveLength(factors.length);
        labels.forEach((one, k) => {
          labels.slice(k + 1).forEach((other) => expect(apart(one, other)).toBe(true));
          expect(one.x).toBeGreaterThanOrEqual(box.x);
          expect(one.x + one.width).toBeLessThanOrEqual(box.x + box.width);
          expect(one.y).toBeGreaterThanOrEqual(box.y);
          expect(one.y + one.height).toBeLessThanOrEqual(box.y + box.height);
        });
      }),
      { numRuns: 60 },
    );
  });

  it('stand in the order of the lines where they are over each other', () => {
    const { labels } = plot([0.9, 0.91, 0.92, 0.93, 0.94].map((factor) => line(`${factor}`, shrinking(30, factor))));
    expect(labels.map(({ id }) => id)).toEqual(['0.94', '0.93', '0.92', '0.91', '0.9']);
    const overEachOther = labels.flatMap((one, k) => labels.slice(k + 1).flatMap((other) => (Math.abs(one.x - other.x) < one.width ? [[one, other] as const] : [])));
    overEachOther.forEach(([one, other]) => expect(one.y).toBeLessThan(other.y));
  });

  it('do not lie on their own line, nor on the line at 1', () => {
    const factor = fc.double({ min: -3, max: 3, noNaN: true }).map((exponent) => 10 ** exponent);
    fc.assert(
      fc.property(fc.array(factor, { minLength: 1, maxLength: 5 }), fc.integer({ min: 2, max: 200 }), fc.integer({ min: 640, max: 1200 }), (factors, T, width) => {
        const { labels, lines, oneAt } = plot(factors.map((each, k) => line(`line ${k}`, shrinking(T, each))), { width, height: flowHeight(width, 12, factors.length) });
        for (const label of labels) {
          const { points } = lines.find(({ id }) => id === label.id)!;
          expect(sampled(points).filter((point) => holds(label, point))).toEqual([]);
          expect(oneAt <= label.y || oneAt >= label.y + label.height).toBe(true);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('stay off a line that leaves no room above it: A of ReLU at the upper edge', () => {
    const { labels, lines } = plot([line('A · RNN · ReLU', shrinking(100, 1.23)), line('B · RNN · sigmoid', shrinking(100, 0.15))]);
    labels.forEach((label) => expect(lines.flatMap(({ points }) => sampled(points)).filter((point) => holds(label, point))).toEqual([]));
  });

  it('are no further from their line than they have to be', () => {
    const { labels, lines } = plot([line('LSTM', shrinking(30, 0.8))]);
    const [end] = lines[0]!.points;
    expect(labels[0]!.x - end!.x).toBeLessThan(12);
    expect(Math.abs(labels[0]!.y + labels[0]!.height / 2 - end!.y)).toBeLessThan(20);
  });
});

describe('a name and its line', () => {
  /** Norms that each step back multiplies by a factor of its own. */
  const wandering = (factors: readonly number[]): Float64Array => {
    const norms = new Float64Array(factors.length + 2);
    norms[factors.length + 1] = 0.5;
    for (let k = factors.length; k >= 1; k--) norms[k] = norms[k + 1]! * factors[k - 1]!;
    return norms;
  };
  const inkOf = ({ points, gaps }: FlowPlotGeometry['lines'][number]): Point[] => sampled([...points, ...gaps].sort((a, b) => a.x - b.x));
  const distance = (at: Box, ink: readonly Point[]): number =>
    Math.min(...ink.map(({ x, y }) => Math.hypot(Math.max(at.x - x, x - at.x - at.width, 0), Math.max(at.y - y, y - at.y - at.height, 0))));
  /** How far a point is from the nearest of others. */
  const away = ({ x, y }: Point, ink: readonly Point[]): number => Math.min(...ink.map((point) => Math.hypot(point.x - x, point.y - y)));
  const expectClear = ({ labels, lines, box }: FlowPlotGeometry): void => {
    for (const label of labels) {
      expect(isInside(label, box)).toBe(true);
      labels.forEach((other) => other !== label && expect(apart(label, other)).toBe(true));
      const own = inkOf(lines.find(({ id }) => id === label.id)!);
      const nearest = Math.min(...lines.filter(({ id }) => id !== label.id).map((other) => distance(label, inkOf(other))));
      if (label.leader) {
        expect(away(label.leader.to, own)).toBeLessThan(5);
        expect(distance(label, [label.leader.from])).toBeLessThan(3);
      } else expect(distance(label, own)).toBeLessThan(nearest);
    }
  };

  it('are next to each other or joined by a thin line, whatever the lines, and no name overlaps another or leaves the plot', () => {
    const factor = fc.oneof(fc.double({ min: -0.15, max: 0.02, noNaN: true }), fc.double({ min: -2, max: 2, noNaN: true })).map((exponent) => 10 ** exponent);
    const set = fc.integer({ min: 1, max: 60 }).chain((T) => fc.array(fc.array(factor, { minLength: T, maxLength: T }), { minLength: 1, maxLength: 5 }));
    fc.assert(
      fc.property(set, fc.constantFrom(340, 560, 820, 1100), fc.constantFrom(12, 16), (lines, width, textSize) => {
        expectClear(plot(lines.map((factors, k) => line(['tanh', 'sigmoid', 'ReLU', 'LSTM', 'GRU'][k]!, wandering(factors))), { width, height: flowHeight(width, textSize, lines.length), textSize }));
      }),
      { numRuns: 150 },
    );
  });

  it('are joined where the lines are the same, and where one has no place on the axis', () => {
    expectClear(plot(['a', 'b', 'c'].map((id) => line(id, shrinking(30, 0.9)))));
    expectClear(plot([line('zero', new Float64Array(31)), line('also zero', new Float64Array(31)), line('a', shrinking(30, 0.9))]));
  });

  it('are joined with two steps, where the names stand in a column left of the ends, by lines that do not cross', () => {
    const { labels, box } = plot([0.73, 0.45, 0.39, 0.1, 0.097].map((factor, k) => line(`${k}`, shrinking(2, factor))));
    const leaders = labels.flatMap(({ leader }) => (leader ? [leader] : []));
    expect(leaders.length).toBeGreaterThanOrEqual(4);
    leaders.forEach(({ from, to }, k) => {
      expect(from.x).toBeGreaterThan(box.x);
      expect(to.x).toBeGreaterThan(from.x);
      leaders.slice(k + 1).forEach((other) => {
        expect(other.from.y).toBeGreaterThan(from.y);
        expect(other.to.y).toBeGreaterThanOrEqual(to.y);
      });
    });
  });

  it('need nothing between them where the lines are far apart', () => {
    plot([0.9, 0.5, 0.25].map((factor) => line(`${factor}`, shrinking(30, factor)))).labels.forEach(({ leader }) => expect(leader).toBeUndefined());
  });
});

describe('the strips', () => {
  it('have short names of their own beside them, and the plot does not begin further right for the long ones', () => {
    const long = 'A · RNN · sigmoid';
    const [short, full] = [plot([{ ...line(long, shrinking(30, 0.9)), stripName: 'A' }]), plot([line(long, shrinking(30, 0.9))])];
    expect(short.box.x).toBeLessThan(full.box.x - 40);
    expect(short.labels[0]!.text).toBe(long);
  });

  it('have a row a network and a column a step below the plot, with no name over a cell', () => {
    const { strips, box, columnWidth } = plot(five(30));
    strips.forEach(({ x, y, width, height, cells }, k) => {
      expect([x, width]).toEqual([box.x, box.width]);
      expect(y).toBeGreaterThan(k === 0 ? box.y + box.height : strips[k - 1]!.y + strips[k - 1]!.height);
      expect(height).toBeGreaterThan(12);
      const count = cells.reduce((sum, { path }) => sum + path.split('z').length - 1, 0);
      expect(count).toBe(30);
    });
    expect(columnWidth * 30).toBeCloseTo(box.width, 9);
    expect(box.x).toBeGreaterThan('sigmoid'.length * 6);
  });

  it('are full at the loss, and empty where it has vanished', () => {
    const [strip] = plot([line('a', shrinking(30, 0.2))]).strips;
    const inks = strip!.cells.map(({ ink }) => ink);
    expect(Math.max(...inks)).toBe(1);
    expect(Math.min(...inks)).toBe(0);
  });

  it('are a few dozen shapes at any length', () => {
    for (const T of [2, 30, 200, 1000]) plot(five(T)).strips.forEach(({ cells }) => expect(cells.length).toBeLessThanOrEqual(33));
  });

  it('have their cells in the order of the ink, however the values go up and down', () => {
    const norms = Float64Array.from({ length: 31 }, (_, k) => 10 ** (-3 - 3 * Math.sin(k)));
    const inks = plot([line('a', norms)]).strips[0]!.cells.map(({ ink }) => ink);
    expect(inks.length).toBeGreaterThan(10);
    expect(inks).toEqual([...inks].sort((a, b) => a - b));
  });

  it('show one large value among a thousand small ones', () => {
    const norms = shrinking(1000, 0.5);
    norms[437] = 0.5;
    const [strip] = plot([line('a', norms)], { width: 500 }).strips;
    const columnWidth = strip!.width / 1000;
    const starts = [...strip!.cells.find(({ ink }) => ink === 1)!.path.matchAll(/M([\d.]+),/g)].map(([, x]) => (Number(x) - strip!.x) / columnWidth);
    expect(starts.some((step) => step > 430 && step < 437)).toBe(true);
  });

  it('mark what has exploded beside the ink: by a sign, or by a bar where cells are narrow', () => {
    expect(plot([line('a', shrinking(20, 3))]).strips[0]!.marks.exploded.length).toBeGreaterThan(5);
    const narrow = plot([line('a', shrinking(300, 1.2))]).strips[0]!;
    expect(narrow.marks.exploded).toEqual([]);
    expect(narrow.bars).not.toBe('');
  });
});

describe('the list', () => {
  it('stands at the right, or below where it is narrow, and within the figure', () => {
    for (const width of [340, 500, 700, 1100]) {
      const height = flowHeight(width, 12, 5);
      const { list, box, strips } = plot(five(30), { width, height });
      expect(list.isBelow).toBe(width < 600);
      list.rows.forEach((row, k) => {
        expect(row.x + row.width).toBeLessThanOrEqual(width);
        expect(row.y + row.height).toBeLessThanOrEqual(height);
        list.rows.slice(k + 1).forEach((other) => expect(apart(row, other)).toBe(true));
        expect(list.isBelow ? row.y > strips.at(-1)!.y : row.x > box.x + box.width).toBe(true);
      });
      expect(box.height).toBeGreaterThan(150);
    }
  });
});

describe('what is pointed at', () => {
  it('is the line that passes nearest', () => {
    const geometry = plot([line('high', shrinking(10, 0.9)), line('low', shrinking(10, 0.1)), line('gone', new Float64Array(11).fill(NaN))]);
    const [high, low] = geometry.lines.map(({ heights }) => heights[3]!);
    expect(nearestLine(geometry, 3, high! + 1)).toBe('high');
    expect(nearestLine(geometry, 3, low! - 1)).toBe('low');
    expect(nearestLine({ lines: geometry.lines.slice(2) }, 3, 100)).toBeNull();
  });
});

describe('names beside each other', () => {
  it('stay where they are wished if there is room, and keep their distance and order if not', () => {
    expect(dodge([10, 50, 90], 12, 0, 100)).toEqual([10, 50, 90]);
    expect(dodge([50, 50, 50], 12, 0, 100)).toEqual([50, 62, 74]);
    expect(dodge([98, 99, 100], 12, 0, 100)).toEqual([76, 88, 100]);
    expect(dodge([5, 5, 5], 60, 0, 100)).toEqual([0, 50, 100]);
    expect(dodge([], 12, 0, 100)).toEqual([]);
  });
});

describe('words in lines', () => {
  it('break between words, and lose none', () => {
    const lines = wrap('Every column is one time step', 80, 12);
    expect(lines.length).toBeGreaterThan(1);
    expect(lines.join(' ')).toBe('Every column is one time step');
    expect(wrap('unbreakable', 10, 12)).toEqual(['unbreakable']);
  });
});
