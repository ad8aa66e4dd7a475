// One hidden layer without a memory: h = φ(W_xh x + b_h), to hold beside the recurrent cells. PyTorch's torch.nn.Linear.
import type { Declaration } from '../equation/expression.ts';
import { apply, now, parameter } from '../equation/expression.ts';
import type { VanillaActivation } from './vanilla.ts';

export function feedforward(activation: VanillaActivation): Declaration {
  const read = apply('multiply', [parameter('W_xh'), now('x')], 'W_xh·x', 'read: the input goes through W_xh');
  const sum = apply('add', [read, parameter('b_h')], 'a', 'mix: add the bias');
  return {
    words: 'looks at its input alone and squashes it; it remembers nothing',
    parameters: [
      { symbol: 'W_xh', rows: 'H', columns: 'X', role: 'input', torch: 'hidden.weight' },
      { symbol: 'b_h', rows: 'H', columns: 1, role: 'bias', torch: 'hidden.bias' },
    ],
    states: [],
    equations: [apply(activation, [sum], 'h', 'activate: the hidden layer')],
  };
}
