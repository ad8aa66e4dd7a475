import { describe, expect, it } from 'vitest';
import type { SchemeId } from '../../../src/engine/recipe/initialise.ts';
import { parametersOf } from '../../../src/engine/recipe/parameters.ts';
import { norm } from '../../../src/engine/math/linear.ts';
import type { Example, InitialStates, Model, ParameterChange, ParameterRecipe } from '../../../src/engine/model.ts';
import { freeRun } from '../../../src/engine/run/generate.ts';
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

describe('an update', () => {
  const letters: Model = { cell: 'gru', topology: 'many-to-many-synced', loss: 'cross_entropy', biases: 'one', timeReduction: 'sum', inputSize: 4, hiddenSize: 3, outputSize: 4 };
  const reader = createNetwork(letters);
  const example: Example = { inputs: { kind: 'one-hot', indices: Int32Array.of(0, 1, 2, 3, 0) }, targets: Float64Array.of(1, 2, 3, 0, 1) };
  const base: ParameterRecipe = { ...recipe, baseInputSize: 4 };
  const update = { kind: 'update', example, learningRate: 0.5, times: 2 } as const;
  const after = (change: ParameterChange): Float64Array => parametersOf(reader, { ...base, changes: [change] });

  it('that is clipped goes as far as the limit allows', () => {
    const before = parametersOf(reader, base);
    const clipped = after({ ...update, times: 1, clipping: { norm: 0.01 } });
    expect(norm(clipped.map((value, i) => value - before[i]!))).toBeCloseTo(0.5 * 0.01, 6);
    const small = after({ ...update, times: 1, clipping: { value: 0.001 } });
    expect(Math.max(...small.map((value, i) => Math.abs(value - before[i]!)))).toBeCloseTo(0.5 * 0.001, 12);
    expect(after({ ...update, clipping: { norm: 1e9 } })).toEqual(after(update));
  });

  it('that is read freely goes by the gradient of what came out, each time anew', () => {
    let parameters = parametersOf(reader, base);
    for (let k = 0; k < 2; k++) {
      const { trace, pass } = freeRun(reader, parameters, example);
      pass.backward();
      parameters = parameters.map((value, i) => value - 0.5 * trace.parameterGradients[i]!);
    }
    const free = after({ ...update, feeding: 'free' });
    free.forEach((value, i) => expect(value).toBeCloseTo(parameters[i]!, 12));
    expect(free).not.toEqual(after(update));
  });

  it('begins with every state that it began with', () => {
    const lstm = createNetwork({ ...letters, cell: 'lstm', bidirectional: true });
    const changes = (initialStates: InitialStates): ParameterChange[] => [{ ...update, initialStates }];
    const with0 = parametersOf(lstm, { ...base, changes: changes({}) });
    for (const symbol of ['h', 'c', 'h.reverse', 'c.reverse']) {
      expect(parametersOf(lstm, { ...base, changes: changes({ [symbol]: [1, 0, 0] }) })).not.toEqual(with0);
    }
  });
});
