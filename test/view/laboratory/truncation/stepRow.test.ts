import { describe, expect, it } from 'vitest';
import { textWidth } from '../../../../src/view/layout/directLabels.ts';
import { rowHeight, stepRow, type StepRowInput } from '../../../../src/view/layout/laboratory/truncation.ts';

/** A gradient that reaches the steps after the last cut alone. */
const cutAfter = (steps: number, last: number): Float64Array => Float64Array.from({ length: steps + 1 }, (_, k) => (k > last ? 0.1 : 0));
/** Counted back from the loss at the last step, as the engine does it. */
const every = (window: number, steps: number): number[] => Array.from({ length: Math.ceil(steps / window) - 1 }, (_, k) => steps - (k + 1) * window).reverse();

function row(part: Partial<StepRowInput> = {}) {
  const { steps = 30, window = 8 } = part;
  const cuts = every(window, steps);
  return stepRow({ steps, window, cuts, lossAt: steps, carried: true, cut: cutAfter(steps, cuts.at(-1) ?? -1), width: 900, height: 190, textSize: 12, ...part });
}

const arrows = (path: string): number => path.match(/M/g)?.length ?? 0;

describe('the row of steps', () => {
  it('draws every step where there is room, with its number', () => {
    const { stations, isSingle } = row();
    expect(isSingle).toBe(true);
    expect(stations.map(({ from, to }) => [from, to])).toEqual(Array.from({ length: 30 }, (_, k) => [k + 1, k + 1]));
  });

  it('draws windows as blocks where there are many steps', () => {
    const { stations, isSingle } = row({ steps: 200, window: 64 });
    expect(isSingle).toBe(false);
    expect(stations.map(({ from, to }) => [from, to])).toEqual([[1, 8], [9, 72], [73, 136], [137, 200]]);
    for (const { width } of stations) expect(width).toBeGreaterThan(0);
    expect(stations.every(({ x }, k) => k === 0 || x >= stations[k - 1]!.x + stations[k - 1]!.width)).toBe(true);
  });

  it('cuts the way back alone where the state is carried, and both ways where it is reset', () => {
    const carried = row();
    expect(arrows(carried.backwardCut)).toBe(3);
    expect(arrows(carried.forward)).toBe(29);
    expect(carried.forwardCut).toBe('');
    const reset = row({ carried: false });
    expect(arrows(reset.backwardCut)).toBe(3);
    expect(arrows(reset.forwardCut)).toBe(3);
    expect(reset.resets.map(({ t }) => t)).toEqual([6, 14, 22]);
  });

  it('ends where its place ends, however few or many steps there are, however large the letters', () => {
    for (const textSize of [12, 16, 18]) {
      for (const width of [350, 440, 560, 720, 860, 1000]) {
        for (const steps of [2, 5, 10, 20, 30, 200, 1000]) {
          for (const height of [rowHeight(textSize), 400]) {
            const { lanes, y, half, scissors, ...geometry } = row({ steps, window: Math.ceil(steps / 3), textSize, width, height });
            expect(geometry.height, `${steps} steps, ${width} wide, letters of ${textSize}`).toBeLessThanOrEqual(height + 1e-9);
            expect(lanes.forward).toBeGreaterThan(3 * textSize);
            expect(y - half - lanes.forward).toBeGreaterThanOrEqual(1.2 * textSize - 1e-9);
            expect(lanes.backward + textSize * 2.5, 'the grip stands over the words at the lower end').toBeLessThan(geometry.height - 1.5 * textSize);
            for (const each of scissors) expect(each.y + each.size * 0.7).toBeLessThan(lanes.backward + textSize * 1.2);
          }
        }
      }
    }
  });

  it('has arcs that go from step to step, also where there are two steps far apart', () => {
    const { forward, stations } = row({ steps: 2, window: 1 });
    const [, from] = /^M([\d.]+),/.exec(forward)!;
    expect(Number(from)).toBeGreaterThan(stations[0]!.x + stations[0]!.width / 2);
    expect(Number(from)).toBeLessThan(stations[0]!.x + stations[0]!.width);
  });

  it('numbers all steps or, where the widest has no room, every n-th and the one of the loss', () => {
    const numbered = (part: Partial<StepRowInput>) => row(part).stations.filter(({ text }) => text !== '').map(({ from }) => from);
    const all = Array.from({ length: 30 }, (_, k) => k + 1);
    expect(numbered({ width: 734, textSize: 16 })).toEqual([5, 10, 15, 20, 25, 30]);
    expect(numbered({ width: 900, textSize: 12 })).toEqual(all);
    expect(numbered({ width: 734, textSize: 12 })).toEqual(all);
    expect(numbered({ width: 734, textSize: 16, lossAt: 17, cuts: [] })).toEqual([5, 10, 15, 17, 20, 25, 30]);
    expect(numbered({ width: 734, textSize: 16, lossAt: 16, cuts: [] })).toEqual([5, 10, 16, 20, 25, 30]);
  });

  it('has room for every number that it writes, and no two steps over each other', () => {
    for (const textSize of [12, 16, 18, 31]) {
      for (const width of [350, 680, 734, 900, 1900]) {
        for (let steps = 2; steps <= 120; steps++) {
          const { stations, isSingle } = row({ steps, window: steps, width, textSize, lossAt: Math.ceil(steps * 0.6) });
          if (!isSingle) continue;
          expect(stations.some(({ text }) => text !== '')).toBe(true);
          expect(stations[Math.ceil(steps * 0.6) - 1]!.text).not.toBe('');
          for (const { width: wide, text } of stations) expect(text === '' ? 0 : textWidth(text, textSize)).toBeLessThan(wide);
          for (const [k, { x }] of stations.slice(1).entries()) expect(x).toBeGreaterThanOrEqual(stations[k]!.x + stations[k]!.width + 1);
        }
      }
    }
  });

  it('puts scissors between the two steps of a cut', () => {
    const { scissors, stations } = row();
    expect(scissors.map(({ t }) => t)).toEqual([6, 14, 22]);
    for (const { t, x } of scissors) {
      expect(x).toBeGreaterThan(stations[t - 1]!.x + stations[t - 1]!.width);
      expect(x).toBeLessThan(stations[t]!.x);
    }
  });

  it('shows only as many scissors as have room, a thousand steps with a window of 1 included', () => {
    const { scissors } = row({ steps: 1000, window: 1 });
    expect(scissors.length).toBeGreaterThan(10);
    expect(scissors.length).toBeLessThan(80);
  });

  it('has gradient on the ways of the last window alone, if the loss is at its end', () => {
    const { stations, backward, backwardIdle } = row();
    expect(stations.filter(({ isReached }) => isReached).map(({ from }) => from)).toEqual([23, 24, 25, 26, 27, 28, 29, 30]);
    expect(arrows(backward)).toBe(7);
    expect(arrows(backwardIdle)).toBe(29 - 7 - 3);
  });

  it('has a handle where the window of the loss begins, and finds the window under it', () => {
    for (const [steps, window] of [[2, 1], [30, 8], [30, 30], [1000, 137]] as const) {
      const { handleX, windowAt } = row({ steps, window });
      expect(windowAt(handleX)).toBe(window);
      expect(windowAt(-100)).toBe(steps);
      expect(windowAt(5000)).toBe(1);
    }
  });

  it('counts windows from a loss in the middle', () => {
    const { handleX, span, stations, windowAt } = row({ lossAt: 20, cuts: [4, 12, 20, 28] });
    expect(handleX).toBeGreaterThan(stations[11]!.x + stations[11]!.width);
    expect(handleX).toBeLessThan(stations[12]!.x);
    expect(span.x + span.width).toBeLessThan(stations[20]!.x);
    expect(windowAt(handleX)).toBe(8);
    expect(windowAt(-100)).toBe(20);
  });

  it('cuts nothing with a window of all steps', () => {
    const { scissors, backwardCut, stations } = row({ window: 30 });
    expect(scissors).toEqual([]);
    expect(backwardCut).toBe('');
    expect(stations.every(({ isReached }) => isReached)).toBe(true);
  });
});
