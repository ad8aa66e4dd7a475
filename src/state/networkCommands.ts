// Commands that change the network and how it was trained: cell, size, biases, initialisation, epochs, η.
// The playhead stays: it is the same place as long as the clock has the same operations.
import { cells } from '../engine/cells/index.ts';
import { schemes } from '../engine/recipe/initialise.ts';
import type { Initialisation } from '../engine/model.ts';
import type { CommandRows } from './command.ts';
import type { UnrolledDocument } from './document.ts';
import { limitProblem } from './limits.ts';
import { writeNumber } from './numberText.ts';

export const networkCommands: CommandRows<
  | 'setCell'
  | 'setHiddenSize'
  | 'setBiases'
  | 'setScheme'
  | 'setSeed'
  | 'setInitialScale'
  | 'setTrainedEpochs'
  | 'setLearningRate'
> = {
  setCell: {
    history: 'commit',
    words: ({ cell }) => `change the cell to ${cells[cell].title}`,
    run: (document, { cell }) => ({ ...document, cell }),
  },
  setHiddenSize: {
    history: 'merge',
    words: ({ hiddenSize }) => `set ${hiddenSize} hidden units`,
    refusal: (_, { hiddenSize }) => limitProblem('hiddenSize', hiddenSize),
    run: (document, { hiddenSize }) => ({
      ...document,
      hiddenSize,
      initialState: document.initialState && fitted(document.initialState, hiddenSize),
    }),
  },
  setBiases: {
    history: 'commit',
    words: ({ biases }) => (biases === 'one' ? 'use one bias' : 'use two biases'),
    run: (document, { biases }) => ({ ...document, biases }),
  },
  setScheme: {
    history: 'commit',
    words: ({ scheme }) => `initialise by ${schemes[scheme].name}`,
    run: (document, { scheme }) => initialised(document, { scheme }),
  },
  setSeed: {
    history: 'merge',
    words: ({ seed }) => `set the seed to ${seed}`,
    refusal: (_, { seed }) => limitProblem('seed', seed),
    run: (document, { seed }) => initialised(document, { seed }),
  },
  setInitialScale: {
    history: 'merge',
    words: ({ scale }) => `start W_hh at ${writeNumber(scale)} times its size`,
    refusal: (_, { scale }) => limitProblem('initialScale', scale),
    run: (document, { scale }) => initialised(document, { scale }),
  },
  setTrainedEpochs: {
    history: 'merge',
    words: ({ epochs }) => `train for ${epochs} epochs`,
    refusal: (_, { epochs }) => limitProblem('trainedEpochs', epochs),
    run: (document, { epochs }) => ({ ...document, trainedEpochs: epochs }),
  },
  setLearningRate: {
    history: 'merge',
    words: ({ learningRate }) => `set η to ${writeNumber(learningRate)}`,
    refusal: (_, { learningRate }) => limitProblem('learningRate', learningRate),
    run: (document, { learningRate }) => ({ ...document, learningRate }),
  },
};

function initialised(document: UnrolledDocument, part: Partial<Initialisation>): UnrolledDocument {
  return { ...document, initialisation: { ...document.initialisation, ...part } };
}

/** h_0 for H units: cut, or filled up with zeros. */
export function fitted(values: readonly number[], hiddenSize: number): number[] {
  return Array.from({ length: hiddenSize }, (_, index) => values[index] ?? 0);
}
