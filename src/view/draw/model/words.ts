// The letters beside the matrices: of one, or what several have in common, as weights, as gradients that add up, or as new weights.
import { cells } from '../../../engine/cells/index.ts';
import type { Network } from '../../../engine/network.ts';
import { plainValue } from '../../../engine/symbols/symbols.ts';
import { unmarked } from '../../../engine/symbols/letters.ts';
import { spell } from '../../../engine/symbols/spelling.ts';
import { mainSlotsOf, type Anatomy } from '../../anatomy/anatomy.ts';
import { formatShort } from '../../theme/format.ts';
import { symbolParts } from '../score/SymbolText.tsx';
import type { ParameterView } from './parameterView.ts';

/** Stands for the letter of any gate: `W_x·`. */
const anyGate = '·';

/** A parameter's letter, or what those of several begin with: `W_hh`, `W_x·`, `b`. Without the chain, which the cell bears. */
export function lettersOf(network: Network, parameters: readonly number[]): string {
  const symbols = parameters.map((index) => unmarked(spell(network, network.program.parameters[index]?.symbol ?? '')).bare);
  const [first = ''] = symbols;
  let length = first.length;
  while (!symbols.every((each) => each.startsWith(first.slice(0, length)))) length--;
  const common = first.slice(0, length);
  if (length === first.length) return first;
  return common.endsWith('_') ? common.slice(0, -1) : `${common}${anyGate}`;
}

/** About how wide a symbol is when it is written. */
export const widthOf = (plain: string, size: number): number =>
  symbolParts(plain).reduce((sum, { text, isLow }) => sum + [...text].length * size * (isLow ? 0.44 : /[WΣ]/.test(text) ? 0.66 : 0.6), 0);

/** The longest of several ways to write the same that fits; the last one where none does. */
export const fitting = (ways: readonly string[], size: number, room: number): string =>
  ways.find((each) => widthOf(each, size) <= room) ?? ways[ways.length - 1] ?? '';

type Kind = ParameterView['kind'];

/** How letters in a cell are written, the longest first. `extra`: what may stand behind weights. */
const ways: Readonly<Record<Kind, (letters: string, extra: readonly string[]) => string[]>> = {
  weights: (letters, extra) => [...extra.map((each) => `${letters} ${each}`), letters],
  total: (letters) => [`Σ ∂L/∂${letters}`, `∂L/∂${letters}`, `∂${letters}`, letters],
  new: (letters) => [`new ${letters}`, letters],
};

export const writtenAs = (kind: Kind, letters: string, size: number, room: number, extra: readonly string[] = []): string =>
  fitting(ways[kind](letters, extra), size, room);

export const rangeText = (range: number): string => `±${formatShort(range)}`;

/** What a cell is called over its matrices: `h = tanh(·)`, `LSTM`; with its chain where there are two. */
export function headWays({ network, groups }: Anatomy, chain: number): string[] {
  const { program, model } = network;
  const { activation, title } = cells[model.cell];
  const isOneSum = groups.filter((each) => each.chain === chain).length === 1;
  const [main = -1] = mainSlotsOf(network, chain);
  const what = isOneSum ? `${plainValue(network, main)} = ${activation}(·)` : (title.split(',')[0] ?? title);
  const { id } = program.chains[chain] ?? {};
  return program.chains.length > 1 && id ? [`${id} · ${isOneSum ? activation : what}`, id] : [what];
}
