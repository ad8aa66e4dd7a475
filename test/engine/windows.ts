// Random situations with the gradient cut into windows, or not: for what has to hold of truncated passes as of whole ones.
import fc from 'fast-check';
import { singles, type Situation } from './random.ts';

/** The gradient goes back through a few steps only; the state goes on to the next window, or begins again. */
const truncated = fc
  .record({ situation: singles, window: fc.integer({ min: 1, max: 3 }), state: fc.constantFrom('carried' as const, 'reset' as const) })
  .map(({ situation, window, state }): Situation => ({ ...situation, truncation: { window, state } }));

export const anyWindow = fc.oneof(singles, truncated);
