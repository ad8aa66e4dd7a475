// The code that draws movements and the gradients' lengths: a first operation before it is here is shown without them.
import { laterModule, useLaterModule } from '../laterModule.ts';

export type MovingParts = typeof import('./movingParts.ts');

export const movingParts = laterModule<MovingParts>(() => import('./movingParts.ts'));

/** Null until they are here. */
export const useMovingParts = (isWanted: boolean): MovingParts | null => useLaterModule(movingParts, isWanted);
