// The outline of a case of the reference schema (test/golden/README.md): its kind, its config and which fields it has. Lists
// of numbers stay unknown here; `read.ts` holds them against the sizes of the config. What a case expects is never looked at.
import * as v from 'valibot';
import { refusal } from './read.ts';

/** The cells of the schema; the engine has more, for which it has no names. */
export const cellNames = ['rnn_tanh', 'rnn_sigmoid', 'rnn_relu', 'lstm', 'gru'] as const;
const topologyNames = ['one-to-one', 'one-to-many', 'many-to-one', 'many-to-many-synced', 'encoder-decoder'] as const;

// The message of a check says what is expected, and nothing else: the sentence is made in `parse`.
const oneOf = <const T extends readonly string[]>(names: T) => v.picklist(names, `one of ${names.join(', ')}`);
const wholeFrom1 = 'a whole number from 1';
const size = v.pipe(v.number(wholeFrom1), v.integer(wholeFrom1), v.minValue(1, wholeFrom1));
const truth = v.boolean('true or false');
const record = v.record(v.string(), v.unknown(), 'an object by names');
const list = v.array(v.unknown(), 'a list');
const loss = oneOf(['mse', 'bce', 'cross_entropy']);

const wiring = {
  cell: oneOf(cellNames),
  topology: oneOf(topologyNames),
  bidirectional: truth,
  inputSize: size,
  hiddenSize: size,
  outputSize: size,
  decoderInputSize: v.optional(size),
  batch: size,
  loss,
  timeReduction: oneOf(['sum', 'mean']),
};

const row = {
  inputs: list,
  decoderInputs: v.optional(list),
  targets: list,
};

const states = { h0: record, c0: v.nullish(record) };
const name = v.optional(v.string('a text'), '');

const sequence = v.object({
  kind: v.literal('sequence'),
  name,
  config: v.object({
    ...wiring,
    T: v.optional(size),
    decoderT: v.optional(size),
    readoutSteps: v.optional(v.array(v.number('a step, counted from 0'), 'a list of steps')),
  }, 'an object'),
  tokens: v.optional(v.object({ outputVocab: v.optional(v.array(v.string('a word'), 'a list of words')) }, 'an object')),
  params: record,
  ...row,
  ...states,
}, 'an object');

const training = v.object({
  kind: v.literal('training'),
  name,
  config: v.object({ ...wiring, epochs: size, optimizer: record }, 'an object'),
  params: record,
  dataset: v.pipe(v.array(v.object({ ...row, T: v.optional(size) }, 'an object with inputs and targets'), 'a list of rows'), v.minLength(1, 'at least one row')),
  ...states,
}, 'an object');

const feedforward = v.object({
  kind: v.literal('feedforward'),
  name,
  config: v.object({
    activation: oneOf(['tanh', 'relu', 'sigmoid']),
    inputSize: size,
    hiddenSize: size,
    outputSize: size,
    batch: size,
    loss,
  }, 'an object'),
  params: record,
  inputs: list,
  targets: v.unknown(),
}, 'an object');

const word2vec = v.object({
  kind: v.literal('word2vec'),
  name,
  config: v.object({ model: oneOf(['cbow', 'skipgram']), vocabSize: size, dim: size }, 'an object'),
  params: record,
  centre: v.unknown(),
  context: list,
}, 'an object');

const schemas = { sequence, training, feedforward, word2vec } as const;

export type SequenceCase = v.InferOutput<typeof sequence>;
export type TrainingCase = v.InferOutput<typeof training>;
export type FeedforwardCase = v.InferOutput<typeof feedforward>;
export type Word2VecCase = v.InferOutput<typeof word2vec>;
export type Case = SequenceCase | TrainingCase | FeedforwardCase | Word2VecCase;
export type Kind = Case['kind'];
/** The part of a config that says what network it is. */
export type WiringConfig = SequenceCase['config'] | TrainingCase['config'];

const kinds = Object.keys(schemas) as readonly Kind[];

/** Reads the outline of a case. Throws an `Error` of one line that names the field, what was seen and what is expected. */
export function readCase(json: unknown): Case {
  const { kind } = parse(v.object({ kind: oneOf(kinds) }, 'an object with a kind'), json);
  return parse<v.GenericSchema<unknown, Case>>(schemas[kind], json);
}

function parse<Schema extends v.GenericSchema>(schema: Schema, json: unknown): v.InferOutput<Schema> {
  const parsed = v.safeParse(schema, json);
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  const path = v.getDotPath(issue);
  // Of a key that is missing the schema says no more than that.
  if (issue.input === undefined && issue.path) throw new Error(`${path} is missing.`);
  throw refusal(path ?? 'The file', issue.input, issue.message);
}
