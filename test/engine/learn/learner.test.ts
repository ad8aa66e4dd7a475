import { describe, expect, it } from 'vitest';
import { learn, plainLearner } from '../../../src/engine/learn/learner.ts';
import type { Example, Model } from '../../../src/engine/model.ts';
import { createNetwork } from '../../../src/engine/network.ts';
import { optimisers } from '../../../src/engine/learn/optimisers.ts';
import { initialParameters } from '../../../src/engine/recipe/parameters.ts';
import { schedules } from '../../../src/engine/learn/schedules.ts';
import { norm } from '../../../src/engine/math/linear.ts';

const model: Model = {
  cell: 'gru', topology: 'many-to-one', loss: 'bce', biases: 'one', timeReduction: 'sum', inputSize: 4, hiddenSize: 4, outputSize: 1,
};
const network = createNetwork(model);
const initial = initialParameters(network, { initialisation: { scheme: 'uniform', scale: 1, seed: 2 }, baseInputSize: 4 });
const sentence = (target: number, ...indices: number[]): Example => ({
  inputs: { kind: 'one-hot', indices: Int32Array.from(indices) },
  targets: Float64Array.of(target),
});
const reviews = [sentence(1, 0, 1, 2), sentence(0, 0, 1, 3, 2), sentence(0, 0, 1)];

describe('a learner', () => {
  it('learns: the loss of every row falls below a tenth of what it was', () => {
    const learner = plainLearner(network, initial);
    const lessons = reviews.map((each) => learner.lesson(each));
    const before = lessons.map((lesson) => lesson.run());
    const adam = optimisers.adam.make({ learningRate: 0.05 }, initial.length);
    for (let epoch = 0; epoch < 60; epoch++) for (const lesson of lessons) learn(learner, lesson, adam);
    lessons.forEach((lesson, k) => expect(lesson.run()).toBeLessThan(before[k]! / 10));
  });

  it('reports the loss and norm just before an update, and leaves the parameters that it was given alone', () => {
    const given = initial.slice();
    const learner = plainLearner(network, given);
    const lesson = learner.lesson(reviews);
    const loss = lesson.run();
    const gradientNorm = norm(learner.gradients);
    expect(learn(learner, lesson, optimisers.sgd.make({}, given.length))).toEqual({ loss, gradientNorm });
    expect([...given]).toEqual([...initial]);
    expect(lesson.run()).toBeLessThan(loss);
  });

  it('moves by at most η times the clip, and each weight by at most η times the value', () => {
    for (const [clipping, size] of [[{ norm: 0.01 }, (d: Float64Array) => norm(d)], [{ value: 0.01 }, (d: Float64Array) => Math.max(...d.map(Math.abs))]] as const) {
      const learner = plainLearner(network, initial);
      learn(learner, learner.lesson(reviews), optimisers.sgd.make({ learningRate: 2 }, initial.length), { clipping });
      const moved = learner.parameters.map((each, i) => each - initial[i]!);
      expect(size(moved)).toBeLessThanOrEqual(0.02 * (1 + 1e-9));
      expect(size(moved)).toBeGreaterThan(0.019);
    }
  });

  it('takes its rate from a schedule', () => {
    const rates = [0, 1, 2].map((epoch) => schedules.exponential.rate(0.5, epoch, { gamma: 0.5 }));
    const learner = plainLearner(network, initial);
    const lesson = learner.lesson(reviews);
    const sgd = optimisers.sgd.make({ learningRate: 0.5 }, initial.length);
    for (const learningRate of rates) {
      const before = learner.parameters.slice();
      learn(learner, lesson, sgd, { learningRate });
      learner.parameters.forEach((each, i) => expect(each).toBeCloseTo(before[i]! - learningRate * learner.gradients[i]!, 15));
    }
  });
});
