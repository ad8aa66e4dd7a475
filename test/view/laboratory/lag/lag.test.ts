import { describe, expect, it } from 'vitest';
import { testOf } from '../../../../src/engine/laboratory/lag/batches.ts';
import type { LagPlan } from '../../../../src/state/laboratory/laboratory.ts';
import { lagPlot, learningGrid, learningGridHeight, sequenceHeight, sequenceRow, type LagCurve } from '../../../../src/view/layout/laboratory/lagPlot.ts';
import { exampleOf, sequenceOf } from '../../../../src/view/panels/laboratory/lag/example.ts';
import { formatNumber } from '../../../../src/view/theme/format.ts';
import { clockWords, gateChoices, gateWords, guesses, judgement, lagCells, resultWords, type LagCell } from '../../../../src/view/panels/laboratory/lag/words.ts';

const plan: LagPlan = { task: 'recall', lags: [5, 20, 100], hiddenSize: 16, updates: 100, learningRate: 0.01, seed: 7, gateBias: 4 };
const size = { width: 700, height: 300, textSize: 12 };

const curve = (cell: LagCell, lag: number, accuracies: number[], isDone = true): LagCurve => ({
  cell, lag, isDone, accuracies, updates: accuracies.map((_, k) => k * 25), losses: accuracies.map((each) => 1 - each),
});
/** What each network comes to at the three lags. */
const trained = (scores: Readonly<Record<LagCell, readonly number[]>>): LagCurve[] =>
  lagCells.flatMap((cell) => plan.lags.map((lag, k) => curve(cell, lag, [0.25, scores[cell][k]!])));
const gated = trained({ rnn_tanh: [1, 0.24, 0.26], lstm: [1, 1, 0.95], gru: [1, 0.98, 1] });

describe('how the gates start', () => {
  it('is said with what they keep by their bias alone, at the longest lag', () => {
    const [step, left] = [1 / (1 + Math.exp(-4)), (1 / (1 + Math.exp(-4))) ** 100];
    expect(gateWords(plan)).toContain(`starts at 4, so that by itself it keeps ${(100 * step).toFixed(1)}\u00a0% a step, and ${Math.round(100 * left)}\u00a0% over 100 steps; drawn near 0, as is usual, it would be about 7.9·10⁻³¹.`);
    expect(gateWords({ ...plan, gateBias: null })).toContain('drawn near 0, so that by themselves they keep about half a step, and about 7.9·10⁻³¹ over 100 steps');
    expect(gateWords({ gateBias: -1, lags: [5] })).toContain('starts at −1, so that by itself it keeps 27\u00a0% a step, and 1.4·10⁻³ over 5 steps. The');
  });

  it('is said with a share a step out of which the share at the longest lag comes, whoever computes it', () => {
    for (let bias = -3; bias <= 5; bias += 0.25) {
      for (const lag of [5, 10, 20, 40, 70, 100]) {
        const [, step = '', about, left = ''] = /keeps ([\d.]+)\u00a0% a step, and (about )?(.+?) over/.exec(gateWords({ gateBias: bias, lags: [lag] })) ?? [];
        const power = (Number(step) / 100) ** lag;
        expect(about, `bias ${bias}, lag ${lag}`).toBeUndefined();
        expect(left, `${step} % to the ${lag}`).toBe(power >= 0.005 ? `${Math.round(power * 100)}\u00a0%` : formatNumber(power));
      }
    }
  });

  it('can be open or as drawn, or as a link has it', () => {
    expect(gateChoices(4).map(({ bias }) => bias)).toEqual([4, null]);
    expect(gateChoices(null).map(({ bias }) => bias)).toEqual([4, null]);
    expect(gateChoices(-2)).toContainEqual({ value: 'other', label: 'bias −2', bias: -2 });
  });
});

describe('accuracy against lag', () => {
  it('has a point for each lag that has been tested, at its latest accuracy', () => {
    const { lines, yOf } = lagPlot([curve('lstm', 5, [0.25, 0.5, 1]), curve('lstm', 100, [])], ['lstm'], plan.lags, size);
    expect(lines[0]!.points.map(({ index }) => index)).toEqual([0]);
    expect(lines[0]!.points[0]!.y).toBe(yOf(1));
  });
});

describe('the small plots of learning', () => {
  const grid = (part = {}) => learningGrid({ curves: gated, cells: lagCells, lags: plan.lags, updates: 100, measure: 'accuracy', chance: 0.25, size, ...part });

  it('are one a lag, with a line for each network, and one clock along', () => {
    const { panels } = grid();
    expect(panels.map(({ lag }) => lag)).toEqual([5, 20, 100]);
    for (const { x, width, lines } of panels) {
      expect(lines.map(({ cell }) => cell)).toEqual([...lagCells]);
      // The second test was at update 25 of 100.
      for (const { end } of lines) expect(end!.x).toBeCloseTo(x + width / 4, 8);
    }
  });

  it('stay inside the picture in few or in many columns', () => {
    for (const width of [260, 390, 700, 1800]) {
      for (const { x, width: wide, y, height } of grid({ size: { ...size, width, height: 600 } }).panels) {
        expect(x + wide).toBeLessThanOrEqual(width);
        expect(y + height).toBeLessThan(600);
      }
    }
  });

  it('stay inside the height that they ask for, however many there are, narrow or wide, with small or large letters', () => {
    for (const textSize of [12, 16, 18]) {
      for (const width of [290, 362, 560, 734, 1000]) {
        for (const count of [1, 2, 3, 4, 6, 8, 12]) {
          const height = learningGridHeight(count, width, textSize);
          const { panels, ...geometry } = grid({ lags: Array.from({ length: count }, (_, k) => 5 * (k + 1)), size: { width, height, textSize } });
          expect(geometry.height, `${count} lags, ${width} wide, letters of ${textSize}`).toBeLessThanOrEqual(height + 1e-9);
          for (const panel of panels) expect(panel.height).toBeGreaterThanOrEqual(8 * textSize);
        }
      }
    }
  });

  it('leave none alone below the others', () => {
    const lags = [5, 10, 20, 40, 70, 100];
    const { panels } = grid({ lags, size: { ...size, width: 790, height: 600 } });
    const rows = [...new Set(panels.map(({ y }) => y))].map((y) => panels.filter((each) => each.y === y).length);
    expect(rows).toEqual([3, 3]);
  });

  it('cut off a loss that runs away', () => {
    const { panels } = grid({ measure: 'loss', chance: 1.386, curves: [{ ...curve('gru', 5, [0.2, 0.2]), losses: [1.4, 1e9] }] });
    expect(panels[0]!.lines[0]!.end!.y).toBe(panels[0]!.y);
  });
});

