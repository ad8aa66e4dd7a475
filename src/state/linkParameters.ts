// The table of a link's parameters: each with its name, how it is written and read, and words for what is expected.
// docs/links.md describes every one of them.
import { cells } from '../engine/cells/index.ts';
import { pageCells } from './pageCells.ts';
import { schemes, type SchemeId } from '../engine/recipe/initialise.ts';
import type { BiasId, CellId } from '../engine/model.ts';
import { tasks } from '../engine/tasks/index.ts';
import type { TaskId } from '../engine/tasks/index.ts';
import { initialDocument } from './defaults.ts';
import type { UnrolledDocument } from './document.ts';
import { expected, grouped, limits } from './limits.ts';
import { writeChange } from './linkChanges.ts';
import { readAddedWords, readChanges, readInitialState } from './linkLists.ts';
import { choice, numberIn, orNothing, single, writeOrNothing, type LinkParameter, type Outcome } from './linkParameter.ts';
import { markPart, markText, unmark } from './linkText.ts';
import { writeNumber } from './numberText.ts';

const keys = <Key extends string>(table: Readonly<Record<Key, unknown>>): Key[] => Object.keys(table) as Key[];

/** Names for links, each once, in the order of the table of cells. */
const families = [...new Set(pageCells.map((id) => cells[id].family))];
const activationOf = (cell: CellId): string => cells[cell].activation.toLowerCase();
const activations = [...new Set(pageCells.map(activationOf))];

/** The cell of that family and activation; of the family alone where it has no such activation. */
function cellNamed(family: string, activation: string): CellId | undefined {
  const relatives = pageCells.filter((id) => cells[id].family === family);
  return relatives.find((id) => activationOf(id) === activation) ?? relatives[0];
}

const biases: readonly BiasId[] = ['one', 'two'];

const initialised = (document: UnrolledDocument, part: Partial<UnrolledDocument['initialisation']>): UnrolledDocument => ({
  ...document,
  initialisation: { ...document.initialisation, ...part },
});

function readText(value: string, document: UnrolledDocument): Outcome {
  const text = unmark(value);
  const { high } = limits.textLength;
  if (text.length <= high) return { document: { ...document, text }, problems: [] };
  const problem = `In the link, text has ${grouped(text.length)} characters, but at most ${grouped(high)} can be read, so the rest is left out.`;
  return { document: { ...document, text: text.slice(0, high) }, problems: [problem] };
}

/** In the order in which they are written and read: the task first, since all defaults are its own; h0 after hidden. */
export const linkParameters: readonly [LinkParameter, ...LinkParameter[]] = [
  single<TaskId>({
    name: 'task',
    words: 'the task with its table of rows',
    ...choice(keys(tasks)),
    write: ({ task }) => task,
    put: (_, task) => initialDocument(task),
  }),
  {
    name: 'text',
    words: 'the sentence as typed',
    write: ({ text }) => markText(text),
    read: readText,
  },
  single({
    name: 'label',
    words: "the reader's own label for the sentence",
    schema: orNothing('label'),
    expected: expected('label'),
    write: ({ label }) => writeOrNothing(label),
    put: (document, label) => ({ ...document, label }),
  }),
  {
    name: 'add',
    words: 'words added to the vocabulary',
    write: ({ addedWords }) => addedWords.map(markPart).join(','),
    read: readAddedWords,
  },
  single({
    name: 'length',
    words: 'the number of steps of a generated sequence',
    schema: orNothing('generatedLength'),
    expected: expected('generatedLength'),
    write: ({ generatedLength }) => writeOrNothing(generatedLength),
    put: (document, generatedLength) => ({ ...document, generatedLength }),
  }),
  single({
    name: 'cell',
    words: 'the kind of cell',
    ...choice(families),
    write: ({ cell }) => cells[cell].family,
    put: (document, family) => ({ ...document, cell: cellNamed(family, activationOf(document.cell)) ?? document.cell }),
  }),
  single({
    name: 'activation',
    words: 'the activation of the cell',
    ...choice(activations),
    write: ({ cell }) => activationOf(cell),
    put: (document, activation) => ({ ...document, cell: cellNamed(cells[document.cell].family, activation) ?? document.cell }),
  }),
  single({
    name: 'hidden',
    words: 'the number of hidden units',
    schema: numberIn('hiddenSize'),
    expected: expected('hiddenSize'),
    write: ({ hiddenSize }) => writeNumber(hiddenSize),
    put: (document, hiddenSize) => ({ ...document, hiddenSize }),
  }),
  single<BiasId>({
    name: 'biases',
    words: "a single b_h, or PyTorch's b_ih and b_hh",
    ...choice(biases),
    write: (document) => document.biases,
    put: (document, value) => ({ ...document, biases: value }),
  }),
  single<SchemeId>({
    name: 'scheme',
    words: 'how the weights start',
    ...choice(keys(schemes)),
    write: ({ initialisation }) => initialisation.scheme,
    put: (document, scheme) => initialised(document, { scheme }),
  }),
  single({
    name: 'seed',
    words: 'the seed of all random numbers',
    schema: numberIn('seed'),
    expected: expected('seed'),
    write: ({ initialisation }) => writeNumber(initialisation.seed),
    put: (document, seed) => initialised(document, { seed }),
  }),
  single({
    name: 'scale',
    words: 'a factor for W_hh at its start',
    schema: numberIn('initialScale'),
    expected: expected('initialScale'),
    write: ({ initialisation }) => writeNumber(initialisation.scale),
    put: (document, scale) => initialised(document, { scale }),
  }),
  single({
    name: 'trained',
    words: "epochs of training over the task's table",
    schema: numberIn('trainedEpochs'),
    expected: expected('trainedEpochs'),
    write: ({ trainedEpochs }) => writeNumber(trainedEpochs),
    put: (document, trainedEpochs) => ({ ...document, trainedEpochs }),
  }),
  single({
    name: 'eta',
    words: 'the learning rate η of the next update',
    schema: numberIn('learningRate'),
    expected: expected('learningRate'),
    write: ({ learningRate }) => writeNumber(learningRate),
    put: (document, learningRate) => ({ ...document, learningRate }),
  }),
  {
    name: 'h0',
    words: 'the initial state h_0, unit by unit',
    write: ({ initialState }) => initialState?.map(writeNumber).join(',') ?? '',
    read: readInitialState,
  },
  {
    name: 'changes',
    words: 'changes of the weights, in their order',
    write: ({ changes }) => changes.map(writeChange).join(';'),
    read: readChanges,
  },
  single({
    name: 'step',
    words: 'how many operations of the clock are done',
    schema: numberIn('playhead'),
    expected: expected('playhead'),
    write: ({ playhead }) => writeNumber(playhead),
    put: (document, playhead) => ({ ...document, playhead }),
  }),
  single({
    name: 'fold',
    words: 'how far the network is folded',
    schema: numberIn('fold'),
    expected: `${expected('fold')} (0 is unrolled, 1 is folded)`,
    write: ({ fold }) => writeNumber(fold),
    put: (document, fold) => ({ ...document, fold }),
  }),
];
