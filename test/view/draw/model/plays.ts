// Scenes of networks of every wiring and cell, with weights as they begin, at any place of the clock.
import type { Moment } from '../../../../src/engine/clock/clock.ts';
import type { Example, Model } from '../../../../src/engine/model.ts';
import { createNetwork } from '../../../../src/engine/network.ts';
import { initialParameters } from '../../../../src/engine/recipe/parameters.ts';
import { Pass } from '../../../../src/engine/run/pass.ts';
import { createTrace } from '../../../../src/engine/run/trace.ts';
import { createScene, createStage, type Scene } from '../../../../src/view/scene/scene.ts';
import { base } from '../../layout/model/specs.ts';

/** The scene just after the first operation for which `done` holds; before the first where it is left out. */
export type PlayModel = (done?: (moment: Moment) => boolean) => Scene;

export function playModel(given: Partial<Model> = {}, T = 3): PlayModel {
  const model: Model = { ...base, ...given };
  const isPair = model.topology === 'encoder-decoder';
  const count = model.topology === 'one-to-one' ? 1 : T;
  const network = createNetwork(model);
  const indices = Int32Array.from({ length: count }, (_, k) => (k * 2 + 1) % model.inputSize);
  const readouts = model.topology === 'many-to-one' ? 1 : count;
  const example: Example = {
    inputs: { kind: 'one-hot', indices },
    targets: Float64Array.from({ length: readouts }, (_, k) => k % model.outputSize),
    ...(isPair ? { decoderInputs: { kind: 'one-hot', indices: Int32Array.from({ length: count }, (_, k) => k % (model.decoderInputSize ?? model.outputSize)) } } : {}),
  };
  const recipe = { initialisation: { scheme: 'uniform' as const, scale: 1, seed: 3 }, baseInputSize: model.inputSize, training: { rows: [], epochs: 0, learningRate: 0 }, changes: [] };
  const parameters = initialParameters(network, recipe);
  const trace = createTrace(network, example);
  const pass = new Pass(trace, parameters);
  pass.forward();
  pass.clearGradients();
  pass.backward();
  const run = { job: { model, recipe, example, learningRate: 0.1 }, network, trace, parameters, forwardTo: trace.steps.length, backwardFrom: 0 };
  const stage = createStage(run);
  const names = (letter: string, length: number): string[] => Array.from({ length }, (_, k) => `${letter}${k + 1}`);
  return (done) => {
    let playhead = 0;
    if (done) {
      do playhead++;
      while (playhead < stage.clock.count && !done(stage.clock.momentAt(playhead)!));
    }
    return createScene(run, stage, playhead, { tokens: [names('word ', count), isPair ? names('mot ', count) : []], words: [names('w', model.inputSize), names('m', model.outputSize)], outputs: names('o', model.outputSize) });
  };
}
