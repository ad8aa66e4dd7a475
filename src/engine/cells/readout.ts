// The read-out y_t = W_hy h_t + b_y with its probabilities p_t and the step's loss L_t; PyTorch's torch.nn.Linear and
// binary_cross_entropy_with_logits, cross_entropy, mse_loss. Losses are taken from logits, so that ±800 stays exact.
import type { Application, Declaration, Expression } from '../equation/expression.ts';
import { apply, now, parameter } from '../equation/expression.ts';
import type { LossId } from '../model.ts';

const probabilities: Readonly<Record<LossId, ((y: Expression) => Application) | null>> = {
  bce: (y) => apply('sigmoid', [y], 'p', 'answer: turn the score into a probability'),
  cross_entropy: (y) => apply('softmax', [y], 'p', 'answer: turn the scores into probabilities'),
  mse: null,
};

/** Reads out one state, or the states of both directions set one below the other. */
export function readout(loss: LossId, features: readonly string[]): Declaration {
  const [first = 'h', ...others] = features;
  const seen =
    others.length === 0 ? now(first) : apply('stack', features.map(now), 'u', 'join: what both directions know, one below the other');
  const look = apply('multiply', [parameter('W_hy'), seen], others.length === 0 ? 'W_hy·h' : 'W_hy·u', 'read out: multiply the state by W_hy');
  const y = apply('add', [look, parameter('b_y')], 'y', 'read out: add the bias b_y');
  const p = probabilities[loss]?.(now('y'));
  const step = apply(loss, [now('y'), now(p === undefined ? 'y' : 'p'), now('target')], 'L', 'loss: compare with the target');
  return {
    words: 'turns the state into an answer, and compares it with the target',
    parameters: [
      { symbol: 'W_hy', rows: 'Y', columns: 'F', role: 'output', torch: 'fc.weight' },
      { symbol: 'b_y', rows: 'Y', columns: 1, role: 'bias', torch: 'fc.bias' },
    ],
    states: [],
    equations: p === undefined ? [y, step] : [y, p, step],
  };
}
