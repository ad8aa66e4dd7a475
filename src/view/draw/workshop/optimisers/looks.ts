// How each optimiser's line is drawn wherever it stands: a colour, and dashes for whoever sees no colours.
import type { OptimiserId } from '../../../../engine/learn/optimisers.ts';
import type { LineLook } from '../../plot/LinesPlot.tsx';

export const optimiserLooks: Readonly<Record<OptimiserId, LineLook & { readonly width: number }>> = {
  sgd: { colour: 'var(--ink)', width: 2 },
  sgd_momentum: { colour: 'var(--role-output)', width: 2, dashes: '9 3' },
  sgd_nesterov: { colour: 'var(--role-gradient)', width: 2, dashes: '9 3 2 3' },
  adagrad: { colour: 'var(--role-input)', width: 2 },
  rmsprop: { colour: 'var(--role-update)', width: 2, dashes: '5 3' },
  adam: { colour: 'var(--role-state)', width: 2, dashes: '2 3' },
};

/** The one in view is stronger than the others. */
export const looksWith = (shown: OptimiserId): Readonly<Record<OptimiserId, LineLook>> => ({ ...optimiserLooks, [shown]: { ...optimiserLooks[shown], width: 4 } });
