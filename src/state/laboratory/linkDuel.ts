// One side of a duel in a link: lstm/hidden:8/stretch:radius:1.2/gate:none
import type { SchemeId } from '../../engine/recipe/schemeNames.ts';
import { schemeNames } from '../../engine/recipe/schemeNames.ts';
import type { Duellist } from './laboratory.ts';
import { cellNames, numberOf, pick, readStretch, writeStretch } from './linkValues.ts';
import { writeNumber } from '../numberText.ts';

export function writeDuellist({ cell, hiddenSize, scheme, stretch, gateBias, strength }: Duellist): string {
  return [
    cellNames.nameOf(cell),
    ...(hiddenSize === undefined ? [] : [`hidden:${writeNumber(hiddenSize)}`]),
    ...(scheme === undefined ? [] : [`scheme:${scheme}`]),
    ...(stretch === undefined ? [] : [`stretch:${writeStretch(stretch)}`]),
    ...(gateBias === undefined ? [] : [`gate:${gateBias === null ? 'none' : writeNumber(gateBias)}`]),
    ...(strength === undefined ? [] : [`strength:${writeNumber(strength)}`]),
  ].join('/');
}

type Reader = (value: string) => Partial<Duellist> | null;

const readers: Readonly<Record<string, Reader>> = {
  hidden: (value) => one('hiddenSize', numberOf('hiddenSize', value)),
  scheme: (value) => one('scheme', pick(Object.keys(schemeNames) as SchemeId[], value)),
  stretch: (value) => one('stretch', readStretch(value)),
  gate: (value) => (value === 'none' ? { gateBias: null } : one('gateBias', numberOf('gateBias', value))),
  strength: (value) => one('strength', numberOf('strength', value)),
};

const one = <Key extends keyof Duellist>(key: Key, value: Duellist[Key]): Pick<Duellist, Key> | null => (value === undefined ? null : ({ [key]: value } as Pick<Duellist, Key>)); // a computed key is not seen by the types

/** Undefined where any part of it cannot be read. */
export function readDuellist(value: string): Duellist | undefined {
  const [name = '', ...parts] = value.split('/');
  const cell = cellNames.cellOf(name);
  if (cell === undefined) return undefined;
  let side: Duellist = { cell };
  for (const part of parts) {
    const [, key = '', rest = ''] = /^([a-z]+):(.*)$/.exec(part.trim()) ?? [];
    const read = Object.hasOwn(readers, key) ? readers[key]?.(rest) : null;
    if (!read) return undefined;
    side = { ...side, ...read };
  }
  return side;
}
