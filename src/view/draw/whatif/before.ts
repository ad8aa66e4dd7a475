// The values before a change, handed to the marks that show ghosts of them.
import { createContext, useContext } from 'react';
import type { Reference } from '../../../engine/reference.ts';
import type { Axis } from '../../../engine/topology/index.ts';

export interface Before {
  /** The number that stood there before; null where none is to be compared. */
  readonly value: (reference: Reference) => number | null;
  /** Whether anything that is computed at that step of a sequence has changed. */
  readonly hasChanged: (axis: Axis, row: number) => boolean;
}

const Context = createContext<Before | null>(null);

export const BeforeProvider = Context.Provider;

/** Null where nothing is being changed. */
export const useBefore = (): Before | null => useContext(Context);
