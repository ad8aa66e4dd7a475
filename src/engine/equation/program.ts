// From declared equations to a flat program: slots (places for values over time) and instructions in the order of computation.
import type { Axis, Chain } from '../topology/index.ts';
import type { Declaration, Dimension, Expression, ParameterDeclaration } from './expression.ts';
import type { Shape } from './operation.ts';
import { operationOf, type OperationId } from './operations.ts';

/** Sizes of a network; `decoderX` is the size of the decoder's own inputs. */
interface Sizes {
  readonly X: number;
  readonly decoderX: number;
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
type Stage = 'given' | 'cell' | 'readout' | 'loss';

/** Given values stand first in every program: what the first chain reads at 0, targets at 1. */
export const targetSlot = 1;

/** A value that exists at every step of its stage. */
export interface Slot {
  readonly symbol: string;
  readonly size: number;
  readonly stage: Stage;
  /** Position of the chain whose cell makes it; −1 for given values and what is read out. */
  readonly chain: number;
  /** Along which of the sequences its rows run. */
  readonly axis: Axis;
  /** Whether a step hands it to the next one. */
  readonly isState: boolean;
  /** Whether ∂L/∂ of it is computed: targets and what is only for reading (probabilities) have none. */
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
  /** Position of the chain whose step runs it; −1 for what is run at a read-out. */
  readonly chain: number;
  readonly words: string;
}

/** A chain with its places among the slots. */
export interface ProgramChain extends Chain {
  /** Slot of what it reads. */
  readonly input: number;
  /** Slots that a step hands to the next, in the order of the cell's declaration; the same order in every chain. */
  readonly states: readonly number[];
}

export interface Program {
  readonly parameters: readonly ParameterSlot[];
  /** Length of the parameters' buffer. */
  readonly parameterCount: number;
  readonly slots: readonly Slot[];
  readonly instructions: readonly Instruction[];
  readonly chains: readonly ProgramChain[];
  /** Positions of the chains whose states are read out. */
  readonly reads: readonly number[];
  /** The states of the first chain. */
  readonly states: readonly number[];
}

/** What a program is made of: one cell's equations for every chain, and the read-out. */
interface Parts {
  readonly cell: Declaration;
  readonly chains: readonly Chain[];
  /** Positions of the chains that are read out. */
  readonly reads: readonly number[];
  /** The read-out's equations over features of these names. */
  readonly readout: (features: readonly string[]) => Declaration;
  readonly sizes: Sizes;
  readonly targetSize: number;
}

/** Compiles a cell and its read-out. Throws when shapes don't fit or a symbol is unknown or declared twice. */
export function compile({ cell, chains, reads, readout, sizes, targetSize }: Parts): Program {
  const parameters: ParameterSlot[] = [];
  const slots: Omit<Slot, 'hasGradient'>[] = [];
  const instructions: Instruction[] = [];
  let parameterCount = 0;
  const outAxis = chains[reads[reads.length - 1] ?? 0]?.axis ?? 0;
  const sizeOf = (dimension: Dimension, axis: Axis): number => {
    if (dimension === 1) return 1;
    if (dimension === 'X') return axis === 0 ? sizes.X : sizes.decoderX;
    return dimension === 'F' ? sizes.H * reads.length : sizes[dimension];
  };
  const declare = (declared: ParameterDeclaration, axis: Axis, mark: string, torch: Chain['torch']): void => {
    const [rows, columns] = [sizeOf(declared.rows, axis), sizeOf(declared.columns, axis)];
    parameters.push({ ...declared, symbol: `${declared.symbol}${mark}`, torch: torch(declared.torch), rows, columns, offset: parameterCount });
    parameterCount += rows * columns;
  };
  const addSlot = (symbol: string, size: number, stage: Stage, chain: number, axis: Axis, isState = false): number =>
    slots.push({ symbol, size, stage, chain, axis, isState }) - 1;

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
  const place = (expression: Expression, stage: Instruction['stage'], chain: number, mark: string, axis: Axis): Argument => {
    if (expression.kind === 'parameter') {
      const index = parameters.findIndex((each) => each.symbol === `${expression.symbol}${mark}`);
      if (index < 0) throw new Error(`The equations use "${expression.symbol}", which is not among the parameters.`);
      return { kind: 'parameter', index };
    }
    if (expression.kind === 'value') {
      const { symbol, time } = expression;
      // One sequence of inputs may serve two chains, so what a chain reads has no mark of the chain's own.
      const index = symbol === 'x' ? (inputs[axis] as number) : indexOfSlot(symbol === 'target' ? symbol : `${symbol}${mark}`);
      return { kind: 'slot', index, time, isNested: false };
    }
    const args = expression.args.map((arg) => place(arg, stage, chain, mark, axis));
    const shape = operationOf(expression.operation).shape(args.map(shapeOf));
    const symbol = `${expression.symbol}${mark}`;
    let out = slots.findIndex((slot) => slot.symbol === symbol);
    if (out < 0) out = addSlot(symbol, shape.rows, stage, chain, axis);
    else if (instructions.some((each) => each.out === out)) {
      throw new Error(`Two equations make "${symbol}"; each symbol is made once.`);
    }
    instructions.push({ operation: expression.operation, out, args, stage, chain, words: expression.words });
    return { kind: 'slot', index: out, time: 'now', isNested: true };
  };

  const isSplit = chains.some((chain) => chain.axis === 1);
  const inputs = [addSlot(isSplit ? 'x.encoder' : 'x', sizes.X, 'given', -1, 0)];
  addSlot('target', targetSize, 'given', -1, outAxis);
  if (isSplit) inputs.push(addSlot('x.decoder', sizes.decoderX, 'given', -1, 1));

  const programChains = chains.map((chain, c): ProgramChain => {
    for (const declared of cell.parameters) declare(declared, chain.axis, chain.mark, chain.torch);
    // A state is used by the next step before the equations that make it are met, so its slot stands first.
    const states = cell.states.map((state) => addSlot(`${state}${chain.mark}`, sizes.H, 'cell', c, chain.axis, true));
    for (const equation of cell.equations) place(equation, 'cell', c, chain.mark, chain.axis);
    return { ...chain, states, input: inputs[chain.axis] as number };
  });
  const reading = readout(reads.map((c) => `h${chains[c]?.mark ?? ''}`));
  for (const declared of reading.parameters) declare(declared, outAxis, '', (name) => name);
  const { equations } = reading;
  equations.forEach((equation, k) => place(equation, k === equations.length - 1 ? 'loss' : 'readout', -1, '', outAxis));

  const reached = reachedByGradient(instructions, programChains);
  return {
    parameters,
    parameterCount,
    slots: slots.map((slot, index) => ({ ...slot, hasGradient: inputs.includes(index) || reached.has(index) })),
    instructions,
    chains: programChains,
    reads,
    states: programChains[0]?.states ?? [],
  };
}

/** The slots that a gradient of the loss (the last instruction's result) reaches. */
function reachedByGradient(instructions: readonly Instruction[], chains: readonly ProgramChain[]): Set<number> {
  const last = instructions[instructions.length - 1] as Instruction;
  const reached = new Set([last.out]);
  // A state is used by a later step's instructions, which stand before its own, and so is a state handed over to another
  // chain: rounds go on until nothing new is found.
  for (let before = 0; before < reached.size; ) {
    before = reached.size;
    for (const { operation, out, args } of [...instructions].reverse()) {
      if (!reached.has(out)) continue;
      args.forEach((arg, k) => {
        if (arg.kind === 'slot' && operationOf(operation).flowsTo(k)) reached.add(arg.index);
      });
    }
    // What reaches a state may be handed back to the chain that it came from.
    chains[0]?.states.forEach((_, s) => {
      const alike = chains.map(({ states }) => states[s] as number);
      if (alike.some((index) => reached.has(index))) for (const index of alike) reached.add(index);
    });
  }
  return reached;
}
