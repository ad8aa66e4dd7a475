// Optimisers as a table: how one update moves every parameter, as PyTorch's torch.optim defines them.
// All work on one contiguous buffer of parameters [n] and one of gradients [n]; their inner state has the same layout.
import { adagrad, adam, rmsprop } from './optimisers/adaptive.ts';
import { momentum, nesterov, sgd } from './optimisers/descent.ts';
import type { OptimiserId, OptimiserRow } from './optimisers/optimiser.ts';

export { clip, clipByNorm, clipByValue, type Clipping } from './optimisers/clip.ts';
export { descend } from './optimisers/descent.ts';
export { type HyperparameterId, hyperparameters, type OptimiserSettings } from './optimisers/hyperparameters.ts';
export type { Optimiser, OptimiserId } from './optimisers/optimiser.ts';

/** Every optimiser by its id, from the plainest on. */
export const optimisers: Readonly<Record<OptimiserId, OptimiserRow>> = {
  sgd,
  sgd_momentum: momentum,
  sgd_nesterov: nesterov,
  adagrad,
  rmsprop,
  adam,
};
