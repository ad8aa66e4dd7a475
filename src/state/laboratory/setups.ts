// From the laboratory's settings to what the engine is asked about: a setup for each network, and one for each side of a duel.
import { matchedHiddenSize } from '../../engine/laboratory/matched.ts';
import type { NetworkSetting, Sequence, Setup } from '../../engine/laboratory/setup.ts';
import { laboratoryCells, type Duellist, type Laboratory, type LaboratoryCell } from './laboratory.ts';

/** The gate that keeps the old state, where a cell has one: what its bias is the bias of. */
export const keepingGate: Readonly<Record<LaboratoryCell, 'f' | 'z' | null>> = {
  rnn_tanh: null, rnn_sigmoid: null, rnn_relu: null, lstm: 'f', gru: 'z',
};

/** The step whose loss is differentiated, 1 … T. */
export const lossStep = ({ steps, lossAt }: Pick<Laboratory, 'steps' | 'lossAt'>): number => Math.min(lossAt ?? steps, steps);

/** One setup a network, all on the same sequence. */
export function setupsOf(laboratory: Laboratory): Readonly<Record<LaboratoryCell, Setup>> {
  const entries = laboratoryCells.map((cell) => [cell, setupOf(laboratory, { cell })] as const);
  return Object.fromEntries(entries) as Record<LaboratoryCell, Setup>; // every cell is among the entries
}

/** The two sides of the duel. What a side does not set itself is as the laboratory has it. */
export function duelSetupsOf(laboratory: Laboratory): readonly [Setup, Setup] {
  const [first, second] = laboratory.duel;
  return [setupOf(laboratory, first), setupOf(laboratory, second)];
}

function setupOf(laboratory: Laboratory, own: Duellist): Setup {
  const { cell, hiddenSize = hiddenSizeOf(laboratory, cell), scheme = laboratory.scheme, strength = laboratory.strength } = own;
  const stretch = own.stretch === undefined ? laboratory.stretch : own.stretch;
  const gateBias = own.gateBias === undefined ? laboratory.gateBias : own.gateBias;
  const sequence: Sequence = { steps: laboratory.steps, seed: laboratory.seed, strength, lossAt: lossStep(laboratory) };
  const network: NetworkSetting = { cell, hiddenSize, scheme, stretch, gateBias: keepingGate[cell] ? gateBias : null };
  return { sequence, network };
}

/** H of a cell: as set, or as many units as bring it nearest to the number of parameters of a vanilla RNN that has as many as set. */
function hiddenSizeOf({ matched, hiddenSize }: Pick<Laboratory, 'matched' | 'hiddenSize'>, cell: LaboratoryCell): number {
  if (matched === 'units') return hiddenSize;
  const key = `${cell} ${hiddenSize}`;
  const found = matches.get(key) ?? matchedHiddenSize(cell, { cell: 'rnn_tanh', hiddenSize });
  matches.set(key, found);
  return found;
}

/** Found once: settings are read with every picture of a drag. There are few of them. */
const matches = new Map<string, number>();
