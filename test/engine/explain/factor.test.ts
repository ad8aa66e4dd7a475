import { describe, expect, it } from 'vitest';
import { Numbers } from '../../../src/engine/explain/numbers.ts';
import { norm } from '../../../src/engine/math/linear.ts';
import { slotIndex } from '../../../src/engine/network.ts';
import { run, situationOf } from '../random.ts';

describe('the factor of a step whose window begins with the initial state', () => {
  const situation = situationOf(
    { cell: 'rnn_tanh', topology: 'many-to-many-synced', loss: 'mse', biases: 'one', timeReduction: 'sum', inputSize: 2, hiddenSize: 3, outputSize: 1 },
    { lengths: [[4, 0]], isOneHot: true, seed: 4 },
  );
  const { trace } = run({ ...situation, truncation: { window: 1, state: 'reset' } });
  const { parameters, network: { program } } = situation;

  it('counts what this step alone hands back, though all windows hand back to that state', () => {
    const numbers = new Numbers(trace, parameters, 0.1);
    const { offset } = program.parameters.find(({ symbol }) => symbol === 'W_hh')!;
    const gradients = trace.gradients[slotIndex(program, 'a')]!;
    for (let t = 1; t <= 4; t++) {
      const handedBack = Float64Array.from({ length: 3 }, (_, j) =>
        [0, 1, 2].reduce((sum, i) => sum + parameters[offset + i * 3 + j]! * gradients[t * 3 + i]!, 0));
      expect(numbers.factor(t)).toBeCloseTo(norm(handedBack) / numbers.gradientNorm('h', t), 12);
    }
  });
});
