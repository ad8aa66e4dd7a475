// From declared equations to a flat program: slots (places for values over time) and instructions in the order of computation.
import type { Declaration, Dimension, Expression, ParameterDeclaration } from './expression.ts';
import type { Shape } from './operation.ts';
import { operationOf, type OperationId } from './operations.ts';

export interface Sizes {
  readonly X: number;
  readonly H: number;
  readonly Y: number;
}

/** A parameter with its place in the network's one buffer. */
export interface ParameterSlot extends Omit<ParameterDeclaration, 'rows' | 'columns'> {
  readonly rows: number;
  readonly columns: number;
  /** Where its rows·columns numbers begin, row by row. */
  readonly offset: number;
}

/** Which part of a step makes a value: `given` values (x, target) come from outside. */
export type Stage = 'given' | 'cell' | 'readout' | 'loss';

/** The given values stand first in every program. */
export const inputSlot = 0;
export const targetSlot = 1;

/** A value that exists at every step of its stage. */
export interface Slot {
  readonly symbol: string;
  readonly size: number;
  readonly stage: Stage;
  /** Whether a step hands it to the next one. */
  readonly isState: boolean;
  /** Whether ∂L/∂ of it is computed: given values and what is only for reading (probabilities) have none. */
  readonly hasGradient: boolean;
}

export type Argument =
  | { readonly kind: 'parameter'; readonly index: number }
  | { readonly kind: 'slot'; readonly index: number; readonly time: 'now' | 'previous';
      /** Written out in the formula of what uses it, as it is part of the same equation. */
      readonly isNested: boolean };

export interface Instruction {
  readonly operation: OperationId;
  readonly out: number;
  readonly args: readonly Argument[];
  readonly stage: 'cell' | 'readout' | 'loss';
  readonly words: string;
}

export interface Program {
  readonly parameters: readonly ParameterSlot[];
  /** Length of the parameters' buffer. */
  readonly parameterCount: number;
  readonly slots: readonly Slot[];
  readonly instructions: readonly Instruction[];
  /** Indices of the slots that a step hands to the next. */
  readonly states: readonly number[];
}

/** Compiles a cell and its read-out. Throws when shapes don't fit or a symbol is unknown or declared twice. */
export function compile(cell: Declaration, readout: Declaration, sizes: Sizes, targetSize: number): Program {
  const sizeOf = (dimension: Dimension): number => (dimension === 1 ? 1 : sizes[dimension]);
  let offset = 0;
  const parameters = [...cell.parameters, ...readout.parameters].map((declared): ParameterSlot => {
    const slot = { ...declared, rows: sizeOf(declared.rows), columns: sizeOf(declared.columns), offset };
    offset += slot.rows * slot.columns;
    return slot;
  });
  const slots: Omit<Slot, 'hasGradient'>[] = [
    { symbol: 'x', size: sizes.X, stage: 'given', isState: false },
    { symbol: 'target', size: targetSize, stage: 'given', isState: false },
  ];
  // A state is used by the next step before the equations that make it are met, so its slot stands first.
  for (const state of cell.states) slots.push({ symbol: state, size: sizes.H, stage: 'cell', isState: true });
  const instructions: Instruction[] = [];

  const indexOfSlot = (symbol: string): number => {
    const index = slots.findIndex((slot) => slot.symbol === symbol);
    if (index < 0) throw new Error(`The equations use "${symbol}" before anything makes it.`);
    return index;
  };
  const shapeOf = (arg: Argument): Shape => {
    if (arg.kind === 'slot') return { rows: slots[arg.index]!.size, columns: 1 };
    const { rows, columns } = parameters[arg.index] as ParameterSlot;
    return { rows, columns };
  };
  const place = (expression: Expression, stage: 'cell' | 'readout' | 'loss'): Argument => {
    if (expression.kind === 'parameter') {
      const index = parameters.findIndex((each) => each.symbol === expression.symbol);
      if (index < 0) throw new Error(`The equations use "${expression.symbol}", which is not among the parameters.`);
      return { kind: 'parameter', index };
    }
    if (expression.kind === 'value') {
      return { kind: 'slot', index: indexOfSlot(expression.symbol), time: expression.time, isNested: false };
    }
    const args = expression.args.map((arg) => place(arg, stage));
    const shape = operationOf(expression.operation).shape(args.map(shapeOf));
    let out = slots.findIndex((slot) => slot.symbol === expression.symbol);
    if (out < 0) {
      out = slots.push({ symbol: expression.symbol, size: shape.rows, stage, isState: false }) - 1;
    } else if (instructions.some((each) => each.out === out)) {
      throw new Error(`Two equations make "${expression.symbol}"; each symbol is made once.`);
    }
    instructions.push({ operation: expression.operation, out, args, stage, words: expression.words });
    return { kind: 'slot', index: out, time: 'now', isNested: true };
  };

  for (const equation of cell.equations) place(equation, 'cell');
  readout.equations.forEach((equation, k) => place(equation, k === readout.equations.length - 1 ? 'loss' : 'readout'));
  const reached = reachedByGradient(instructions);
  return {
    parameters,
    parameterCount: offset,
    slots: slots.map((slot, index) => ({ ...slot, hasGradient: index === inputSlot || reached.has(index) })),
    instructions,
    states: cell.states.map(indexOfSlot),
  };
}

/** The slots that a gradient of the loss (the last instruction's result) reaches. */
function reachedByGradient(instructions: readonly Instruction[]): Set<number> {
  const last = instructions[instructions.length - 1] as Instruction;
  const reached = new Set([last.out]);
  // A state is used by a later step's instructions, which stand before its own: a second round finds those.
  for (let round = 0; round < 2; round++) {
    for (const { operation, out, args } of [...instructions].reverse()) {
      if (!reached.has(out)) continue;
      args.forEach((arg, k) => {
        if (arg.kind === 'slot' && operationOf(operation).flowsTo(k)) reached.add(arg.index);
      });
    }
  }
  return reached;
}
