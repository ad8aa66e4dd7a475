// The scene behind a figure: a task's own network at one sentence, computed on the spot.
import type { Phase } from '../../../engine/clock/timeline.ts';
import type { Job } from '../../../engine/job.ts';
import type { CellId } from '../../../engine/model.ts';
import { createNetwork } from '../../../engine/network.ts';
import { parametersOf } from '../../../engine/recipe/parameters.ts';
import { Pass } from '../../../engine/run/pass.ts';
import { createTrace } from '../../../engine/run/trace.ts';
import { recipeOf } from '../../../engine/tasks/choices.ts';
import { tasks } from '../../../engine/tasks/index.ts';
import { exampleOf, readSentence, wordsOf } from '../../../engine/tasks/read.ts';
import { createScene, createStage, type Scene } from '../../scene/scene.ts';
import type { FigureExample } from './figures.ts';

interface FigureSpec extends FigureExample {
  readonly cell: CellId;
  /** Whether the gates have a stave of their own. */
  readonly gates?: boolean;
  /** The phase that is just over; before the first operation where left out. */
  readonly after?: Phase | undefined;
}

/**
 * The network is fresh from the task's seed: a figure shows how it is wired, and then is there at once. Throws an `Error` for a
 * sentence that the task cannot read.
 */
export function figureScene({ task: id, text, cell, gates = false, after }: FigureSpec): Scene {
  const task = tasks[id];
  const words = wordsOf(task);
  const row = task.rows.find((each) => each.text === text);
  const reading = readSentence(task, words[0], text, row?.targets?.[0]);
  const { hiddenSize, seed, learningRate } = recipeOf(task, cell);
  const job: Job = {
    model: {
      cell,
      topology: task.topology,
      loss: task.loss,
      biases: 'one',
      timeReduction: 'sum',
      inputSize: words[0].length,
      hiddenSize,
      outputSize: task.outputs.length,
      ...(task.bidirectional && { bidirectional: true }),
      ...(task.decoderVocabulary && { decoderInputSize: task.decoderVocabulary.length }),
    },
    recipe: {
      initialisation: { scheme: 'uniform', scale: 1, seed },
      baseInputSize: words[0].length,
      training: { rows: [], epochs: 0, learningRate },
      changes: [],
    },
    example: exampleOf(reading),
    learningRate,
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
  const playhead = stage.clock.phases.find(({ phase }) => phase === after)?.to ?? 0;
  return createScene(run, stage, playhead, { tokens: reading.tokens, words, outputs: task.outputs }, { areGatesOpen: gates, feeding: 'teacher' });
}
