// Why a number cannot be changed by hand, in words, and which numbers it is made of that can.
import { leavesOf } from '../../../engine/equation/numeric.ts';
import { sameReference, type Reference } from '../../../engine/reference.ts';
import { givenOf } from '../../anatomy/given.ts';
import { nameOf } from '../../layout/extent.ts';
import type { Scene } from '../../scene/scene.ts';
import type { Refusal } from './whatIf.ts';
import { explain } from '../../../engine/explain/explanation.ts';

/** More terms than these are not offered. */
const mostOffered = 6;

export function refusalOf({ network, numbers }: Scene, reference: Reference): Refusal {
  const { numbers: tree, words } = explain(numbers, reference);
  const name = nameOf(network, reference);
  const terms = tree ? leavesOf(tree).map(({ reference }) => reference).filter((each, k, all) => !sameReference(each, reference) && all.findIndex((other) => sameReference(other, each)) === k) : [];
  if (terms.length === 0) return { words: `${name} cannot be changed here: ${words === '' ? 'it follows from the others' : words}.`, instead: [] };
  // What can be changed at once stands first.
  const isGiven = (each: Reference): boolean => givenOf(network, each) !== null;
  const instead = [...terms.filter(isGiven), ...terms.filter((each) => !isGiven(each))].slice(0, mostOffered);
  return { words: `${name} is computed. Change what it is made of:`, instead };
}
