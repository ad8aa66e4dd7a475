// The minimal gated unit: h_t = (1 − f) ⊙ h_{t−1} + f ⊙ n, with a single gate f = σ(W_xf x_t + W_hf h_{t−1} + b_f), which also says how much
// of the memory the candidate sees: n = tanh(W_xn x_t + W_hn (f ⊙ h_{t−1}) + b_n). Zhou, Wu, Zhang, Zhou (2016).
import type { BiasId } from '../../../src/engine/cells/cell.ts';
import { biasesOf, gateParameters, readBy, recalledBy, sumOf } from '../../../src/engine/cells/gate.ts';
import type { Declaration } from '../../../src/engine/equation/expression.ts';
import { apply, now, previous } from '../../../src/engine/equation/expression.ts';

export function mgu(biases: BiasId): Declaration {
  const seen = apply('times', [now('f'), previous('h')], 'f⊙h', 'reset: the gate lets part of the memory through');
  const sum = apply('add', [readBy('n'), recalledBy('n', seen, '(f⊙h)'), ...biasesOf('n', biases)], 'a_n', 'mix: what the candidate is made of');
  const kept = apply('times', [apply('complement', [now('f')], '1−f', 'turn round: what the gate leaves'), previous('h')], '(1−f)⊙h', 'keep: the old state');
  const fresh = apply('times', [now('f'), now('n')], 'f⊙n', 'renew: the candidate');
  return {
    words: 'has one gate, which says both how much of the memory is seen and how much of the state is renewed',
    parameters: gateParameters([{ letter: 'f' }, { letter: 'n' }], biases),
    states: ['h'],
    equations: [
      apply('sigmoid', [sumOf('f', biases)], 'f', 'gate: how much is renewed'),
      apply('tanh', [sum], 'n', 'candidate: what could be new'),
      apply('add', [kept, fresh], 'h', 'blend: the new state'),
    ],
  };
}