describe('the result in words', () => {
  it('says how far each network answers, and what it comes to at the longest lag', () => {
    expect(resultWords(gated, plan)).toEqual([
      'RNN · tanh answers up to lag 5; at lag 100 it is no better than a guess (26\u00a0%).',
      'LSTM answers at every lag up to 100, where it is right in 95\u00a0%.',
      'GRU answers at every lag up to 100, where it is right in 100\u00a0%.',
    ]);
  });

  it('says it also where the result is another one than expected', () => {
    const odd = trained({ rnn_tanh: [1, 1, 1], lstm: [0.3, 1, 0.5], gru: [0.2, 0.1, 0.1] });
    expect(resultWords(odd, plan)).toEqual([
      'RNN · tanh answers at every lag up to 100, where it is right in 100\u00a0%.',
      'LSTM answers at lag 20, but not at 5 and 100; at lag 100 it is right in 50\u00a0%.',
      'GRU answers at none of these lags: at lag 100 it is right in 10\u00a0%, less than a guess’s 25\u00a0%.',
    ]);
  });

  it('says nothing of a network that is still learning everywhere', () => {
    expect(resultWords([curve('lstm', 5, [0.9], false)], plan)).toEqual([]);
  });

  it('tells the clock', () => {
    expect(clockWords([curve('lstm', 5, [0.2, 0.4, 0.5], false)], plan)).toBe('lag 5: update 50 of 100 · 0 of 9 trainings over');
    expect(clockWords(gated, plan)).toBe('All 9 trainings are over.');
    expect(clockWords([], plan)).toBe('Waiting for the first test · 0 of 9 trainings over');
  });

  it('judges a prediction by the numbers, once all three are done', () => {
    const guess = (id: string) => guesses.find((each) => each.id === id)!;
    expect(judgement(gated, plan, guess('gated'))).toBe('Yes: LSTM and GRU answer at lag 100. Right answers: RNN · tanh 26\u00a0%, LSTM 95\u00a0%, GRU 100\u00a0%; a guess has 25\u00a0%.');
    expect(judgement(gated, plan, guess('all'))).toMatch(/^You said all three, but LSTM and GRU answer/);
    expect(judgement(gated.slice(1), plan, guess('all'))).not.toBeNull();
    expect(judgement(gated.slice(0, -1), plan, guess('all'))).toBeNull();
    const none = trained({ rnn_tanh: [0, 0, 0], lstm: [0, 0, 0], gru: [0, 0, 0] });
    expect(judgement(none, plan, guess('none'))).toMatch(/^Yes: none of the three answers at lag 100/);
  });
});

describe('the example', () => {
  it('is the first sequence that the networks are tested on', () => {
    for (const task of ['recall', 'adding'] as const) expect(exampleOf({ task, seed: 7 }, 10)).toEqual(sequenceOf(testOf({ task, lag: 10, seed: 7 })[0]!));
  });

  it('marks what has to be kept: the first token, or the two marked numbers whose sum is the answer', () => {
    const recall = exampleOf({ task: 'recall', seed: 7 }, 10);
    expect(recall.steps.map(({ isKept }) => isKept)).toEqual([true, ...Array.from({ length: 10 }, () => false)]);
    expect(recall.answer).toBe(recall.steps[0]!.text);
    const adding = exampleOf({ task: 'adding', seed: 7 }, 10);
    const kept = adding.steps.filter(({ isKept }) => isKept);
    expect(kept).toHaveLength(2);
    expect(Number(adding.answer.split(' = ')[1])).toBeCloseTo(kept[0]!.level + kept[1]!.level, 2);
  });

  it('leaves room for the answer beside its steps', () => {
    const { steps, answer } = exampleOf({ task: 'adding', seed: 7 }, 100);
    const row = sequenceRow(steps, size, answer);
    expect(row).toHaveLength(101);
    expect(row.at(-1)!.x + row.at(-1)!.width).toBeLessThan(size.width - 60);
  });

  it('is as high as its letters demand: the numbers of its steps stand below the letters of its columns', () => {
    const { steps, answer } = exampleOf({ task: 'recall', seed: 7 }, 20);
    for (const textSize of [12, 16, 18, 30]) {
      const columnsEnd = Math.max(...sequenceRow(steps, { ...size, textSize }, answer).map(({ y, height }) => y + height));
      // A line of letters under the columns, and one of the steps' numbers under that.
      expect(sequenceHeight(textSize)).toBeGreaterThanOrEqual(columnsEnd + 2.4 * textSize);
    }
  });
});
