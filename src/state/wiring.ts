// The network that a document asks for, and which cells, directions and ways of feeding go with its task.
import { cells } from '../engine/cells/index.ts';
import type { CellId, Feeding, Model } from '../engine/model.ts';
import { canFeedBack, canReadBothWays, cellsFor, recipeOf } from '../engine/tasks/choices.ts';
import { tasks } from '../engine/tasks/index.ts';
import type { UnrolledDocument } from './document.ts';
import { vocabularyOf } from './reading.ts';
import { listed } from './words.ts';

/** The network of a document. A loss at many steps is their sum. */
export function modelOf(document: UnrolledDocument): Model {
  const { topology, loss, outputs, decoderVocabulary } = tasks[document.task];
  return {
    cell: document.cell,
    topology,
    loss,
    biases: document.biases,
    timeReduction: 'sum',
    inputSize: vocabularyOf(document).length,
    hiddenSize: document.hiddenSize,
    outputSize: outputs.length,
    ...(document.bidirectional && { bidirectional: true }),
    ...(decoderVocabulary && { decoderInputSize: decoderVocabulary.length }),
  };
}

type Part = Pick<UnrolledDocument, 'task' | 'bidirectional'>;

/** Null where the cell goes with the task; else why not. */
export function cellProblem({ task }: Pick<UnrolledDocument, 'task'>, cell: CellId): string | null {
  const known = cellsFor(tasks[task]);
  if (known.includes(cell)) return null;
  return `${cells[cell].title} has no memory to carry from step to step, so it does not go with the task “${tasks[task].title}”. Take ${listed(known.map((id) => cells[id].title), 'or')}.`;
}

/** Null where the task can be read in both directions; else why not. */
export function directionProblem({ task }: Pick<UnrolledDocument, 'task'>, bidirectional: boolean): string | null {
  if (!bidirectional || canReadBothWays(tasks[task])) return null;
  return `The task “${tasks[task].title}” cannot be read in both directions: its inputs are not all there before the first output.`;
}

/** Null where what comes out can be read again; else why not. */
export function feedingProblem({ task, bidirectional }: Part, feeding: Feeding): string | null {
  if (feeding === 'teacher') return null;
  if (!canFeedBack(tasks[task])) return `What comes out cannot be the next input in the task “${tasks[task].title}”: outputs and inputs are not the same list.`;
  return bidirectional ? 'A network that reads in both directions needs the whole sequence first, so its outputs cannot be the next inputs. Read one way first.' : null;
}

/** The document with another cell. What was still as the task's recipe has it for the old cell is as it has it for the new one. */
export function withCell(document: UnrolledDocument, cell: CellId): UnrolledDocument {
  const { hiddenSize, trainedEpochs, initialisation, learningRate } = document;
  const [old, now] = [recipeOf(tasks[document.task], document.cell), recipeOf(tasks[document.task], cell)];
  return {
    ...document,
    cell,
    hiddenSize: hiddenSize === old.hiddenSize ? now.hiddenSize : hiddenSize,
    trainedEpochs: trainedEpochs === old.epochs ? now.epochs : trainedEpochs,
    initialisation: initialisation.seed === old.seed ? { ...initialisation, seed: now.seed } : initialisation,
    learningRate: learningRate === old.learningRate ? now.learningRate : learningRate,
  };
}

/** The document in that direction; a network that reads both ways cannot run freely. */
export function withDirection(document: UnrolledDocument, bidirectional: boolean): UnrolledDocument {
  return { ...document, bidirectional, feeding: bidirectional ? 'teacher' : document.feeding };
}
