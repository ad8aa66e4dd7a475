// The optimisers with a learning rate of its own for each weight: Adagrad, RMSprop, Adam, as torch.optim defines them.
// Parameters θ [n], gradients g [n], sums and means S, v, m [n].
import type { OptimiserRow } from './optimiser.ts';
import { row } from './row.ts';

/**
 * 1 − x: the shortest decimal c with 1 − c = x, if 15 places are enough for one. So 0.1 for 0.9, where the plain
 * difference of the two rounded numbers is 0.09999999999999998.
 */
export function complement(x: number): number {
  const short = Number((1 - x).toFixed(15));
  return 1 - short === x ? short : 1 - x;
}

// Stands outside the rules: a closure of each rule, called in its loop, takes up to twice as long from the second optimiser on.
const rootOf = (squares: number, eps: number): number => Math.sqrt(squares) + eps;

export const adagrad: OptimiserRow = row({
  id: 'adagrad',
  title: 'Adagrad',
  words:
    'Each weight’s rate is divided by the root of the sum of its squared gradients: rarely used weights take long steps, busy ones short steps. The sum only grows, so in a long training every rate dies out.',
  source: 'J. Duchi, E. Hazan and Y. Singer, Adaptive subgradient methods for online learning and stochastic optimization, 2011; as in torch.optim.Adagrad',
  learningRate: 0.1,
  defaults: { eps: 1e-10, initialAccumulator: 0 },
  equations: ['S \\leftarrow S + g^{2}', '\\theta \\leftarrow \\theta - \\frac{\\eta}{\\sqrt{S} + \\varepsilon}\\, g'],
  along: 'g',
  rule({ eps, initialAccumulator }, n) {
    const S = new Float64Array(n).fill(initialAccumulator);
    return {
      state: [{ symbol: 'S', words: 'Sum of the squares of all gradients so far.', values: S }],
      move(p, g, rate) {
        for (let i = 0; i < p.length; i++) {
          S[i]! += g[i]! * g[i]!;
          p[i]! -= (rate * g[i]!) / rootOf(S[i]!, eps);
        }
      },
      divisor: (i) => rootOf(S[i]!, eps),
    };
  },
});

export const rmsprop: OptimiserRow = row({
  id: 'rmsprop',
  title: 'RMSprop',
  words:
    'As Adagrad, but with a mean of the squares that forgets, in place of a sum that only grows: rates follow the gradients of late, and do not die out.',
  source: 'T. Tieleman and G. Hinton, Neural networks for machine learning, lecture 6e, 2012; as in torch.optim.RMSprop',
  learningRate: 0.01,
  defaults: { alpha: 0.99, eps: 1e-8 },
  equations: [
    'v \\leftarrow \\alpha v + (1 - \\alpha)\\, g^{2}',
    '\\theta \\leftarrow \\theta - \\frac{\\eta}{\\sqrt{v} + \\varepsilon}\\, g',
  ],
  along: 'g',
  rule({ alpha, eps }, n) {
    const v = new Float64Array(n);
    const fresh = complement(alpha);
    return {
      state: [{ symbol: 'v', words: 'Running mean of the squared gradients.', values: v }],
      move(p, g, rate) {
        for (let i = 0; i < p.length; i++) {
          v[i] = alpha * v[i]! + fresh * g[i]! * g[i]!;
          p[i]! -= (rate * g[i]!) / rootOf(v[i]!, eps);
        }
      },
      divisor: (i) => rootOf(v[i]!, eps),
    };
  },
});

export const adam: OptimiserRow = row({
  id: 'adam',
  title: 'Adam',
  words:
    'Momentum and RMSprop together: a running mean of the gradients, divided by the root of a running mean of their squares. Both means start at 0 and are too small at first, so each is divided by how far it has warmed up.',
  source: 'D. Kingma and J. Ba, Adam: a method for stochastic optimization, 2015, algorithm 1; as in torch.optim.Adam',
  learningRate: 0.01,
  defaults: { beta1: 0.9, beta2: 0.999, eps: 1e-8 },
  equations: [
    'm \\leftarrow \\beta_1 m + (1 - \\beta_1)\\, g',
    'v \\leftarrow \\beta_2 v + (1 - \\beta_2)\\, g^{2}',
    '\\hat{m} = \\frac{m}{1 - \\beta_1^{k}}',
    '\\hat{v} = \\frac{v}{1 - \\beta_2^{k}}',
    '\\theta \\leftarrow \\theta - \\frac{\\eta}{\\sqrt{\\hat{v}} + \\varepsilon}\\, \\hat{m}',
  ],
  along: '\\hat{m}',
  rule({ beta1, beta2, eps }, n) {
    const m = new Float64Array(n);
    const v = new Float64Array(n);
    const freshM = complement(beta1);
    const freshV = complement(beta2);
    return {
      state: [
        { symbol: 'm', words: 'Running mean of the gradients.', values: m },
        { symbol: 'v', words: 'Running mean of the squared gradients.', values: v },
      ],
      move(p, g, rate, count) {
        const warmM = 1 - beta1 ** count;
        const warmV = 1 - beta2 ** count;
        for (let i = 0; i < p.length; i++) {
          m[i] = beta1 * m[i]! + freshM * g[i]!;
          v[i] = beta2 * v[i]! + freshV * g[i]! * g[i]!;
          p[i]! -= (rate * (m[i]! / warmM)) / rootOf(v[i]! / warmV, eps);
        }
      },
      // Before the first step nothing is warm, and v is 0 whatever it is divided by.
      divisor: (i, count) => rootOf(v[i]! / (count === 0 ? 1 : 1 - beta2 ** count), eps),
    };
  },
});
