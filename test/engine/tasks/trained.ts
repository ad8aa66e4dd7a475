// Networks trained by a task's recipe, and how many of its rows' answers are right.
import { createNetwork, slotIndex, type Network } from '../../../src/engine/network.ts';
import type { CellId, Example } from '../../../src/engine/model.ts';
import { parametersOf } from '../../../src/engine/recipe/parameters.ts';
import { Pass } from '../../../src/engine/run/pass.ts';
import { createTrace } from '../../../src/engine/run/trace.ts';
import { recipeOf } from '../../../src/engine/tasks/choices.ts';
import { examplesOf } from '../../../src/engine/tasks/read.ts';
import type { Task } from '../../../src/engine/tasks/task.ts';

export interface Trained {
  readonly network: Network;
  readonly parameters: Float64Array;
}

export function train(task: Task, cell: CellId, bidirectional = false): Trained {
  const { hiddenSize, seed, epochs, learningRate } = recipeOf(task, cell);
  const network = createNetwork({
    cell, topology: task.topology, bidirectional, loss: task.loss, biases: 'one', timeReduction: 'sum',
    inputSize: task.vocabulary.length, hiddenSize, outputSize: task.outputs.length, decoderInputSize: task.decoderVocabulary?.length,
  });
  const parameters = parametersOf(network, {
    initialisation: { scheme: 'uniform', scale: 1, seed },
    baseInputSize: task.vocabulary.length,
    training: { rows: examplesOf(task), epochs, learningRate },
    changes: [],
  });
  return { network, parameters };
}

/** The class with the highest score at each read-out; for yes-or-no outputs 0 or 1. */
export function answers({ network, parameters }: Trained, example: Example): number[] {
  const { model, program } = network;
  const trace = createTrace(network, example);
  new Pass(trace, parameters).forward();
  const scores = trace.values[slotIndex(program, 'y')] as Float64Array;
  const rows = trace.steps.flatMap(({ readout }) => (readout ? [readout.row] : [])).toSorted((a, b) => a - b);
  return rows.map((row) => {
    const own = scores.subarray(row * model.outputSize, (row + 1) * model.outputSize);
    return model.loss === 'bce' ? Number(own[0]! > 0) : own.indexOf(Math.max(...own));
  });
}

/** Where the answers to the task's rows are wrong: row and read-out, both from 1. */
export function mistakes(task: Task, trained: Trained): string[] {
  return examplesOf(task).flatMap((example, row) =>
    answers(trained, example).flatMap((answer, k) => (answer === example.targets[k] ? [] : [`row ${row + 1}, output ${k + 1}`])),
  );
}
