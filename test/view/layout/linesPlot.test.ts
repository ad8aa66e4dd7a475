import { describe, expect, it } from 'vitest';
import { placeLabels, textWidth } from '../../../src/view/layout/directLabels.ts';
import { linesPlot, type Axis, type Line, type LinesInput } from '../../../src/view/layout/linesPlot.ts';

const along: Axis = { kind: 'linear', from: 0, to: 10, title: 'step' };
const upTo1: Axis = { kind: 'linear', from: 0, to: 1, title: 'share' };
const lineOf = (ys: number[], id = 'a'): Line => ({ id, name: '', xs: ys.map((_, k) => k), ys });
const plot = (part: Partial<LinesInput>) => linesPlot({ lines: [], along, height: upTo1, size: { width: 600, height: 300, textSize: 12 }, ...part });
/** The lines of a plot as those whose names are placed. */
const linesOf = (lines: readonly Line[]) => plot({ lines }).lines.map(({ id, points }, k) => ({ id, text: lines[k]!.name, points }));

describe('lines over common axes', () => {
  it('stand between the ends of a linear height', () => {
    const { box, lines, yOf } = plot({ lines: [lineOf([0, 0.5, 1])] });
    expect(lines[0]!.points.map(({ y }) => y)).toEqual([box.y + box.height, box.y + box.height / 2, box.y]);
    expect(yOf(0.25)).toBeCloseTo(box.y + box.height * 0.75, 10);
  });

  it('have equal distances for equal factors on a logarithmic height', () => {
    const { lines } = plot({ height: null, lines: [lineOf([1e-2, 1e-4, 1e-6])] });
    const [a, b, c] = lines[0]!.points.map(({ y }) => y);
    expect(b! - a!).toBeGreaterThan(0);
    expect(c! - b!).toBeCloseTo(b! - a!, 8);
  });

  it('have no point at 0 or at what is too large on a logarithmic height, and are led to the edge there', () => {
    const { box, lines } = plot({ height: null, lines: [lineOf([0, 0, 1, Infinity])] });
    expect(lines[0]!.points.map(({ index }) => index)).toEqual([2]);
    expect(lines[0]!.edges).toMatchObject([
      { kind: 'zero', index: 1, y: box.y + box.height },
      { kind: 'overflow', index: 3, y: box.y },
    ]);
  });

  it('are broken where there is no number', () => {
    const { lines } = plot({ lines: [lineOf([0.1, 0.2, NaN, 0.4, 0.5])] });
    expect(lines[0]!.path.match(/M/g)).toHaveLength(2);
    expect(lines[0]!.edges).toEqual([]);
  });

  it('have a scale along that can be read backwards, also a logarithmic one', () => {
    for (const kind of ['linear', 'log'] as const) {
      const { xOf, valueAt, box } = plot({ along: { kind, from: 1, to: 1000, title: 'window' } });
      for (const value of [1, 8, 30, 1000]) expect(valueAt(xOf(value))).toBeCloseTo(value, 8);
      expect(valueAt(box.x - 50)).toBeCloseTo(1, 8);
    }
  });

  it('name the ends of the axis, and between them what has room', () => {
    const { alongTicks } = plot({ along: { kind: 'log', from: 1, to: 37, title: 'window', isWhole: true } });
    const values = alongTicks.map(({ value }) => value);
    expect(values.at(0)).toBe(1);
    expect(values.at(-1)).toBe(37);
    expect(values).toContain(5);
    expect(values).toEqual(values.toSorted((a, b) => a - b));
    const narrow = linesPlot({ lines: [], along: { kind: 'linear', from: 0, to: 1000, title: '' }, height: upTo1, size: { width: 110, height: 120, textSize: 12 } });
    expect(narrow.alongTicks.length).toBeLessThan(4);
  });

  it('can have their names at their ends, none over another and all within the picture', () => {
    const names = ['RNN · tanh', 'LSTM', 'GRU', 'gone'];
    const ys = [[1, 0.5], [1, 0.9], [1, 0.9], [NaN, NaN]];
    const size = { width: 400, height: 200, textSize: 12 };
    const { box, labels, lines } = plot({ names: 'end', size, lines: names.map((name, k) => ({ ...lineOf(ys[k]!, name), name })) });
    expect(labels.map(({ text }) => text)).toEqual(names.slice(0, 3));
    const [tanh, lstm, gru] = labels;
    expect(tanh!.y + tanh!.height / 2).toBeCloseTo(lines[0]!.points[1]!.y, 8);
    expect(Math.abs(lstm!.y - gru!.y)).toBeGreaterThanOrEqual(lstm!.height - 1e-9);
    for (const each of labels) {
      expect(each.x).toBeGreaterThan(box.x + box.width);
      expect(each.x + each.width).toBeLessThanOrEqual(size.width);
    }
  });

  it('leave room for the last number along, wherever names stand and also where there is none', () => {
    const wide: Axis = { kind: 'linear', from: 0, to: 1000, title: 'epoch', write: (value) => value.toLocaleString('en') };
    for (const names of ['end', 'beside', 'beside or above'] as const) {
      const { box } = plot({ names, along: wide, size: { width: 300, height: 200, textSize: 16 } });
      expect(box.x + box.width + textWidth('1,000', 16) / 2).toBeLessThan(300);
    }
  });

  it('have their names beside them, or are led to from them where that would be beside another line', () => {
    const middle = (label: { y: number; height: number }): number => label.y + label.height / 2;
    // Five lines that come together in one point, as what is left of a gradient does.
    for (const slopes of [[0.2, 0.35, 0.45, 0.55, 0.9], [0.9, 0.55, 0.45, 0.35, 0.2], [0.3, 0.1, 0.7, 0.5, 0.9]]) {
      const lines = slopes.map((slope, k) => ({ ...lineOf(Array.from({ length: 11 }, (_, x) => 1 - (slope * (10 - x)) / 10), `line ${k}`), name: `the line ${k}` }));
      const { labels, yOf, valueAt } = plot({ lines, size: { width: 560, height: 360, textSize: 12 } });
      expect(labels).toHaveLength(lines.length);
      for (const [k, label] of labels.entries()) {
        const at = valueAt(label.x + label.width / 2);
        const away = slopes.map((slope) => Math.abs(yOf(1 - (slope * (10 - at)) / 10)! - middle(label)));
        const isClear = label.leader !== undefined || away.indexOf(Math.min(...away)) === k;
        expect(isClear, `${slopes.join(' ')}: ${label.text}`).toBe(true);
      }
    }
  });

  it('are led to from their names where another line lies nearer', () => {
    // A flat line shut in between two others from end to end.
    const lines = [0.5, 0.52, 0.48].map((y, k) => ({ ...lineOf(Array<number>(11).fill(y), `line ${k}`), name: k === 0 ? 'the line between' : '' }));
    const [label, ...more] = placeLabels(linesOf(lines), [], plot({}).box, 12);
    expect(more.map(({ leader }) => leader)).toEqual([undefined, undefined]);
    expect(label!.leader!.to.y).toBeCloseTo(plot({}).yOf(0.5)!, 8);
    expect(label!.leader!.from.x).toBeCloseTo(label!.leader!.to.x, 8);
    expect([label!.y, label!.y + label!.height]).toContain(label!.leader!.from.y);
    const alone = plot({ lines: [{ ...lines[0]!, name: 'alone' }] });
    expect(alone.labels[0]!.leader).toBeUndefined();
  });

  it('have no name where something else is drawn', () => {
    const line = { ...lineOf([0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5]), name: 'the share' };
    const [free] = plot({ lines: [line] }).labels;
    const [moved] = plot({ lines: [line], taken: ({ box }) => [{ ...box, width: box.width / 2 }] }).labels;
    const { box } = plot({});
    expect(free!.x).toBeLessThan(box.x + box.width / 2);
    expect(moved!.x).toBeGreaterThanOrEqual(box.x + box.width / 2);
  });

  it('have their names in a key above the plot where those would lie on a line or leave it, and beside them where there is room', () => {
    const shaken = (y: number, id: string): Line => ({ ...lineOf(Array.from({ length: 11 }, (_, x) => y + (x % 2 === 0 ? 0.25 : -0.25)), id), name: `the ${id} line` });
    const small = { width: 260, height: 140, textSize: 12 };
    const { box, labels } = plot({ names: 'beside or above', size: small, lines: [shaken(0.3, 'lower'), shaken(0.7, 'upper')] });
    expect(labels.map(({ id }) => id).toSorted()).toEqual(['lower', 'upper']);
    expect(labels.some(({ sample }) => sample)).toBe(true);
    for (const { sample, x, y, width, height } of labels) {
      expect(x + width).toBeLessThanOrEqual(small.width);
      if (!sample) continue;
      expect(sample.to.x).toBeLessThan(x);
      expect(y + height / 2).toBe(sample.from.y);
      // The title over the height stands between the key and the plot.
      expect(y + height).toBeLessThanOrEqual(box.y - 1.95 * small.textSize);
    }
    const free = plot({ names: 'beside or above', lines: [{ ...lineOf([0.2, 0.3, 0.4], 'low'), name: 'low' }] });
    expect(free.labels.map(({ sample }) => sample)).toEqual([undefined]);
    expect(free.box).toEqual(plot({}).box);
  });

  it('have indices that take no room for their underscores', () => {
    const lines = ['‖∂L_t‖', '‖∂Lt‖'].map((name) => ({ ...lineOf([0.5, 0.5]), name }));
    const [lowered, plain] = lines.map((line) => plot({ lines: [line] }).labels[0]!.width);
    expect(lowered).toBeLessThan(plain!);
    expect(lowered).toBeGreaterThan(plain! * 0.9);
  });

  it('have room for a title above a tick at their upper edge', () => {
    const { box, heightTicks } = plot({ height: { kind: 'log', from: 1, to: 1e6, title: 'norm' } });
    expect(Math.min(...heightTicks.map(({ y }) => y))).toBe(box.y);
    // A raised power reaches 0.65 of its letters above the tick; the title is written 1.15 above the edge and reaches 0.4 below its line and 0.8 above.
    expect(1.15 - 0.4).toBeGreaterThan(0.65);
    expect(box.y).toBeGreaterThan((1.15 + 0.8) * 12);
  });

  it('begin the title of the axis within the picture, also where their names leave the plot little room', () => {
    const title = 'steps back from the loss';
    const { box, titles } = plot({ names: 'end', along: { ...along, title }, size: { width: 300, height: 200, textSize: 15 }, lines: [{ ...lineOf([1, 0.5]), name: 'a name as long as that' }] });
    expect(titles.alongEnd).toBeGreaterThan(box.x + box.width);
    expect(titles.alongEnd - textWidth(title, 15)).toBeGreaterThanOrEqual(0);
    expect(titles.alongEnd).toBeLessThanOrEqual(300);
    expect(plot({}).titles.alongEnd).toBe(plot({}).box.x + plot({}).box.width);
  });

  it('keep inside the picture where there is little room', () => {
    for (const [width, height] of [[300, 160], [390, 230], [1800, 900]] as const) {
      const { box } = linesPlot({ lines: [], along, height: upTo1, size: { width, height, textSize: 12 } });
      expect(box.x + box.width).toBeLessThan(width);
      expect(box.y + box.height).toBeLessThan(height);
    }
  });
});
