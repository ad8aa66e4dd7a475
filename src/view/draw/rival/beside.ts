// The numbers of another network that stands beside, handed to the marks that say where the two differ.
import { createContext, useContext } from 'react';
import type { Reference } from '../../../engine/reference.ts';

export interface Beside {
  /** Its name in words: "B". */
  readonly name: string;
  /** Its number of the same kind; null where it has none, or where its clock has not come to it. */
  readonly value: (reference: Reference) => number | null;
  /** Whether that number was changed in one of the two: it is marked however little it differs. */
  readonly isChanged: (reference: Reference) => boolean;
}

const Context = createContext<Beside | null>(null);

export const BesideProvider = Context.Provider;

/** Null where there is one network alone. */
export const useBeside = (): Beside | null => useContext(Context);

/** Numbers further apart than this part of the full colour are marked. */
const farPart = 0.2;

/** Whether two numbers are told apart by a mark; `range`: size of the value that takes the full colour. */
export const isFarApart = (own: number, other: number, range: number): boolean =>
  Number.isNaN(own) !== Number.isNaN(other) || Math.abs(own - other) > farPart * range;
