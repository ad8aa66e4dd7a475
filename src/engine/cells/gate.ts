// What gated cells share: one gate's blocks of the stacked matrices, W_x· [H,X], W_h· [H,H] and its bias, as PyTorch names them.
import type { Expression, ParameterDeclaration } from '../equation/expression.ts';
import { apply, now, parameter, previous } from '../equation/expression.ts';
import type { BiasId } from './cell.ts';

/** A gate by its letter: `i` has W_xi, W_hi, and b_i, or PyTorch's b_ii and b_hi. */
export interface Gate {
  readonly letter: string;
  /** Whether its bias keeps the memory when it is high. */
  readonly isForget?: boolean;
}

/** The blocks of all gates in PyTorch's order: W_ih's first, then W_hh's, then the biases. */
export function gateParameters(gates: readonly Gate[], biases: BiasId): ParameterDeclaration[] {
  const bias = (symbol: string, torch: string, { isForget }: Gate): ParameterDeclaration =>
    ({ symbol, rows: 'H', columns: 1, role: 'bias', torch, ...(isForget ? { isForgetBias: true as const } : {}) });
  return [
    ...gates.map(({ letter }): ParameterDeclaration =>
      ({ symbol: `W_x${letter}`, rows: 'H', columns: 'X', role: 'input', torch: 'weight_ih_l0' })),
    ...gates.map(({ letter }): ParameterDeclaration =>
      ({ symbol: `W_h${letter}`, rows: 'H', columns: 'H', role: 'recurrent', torch: 'weight_hh_l0' })),
    ...gates.map((gate) => bias(biases === 'one' ? `b_${gate.letter}` : `b_i${gate.letter}`, 'bias_ih_l0', gate)),
    ...(biases === 'two' ? gates.map((gate) => bias(`b_h${gate.letter}`, 'bias_hh_l0', gate)) : []),
  ];
}

/** W_x· x_t: what the gate reads of the input. */
export const readBy = (letter: string): Expression =>
  apply('multiply', [parameter(`W_x${letter}`), now('x')], `W_x${letter}·x`, `read: the input goes through W_x${letter}`);

/** W_h· v: what the gate recalls, of the state before unless another value is given. */
export const recalledBy = (letter: string, what: Expression = previous('h'), symbol = 'h'): Expression =>
  apply('multiply', [parameter(`W_h${letter}`), what], `W_h${letter}·${symbol}`, `recall: the memory goes through W_h${letter}`);

/** The biases of a gate, as terms of a sum. */
export const biasesOf = (letter: string, biases: BiasId): Expression[] =>
  (biases === 'one' ? [`b_${letter}`] : [`b_i${letter}`, `b_h${letter}`]).map(parameter);

/** a_· = W_x· x_t + W_h· h_{t−1} + b_·, the sum that a gate squashes. */
export const sumOf = (letter: string, biases: BiasId): Expression =>
  apply('add', [readBy(letter), recalledBy(letter), ...biasesOf(letter, biases)], `a_${letter}`, `mix: what gate ${letter} reads and recalls, and its bias`);
