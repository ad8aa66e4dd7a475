// A network's one parameter buffer ↔ the named tensors of PyTorch's state_dict.
import type { Network } from '../network.ts';
import { bracketedBlock, layoutOf, type Stack } from './layout.ts';
import { matchTensors } from './matching.ts';
import { countOf, type NamedTensor } from './tensor.ts';

/**
 * The network's parameters as PyTorch names and stacks them, in new arrays. A network with one bias is given PyTorch's second
 * one, of zeros. Throws an `Error` in words when the buffer is not of this network.
 */
export function stateDictOf(network: Network, parameters: Float64Array): NamedTensor[] {
  const { parameterCount } = network.program;
  if (parameters.length !== parameterCount) {
    throw new Error(`This network has ${parameterCount} parameters, but ${parameters.length} numbers were given.`);
  }
  return layoutOf(network).map(({ name, shape, blocks }) => {
    const data = new Float64Array(countOf(shape));
    let at = 0;
    for (const { offset, rows, columns } of blocks) {
      data.set(parameters.subarray(offset, offset + rows * columns), at);
      at += rows * columns;
    }
    return { name, shape, data };
  });
}

/**
 * A new parameter buffer for the network, filled from a state_dict. Names may carry the name of PyTorch's module, as in
 * `lstm.weight_ih_l0`. Where the network has one bias and the tensors have two, they are added; both may be added only where
 * the equations add both, so that the GRU's b_hn has to be zero.
 *
 * @throws Error that says in words every tensor that is missing, unexpected or of another shape.
 */
export function parametersFromStateDict(network: Network, tensors: readonly NamedTensor[]): Float64Array {
  const layout = layoutOf(network);
  const found = matchTensors(layout.map(({ name, shape, addsTo }) => ({ name, shape, isOptional: addsTo !== undefined })), tensors);
  const parameters = new Float64Array(network.program.parameterCount);
  for (const stack of layout) {
    const tensor = found.get(stack.name);
    if (!tensor) continue; // a second bias that neither has
    if (stack.addsTo !== undefined) checkThatItAdds(network, stack, tensor);
    const { blocks } = layout.find(({ name }) => name === (stack.addsTo ?? stack.name))!;
    let at = 0;
    for (const { offset, rows, columns } of blocks) {
      const numbers = tensor.data.subarray(at, at + rows * columns);
      if (stack.addsTo === undefined) parameters.set(numbers, offset);
      else numbers.forEach((value, i) => (parameters[offset + i]! += value));
      at += rows * columns;
    }
  }
  return parameters;
}

/** Throws where a second bias stands in the equations at a place of its own, and is not zero there. */
function checkThatItAdds({ model }: Network, { addsTo }: Stack, tensor: NamedTensor): void {
  const bracketed = bracketedBlock[model.cell];
  if (!bracketed) return;
  const from = bracketed.block * model.hiddenSize;
  const row = tensor.data.findIndex((value, i) => i >= from && i < from + model.hiddenSize && value !== 0);
  if (row < 0) return;
  throw new Error(
    `These weights do not fit the network, so nothing was changed. The network has one bias, and ${tensor.name} cannot be added to ` +
      `${addsTo}: its entry ${row + 1} is ${tensor.data[row]}, and 0 is expected, as it belongs to ${bracketed.words}. A network with two biases can hold it.`,
  );
}
