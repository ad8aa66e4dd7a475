// The hyper-parameters of the optimisers by name: what each does and which numbers it may be. Defaults are the optimisers' own.
import { amount, type Setting, share } from './settings.ts';

export type HyperparameterId = 'momentum' | 'alpha' | 'beta1' | 'beta2' | 'eps' | 'initialAccumulator';

export const hyperparameters: Readonly<Record<HyperparameterId, Setting>> = {
  momentum: {
    latex: '\\mu',
    words: 'How much of its velocity a weight keeps from one update to the next. With 0 it stops after each.',
    ...share,
  },
  alpha: {
    latex: '\\alpha',
    words: 'How much of the old mean of squares is kept at each update. With 0.99 it looks back over about 100 updates.',
    ...share,
  },
  beta1: {
    latex: '\\beta_1',
    words: 'How much of the old mean of gradients is kept at each update. With 0.9 it looks back over about 10 updates.',
    ...share,
  },
  beta2: {
    latex: '\\beta_2',
    words: 'How much of the old mean of squares is kept at each update. With 0.999 it looks back over about 1,000 updates.',
    ...share,
  },
  eps: {
    latex: '\\varepsilon',
    words: 'Added to the root before anything is divided by it. With 0, a weight whose gradients were all 0 becomes 0/0, not a number.',
    ...amount,
  },
  initialAccumulator: {
    latex: 'S_0',
    words: 'Where the sum of squares starts. More than 0 makes the first steps shorter.',
    ...amount,
  },
};

/** What an optimiser can be told. What it has no use for is not read; what is missing is its default. */
export type OptimiserSettings = { readonly learningRate?: number | undefined } & {
  readonly [Id in HyperparameterId]?: number | undefined;
};
