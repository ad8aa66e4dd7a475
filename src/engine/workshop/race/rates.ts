// The η that each optimiser has in a race where nothing else is said.
import { optimisers } from '../../learn/optimisers.ts';
import type { OptimiserId } from '../../learn/optimisers/optimiser.ts';
import type { RaceProblem } from './job.ts';

/** From the plainest on, as the table has them. */
export const optimiserIds = Object.keys(optimisers) as readonly OptimiserId[];

/** Chosen so that on a bowl of stretch 20 each gets down in its own manner: descent to and fro, momentum in loops, the others along the diagonal. */
const onBowl: Readonly<Record<OptimiserId, number>> = { sgd: 0.08, sgd_momentum: 0.02, sgd_nesterov: 0.02, adagrad: 1, rmsprop: 0.1, adam: 0.2 };

export const usualRate = (problem: RaceProblem['kind'], id: OptimiserId): number => (problem === 'bowl' ? onBowl[id] : optimisers[id].learningRate);
