// A network: its model compiled to a flat program, and the table of its parameters in one contiguous buffer.
import { cells } from './cells/index.ts';
import { readout } from './cells/readout.ts';
import type { ParameterSlot, Program, Slot } from './equation/program.ts';
import { compile } from './equation/program.ts';
import type { Model } from './model.ts';

export interface Network {
  readonly model: Model;
  readonly program: Program;
}

/** Compiles a model. Throws an `Error` in words when a size is not a whole number from 1. */
export function createNetwork(model: Model): Network {
  for (const [name, size] of Object.entries({
    'The number of inputs': model.inputSize,
    'The number of hidden units': model.hiddenSize,
    'The number of outputs': model.outputSize,
  })) {
    if (!Number.isInteger(size) || size < 1) throw new Error(`${name} must be a whole number from 1, but it is ${size}.`);
  }
  const cell = cells[model.cell];
  const sizes = { X: model.inputSize, H: model.hiddenSize, Y: model.outputSize };
  const targetSize = model.loss === 'cross_entropy' ? 1 : model.outputSize;
  return { model, program: compile(cell.declare(model.biases), readout(model.loss), sizes, targetSize) };
}

/** The parameter of that symbol, or undefined. */
export function parameterOf(program: Program, symbol: string): ParameterSlot | undefined {
  return program.parameters.find((parameter) => parameter.symbol === symbol);
}

/** The slot of that symbol, or undefined. */
export function slotOf(program: Program, symbol: string): Slot | undefined {
  return program.slots.find((slot) => slot.symbol === symbol);
}
