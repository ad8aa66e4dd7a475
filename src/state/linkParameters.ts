// The table of a link's parameters: each with its name, how it is written and read, and words for what is expected.
// docs/links.md describes every one of them.
import * as v from 'valibot';
import { schemes, type SchemeId } from '../engine/initialise.ts';
import type { BiasId, CellId } from '../engine/model.ts';
import { tasks } from '../engine/tasks/index.ts';
import type { TaskId } from '../engine/tasks/task.ts';
import { initialDocument } from './defaults.ts';
import type { UnrolledDocument } from './document.ts';
import { expected, grouped, isWithin, limits, type LimitId } from './limits.ts';
import { changeExpected, changeSchema, writeChange } from './linkChanges.ts';
import { cut, markPart, markText, unmark } from './linkText.ts';
import { fitted } from './networkCommands.ts';
import { readNumber, writeNumber } from './numberText.ts';
import { asRead } from './reading.ts';
import { listed, quote } from './words.ts';

/** What reading one parameter gives: the document with what could be read, and a sentence for each part that could not. */
interface Outcome {
  readonly document: UnrolledDocument;
  readonly problems: readonly string[];
}

export interface LinkParameter {
  readonly name: string;
  /** What it is, for documentation and messages. */
  readonly words: string;
  /** Its text in a link, before percent escapes. */
  readonly write: (document: UnrolledDocument) => string;
  readonly read: (value: string, document: UnrolledDocument) => Outcome;
}

interface Definition<Value> {
  readonly name: string;
  readonly words: string;
  readonly schema: v.GenericSchema<string, Value>;
  /** What is expected, after "it has to be". */
  readonly expected: string;
  readonly write: (document: UnrolledDocument) => string;
  readonly put: (document: UnrolledDocument, value: Value) => UnrolledDocument;
}

/** A parameter that is read as a whole, or not at all. */
function single<Value>({ schema, put, expected: wanted, ...rest }: Definition<Value>): LinkParameter {
  const { name, write } = rest;
  const read = (value: string, document: UnrolledDocument): Outcome => {
    const result = v.safeParse(schema, value);
    if (result.success) return { document: put(document, result.output), problems: [] };
    const stays = write(document) === '' ? 'it is left out' : `it stays ${quote(write(document))}`;
    return { document, problems: [`In the link, ${name} is ${quote(value)}, but it has to be ${wanted}, so ${stays}.`] };
  };
  return { ...rest, read };
}

/** One problem of a list's item: `wrong` continues "In the link, add holds “x”, but". */
const itemProblem = (name: string, item: string, wrong: string): string =>
  `In the link, ${name} holds ${quote(item)}, but ${wrong}, so it is left out.`;

const numberIn = (id: LimitId): v.GenericSchema<string, number> =>
  v.pipe(v.string(), v.transform(readNumber), v.number(), v.check((value) => isWithin(id, value)));

const orNothing = (id: LimitId): v.GenericSchema<string, number | null> =>
  v.union([v.pipe(v.literal(''), v.transform(() => null)), numberIn(id)]);

const writeOrNothing = (value: number | null): string => (value === null ? '' : writeNumber(value));

function choice<Choice extends string>(choices: readonly Choice[]): Pick<Definition<Choice>, 'schema' | 'expected'> {
  return { schema: v.pipe(v.string(), v.trim(), v.picklist(choices)), expected: listed(choices, 'or') };
}

const keys = <Key extends string>(table: Readonly<Record<Key, unknown>>): Key[] => Object.keys(table) as Key[];

const activations = ['tanh', 'sigmoid', 'relu'] as const;
const cellOf = { tanh: 'rnn_tanh', sigmoid: 'rnn_sigmoid', relu: 'rnn_relu' } as const satisfies Record<string, CellId>;
const biases: readonly BiasId[] = ['one', 'two'];

const initialised = (document: UnrolledDocument, part: Partial<UnrolledDocument['initialisation']>): UnrolledDocument => ({
  ...document,
  initialisation: { ...document.initialisation, ...part },
});

