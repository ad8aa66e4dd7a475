// What the guide is told of a network, for every kind of network.
import { describe, expect, it } from 'vitest';
import { situationOf } from '../../src/app/situation.ts';
import type { Model } from '../../src/engine/model.ts';
import { tasks } from '../../src/engine/tasks/index.ts';
import { guidePage } from '../../src/lessons/guide.ts';
import { initialDocument } from '../../src/state/defaults.ts';
import { createScene, createStage } from '../../src/view/scene/scene.ts';
import { run, situationOf as randomSituation } from '../engine/random.ts';

const base: Model = { cell: 'rnn_tanh', topology: 'many-to-one', loss: 'cross_entropy', biases: 'one', timeReduction: 'sum', inputSize: 3, hiddenSize: 2, outputSize: 2 };

function situation(model: Partial<Model>, isOneHot = true) {
  const random = randomSituation({ ...base, ...model }, { lengths: [[3, 2]], isOneHot, seed: 5 });
  const { trace } = run(random);
  const job = { model: random.network.model, example: trace.example, learningRate: 0.1 } as never;
  const numbers = { job, network: random.network, trace, parameters: random.parameters, forwardTo: trace.steps.length, backwardFrom: 0 };
  const words = { tokens: [['a', 'b', 'c'], ['d', 'e']], words: [['a', 'b', 'c'], ['d', 'e']], outputs: ['yes', 'no'] } as const;
  const scene = createScene(numbers, createStage(numbers), 0, words);
  return situationOf(scene, tasks.reviews, initialDocument());
}

describe('the situation', () => {
  it('names one matrix of a plain cell, and gates and roads of others', () => {
    expect(situation({})).toMatchObject({ state: 'h', memories: [], gates: [], road: null, inputWeights: 'W_xh', recurrentWeights: 'W_hh', wiring: 'one way', steps: 3, answers: 1 });
    const lstm = situation({ cell: 'lstm' });
    expect(lstm).toMatchObject({ state: 'h', memories: ['c'], road: { state: 'c', gate: 'f' }, inputWeights: '', recurrentWeights: '' });
    expect(lstm.gates).toContain('forget gate f: how much is kept');
    expect(situation({ cell: 'gru' })).toMatchObject({ memories: [], road: { state: 'h', gate: 'z' } });
  });

  it('tells how it is wired, without the marks of its chains', () => {
    expect(situation({ bidirectional: true })).toMatchObject({ wiring: 'both ways', inputWeights: 'W_xh' });
    expect(situation({ topology: 'encoder-decoder' })).toMatchObject({ wiring: 'encoder and decoder', state: 'h', recurrentWeights: 'W_hh', steps: 5, answers: 2 });
  });

  it('has no state and no steps where nothing is remembered', () => {
    const picture = situation({ cell: 'feedforward_tanh', topology: 'one-to-one' }, false);
    expect(picture).toMatchObject({ state: '', layer: 'h', steps: 0, inputs: 'numbers' });
    expect(guidePage(picture).paragraphs.join(' ')).toContain('It has no memory, and there is no time.');
  });
});
