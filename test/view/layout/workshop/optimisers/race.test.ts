import { runInNewContext } from 'node:vm';
import katex from 'katex';
import { describe, expect, it } from 'vitest';
import { race } from '../../../../../src/engine/workshop/race/race.ts';
import { optimiserIds, usualRate } from '../../../../../src/engine/workshop/race/rates.ts';
import { weightStory } from '../../../../../src/engine/workshop/race/weight.ts';
import { createNetwork } from '../../../../../src/engine/network.ts';
import { raceLines, type RaceLine } from '../../../../../src/view/layout/workshop/optimisers/raceLines.ts';
import { significant } from '../../../../../src/view/layout/workshop/optimisers/significant.ts';
import { number, substituted } from '../../../../../src/view/layout/workshop/optimisers/substituted.ts';
import { bowlWeights, placeOfWeight, positionOf, weightName, weightsOf } from '../../../../../src/view/layout/workshop/optimisers/weights.ts';
import { finished } from '../../../../engine/workshop/race/racing.ts';

const size = { width: 600, height: 300, textSize: 12 };
const line = (id: RaceLine['id'], numbers: readonly number[]): RaceLine => ({ id, name: id, numbers });

describe('the lines of a race', () => {
  const drawn = (lines: readonly RaceLine[], kind: 'linear' | 'log' = 'log') => raceLines({ lines, updates: 4, kind, title: 'loss', write: String, size });

  it('fall where losses fall, by whole powers of ten', () => {
    const { lines, heightTicks, box } = drawn([line('sgd', [1, 0.1, 0.01])]);
    const ys = lines[0]!.points.map(({ y }) => y);
    expect(ys[1]! - ys[0]!).toBeCloseTo(ys[2]! - ys[1]!, 9);
    expect(ys[1]).toBeGreaterThan(ys[0]!);
    expect(heightTicks.map(({ exponent }) => exponent)).toEqual([-2, -1, 0]);
    for (const { y } of heightTicks) expect(y).toBeGreaterThan(box.y);
  });

  it('leave the axis with a mark where they go far beyond where they began, so that the others can be told apart', () => {
    const { lines, heightTicks } = drawn([line('sgd', [1, 1e10, 1e30, 1e90]), line('adam', [1, 0.5, 0.1, 0.05]), line('rmsprop', [1, 1e-9, 1e-30, 1e-60])]);
    const exponents = heightTicks.map(({ exponent }) => exponent!);
    expect(Math.max(...exponents)).toBeLessThanOrEqual(6);
    expect(Math.min(...exponents)).toBeGreaterThanOrEqual(-12);
    expect(lines.map(({ edges }) => edges.map(({ kind }) => kind))).toEqual([['overflow'], [], ['zero']]);
  });

  it('of rates that begin later begin later', () => {
    const { lines } = drawn([line('adagrad', [NaN, NaN, 0.5, 0.4])]);
    expect(lines[0]!.points.map(({ index }) => index)).toEqual([2, 3]);
  });

  it('from 0 have 0 at the bottom', () => {
    const { yOf, box } = drawn([line('adagrad', [0, 1, 2])], 'linear');
    expect(yOf(0)).toBeCloseTo(box.y + box.height, 9);
    expect(drawn([line('adagrad', [0, 0])], 'linear').yOf(0)).toBeCloseTo(box.y + box.height, 9);
  });

  it('of thousands of updates keep their last point', () => {
    const numbers = Array.from({ length: 5001 }, (_, k) => 1 + k);
    const { lines } = raceLines({ lines: [line('sgd', numbers)], updates: 5000, kind: 'linear', title: 'loss', write: String, size });
    expect(lines[0]!.points.length).toBeLessThan(1300);
    expect(lines[0]!.points.at(-1)!.x).toBeGreaterThan(lines[0]!.points.at(-2)!.x);
  });
});

describe('numbers of a race', () => {
  it('have four digits that count, whatever their size', () => {
    expect([0.1, 0.000912345, -12.50049, 1e-6, 0, 123456, NaN, Infinity].map(significant)).toEqual(['0.1', '0.0009123', '−12.5', '1.000·10⁻⁶', '0', '1.235·10⁵', 'not a number', '∞']);
  });

  it('are set as LaTeX', () => {
    expect([-0.5, 8.6e-6, 123456].map(number)).toEqual(['-0.5', '8.600 \\cdot 10^{-6}', '1.235 \\cdot 10^{5}']);
  });
});

