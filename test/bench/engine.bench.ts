// Training steps (forward, BPTT, update) per second of the engine alone, at the sizes of the lessons and beyond.
import { bench, describe } from 'vitest';
import type { Model } from '../../src/engine/model.ts';
import { createNetwork } from '../../src/engine/network.ts';
import { plainLearner } from '../../src/engine/learn/learner.ts';
import { initialParameters } from '../../src/engine/learn/parameters.ts';
import { stream } from '../../src/engine/math/random.ts';

interface Workload {
  readonly name: string;
  readonly topology: Model['topology'];
  readonly inputSize: number;
  readonly hiddenSize: number;
  readonly T: number;
}

const workloads: readonly Workload[] = [
  { name: 'review: V 5, H 4, T 4, many to one', topology: 'many-to-one', inputSize: 5, hiddenSize: 4, T: 4 },
  { name: 'char: V 27, H 64, T 50, in step', topology: 'many-to-many-synced', inputSize: 27, hiddenSize: 64, T: 50 },
  { name: 'long: V 27, H 32, T 1,000, many to one', topology: 'many-to-one', inputSize: 27, hiddenSize: 32, T: 1000 },
];

describe('one training step', () => {
  for (const { name, topology, inputSize, hiddenSize, T } of workloads) {
    const isSynced = topology === 'many-to-many-synced';
    const network = createNetwork({
      cell: 'rnn_tanh', topology, loss: isSynced ? 'cross_entropy' : 'bce', biases: 'one', timeReduction: 'sum',
      inputSize, hiddenSize, outputSize: isSynced ? inputSize : 1,
    });
    const initialisation = { scheme: 'uniform', scale: 1, seed: 1 } as const;
    const parameters = initialParameters(network, { initialisation, baseInputSize: inputSize });
    const random = stream(1, 'bench');
    const indices = Int32Array.from({ length: T }, () => random.integer(inputSize));
    const targets = isSynced ? Float64Array.from(indices) : Float64Array.of(1);
    const learner = plainLearner(network, parameters);
    const lesson = learner.lesson({ inputs: { kind: 'one-hot', indices }, targets });
    bench(name, () => {
      lesson.run();
      learner.descend(1e-3);
    });
  }
});
