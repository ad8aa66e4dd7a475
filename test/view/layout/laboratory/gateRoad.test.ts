// The geometry of "The road through the gates".
import { describe, expect, it } from 'vitest';
import { holds, sampled } from '../../../../src/view/layout/directLabels.ts';
import { gateSummary, gateTexels, relativeTo, roadLines, type Road } from '../../../../src/view/layout/laboratory/gateRoad.ts';
import { roadPlot, sharedDecades } from '../../../../src/view/layout/laboratory/roadPlot.ts';

const facts = { parameterCount: 1, hiddenSize: 2, stretch: 1, radius: 1, gamma: 1, loss: 0, overflow: null, deadUnits: 0 };
const row = (...values: number[]): Float64Array => Float64Array.of(...values);
const road = (part: Partial<Road> = {}): Road => ({
  facts, state: 'c', gate: 'f', gates: row(0.5, 1, 0.25, 0.5), road: row(0.5, 0.5, 1), roadMean: row(0.3, 0.4, 1), whole: row(0.6, 0.7, 1), hidden: row(0.1, 0.2, 1), gradient: row(1, 2, 4), ...part,
});
const names = { road: 'a', mean: 'b', whole: 'c', hidden: 'd', gradient: 'e', comparison: 'f' };

describe('the lines of a road', () => {
  it('are all of an LSTM, of a GRU the whole once, and of a cell without a gate no road', () => {
    const ids = (part: Partial<Road>, beside: Float64Array | null) => roadLines(road(part), 2, names, beside).map(({ id }) => id);
    expect(ids({}, row(0, 0, 1))).toEqual(['comparison', 'gradient', 'hidden', 'whole', 'mean', 'road']);
    expect(ids({ state: 'h', gate: 'z' }, null)).toEqual(['gradient', 'hidden', 'mean', 'road']);
    expect(ids({ state: '', gate: '' }, null)).toEqual(['gradient', 'hidden']);
  });

  it('are parts of what is at the step of the loss, and nothing after it', () => {
    expect([...relativeTo(row(1, 2, 4, 0), 2)]).toEqual([0.25, 0.5, 1, NaN]);
    expect([...relativeTo(row(0, 0, 0), 2)]).toEqual([0, 0, 0]);
    expect([...relativeTo(row(1, Infinity), 1)]).toEqual([1, Infinity]);
  });

  it('share one axis that holds every number, and stays within float64', () => {
    const lines = (value: number) => [{ id: 'x', name: '', xs: row(0, 1), ys: row(value, 1) }];
    const { low, high } = sharedDecades([lines(1e-5), lines(20)]);
    expect(low).toBeLessThan(-5);
    expect(high).toBeGreaterThan(Math.log10(20));
    expect(10 ** sharedDecades([lines(5e-324)]).low).toBeGreaterThan(0);
  });
});

describe('the picture of the gates', () => {
  it('has a row a unit and a column a step', () => {
    expect(gateTexels(row(1, 2, 3, 4), 2, 100)).toEqual({ columns: 2, rows: 2, values: row(1, 3, 2, 4) });
  });

  it('means the steps that share a column, and leaves none out', () => {
    const gates = Float64Array.from({ length: 1000 }, (_, t) => t);
    const { values, columns } = gateTexels(gates, 1, 64);
    expect(columns).toBe(64);
    expect(values[0]).toBe(7); // steps 0 … 14
    expect(values.every((value, k) => k === 0 || value > values[k - 1]!)).toBe(true);
  });

  it('lies under the lines: column t ends at state t', () => {
    const lines = roadLines(road(), 2, names, null);
    const plot = roadPlot({ lines, decades: { low: -3, high: 1 }, steps: 2, hiddenSize: 2, heightTitle: '', width: 500, height: 400, textSize: 12 });
    expect(plot.gates.x + plot.gates.width).toBeCloseTo(plot.lines.xOf(2), 9);
    expect(plot.gateAt(plot.lines.xOf(1) - 1, plot.gates.y + plot.rowHeight * 1.5)).toEqual({ t: 1, unit: 2 });
    expect(plot.gateAt(plot.lines.xOf(1) + 1, plot.gates.y + 1)).toEqual({ t: 2, unit: 1 });
    expect(plot.gateAt(plot.lines.xOf(1), 2)).toBeNull();
  });

  it('has the names of all lines, over none of them: in a key above the plot where they have no room', () => {
    const by = (factor: number): Float64Array => Float64Array.from({ length: 31 }, (_, k) => factor ** (30 - k));
    const words = { road: 'road ∏ f, widest unit', mean: 'road, mean unit', whole: 'all ways, of c', hidden: 'all ways, of h', gradient: 'gradient at c', comparison: 'RNN · tanh: no road' };
    for (const [width, height, textSize] of [[362, 300, 12], [410, 400, 12], [720, 360, 16]] as const) {
      const lines = roadLines(road({ road: by(0.75), roadMean: by(0.73), whole: by(0.84), hidden: by(0.8), gradient: by(0.82) }), 30, words, by(0.6));
      const { labels, lines: drawn } = roadPlot({ lines, decades: sharedDecades([lines]), steps: 30, hiddenSize: 16, heightTitle: 'part', width, height, textSize }).lines;
      expect(labels).toHaveLength(6);
      for (const label of labels) expect(drawn.flatMap(({ points }) => sampled(points)).filter((point) => holds(label, point))).toEqual([]);
    }
  });
});

describe('what the gates are like', () => {
  it('is told of the steps up to the loss alone', () => {
    const { mean, geometric, least, largest } = gateSummary(row(0.5, 1, 0.25, 0.5, 0, 0), 2, 2);
    expect([mean, least, largest]).toEqual([0.5625, 0.25, 1]);
    expect(geometric).toBeCloseTo(0.5, 12);
  });
});
