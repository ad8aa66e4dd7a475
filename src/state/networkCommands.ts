// Commands that change the network and how it was trained: cell, size, biases, initialisation, epochs, η.
// The playhead stays: it is the same place as long as the clock has the same operations.
import { cells } from '../engine/cells/index.ts';
import { schemeNames } from '../engine/recipe/schemeNames.ts';
import type { Initialisation } from '../engine/model.ts';
import type { CommandRows } from './command.ts';
import type { UnrolledDocument } from './document.ts';
import { limitProblem } from './limits.ts';
import { writeNumber } from './numberText.ts';
import { allFitted } from './starts.ts';
import { cellProblem, directionProblem, feedingProblem, withCell, withDirection } from './wiring.ts';

export const networkCommands: CommandRows<
  | 'setCell'
  | 'setDirection'
  | 'setFeeding'
  | 'setClipping'
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
    refusal: (document, { cell }) => cellProblem(document, cell),
    run: (document, { cell }) => withCell(document, cell),
  },
  setDirection: {
    history: 'commit',
    words: ({ bidirectional }) => (bidirectional ? 'read both ways' : 'read one way'),
    refusal: (document, { bidirectional }) => directionProblem(document, bidirectional),
    run: (document, { bidirectional }) => withDirection(document, bidirectional),
  },
  setFeeding: {
    history: 'commit',
    words: ({ feeding }) => (feeding === 'free' ? 'let it run freely' : 'go back to teacher forcing'),
    refusal: (document, { feeding }) => feedingProblem(document, feeding),
    run: (document, { feeding }) => ({ ...document, feeding }),
  },
  setClipping: {
    history: 'merge',
    words: ({ clipping }) => (clipping ? `clip the gradient by ${clipping.kind} at ${writeNumber(clipping.limit)}` : 'leave the gradient unclipped'),
    refusal: (_, { clipping }) => clipping && limitProblem('clipping', clipping.limit),
    run: (document, { clipping }) => ({ ...document, clipping }),
  },
  setHiddenSize: {
    history: 'merge',
    words: ({ hiddenSize }) => `set ${hiddenSize} hidden units`,
    refusal: (_, { hiddenSize }) => limitProblem('hiddenSize', hiddenSize),
    run: (document, { hiddenSize }) => ({
      ...document,
      hiddenSize,
      initialStates: allFitted(document.initialStates, hiddenSize),
    }),
  },
  setBiases: {
    history: 'commit',
    words: ({ biases }) => (biases === 'one' ? 'use one bias' : 'use two biases'),
    run: (document, { biases }) => ({ ...document, biases }),
  },
  setScheme: {
    history: 'commit',
    words: ({ scheme }) => `initialise by ${schemeNames[scheme]}`,
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

