// What the figures of one network's factors draw, of one answer.
import type { Setup } from '../../../../engine/laboratory/setup.ts';
import { laboratoryCells, type LaboratoryCell } from '../../../../state/laboratory/laboratory.ts';
import { activations, type Activation } from '../../../layout/laboratory/activations.ts';
import type { Factors } from './words.ts';

export interface ShownFactors {
  readonly answer: Factors;
  readonly cell: LaboratoryCell;
  readonly hiddenSize: number;
  /** The step of the loss. */
  readonly p: number;
  /** Null for a cell with more than one: then its factors stand whole. */
  readonly activation: Activation | null;
}

export function shownFactors(answer: Factors, { network, sequence }: Setup): ShownFactors {
  const cell = laboratoryCells.find((each) => each === network.cell) ?? 'rnn_tanh';
  return { answer, cell, hiddenSize: network.hiddenSize, p: sequence.lossAt, activation: activations[cell] ?? null };
}
