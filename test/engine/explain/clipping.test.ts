// The update with a clipped gradient: the weights that it leads to, and how they are explained.
import { describe, expect, it } from 'vitest';
import { leavesOf, numberOf } from '../../../src/engine/equation/numeric.ts';
import { explain } from '../../../src/engine/explain/explanation.ts';
import { Numbers } from '../../../src/engine/explain/numbers.ts';
import { descend } from '../../../src/engine/learn/optimisers.ts';
import { plainLearner } from '../../../src/engine/learn/learner.ts';
import { clip } from '../../../src/engine/learn/optimisers/clip.ts';
import type { Clipping } from '../../../src/engine/model.ts';
import { createNetwork } from '../../../src/engine/network.ts';
import { parametersOf } from '../../../src/engine/recipe/parameters.ts';
import { Pass } from '../../../src/engine/run/pass.ts';
import { createTrace } from '../../../src/engine/run/trace.ts';
import { initialDocument } from '../../../src/state/defaults.ts';
import { jobOf } from '../../../src/state/job.ts';

const rate = 0.5;
const { job } = jobOf({ ...initialDocument('entities', 'lstm'), trainedEpochs: 0 });
const network = createNetwork(job.model);
const parameters = parametersOf(network, job.recipe);
const trace = createTrace(network, job.example);
const pass = new Pass(trace, parameters);
pass.forward();
pass.backward();

const numbersWith = (clipping?: Clipping): Numbers => new Numbers(trace, parameters, rate, 0, clipping);
const plain = numbersWith();
const { before } = numbersWith({ norm: 1 }).clipped!;
const entries = network.program.parameters.flatMap(({ symbol, rows, columns, role }) =>
  Array.from({ length: rows }, (_, i) => ({ symbol: `${symbol}_new`, unit: i + 1, ...(role !== 'bias' && { column: columns }) })),
);

describe.each<[string, Clipping]>([
  ['by norm, which is too long', { norm: before / 3 }],
  ['by norm, which is short enough', { norm: before * 3 }],
  ['by value', { value: 0.05 }],
  ['by value and by norm', { value: 0.05, norm: 0.1 }],
  ['to nothing', { norm: 0 }],
])('a gradient clipped %s', (_, clipping) => {
  const numbers = numbersWith(clipping);

  it('leads to the very weights that the learner goes to', () => {
    const learner = plainLearner(network, parameters);
    learner.lesson(job.example).run();
    clip(learner.gradients, clipping);
    descend(learner.parameters, learner.gradients, rate);
    for (const { symbol, offset, columns } of network.program.parameters) {
      const value = numbers.value({ symbol: `${symbol}_new`, unit: 1, column: columns });
      expect(Number.isFinite(value)).toBe(true);
      expect(value).toBe(learner.parameters[offset + columns - 1]);
    }
  });

  it('is explained in numbers that give the weight, in symbols and in words', () => {
    for (const reference of entries) {
      const { value, numbers: formula, symbols, words } = explain(numbers, reference);
      expect(numberOf(formula!)).toBe(value);
      expect(leavesOf(formula!).map((leaf) => leaf.reference.symbol)).toContain('eta');
      expect(symbols).toMatch(clipping.norm === undefined ? /operatorname\{clip\}/ : /\\min/);
      expect(words).not.toBe('');
    }
  });

  it('has a length before and after, of which the second is not longer', () => {
    const clipped = numbers.clipped!;
    expect(clipped.before).toBe(before);
    expect(clipped.after).toBeLessThanOrEqual(clipped.before);
    expect(clipped.after).toBeLessThanOrEqual((clipping.norm ?? Infinity) + 1e-12);
  });
});

describe('without clipping', () => {
  it('the update is as it always was', () => {
    expect(plain.clipped).toBeNull();
    const { words, symbols } = explain(plain, { symbol: 'W_hf_new', unit: 1, column: 1 });
    expect(words).toBe('');
    expect(symbols).not.toContain('min');
  });

  it('and with one that is never reached, the weights are the same', () => {
    const loose = numbersWith({ norm: before * 3, value: 1e6 });
    for (const reference of entries) expect(loose.value(reference)).toBe(plain.value(reference));
  });
});
