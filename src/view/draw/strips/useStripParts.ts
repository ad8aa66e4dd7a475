// The code that draws strips and the overview: short sequences do without it, and the first picture does not wait for it.
import { laterModule, useLaterModule } from '../laterModule.ts';

type StripParts = typeof import('./parts.ts');

const parts = laterModule<StripParts>(() => import('./parts.ts'));

/** Null until they are here; without them the score stands without its colours. */
export const useStripParts = (isWanted: boolean): StripParts | null => useLaterModule(parts, isWanted);
