// A network: its model compiled to a flat program, and the table of its parameters in one contiguous buffer.
import { cellIds, cells } from './cells/index.ts';
import { readout } from './cells/readout.ts';
import type { ParameterSlot, Program, Slot } from './equation/program.ts';
import { compile } from './equation/program.ts';
import type { Cell } from './cells/cell.ts';
import { requireKnown } from './known.ts';
import type { Model } from './model.ts';
import type { NotationId } from './symbols/notations.ts';
import { topologies, topologyOf } from './topology/index.ts';

export interface Network {
  readonly model: Model;
  readonly program: Program;
  /** How its symbols are written; as in papers where left out. */
  readonly notation?: NotationId | undefined;
}

/** Size of what the decoder reads. */
export const decoderInputSizeOf = (model: Model): number => model.decoderInputSize ?? model.outputSize;

/** The largest number of parameters: they and what an optimiser remembers of them have to fit in memory several times over. */
const mostParameters = 50_000_000;

/**
 * Compiles a model. Throws an `Error` in words when a size is not a whole number from 1, when there would be too many
 * parameters for the memory, where a name is not known, or where a cell or a direction does not go with the topology. `standIn`
 * takes the place of the table's cell, for cells that are not in it.
 */
export function createNetwork(model: Model, standIn?: Cell): Network {
  if (!standIn) requireKnown('cell', model.cell, cellIds);
  requireKnown('topology', model.topology, Object.keys(topologies));
  requireKnown('loss', model.loss, ['bce', 'cross_entropy', 'mse']);
  requireKnown('number of biases', model.biases, ['one', 'two']);
  requireKnown('way to take the losses of all steps together', model.timeReduction, ['sum', 'mean']);
  const cell: Cell = standIn ?? cells[model.cell];
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
  if (program.parameterCount > mostParameters) {
    throw new Error(
      `This network would have ${program.parameterCount.toLocaleString('en')} parameters; the limit is ${mostParameters.toLocaleString('en')}. Take fewer units, inputs or outputs.`,
    );
  }
  return { model, program };
}

/** Throws an `Error` in words unless there are as many numbers as the network has parameters. */
export function requireParameters({ program: { parameterCount } }: Network, parameters: Float64Array): void {
  if (parameters.length !== parameterCount) {
    throw new Error(`This network has ${parameterCount} parameters, but ${parameters.length} numbers were given.`);
  }
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
