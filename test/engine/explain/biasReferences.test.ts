// A bias is a vector: explanations point at its numbers by row alone, as the drawing does.
import { expect, test } from 'vitest';
import { leavesOf } from '../../../src/engine/equation/numeric.ts';
import { createNetwork } from '../../../src/engine/network.ts';
import { Numbers } from '../../../src/engine/explain/numbers.ts';
import { initialParameters } from '../../../src/engine/recipe/parameters.ts';
import { Pass } from '../../../src/engine/run/pass.ts';
import type { Reference } from '../../../src/engine/reference.ts';
import { createTrace } from '../../../src/engine/run/trace.ts';
import { explain } from '../../../src/engine/explain/explanation.ts';

function numbersOfThreeWords(): Numbers {
  const network = createNetwork({
    cell: 'rnn_tanh', topology: 'many-to-one', loss: 'bce', biases: 'one', timeReduction: 'sum',
    inputSize: 3, hiddenSize: 2, outputSize: 1,
  });
  const recipe = { initialisation: { scheme: 'uniform', scale: 1, seed: 1 } as const, baseInputSize: 3 };
  const parameters = initialParameters(network, recipe);
  const trace = createTrace(network, {
    inputs: { kind: 'one-hot', indices: Int32Array.of(0, 1, 2) },
    targets: Float64Array.of(1),
  });
  const pass = new Pass(trace, parameters);
  pass.forward();
  pass.backward();
  return new Numbers(trace, parameters, 0.5);
}

const cases: readonly Reference[] = [
  { symbol: 'h', t: 2, unit: 2 },
  { symbol: 'y', t: 3, unit: 1 },
  { symbol: 'db_h', unit: 2 },
  { symbol: 'sum_db_h', t: 2, unit: 2 },
  { symbol: 'b_h_new', unit: 2 },
];

test.each(cases)('the terms of $symbol name a bias by its row, and a matrix by row and column', (reference) => {
  const { numbers } = explain(numbersOfThreeWords(), reference);
  const leaves = numbers ? leavesOf(numbers) : [];
  expect(leaves).not.toEqual([]);
  const aboutBiases = leaves.filter((leaf) => /b_[hy]/.test(leaf.reference.symbol));
  expect(aboutBiases).not.toEqual([]);
  expect(aboutBiases.filter((leaf) => leaf.reference.column !== undefined)).toEqual([]);
  const aboutMatrices = leaves.filter((leaf) => /W_/.test(leaf.reference.symbol) && !leaf.reference.symbol.includes('·'));
  expect(aboutMatrices.filter((leaf) => leaf.reference.column === undefined)).toEqual([]);
});
