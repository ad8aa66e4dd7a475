// The engine as a contestant: one training step of a workload, by the kernel or by the plain loops, float64.
import { kernelLearner } from '../../../src/engine/kernel/learner.ts';
import { plainLearner, type Learner } from '../../../src/engine/learn/learner.ts';
import { norm } from '../../../src/engine/math/linear.ts';
import type { CellId, Example, Model } from '../../../src/engine/model.ts';
import { createNetwork, type Network } from '../../../src/engine/network.ts';
import { drawnFor } from '../lcg.mjs';
import type { Workload } from '../workloads.mjs';
import type { Prepared } from './reply.mjs';

export type Path = 'kernel' | 'loops';

const cells: Readonly<Record<Workload['cell'], CellId>> = { rnn: 'rnn_tanh', lstm: 'lstm', gru: 'gru' };

const learners: Readonly<Record<Path, (network: Network, initial: Float64Array) => Learner | null>> = {
  kernel: kernelLearner,
  loops: plainLearner,
};

export const isPath = (word: string | undefined): word is Path => word !== undefined && word in learners;

export function modelOf({ cell, readout, V, H, Y }: Workload): Model {
  const isEach = readout === 'each';
  return {
    cell: cells[cell], topology: isEach ? 'many-to-many-synced' : 'many-to-one', loss: isEach ? 'cross_entropy' : 'bce',
    biases: 'one', timeReduction: 'mean', inputSize: V, hiddenSize: H, outputSize: Y,
  };
}

/** A workload laid out. Throws in words where the kernel cannot be had. */
export function prepare(workload: Workload, path: Path): Prepared {
  const { Wx, Wh, b, Wy, by, inputs, targets } = drawnFor(workload);
  const network = createNetwork(modelOf(workload));
  // The engine's buffer has the same order as the drawing: both follow PyTorch's.
  const learner = learners[path](network, Float64Array.from([Wx, Wh, b, Wy, by].flatMap((values) => [...values])));
  if (!learner) throw new Error('there is no kernel for this network here');
  const lesson = learner.lesson(
    inputs.map((indices, k): Example => ({ inputs: { kind: 'one-hot', indices }, targets: Float64Array.from(targets[k] ?? [1]) })),
  );
  return {
    step(rate) {
      const loss = lesson.run();
      learner.descend(rate);
      return loss;
    },
    norm: () => norm(learner.gradients),
    // The kernel has one memory for all; the loops have arrays, which the process counts.
    bytes: path === 'kernel' ? () => learner.parameters.buffer.byteLength : undefined,
  };
}
