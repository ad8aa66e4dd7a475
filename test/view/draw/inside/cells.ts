// Scenes of small networks of every kind, with a way back through them, for tests of what is drawn inside their cells.
import type { Cell } from '../../../../src/engine/cells/cell.ts';
import type { Moment } from '../../../../src/engine/clock/clock.ts';
import type { Example, Model } from '../../../../src/engine/model.ts';
import { createNetwork } from '../../../../src/engine/network.ts';
import { parametersOf } from '../../../../src/engine/recipe/parameters.ts';
import { Pass } from '../../../../src/engine/run/pass.ts';
import type { Truncation } from '../../../../src/engine/run/sequences.ts';
import { createTrace, type Trace } from '../../../../src/engine/run/trace.ts';
import { createScene, createStage, type Scene } from '../../../../src/view/scene/scene.ts';
import { mgu } from '../../../engine/cells/mgu.ts';

export const minimal: Cell = { title: 'Minimal gated unit', family: 'mgu', activation: 'tanh', steepestSlope: 1, largestState: 1, declare: (biases) => mgu(biases) };

export interface Asked extends Partial<Model> {
  readonly standIn?: Cell;
  readonly dense?: boolean;
  readonly truncation?: Truncation;
}

export interface Ran {
  readonly trace: Trace;
  readonly parameters: Float64Array;
  readonly example: Example;
  /** The scene just after the first operation for which `done` holds; before the first where it is left out. */
  readonly at: (done?: (moment: Moment) => boolean) => Scene;
}

const words = ['movie', 'was', 'good', 'bad', 'not'];

export function run({ standIn, dense = false, truncation, ...model }: Asked): Ran {
  const whole: Model = { cell: 'rnn_tanh', topology: 'many-to-one', loss: 'cross_entropy', biases: 'one', timeReduction: 'sum', inputSize: 5, hiddenSize: 4, outputSize: 3, ...model };
  const network = createNetwork(whole, standIn);
  const recipe = { initialisation: { scheme: 'uniform', scale: 1, seed: 7 }, baseInputSize: whole.inputSize, training: { rows: [], epochs: 0, learningRate: 0.1 }, changes: [] } as const;
  const parameters = parametersOf(network, recipe);
  const T = whole.topology === 'one-to-one' ? 1 : 3;
  const isSplit = whole.topology === 'encoder-decoder';
  const indices = Int32Array.from([0, 1, 4].slice(0, T));
  const inputs: Example['inputs'] = dense ? { kind: 'dense', values: Float64Array.from({ length: T * whole.inputSize }, (_, k) => Math.sin(k * 1.7)) } : { kind: 'one-hot', indices };
  const readouts = whole.topology === 'many-to-one' ? 1 : isSplit ? 2 : T;
  const targets = Float64Array.from({ length: readouts }, (_, k) => k % whole.outputSize);
  const example: Example = { inputs, targets, ...(isSplit ? { decoderInputs: { kind: 'one-hot', indices: Int32Array.of(0, 1) } } : {}) };
  const trace = createTrace(network, example, truncation);
  const pass = new Pass(trace, parameters);
  pass.forward();
  pass.clearGradients();
  pass.backward();
  const job = { model: whole, recipe, example, learningRate: 0.1 };
  const delivered = { job, network, trace, parameters, forwardTo: trace.steps.length, backwardFrom: 0 };
  const stage = createStage(delivered);
  return {
    trace, parameters, example,
    at(done) {
      let playhead = 0;
      if (done) {
        do playhead++;
        while (playhead < stage.clock.count && !done(stage.clock.momentAt(playhead) as Moment));
      }
      return createScene(delivered, stage, playhead, { tokens: [words.filter((_, k) => [...indices].includes(k)), ['<s>', 'good']], words: [words, words], outputs: ['a', 'b', 'c'] });
    },
  };
}
