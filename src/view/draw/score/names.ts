// Names for the ear: which number it is, how large, and what it stands for.
import { chainOfFactor } from '../../../engine/symbols/symbolKinds.ts';
import { plainText, roleOf, type Role } from '../../../engine/symbols/symbols.ts';
import type { Reference } from '../../../engine/reference.ts';
import { formatNumber, formatShort } from '../../theme/format.ts';
import type { Paint } from './paint.ts';

const roleWords: Readonly<Record<Role, string>> = {
  input: 'input',
  state: 'state',
  output: 'output',
  gradient: 'gradient',
  neutral: 'number',
};

/** `h₃[2], −0.54, state`. `written`: the number as it stands in the drawing, so that ear and eye agree. */
export function nameOf({ scene, digits }: Paint, reference: Reference, value: number, written = Number.isNaN(value) ? formatNumber(value) : formatShort(value, digits)): string {
  const { network } = scene;
  // A factor has no letter of its own.
  const chain = chainOfFactor(network.program, reference.symbol);
  if (chain >= 0) return `${chain > 0 ? `${network.program.chains[chain]?.id ?? ''} ` : ''}factor of step ${reference.t ?? 0}, ${written}, gradient`;
  const isWeight = network.program.parameters.some((each) => each.symbol === reference.symbol);
  const kind = isWeight ? 'weight' : roleWords[roleOf(network, reference.symbol)];
  return `${plainText(network, reference)}, ${written}, ${kind}`;
}
