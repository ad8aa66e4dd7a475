// Scenes of small trained networks at any place of the clock, for tests of what is drawn.
import type { Moment } from '../../../src/engine/clock/clock.ts';
import type { Job } from '../../../src/engine/job.ts';
import { createNetwork } from '../../../src/engine/network.ts';
import { parametersOf } from '../../../src/engine/recipe/parameters.ts';
import { Pass } from '../../../src/engine/run/pass.ts';
import { examplesOf, readSentence } from '../../../src/engine/tasks/read.ts';
import { tasks } from '../../../src/engine/tasks/index.ts';
import type { TaskId } from '../../../src/engine/tasks/index.ts';
import { createTrace } from '../../../src/engine/run/trace.ts';
import { createScene, createStage, type Scene } from '../../../src/view/scene/scene.ts';

export interface Given {
  readonly task?: TaskId;
  readonly text?: string;
  /** Reads the text again and again up to so many steps. */
  readonly T?: number;
  readonly units?: number;
  /** Multiplies W_hh at the start. */
  readonly scale?: number;
  readonly epochs?: number;
}

/** The scene just after the first operation for which `done` holds; before the first where it is left out. */
export type Play = (done?: (moment: Moment) => boolean) => Scene;

export function play({ task: id = 'reviews', text, T, units, scale = 1, epochs = 50 }: Given = {}): Play {
  const task = tasks[id];
  const reading = readSentence(task, task.vocabulary, text ?? task.rows[task.firstRow]!.text);
  const count = T ?? reading.tokens.length;
  const at = (k: number): number => k % reading.tokens.length;
  const indices = Int32Array.from({ length: count }, (_, k) => reading.indices[at(k)]!);
  const tokens = Array.from({ length: count }, (_, k) => reading.tokens[at(k)]!);
  const targets = task.topology === 'many-to-one' ? reading.targets : Float64Array.from({ length: count }, (_, k) => reading.targets[at(k)]!);
  const job: Job = {
    model: {
      cell: 'rnn_tanh',
      topology: task.topology,
      loss: task.loss,
      biases: 'one',
      timeReduction: 'sum',
      inputSize: task.vocabulary.length,
      hiddenSize: units ?? task.hiddenSize,
      outputSize: task.outputs.length,
    },
    recipe: {
      initialisation: { scheme: 'uniform', scale, seed: task.seed },
      baseInputSize: task.vocabulary.length,
      training: { rows: examplesOf(task), epochs, learningRate: task.learningRate },
      changes: [],
    },
    example: { inputs: { kind: 'one-hot', indices }, targets },
    learningRate: task.learningRate,
  };
  const network = createNetwork(job.model);
  const parameters = parametersOf(network, job.recipe);
  const trace = createTrace(network, job.example);
  const pass = new Pass(trace, parameters);
  pass.forward();
  pass.clearGradients();
  pass.backward();
  const run = { job, network, trace, parameters, forwardTo: count, backwardFrom: 0 };
  const stage = createStage(run);
  const words = { tokens, words: task.vocabulary, outputs: task.outputs };
  return (done) => {
    let playhead = 0;
    if (done) {
      do playhead++;
      while (playhead < stage.clock.count && !done(stage.clock.momentAt(playhead)!));
    }
    return createScene(run, stage, playhead, words);
  };
}
