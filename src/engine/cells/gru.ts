// The GRU: h_t = (1 − z) ⊙ n + z ⊙ h_{t−1}, with reset gate r and update gate z. Cho et al. (2014). Two forms of the candidate n:
// `after`, PyTorch's torch.nn.GRU: n = tanh(W_xn x + b + r ⊙ (W_hn h_{t−1} + b)), the reset gate after the product, which
// lets one product serve all gates; `before`, the paper's: n = tanh(W_xn x + W_hn (r ⊙ h_{t−1}) + b).
import type { Declaration, Expression } from '../equation/expression.ts';
import { apply, now, parameter, previous } from '../equation/expression.ts';
import type { BiasId } from './cell.ts';
import { biasesOf, gateParameters, readBy, recalledBy, sumOf, type Gate } from './gate.ts';

type ResetPlace = 'after' | 'before';

const gates: readonly Gate[] = [{ letter: 'r' }, { letter: 'z' }, { letter: 'n' }];

/** a_n, the sum of the candidate. With two biases PyTorch's form has the second one inside the brackets of r. */
const candidateSums: Readonly<Record<ResetPlace, (biases: BiasId) => Expression[]>> = {
  after(biases) {
    const product = recalledBy('n');
    const recalled =
      biases === 'one' ? product : apply('add', [product, parameter('b_hn')], 'hn', 'recall: the memory as the candidate sees it');
    const [own] = biasesOf('n', biases) as [Expression];
    const reset = apply('times', [now('r'), recalled], 'r⊙hn', 'reset: the gate lets part of what is recalled through');
    return [readBy('n'), own, reset];
  },
  before(biases) {
    const reset = apply('times', [now('r'), previous('h')], 'r⊙h', 'reset: the gate lets part of the memory through');
    return [readBy('n'), recalledBy('n', reset, '(r⊙h)'), ...biasesOf('n', biases)];
  },
};

export function gru(reset: ResetPlace, biases: BiasId): Declaration {
  const fresh = apply('times', [apply('complement', [now('z')], '1−z', 'turn round: what the update gate leaves'), now('n')], '(1−z)⊙n', 'renew: where the gate is closed, the candidate');
  const kept = apply('times', [now('z'), previous('h')], 'z⊙h', 'keep: where the gate is open, the old state');
  return {
    words: 'mixes its old state with a candidate: one gate says how much of each, another how much of the memory the candidate sees',
    parameters: gateParameters(gates, biases),
    states: ['h'],
    equations: [
      apply('sigmoid', [sumOf('r', biases)], 'r', 'reset gate: how much of the memory the candidate sees'),
      apply('sigmoid', [sumOf('z', biases)], 'z', 'update gate: how much of the old state stays'),
      apply('tanh', [apply('add', candidateSums[reset](biases), 'a_n', 'mix: what the candidate is made of')], 'n', 'candidate: what could be new'),
      apply('add', [fresh, kept], 'h', 'blend: the new state'),
    ],
  };
}