/** In the order in which they are written and read: the task first, since all defaults are its own; h0 after hidden. */
export const linkParameters: readonly [LinkParameter, ...LinkParameter[]] = [
  single<TaskId>({
    name: 'task',
    words: 'the task with its table of rows',
    ...choice(keys(tasks)),
    write: ({ task }) => task,
    put: (_, task) => initialDocument(task),
  }),
  single({
    name: 'text',
    words: 'the sentence as typed',
    schema: v.string(),
    expected: 'a text',
    write: ({ text }) => markText(text),
    put: (document, text) => ({ ...document, text: unmark(text) }),
  }),
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
    ...choice(['rnn']),
    write: () => 'rnn',
    put: (document) => document,
  }),
  single({
    name: 'activation',
    words: 'the activation of the cell',
    ...choice(activations),
    write: ({ cell }) => activations.find((each) => cellOf[each] === cell) ?? '',
    put: (document, activation) => ({ ...document, cell: cellOf[activation] }),
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

function readAddedWords(value: string, document: UnrolledDocument): Outcome {
  const task = tasks[document.task];
  const problems: string[] = [];
  const words = cut(value, ',').map(unmark);
  if (words.length > 0 && !task.canGrow) {
    return { document, problems: [itemProblem('add', value, `the vocabulary of the task ${task.id} cannot grow`)] };
  }
  const { high } = limits.addedWords;
  const known = new Set(task.vocabulary);
  const addedWords: string[] = [];
  for (const word of words.slice(0, high).map((each) => asRead(task, each))) {
    if (!isWithin('wordLength', word.length)) {
      problems.push(itemProblem('add', word, `a word has to have ${expected('wordLength').replace('a whole number ', '')} characters`));
    } else if (known.has(word)) {
      problems.push(itemProblem('add', word, 'the vocabulary has that word already'));
    } else {
      known.add(word);
      addedWords.push(word);
    }
  }
  if (words.length > high) {
    problems.push(`In the link, add holds ${grouped(words.length)} words, but at most ${high} can be added, so the rest is left out.`);
  }
  return { document: { ...document, addedWords }, problems };
}

function readInitialState(value: string, document: UnrolledDocument): Outcome {
  const { hiddenSize } = document;
  const written = cut(value, ',');
  if (written.length === 0) return { document: { ...document, initialState: null }, problems: [] };
  const wrong = written.find((each) => !v.is(numberIn('initialState'), each));
  if (wrong !== undefined) {
    const wanted = `it has to be ${hiddenSize} finite numbers with commas between them, one for each hidden unit`;
    return { document, problems: [`In the link, h0 holds ${quote(wrong)}, but ${wanted}, so it is left out.`] };
  }
  const numbers = written.map(readNumber);
  const problems =
    numbers.length === hiddenSize
      ? []
      : [
          `In the link, h0 is ${quote(value)}, which is ${grouped(numbers.length)} of the ${hiddenSize} numbers that are expected, ` +
            `one for each hidden unit, so ${numbers.length < hiddenSize ? 'the missing ones are 0' : 'the rest is left out'}.`,
        ];
  return { document: { ...document, initialState: fitted(numbers, hiddenSize) }, problems };
}

function readChanges(value: string, document: UnrolledDocument): Outcome {
  const { high } = limits.changes;
  const written = cut(value, ';');
  const problems: string[] = [];
  const changes = written.slice(0, high).flatMap((each) => {
    const result = v.safeParse(changeSchema, each);
    if (result.success) return [result.output];
    problems.push(itemProblem('changes', each, `a change has to look like ${changeExpected}`));
    return [];
  });
  if (written.length > high) {
    problems.push(
      `In the link, changes holds ${grouped(written.length)} changes, but at most ${grouped(high)} are kept, so the rest is left out.`,
    );
  }
  return { document: { ...document, changes }, problems };
}
