// The LSTM: gates i, f, o and candidate g = squashed sums of W_x· x_t + W_h· h_{t−1} + b_·; c_t = f ⊙ c_{t−1} + i ⊙ g; h_t = o ⊙ tanh(c_t).
// Hochreiter and Schmidhuber (1997), with the forget gate of Gers, Schmidhuber and Cummins (2000); PyTorch's torch.nn.LSTM.
import type { Declaration } from '../equation/expression.ts';
import { apply, now, previous } from '../equation/expression.ts';
import type { BiasId } from './cell.ts';
import { gateParameters, sumOf, type Gate } from './gate.ts';

const gates: readonly Gate[] = [{ letter: 'i' }, { letter: 'f', isForget: true }, { letter: 'g' }, { letter: 'o' }];

export function lstm(biases: BiasId): Declaration {
  const kept = apply('times', [now('f'), previous('c')], 'f⊙c', 'keep: the forget gate lets the old memory through');
  const written = apply('times', [now('i'), now('g')], 'i⊙g', 'write: the input gate lets the candidate through');
  const shown = apply('tanh', [now('c')], 'tanh_c', 'squash: the memory between −1 and 1');
  return {
    words: 'keeps a memory beside its state: gates decide what is forgotten, what is written and what is shown',
    parameters: gateParameters(gates, biases),
    states: ['h', 'c'],
    equations: [
      apply('sigmoid', [sumOf('i', biases)], 'i', 'input gate: how much is written'),
      apply('sigmoid', [sumOf('f', biases)], 'f', 'forget gate: how much is kept'),
      apply('tanh', [sumOf('g', biases)], 'g', 'candidate: what could be written'),
      apply('sigmoid', [sumOf('o', biases)], 'o', 'output gate: how much is shown'),
      apply('add', [kept, written], 'c', 'memory: what is kept and what is written'),
      apply('times', [now('o'), shown], 'h', 'show: the new state'),
    ],
  };
}
