// Networks of different cells with the same number of parameters, as nearly as whole units allow: what a comparison is fair by.
import { networkOf, type Sized } from './network.ts';

/** Number of parameters of a network of the laboratory, read-out and all. */
export const parameterCountOf = (sized: Sized): number => networkOf(sized).program.parameterCount;

/** H with which a cell's number of parameters is nearest to that of `like`; the smaller of two that are as near. At least 1. */
export function matchedHiddenSize(cell: Sized['cell'], like: Sized): number {
  const wanted = parameterCountOf(like);
  // The number of parameters grows with H, so the two next to it are found by halving.
  let below = 1;
  let above = 1;
  while (parameterCountOf({ cell, hiddenSize: above }) < wanted) [below, above] = [above, above * 2];
  while (above - below > 1) {
    const middle = Math.floor((below + above) / 2);
    if (parameterCountOf({ cell, hiddenSize: middle }) < wanted) below = middle;
    else above = middle;
  }
  const away = (hiddenSize: number): number => Math.abs(parameterCountOf({ cell, hiddenSize }) - wanted);
  return away(above) < away(below) ? above : below;
}
