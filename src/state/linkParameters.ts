// The table of a link's parameters: each with its name, how it is written and read, and words for what is expected.
// docs/links.md describes every one of them.
import { schemes, type SchemeId } from '../engine/recipe/initialise.ts';
import type { BiasId, Feeding } from '../engine/model.ts';
import { notations, type NotationId } from '../engine/symbols/notations.ts';
import { canFeedBack, canReadBothWays, cellsFor } from '../engine/tasks/choices.ts';
import { tasks } from '../engine/tasks/index.ts';
import type { TaskId } from '../engine/tasks/index.ts';
import { initialDocument } from './defaults.ts';
import { sections, type Section, type UnrolledDocument } from './document.ts';
import { readLaboratory, writeLaboratory } from './laboratory/link.ts';
import { expected, grouped, limits } from './limits.ts';
import { writeChange, writeClipping } from './changeText.ts';
import { activationOf, cellNamed, familyOf } from './linkCells.ts';
import { clippingExpected, clippingSchema } from './linkChanges.ts';
import { readAddedWords, readChanges } from './linkLists.ts';
import { choice, numberIn, orNothing, perTask, single, writeOrNothing, type LinkParameter, type Outcome } from './linkParameter.ts';
import { readRival, writeRival } from './linkRival.ts';
import { firstStart, readFirstStart, readOtherStarts, writeFirstStart, writeOtherStarts } from './linkStates.ts';
import { markPart, markText, unmark } from './linkText.ts';
import { writeNumber } from './numberText.ts';
import { readWorkshop, writeWorkshop } from './workshop/link.ts';
import { labelOf } from './linkLabel.ts';
import { withCell, withDirection } from './wiring.ts';

const distinct = <Item>(items: readonly Item[]): readonly Item[] => [...new Set(items)];
const keys = <Key extends string>(table: Readonly<Record<Key, unknown>>): Key[] => Object.keys(table) as Key[];

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
  perTask<number | null>({
    name: 'label',
    words: "the reader's own label for the sentence",
    kind: ({ task }) => labelOf(task),
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
  perTask({
    name: 'cell',
    words: 'the kind of cell',
    kind: ({ task }) => choice(distinct(cellsFor(tasks[task]).map(familyOf))),
    write: ({ cell }) => familyOf(cell),
    put: (document, family) => withCell(document, cellNamed(family, activationOf(document.cell)) ?? document.cell),
  }),
  perTask({
    name: 'activation',
    words: 'the activation of the cell',
    kind: ({ task, cell }) => choice(distinct(cellsFor(tasks[task]).filter((id) => familyOf(id) === familyOf(cell)).map(activationOf))),
    write: ({ cell }) => activationOf(cell),
    put: (document, activation) => withCell(document, cellNamed(familyOf(document.cell), activation) ?? document.cell),
  }),
  perTask({
    name: 'direction',
    words: 'whether the sequence is read from its end as well',
    kind: ({ task }) => choice(canReadBothWays(tasks[task]) ? ['one', 'both'] : ['one']),
    write: ({ bidirectional }) => (bidirectional ? 'both' : 'one'),
    put: (document, direction) => withDirection(document, direction === 'both'),
  }),
  perTask<Feeding>({
    name: 'feeding',
    words: 'what is read after the first step',
    kind: ({ task, bidirectional }) => choice<Feeding>(canFeedBack(tasks[task]) && !bidirectional ? ['teacher', 'free'] : ['teacher']),
    write: ({ feeding }) => feeding,
    put: (document, feeding) => ({ ...document, feeding }),
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
  single({
    name: 'clip',
    words: 'how the gradient of an update is made smaller',
    schema: clippingSchema,
    expected: clippingExpected,
    write: ({ clipping }) => (clipping ? writeClipping(clipping) : ''),
    put: (document, clipping) => ({ ...document, clipping }),
  }),
  {
    name: 'h0',
    words: 'the initial state h_0, unit by unit',
    write: writeFirstStart,
    read: readFirstStart,
  },
  {
    name: 'start',
    words: 'the other states to begin with',
    write: writeOtherStarts,
    read: readOtherStarts,
  },
  {
    name: 'changes',
    words: 'changes of the weights, in their order',
    write: (document) => {
      const first = firstStart(document);
      return document.changes.map((change) => writeChange(change, first)).join(';');
    },
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
  single<'0' | '1'>({
    name: 'gates',
    words: 'whether the gates of each step are shown',
    ...choice(['0', '1']),
    write: ({ gates }) => (gates ? '1' : '0'),
    put: (document, gates) => ({ ...document, gates: gates === '1' }),
  }),
  single({
    name: 'inside',
    words: 'how far the cell in view is open',
    schema: numberIn('inside'),
    expected: `${expected('inside')} (0 is closed, 1 is open)`,
    write: ({ inside }) => writeNumber(inside),
    put: (document, inside) => ({ ...document, inside }),
  }),
  single<NotationId>({
    name: 'notation',
    words: 'how the symbols are written',
    ...choice(notations),
    write: ({ notation }) => notation,
    put: (document, notation) => ({ ...document, notation }),
  }),
  {
    name: 'rival',
    words: 'a second network, and what it does otherwise',
    write: writeRival,
    read: readRival,
  },
  single<Section>({
    name: 'section',
    words: 'which section of the page is open',
    ...choice(sections),
    write: ({ section }) => section,
    put: (document, section) => ({ ...document, section }),
  }),
  {
    name: 'lab',
    words: 'what is set in the gradient laboratory',
    write: writeLaboratory,
    read: readLaboratory,
  },
  {
    name: 'workshop',
    words: 'what is set in the workshop',
    write: writeWorkshop,
    read: readWorkshop,
  },
];
