// A network: its model compiled to a flat program, and the table of its parameters in one contiguous buffer.
import { cells } from './cells/index.ts';
import { readout } from './cells/readout.ts';
import type { ParameterSlot, Program, Slot } from './equation/program.ts';
import { compile } from './equation/program.ts';
import type { Cell } from './cells/cell.ts';
import type { Model } from './model.ts';
import { topologyOf } from './topology/index.ts';

export interface Network {
  readonly model: Model;
  readonly program: Program;
}

/** Size of what the decoder reads. */
export const decoderInputSizeOf = (model: Model): number => model.decoderInputSize ?? model.outputSize;

/**
 * Compiles a model. Throws an `Error` in words when a size is not a whole number from 1, or where a cell or a direction does
 * not go with the topology. `cell` stands in for the table's, for cells that are not in it.
 */
export function createNetwork(model: Model, cell: Cell = cells[model.cell]): Network {
  for (const [name, size] of Object.entries({
    'The number of inputs': model.inputSize,
    'The number of hidden units': model.hiddenSize,
    'The number of outputs': model.outputSize,
    "The number of the decoder's inputs": decoderInputSizeOf(model),
  })) {
    if (!Number.isInteger(size) || size < 1) throw new Error(`${name} must be a whole number from 1, but it is ${size}.`);
  }
  const { chains, reads } = topologyOf(model);
  const declared = cell.declare(model.biases);
  if (declared.states.length === 0 && model.topology !== 'one-to-one') {
    throw new Error(`${cell.title} has no memory to carry from step to step; its topology is one to one.`);
  }
  const program = compile({
    cell: declared,
    chains,
    reads,
    readout: (features) => readout(model.loss, features),
    sizes: { X: model.inputSize, decoderX: decoderInputSizeOf(model), H: model.hiddenSize, Y: model.outputSize },
    targetSize: model.loss === 'cross_entropy' ? 1 : model.outputSize,
  });
  return { model, program };
}

/** The parameter of that symbol, or undefined. */
export function parameterOf(program: Program, symbol: string): ParameterSlot | undefined {
  return program.parameters.find((parameter) => parameter.symbol === symbol);
}

/** The slot of that symbol, or undefined. */
export function slotOf(program: Program, symbol: string): Slot | undefined {
  return program.slots.find((slot) => slot.symbol === symbol);
}

/** Position of the slot of that symbol; −1 if there is none. */
export function slotIndex(program: Program, symbol: string): number {
  return program.slots.findIndex((slot) => slot.symbol === symbol);
}
