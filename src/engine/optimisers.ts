// Optimisers as a table: how one update moves every parameter, as PyTorch's torch.optim defines them.
// All work on one contiguous buffer of parameters [n] and one of gradients [n]; their inner state has the same layout.

export type OptimiserId = 'sgd' | 'sgd_momentum' | 'adagrad' | 'rmsprop' | 'adam';

export interface OptimiserSettings {
  readonly learningRate: number;
  /** For `sgd_momentum`. */
  readonly momentum?: number | undefined;
}

/** One optimiser at work: `step` moves the parameters in place. */
export interface Optimiser {
  step(parameters: Float64Array, gradients: Float64Array): void;
}

/** p ← p − η ∂L/∂p for every parameter, in place: stochastic gradient descent. */
export function descend(parameters: Float64Array, gradients: Float64Array, learningRate: number): void {
  for (let i = 0; i < parameters.length; i++) parameters[i]! -= learningRate * (gradients[i] as number);
}

type Make = (settings: OptimiserSettings, n: number) => Optimiser;

export const optimisers: Readonly<Record<OptimiserId, { readonly title: string; readonly learningRate: number; readonly make: Make }>> = {
  sgd: {
    title: 'SGD',
    learningRate: 0.1,
    make: ({ learningRate }) => ({
      step: (p, g) => descend(p, g, learningRate),
    }),
  },

  sgd_momentum: {
    title: 'Momentum',
    learningRate: 0.1,
    make({ learningRate, momentum = 0.9 }, n) {
      const v = new Float64Array(n);
      return {
        step(p, g) {
          for (let i = 0; i < p.length; i++) {
            v[i] = momentum * v[i]! + g[i]!;
            p[i]! -= learningRate * v[i]!;
          }
        },
      };
    },
  },

  // Duchi, Hazan, Singer (2011).
  adagrad: {
    title: 'Adagrad',
    learningRate: 0.1,
    make({ learningRate }, n) {
      const total = new Float64Array(n);
      return {
        step(p, g) {
          for (let i = 0; i < p.length; i++) {
            total[i]! += g[i]! * g[i]!;
            p[i]! -= (learningRate * g[i]!) / (Math.sqrt(total[i]!) + 1e-10);
          }
        },
      };
    },
  },

  // Hinton's lecture 6e (2012); the mean of squares decays by 0.99.
  rmsprop: {
    title: 'RMSprop',
    learningRate: 0.01,
    make({ learningRate }, n) {
      const mean = new Float64Array(n);
      return {
        step(p, g) {
          for (let i = 0; i < p.length; i++) {
            mean[i] = 0.99 * mean[i]! + 0.01 * g[i]! * g[i]!;
            p[i]! -= (learningRate * g[i]!) / (Math.sqrt(mean[i]!) + 1e-8);
          }
        },
      };
    },
  },

  // Kingma and Ba (2015), algorithm 1.
  adam: {
    title: 'Adam',
    learningRate: 0.01,
    make({ learningRate }, n) {
      const m = new Float64Array(n);
      const v = new Float64Array(n);
      let count = 0;
      return {
        step(p, g) {
          count++;
          const warmM = 1 - 0.9 ** count;
          const warmV = 1 - 0.999 ** count;
          for (let i = 0; i < p.length; i++) {
            m[i] = 0.9 * m[i]! + 0.1 * g[i]!;
            v[i] = 0.999 * v[i]! + 0.001 * g[i]! * g[i]!;
            p[i]! -= (learningRate * (m[i]! / warmM)) / (Math.sqrt(v[i]! / warmV) + 1e-8);
          }
        },
      };
    },
  },
};

/**
 * Shortens all gradients together so that their global norm is at most `limit`, never lengthens them:
 * g ← g · min(1, limit / (‖g‖ + 1e-6)), PyTorch's clip_grad_norm_. `norm` is ‖g‖.
 */
export function clipByNorm(gradients: Float64Array, norm: number, limit: number): void {
  const factor = Math.min(1, limit / (norm + 1e-6));
  for (let i = 0; i < gradients.length; i++) gradients[i]! *= factor;
}
