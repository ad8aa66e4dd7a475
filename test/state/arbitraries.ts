// Random documents and commands for properties: valid ones, with texts of any characters.
import fc from 'fast-check';
import { schemes, type SchemeId } from '../../src/engine/recipe/initialise.ts';
import { tasks } from '../../src/engine/tasks/index.ts';
import type { TaskId } from '../../src/engine/tasks/index.ts';
import type { Command } from '../../src/state/commands.ts';
import { cellIds } from '../../src/engine/cells/index.ts';
import { notations } from '../../src/engine/symbols/notations.ts';
import { canFeedBack, canReadBothWays, cellsFor } from '../../src/engine/tasks/choices.ts';
import { sections, type GradientClip, type Rival, type UnrolledDocument, type WeightChange } from '../../src/state/document.ts';
import { lastLabel } from '../../src/state/labels.ts';
import { parameterSymbols, stateSymbols } from '../../src/state/linkChanges.ts';
import { asRead } from '../../src/state/reading.ts';
import { laboratory } from './laboratory/arbitraries.ts';
import { workshop } from './workshop/arbitraries.ts';

/** The same documents on every run. */
export const seeded = { seed: 20_260, numRuns: 300 };

const taskId = fc.constantFrom(...(Object.keys(tasks) as TaskId[]));
const cell = fc.constantFrom(...cellIds);
const biases = fc.constantFrom('one' as const, 'two' as const);
const scheme = fc.constantFrom(...(Object.keys(schemes) as SchemeId[]));
const label = fc.constantFrom(null, 0, 1);

/** Any finite number, −0 and the ends of the range among them. */
export const number = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.constantFrom(-0, 0, 1e308, 1e-7, 5e-324, Number.MAX_VALUE, 0.1 + 0.2, 1e21),
  fc.integer({ min: -9, max: 9 }).map((each) => each / 4),
);

const words = 'movie was not good bad terrible chirag n a m s t e Microsoft ÉCOLE שלום 映画 👩‍👩‍👧 don’t constructor __proto__'.split(' ');
const separators = [...'~,;()[]=*+%&#?/"\'<> \n\t\u0000'.split(''), '%2C', '~~', '~,', 'update(', ')x3', '&amp;'];

/** Texts of words, of any characters, of what parts a link, and of halves of characters. */
export const text = fc.oneof(
  fc.array(fc.constantFrom(...words), { maxLength: 6 }).map((each) => each.join(' ')),
  fc.string({ unit: 'binary' }),
  fc.array(fc.constantFrom(...separators, ...words)).map((each) => each.join('')),
  fc.array(fc.integer({ min: 0, max: 0xffff })).map((codes) => String.fromCharCode(...codes)),
);

const clipping: fc.Arbitrary<GradientClip | null> = fc.option(
  fc.record({ kind: fc.constantFrom('norm' as const, 'value' as const), limit: fc.double({ min: 0, max: 1e6, noNaN: true }) }),
);
const feeding = fc.constantFrom('teacher' as const, 'free' as const);

/** Initial states by symbol, of that many units. */
const statesOf = (length: number) =>
  fc.option(fc.dictionary(fc.constantFrom(...stateSymbols), fc.array(number, { minLength: length, maxLength: length }), { minKeys: 1, maxKeys: 3, noNullPrototype: true }));

export const change: fc.Arbitrary<WeightChange> = fc.oneof(
  fc.record({
    kind: fc.constant('set' as const),
    symbol: fc.constantFrom(...parameterSymbols),
    unit: fc.integer({ min: 1, max: 70 }),
    column: fc.integer({ min: 1, max: 70 }),
    value: number,
  }),
  fc.record({ kind: fc.constant('scale' as const), symbol: fc.constantFrom(...parameterSymbols), factor: number }),
  fc.record({
    kind: fc.constant('update' as const),
    text,
    label,
    learningRate: fc.double({ min: -1000, max: 1000, noNaN: true }),
    times: fc.integer({ min: 1, max: 5000 }),
    initialStates: fc.integer({ min: 1, max: 64 }).chain(statesOf),
    clipping,
    feeding,
  }),
);

