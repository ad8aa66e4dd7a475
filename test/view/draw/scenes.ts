// Scenes of small networks of any task and cell at any place of the clock, for tests of what is drawn.
import type { Moment } from '../../../src/engine/clock/clock.ts';
import type { Job } from '../../../src/engine/job.ts';
import type { BiasId, CellId, Example } from '../../../src/engine/model.ts';
import { createNetwork } from '../../../src/engine/network.ts';
import { parametersOf } from '../../../src/engine/recipe/parameters.ts';
import { Pass } from '../../../src/engine/run/pass.ts';
import { exampleOf, examplesOf, readSentence, wordsOf, type Reading } from '../../../src/engine/tasks/read.ts';
import { tasks, type TaskId } from '../../../src/engine/tasks/index.ts';
import { createTrace } from '../../../src/engine/run/trace.ts';
import { createScene, createStage, type Feeding, type Scene } from '../../../src/view/scene/scene.ts';

export interface Given {
  readonly task?: TaskId;
  readonly cell?: CellId;
  readonly biases?: BiasId;
  /** As the task has it where left out. */
  readonly bidirectional?: boolean;
  /** Whether the gates have a stave of their own. */
  readonly gates?: boolean;
  readonly feeding?: Feeding;
  readonly text?: string;
  /** Reads the text again and again up to so many steps. */
  readonly T?: number;
  readonly units?: number;
  /** Multiplies the matrices on the state at the start. */
  readonly scale?: number;
  readonly epochs?: number;
}

/** The scene just after the first operation for which `done` holds; before the first where it is left out. */
export type Play = (done?: (moment: Moment) => boolean) => Scene;

export function play({ task: id = 'reviews', cell, biases = 'one', bidirectional, gates = false, feeding = 'teacher', text, T, units, scale = 1, epochs = 50 }: Given = {}): Play {
  const task = tasks[id];
  const words = wordsOf(task);
  const short = readSentence(task, words[0], text ?? task.rows[task.firstRow]!.text);
  const reading = T === undefined ? short : repeated(short, T, task.topology === 'many-to-one');
  const isBoth = bidirectional ?? task.bidirectional === true;
  const job: Job = {
    model: {
      cell: cell ?? task.cell ?? 'rnn_tanh',
      topology: task.topology,
      loss: task.loss,
      biases,
      timeReduction: 'sum',
      inputSize: words[0].length,
      hiddenSize: units ?? task.hiddenSize,
      outputSize: task.outputs.length,
      ...(isBoth && { bidirectional: true }),
      ...(task.decoderVocabulary && { decoderInputSize: task.decoderVocabulary.length }),
    },
    recipe: {
      initialisation: { scheme: 'uniform', scale, seed: task.seed },
      baseInputSize: words[0].length,
      training: { rows: examplesOf(task), epochs, learningRate: task.learningRate },
      changes: [],
    },
    example: exampleOf(reading),
    learningRate: task.learningRate,
  };
  const network = createNetwork(job.model);
  const parameters = parametersOf(network, job.recipe);
  const trace = createTrace(network, job.example);
  const pass = new Pass(trace, parameters);
  pass.forward();
  pass.clearGradients();
  pass.backward();
  const run = { job, network, trace, parameters, forwardTo: trace.steps.length, backwardFrom: 0 };
  const stage = createStage(run);
  const labels = { tokens: reading.tokens, words, outputs: task.outputs };
  return (done) => {
    let playhead = 0;
    if (done) {
      do playhead++;
      while (playhead < stage.clock.count && !done(stage.clock.momentAt(playhead)!));
    }
    return createScene(run, stage, playhead, labels, { areGatesOpen: gates, feeding });
  };
}

/** The same one-hot steps again and again. */
function repeated(reading: Reading, T: number, isReadAtEnd: boolean): Reading {
  const { inputs, tokens: [read], targets } = reading;
  if (inputs.kind !== 'one-hot') throw new Error('Only words and letters are repeated.');
  const at = (k: number): number => k % read.length;
  const indices = Int32Array.from({ length: T }, (_, k) => inputs.indices[at(k)]!);
  const example: Pick<Example, 'inputs' | 'targets'> = {
    inputs: { kind: 'one-hot', indices },
    targets: isReadAtEnd ? targets : Float64Array.from({ length: T }, (_, k) => targets[at(k)]!),
  };
  return { ...reading, ...example, tokens: [Array.from({ length: T }, (_, k) => read[at(k)]!), []] };
}
