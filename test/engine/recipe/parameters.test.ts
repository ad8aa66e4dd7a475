import { describe, expect, it } from 'vitest';
import type { SchemeId } from '../../../src/engine/recipe/initialise.ts';
import { parametersOf } from '../../../src/engine/recipe/parameters.ts';
import type { ParameterChange, ParameterRecipe } from '../../../src/engine/model.ts';
import { createNetwork } from '../../../src/engine/network.ts';

const network = createNetwork({
  cell: 'rnn_tanh', topology: 'many-to-one', loss: 'bce', biases: 'one', timeReduction: 'sum', inputSize: 3, hiddenSize: 2, outputSize: 1,
});
const recipe: ParameterRecipe = {
  initialisation: { scheme: 'uniform', scale: 1, seed: 1 }, baseInputSize: 3, training: { rows: [], epochs: 0, learningRate: 0.1 }, changes: [],
};

describe('a recipe that points at nothing is refused in words', () => {
  it.each([
    [{ kind: 'set', symbol: 'W_hh', unit: 1.5, column: 1, value: 3 }, 'W_hh has 2 rows and 2 columns, so it has no entry [1.5,1].'],
    [{ kind: 'set', symbol: 'W_hh', unit: 1, column: NaN, value: 3 }, 'no entry [1,NaN]'],
    [{ kind: 'set', symbol: 'W_hh', unit: 3, column: 1, value: 3 }, 'no entry [3,1]'],
    [{ kind: 'scale', symbol: 'W_hx', factor: 2 }, 'no parameter "W_hx"; it has W_xh, W_hh, b_h, W_hy, b_y'],
  ] as const)('a change %o', (change: ParameterChange, words) => {
    expect(() => parametersOf(network, { ...recipe, changes: [change] })).toThrow(words);
  });

  it('a scheme that there is not', () => {
    const scheme = 'zeros' as SchemeId; // as a caller without types might
    expect(() => parametersOf(network, { ...recipe, initialisation: { scheme, scale: 1, seed: 1 } })).toThrow(
      'The scheme of the first weights should be one of uniform, xavier, orthogonal, identity, but it is "zeros".',
    );
  });
});