const rival: fc.Arbitrary<Rival> = fc.record(
  { cell, bidirectional: fc.boolean(), hiddenSize: fc.integer({ min: 1, max: 64 }), biases, clipping, changes: fc.array(change, { minLength: 1, maxLength: 3 }) },
  { requiredKeys: [] },
);

const anyDocument: fc.Arbitrary<UnrolledDocument> = fc.record({
  task: taskId,
  text,
  generatedLength: fc.option(fc.integer({ min: 2, max: 300 })),
  label,
  addedWords: fc.uniqueArray(fc.oneof(text, fc.constantFrom(...words)), { maxLength: 5 }),
  cell,
  bidirectional: fc.boolean(),
  hiddenSize: fc.integer({ min: 1, max: 64 }),
  biases,
  initialisation: fc.record({ scheme, scale: number, seed: fc.integer({ min: 0, max: 2 ** 32 - 1 }) }),
  trainedEpochs: fc.integer({ min: 0, max: 5000 }),
  learningRate: fc.double({ min: -1000, max: 1000, noNaN: true }),
  clipping,
  feeding,
  initialStates: statesOf(64),
  changes: fc.array(change, { maxLength: 6 }),
  playhead: fc.oneof(fc.nat(200), fc.maxSafeNat()),
  fold: fc.double({ min: 0, max: 1, noNaN: true }),
  gates: fc.boolean(),
  inside: fc.double({ min: 0, max: 1, noNaN: true }),
  notation: fc.constantFrom(...notations),
  rival: fc.option(rival),
  section: fc.constantFrom(...sections),
  laboratory,
  workshop,
});

const sectionSettings = fc.oneof(fc.record({ laboratory }), fc.record({ workshop }));

/** Documents within the limits, whose parts agree. */
export const document: fc.Arbitrary<UnrolledDocument> = anyDocument.map((each) => {
  const task = tasks[each.task];
  const added = each.addedWords.filter(
    (word) => word.length >= 1 && word.length <= 60 && asRead(task, word) === word && !task.vocabulary.includes(word),
  );
  const bidirectional = each.bidirectional && canReadBothWays(task);
  return {
    ...each,
    addedWords: task.canGrow ? added : [],
    label: each.label === null ? null : Math.min(each.label, lastLabel(each.task)),
    cell: cellFor(each.task, each.cell),
    bidirectional,
    feeding: !bidirectional && canFeedBack(task) ? each.feeding : 'teacher',
    initialStates: each.initialStates && Object.fromEntries(Object.entries(each.initialStates).map(([symbol, values]) => [symbol, values.slice(0, each.hiddenSize)])),
    rival: each.rival && rivalFor(each.task, each.rival),
  };
});

/** That cell, or one that goes with the task. */
function cellFor(task: TaskId, id: UnrolledDocument['cell']): UnrolledDocument['cell'] {
  const known = cellsFor(tasks[task]);
  return known.includes(id) ? id : known[0]!;
}

/** The rival, as far as it goes with the task. */
function rivalFor(task: TaskId, { cell: other, bidirectional, ...rest }: Rival): Rival {
  return {
    ...rest,
    ...(other && { cell: cellFor(task, other) }),
    ...(bidirectional !== undefined && { bidirectional: bidirectional && canReadBothWays(tasks[task]) }),
  };
}

const wild = fc.oneof(number, fc.integer({ min: -2, max: 6000 }), fc.constantFrom(NaN, Infinity));
const place = fc.integer({ min: 0, max: 6 });
const axis = fc.constantFrom(undefined, 0 as const, 1 as const);
/** Words of every task, pictures among them, and texts that are none. */
const word = fc.oneof(fc.constantFrom(...words, 'girl', 'a', 'je', '___', '#....', '0.5 0 0 0 1', '<end>', 'a > b'), text);
const gesture = fc.constantFrom(undefined, 'drag 1', 'drag 2');
const of = <Type extends Command['type']>(type: Type) => fc.constant(type);