describe('the names of weights', () => {
  const network = createNetwork({ cell: 'rnn_tanh', topology: 'many-to-one', loss: 'bce', biases: 'one', timeReduction: 'sum', inputSize: 5, hiddenSize: 3, outputSize: 1 });
  const words = ['movie', 'was', 'good', 'bad', 'not'];
  const names = weightsOf(network, words);

  it('go there and back for every weight', () => {
    for (let weight = 0; weight < names.count; weight++) expect(positionOf(placeOfWeight(names, weight))).toBe(weight);
    const all = Array.from({ length: names.count }, (_, weight) => weightName(names, weight));
    expect(new Set(all).size).toBe(names.count);
    expect(all.filter((name) => name.startsWith('W_hh'))).toEqual(['W_hh[1,1]', 'W_hh[1,2]', 'W_hh[1,3]', 'W_hh[2,1]', 'W_hh[2,2]', 'W_hh[2,3]', 'W_hh[3,1]', 'W_hh[3,2]', 'W_hh[3,3]']);
    expect(all).toContain('b_h[2]');
  });

  it('know the words that columns of W_xh stand for', () => {
    const { block, column } = placeOfWeight(names, 2);
    expect(block.columnNames[column - 1]).toBe('good');
    expect(weightsOf(network, []).blocks.every(({ columnNames }) => columnNames.length === 0)).toBe(true);
  });

  it('of a bowl are x and y, and of a position that is not there the last', () => {
    expect([0, 1, 7].map((weight) => weightName(bowlWeights, weight))).toEqual(['x', 'y', 'y']);
  });
});

describe('an update with its numbers', () => {
  const { result } = finished(race({ problem: { kind: 'bowl', stretch: 20 }, entries: optimiserIds.map((optimiser) => ({ optimiser, learningRate: usualRate('bowl', optimiser) })), updates: 8, watched: 0 }));

  it.each(optimiserIds)('of %s can be typeset, and each line of numbers comes to what its formula says', (id) => {
    const lane = optimiserIds.indexOf(id);
    for (const weight of [0, 1]) {
      const story = weightStory(result, lane, weight)!;
      for (let update = 1; update <= 8; update++) {
        const latex = substituted(story, update)!;
        expect(katex.renderToString(latex, { strict: 'error', displayMode: true })).toContain('katex');
        const lines = latex.split('\\\\ &= ').slice(1).map((each) => each.split(/ \\\\|\\end/)[0]!);
        for (const each of lines) {
          const sides = each.split(' = ').map(valueOf);
          // Written with four digits, terms of a sum can differ by a few thousandths of the largest.
          const largest = Math.max(...sides.map(Math.abs), Math.abs(story.values[update - 1]!), 1e-3);
          for (const side of sides) expect(Math.abs(side - sides.at(-1)!)).toBeLessThan(0.004 * largest);
        }
      }
    }
  });

  it('has its powers of ten and its signs as LaTeX has them', () => {
    expect([8.637e-6, -2.5e7, -0.5, -Infinity, 0].map(number)).toEqual(['8.637 \\cdot 10^{-6}', '-2.500 \\cdot 10^{7}', '-0.5', '-\\infty', '0']);
  });

  it('is none before the first and after the last', () => {
    const story = weightStory(result, 0, 0)!;
    expect(substituted(story, 0)).toBeNull();
    expect(substituted(story, 9)).toBeNull();
  });
});

/** A line of numbers as JavaScript computes it. */
function valueOf(latex: string): number {
  const code = latex
    .replace(/\\frac\{(.*)\}\{\\sqrt\{([^}]*(?:\{[^}]*\})?[^}]*)\} \+ (.*?)\} \\cdot/, '(($1) / (Math.sqrt($2) + $3)) \\cdot')
    .replace(/^\\frac\{(.*)\}\{1 - ([\d.]+)\^\{(\d+)\}\}$/, '($1) / (1 - $2 ** $3)')
    .replace(/10\^\{(-?\d+)\}/g, '(10 ** ($1))')
    .replace(/\^\{2\}/g, ' ** 2')
    .replaceAll('\\,(', ' * (')
    .replaceAll('\\cdot', '*');
  const value: unknown = runInNewContext(code);
  if (typeof value !== 'number') throw new Error(`No number comes of ${code}.`);
  return value;
}
