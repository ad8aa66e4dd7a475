// The vanilla (Elman) RNN: h_t = φ(W_xh x_t + W_hh h_{t−1} + b_h), with φ = tanh, sigmoid or ReLU.
// Elman (1990), "Finding structure in time"; parameters as in PyTorch's torch.nn.RNN.
import type { Declaration, ParameterDeclaration } from '../equation/expression.ts';
import { apply, now, parameter, previous } from '../equation/expression.ts';
import type { BiasId } from './cell.ts';

export type VanillaActivation = 'tanh' | 'sigmoid' | 'relu';

export function vanilla(activation: VanillaActivation, biases: BiasId): Declaration {
  const biasOf = (symbol: string, torch: string): ParameterDeclaration =>
    ({ symbol, rows: 'H', columns: 1, role: 'bias', torch });
  const biasParameters =
    biases === 'one'
      ? [biasOf('b_h', 'bias_ih_l0')]
      : [biasOf('b_ih', 'bias_ih_l0'), biasOf('b_hh', 'bias_hh_l0')];
  const read = apply('multiply', [parameter('W_xh'), now('x')], 'W_xh·x', 'read: a word picks its column of W_xh');
  const recall = apply('multiply', [parameter('W_hh'), previous('h')], 'W_hh·h', 'recall: multiply the memory by W_hh');
  const mix = apply(
    'add',
    [read, recall, ...biasParameters.map((bias) => parameter(bias.symbol))],
    'a',
    'mix: add what was read, what was recalled, and the bias',
  );
  return {
    words: 'mixes the new word with what it remembers, and squashes the sum',
    parameters: [
      { symbol: 'W_xh', rows: 'H', columns: 'X', role: 'input', torch: 'weight_ih_l0' },
      { symbol: 'W_hh', rows: 'H', columns: 'H', role: 'recurrent', torch: 'weight_hh_l0' },
      ...biasParameters,
    ],
    states: ['h'],
    equations: [apply(activation, [mix], 'h', 'activate: the new state')],
  };
}
