// The optimisers with one learning rate for all weights: gradient descent plain, with momentum, with Nesterov's momentum.
// Parameters θ [n], gradients g [n], velocity v [n]. torch.optim.SGD with dampening 0 and no weight decay.
import type { Vector } from '../../math/array.ts';
import type { OptimiserRow, StateOfWeights } from './optimiser.ts';
import { row } from './row.ts';

/**
 * p ← p − η ∂L/∂p for every parameter, in place: stochastic gradient descent. Parameters [n], gradients [n].
 *
 * @throws Error if there is not one gradient for each parameter.
 */
export function descend(parameters: Vector, gradients: Vector, learningRate: number): void {
  if (parameters.length !== gradients.length) {
    throw new Error(`Every weight needs one gradient, but there are ${parameters.length} weights and ${gradients.length} gradients.`);
  }
  for (let i = 0; i < parameters.length; i++) parameters[i]! -= learningRate * gradients[i]!;
}

const velocity = (n: number): StateOfWeights => ({
  symbol: 'v',
  words: 'Velocity: the gradients so far, older ones counting less and less.',
  values: new Float64Array(n),
});

const one = (): number => 1;

export const sgd: OptimiserRow = row({
  id: 'sgd',
  title: 'SGD',
  words: 'Each weight goes a step against its gradient; the learning rate is the same for all.',
  source: 'H. Robbins and S. Monro, A stochastic approximation method, 1951',
  learningRate: 0.1,
  defaults: {},
  equations: ['\\theta \\leftarrow \\theta - \\eta\\, g'],
  along: 'g',
  rule: () => ({ state: [], move: descend, divisor: one }),
});

export const momentum: OptimiserRow = row({
  id: 'sgd_momentum',
  title: 'Momentum',
  words:
    'Each weight has a velocity, which gradients push and which fades by itself. Where gradients agree it gathers speed; where they point to and fro they cancel.',
  source: 'B. Polyak, Some methods of speeding up the convergence of iteration methods, 1964; as in torch.optim.SGD',
  learningRate: 0.1,
  defaults: { momentum: 0.9 },
  equations: ['v \\leftarrow \\mu v + g', '\\theta \\leftarrow \\theta - \\eta\\, v'],
  along: 'v',
  rule({ momentum }, n) {
    const kept = velocity(n);
    const v = kept.values;
    return {
      state: [kept],
      move(p, g, rate) {
        for (let i = 0; i < p.length; i++) {
          v[i] = momentum * v[i]! + g[i]!;
          p[i]! -= rate * v[i]!;
        }
      },
      divisor: one,
    };
  },
});

export const nesterov: OptimiserRow = row({
  id: 'sgd_nesterov',
  title: 'Nesterov momentum',
  words:
    'Momentum that looks ahead: the gradient is taken where the velocity is about to carry the weight, so it brakes earlier before the other side of a valley.',
  source:
    'Y. Nesterov, A method for solving the convex programming problem with convergence rate O(1/k²), 1983; I. Sutskever et al., On the importance of initialization and momentum in deep learning, 2013; as in torch.optim.SGD, whose θ is the point looked ahead to',
  learningRate: 0.1,
  defaults: { momentum: 0.9 },
  equations: ['v \\leftarrow \\mu v + g', '\\theta \\leftarrow \\theta - \\eta\\, (g + \\mu v)'],
  along: 'g + \\mu v',
  rule({ momentum }, n) {
    const kept = velocity(n);
    const v = kept.values;
    return {
      state: [kept],
      move(p, g, rate) {
        for (let i = 0; i < p.length; i++) {
          v[i] = momentum * v[i]! + g[i]!;
          p[i]! -= rate * (g[i]! + momentum * v[i]!);
        }
      },
      divisor: one,
    };
  },
});
