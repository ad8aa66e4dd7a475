// Random small networks with an example each, for properties.
import fc from 'fast-check';
import { cellIds } from '../../src/engine/cells/index.ts';
import type { Example, LossId, Model, TopologyId } from '../../src/engine/model.ts';
import { createNetwork, type Network } from '../../src/engine/network.ts';
import { stream } from '../../src/engine/math/random.ts';

export interface Situation {
  readonly network: Network;
  readonly parameters: Float64Array;
  readonly example: Example;
  readonly initialState: Float64Array;
}

const sizes = fc.integer({ min: 1, max: 5 });

/** Any cell, topology, loss, bias form, reduction, and sizes from 1; parameters and inputs from a seed. */
export const situations: fc.Arbitrary<Situation> = fc
  .record({
    cell: fc.constantFrom(...cellIds),
    topology: fc.constantFrom<TopologyId>('one-to-one', 'many-to-one', 'many-to-many-synced'),
    loss: fc.constantFrom<LossId>('bce', 'cross_entropy', 'mse'),
    biases: fc.constantFrom('one' as const, 'two' as const),
    timeReduction: fc.constantFrom('sum' as const, 'mean' as const),
    inputSize: sizes,
    hiddenSize: sizes,
    outputSize: sizes,
    steps: fc.integer({ min: 1, max: 6 }),
    isOneHot: fc.boolean(),
    seed: fc.integer({ min: 0, max: 1e6 }),
  })
  .map(({ steps, isOneHot, seed, ...model }) => situationOf(model, steps, isOneHot, seed));

function situationOf(model: Model, steps: number, isOneHot: boolean, seed: number): Situation {
  const network = createNetwork(model);
  const T = model.topology === 'one-to-one' ? 1 : steps;
  const random = stream(seed, 'situation');
  const fill = (n: number): Float64Array => Float64Array.from({ length: n }, () => random.uniform(-1, 1));
  const readouts = model.topology === 'many-to-many-synced' ? T : 1;
  const targets =
    model.loss === 'cross_entropy'
      ? Float64Array.from({ length: readouts }, () => random.integer(model.outputSize))
      : Float64Array.from({ length: readouts * model.outputSize }, () => random.uniform(0, 1));
  return {
    network,
    parameters: fill(network.program.parameterCount),
    initialState: fill(model.hiddenSize),
    example: {
      inputs: isOneHot
        ? { kind: 'one-hot', indices: Int32Array.from({ length: T }, () => random.integer(model.inputSize)) }
        : { kind: 'dense', values: fill(T * model.inputSize) },
      targets,
    },
  };
}