/** Commands of every kind, some of which will be refused. */
export const command: fc.Arbitrary<Command> = fc.oneof(
  fc.record({ type: of('setText'), text, label, addWords: fc.array(fc.constantFrom(...words), { maxLength: 2 }) }),
  fc.record({ type: of('setLabel'), label }),
  fc.record({ type: of('addWords'), words: fc.array(text, { maxLength: 3 }) }),
  fc.record({ type: of('setTask'), task: taskId }),
  fc.record({ type: of('setGeneratedLength'), length: fc.oneof(fc.constant(null), wild), gesture }),
  fc.record({ type: of('setCell'), cell }),
  fc.record({ type: of('setHiddenSize'), hiddenSize: fc.oneof(fc.integer({ min: 1, max: 64 }), wild), gesture }),
  fc.record({ type: of('setBiases'), biases }),
  fc.record({ type: of('setScheme'), scheme }),
  fc.record({ type: of('setSeed'), seed: wild, gesture }),
  fc.record({ type: of('setInitialScale'), scale: wild, gesture }),
  fc.record({ type: of('setTrainedEpochs'), epochs: wild, gesture }),
  fc.record({ type: of('setLearningRate'), learningRate: wild, gesture }),
  fc.record({ type: of('editWeight'), symbol: fc.constantFrom(...parameterSymbols, 'W'), unit: place, column: place, value: wild, gesture }),
  fc.record({ type: of('scaleWeight'), symbol: fc.constantFrom(...parameterSymbols, 'W'), factor: wild, gesture }),
  fc.record({ type: of('setInitialStates'), states: fc.integer({ min: 1, max: 5 }).chain(statesOf), gesture }),
  fc.record({ type: of('editInitialState'), symbol: fc.constantFrom(...stateSymbols, 'z'), unit: place, value: wild, gesture }),
  fc.record({ type: of('setDirection'), bidirectional: fc.boolean() }),
  fc.record({ type: of('setFeeding'), feeding }),
  fc.record({ type: of('setClipping'), clipping: fc.option(fc.record({ kind: fc.constantFrom('norm' as const, 'value' as const), limit: wild })), gesture }),
  fc.record({ type: of('setGates'), gates: fc.boolean() }),
  fc.record({ type: of('setInside'), inside: wild }),
  fc.record({ type: of('setNotation'), notation: fc.constantFrom(...notations) }),
  fc.record({ type: of('setRival'), rival: fc.option(rival) }),
  fc.record({ type: of('editRival'), rival, gesture }),
  fc.record({ type: of('replaceWord'), axis, index: place, word, addWords: fc.constantFrom(undefined, ['terrible'], words) }),
  fc.record({ type: of('insertWord'), axis, index: place, word, addWords: fc.constantFrom(undefined, ['terrible']) }),
  fc.record({ type: of('deleteWord'), axis, index: place }),
  fc.record({ type: of('moveWord'), axis, from: place, to: place }),
  fc.record({ type: of('setInputWord'), axis, t: place, unit: place, gesture }),
  fc.record({ type: of('editInput'), axis, t: place, unit: place, value: wild, gesture }),
  fc.record({ type: of('applyUpdate'), next: fc.constantFrom('same' as const, 'next-row' as const) }),
  fc.record({ type: of('resetWeights') }),
  fc.record({ type: of('seek'), playhead: wild }),
  fc.record({ type: of('setFold'), fold: fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), wild) }),
  fc.record({ type: of('setSection'), section: fc.constantFrom(...sections), settings: fc.oneof(fc.constant(undefined), sectionSettings) }),
  fc.record({ type: of('setSettings'), settings: sectionSettings, words: fc.constantFrom('change η', 'change the seed'), target: fc.constantFrom('stretch', 'steps'), gesture }),
  fc.record({ type: of('replace'), document }),
);
