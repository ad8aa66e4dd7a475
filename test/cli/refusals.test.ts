// A file that is malformed, or asks for what there is not, is met with one line: the field, what was seen, what is expected.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { answer, jsonOf } from '../../src/cli/reference.ts';

type Json = Record<string, unknown>;

const load = (name: string): Json => JSON.parse(readFileSync(new URL(`../golden/${name}.json`, import.meta.url), 'utf8')) as Json;

const files = {
  lstm: '04a-ner-lstm',
  both: '03b-ner-birnn-tanh',
  batch: '10b-batch3-gru-T6',
  translation: '06-encoder-decoder-lstm',
  single: '08b-one-to-one-rnn-T1',
  feedforward: '08a-one-to-one-feedforward',
  training: '01-review-training-50-epochs',
  words: '11b-word2vec-skipgram',
} as const;

/** Sets what stands at a path such as `config.cell` or `inputs.2.0`; undefined takes it away. */
function set(json: Json, path: string, value: unknown): void {
  // A parameter's name may have a dot.
  const keys = path.match(/(?<=\[)[^\]]+(?=\])|[^.[\]]+/g)!;
  const last = keys.pop()!;
  const place = keys.reduce<unknown>((inside, key) => (inside as Json)[key], json) as Json;
  if (value === undefined) delete place[last];
  else place[last] = value;
}

/** The line with which a file is refused after a change; empty where it is not. */
function refusal(file: keyof typeof files, path: string, value: unknown): string {
  const json = load(files[file]);
  set(json, path, value);
  try {
    answer(json);
    return '';
  } catch (error) {
    return (error as Error).message;
  }
}

const cases: readonly (readonly [words: string, file: keyof typeof files, path: string, value: unknown])[] = [
  // What kind of file, and of what.
  ['kind is missing.', 'lstm', 'kind', undefined],
  ['config is missing.', 'lstm', 'config', undefined],
  ['config.cell is "elman", but one of rnn_tanh, rnn_sigmoid, rnn_relu, lstm, gru is expected.', 'lstm', 'config.cell', 'elman'],
  ['config.cell is missing.', 'lstm', 'config.cell', undefined],
  ['config.topology is "tree", but one of one-to-one, one-to-many, many-to-one, many-to-many-synced, encoder-decoder is expected.', 'lstm', 'config.topology', 'tree'],
  ['config.loss is "hinge", but one of mse, bce, cross_entropy is expected.', 'lstm', 'config.loss', 'hinge'],
  ['config.timeReduction is "max", but one of sum, mean is expected.', 'lstm', 'config.timeReduction', 'max'],
  ['config.bidirectional is "no", but true or false is expected.', 'lstm', 'config.bidirectional', 'no'],
  ['config.bidirectional is true, but false for an encoder-decoder is expected.', 'translation', 'config.bidirectional', true],
  ['config.activation is "gelu", but one of tanh, relu, sigmoid is expected.', 'feedforward', 'config.activation', 'gelu'],
  // Sizes.
  ['config.hiddenSize is -5, but a whole number from 1 is expected.', 'lstm', 'config.hiddenSize', -5],
  ['config.hiddenSize is 0, but a whole number from 1 is expected.', 'lstm', 'config.hiddenSize', 0],
  ['config.inputSize is 2.5, but a whole number from 1 is expected.', 'lstm', 'config.inputSize', 2.5],
  ['config.outputSize is "4", but a whole number from 1 is expected.', 'lstm', 'config.outputSize', '4'],
  ['config.batch is null, but a whole number from 1 is expected.', 'lstm', 'config.batch', null],
  ['config.decoderInputSize is missing: a whole number from 1 is expected.', 'translation', 'config.decoderInputSize', undefined],
  ['params["weight_ih_l0"].shape is [20,6], but [400,6] is expected.', 'lstm', 'config.hiddenSize', 100],
  ['This network would have 4,000,000,036,000,000,000 parameters; the limit is 50,000,000. Take fewer units, inputs or outputs.', 'lstm', 'config.hiddenSize', 1e9],
  // Inputs.
  ['inputs is missing.', 'lstm', 'inputs', undefined],
  ['inputs is 3, but a list is expected.', 'lstm', 'inputs', 3],
  ['inputs has 0 entries, but at least 1 is expected.', 'lstm', 'inputs', []],
  ['inputs has 1 entry, but 6 are expected (config.T).', 'lstm', 'inputs', [[1, 0, 0, 0, 0, 0]]],
  ['inputs[2] has 2 entries, but 6 are expected (config.inputSize).', 'lstm', 'inputs.2', [1, 0]],
  ['inputs[2] is 1, but a list of 6 (config.inputSize) is expected.', 'lstm', 'inputs.2', 1],
  ['inputs[2][3] is null, but a finite number is expected.', 'lstm', 'inputs.2.3', null],
  ['inputs[2][3] is "NaN", but a finite number is expected.', 'lstm', 'inputs.2.3', 'NaN'],
  ['inputs[2][3] is NaN, but a finite number is expected.', 'lstm', 'inputs.2.3', NaN],
  ['inputs[0] has 2 entries, but 3 are expected (config.batch).', 'batch', 'inputs.0', [[0, 0], [0, 0]]],
  ['inputs[4][1] has 1 entry, but 2 are expected (config.inputSize).', 'batch', 'inputs.4.1', [0]],
  ['decoderInputs is missing: a list is expected.', 'translation', 'decoderInputs', undefined],
  ['decoderInputs[1] has 3 entries, but 5 are expected (config.decoderInputSize).', 'translation', 'decoderInputs.1', [0, 1, 0]],
  ['decoderInputs are given, but many-to-many-synced has no decoder: nothing is expected.', 'lstm', 'decoderInputs', [[1]]],
  ['inputs has 2 entries, but 1 is expected (config.T).', 'single', 'inputs', [[0, 0, 0], [0, 0, 0]]],
  // Targets and read-outs.
  ['targets is missing.', 'lstm', 'targets', undefined],
  ['targets has 2 entries, but 6 are expected (many-to-many-synced reads out 6 times).', 'lstm', 'targets', [0, 1]],
  ['targets[5] is 4, but a whole number from 0 to 3 (config.outputSize is 4) is expected.', 'lstm', 'targets.5', 4],
  ['targets[0] is -1, but a whole number from 0 to 3 (config.outputSize is 4) is expected.', 'lstm', 'targets.0', -1],
  ['targets[0] is 0.5, but a whole number from 0 to 3 (config.outputSize is 4) is expected.', 'lstm', 'targets.0', 0.5],
  ['targets[0][1] has 2 entries, but 1 is expected (config.outputSize).', 'batch', 'targets.0.1', [1, 0]],
  ['targets is 7, but a whole number from 0 to 1 (config.outputSize is 2) is expected.', 'feedforward', 'targets', 7],
  ['config.readoutSteps is [5], but [0, 1, 2, 3, 4, 5] is expected, where the topology reads out.', 'lstm', 'config.readoutSteps', [5]],
  // Initial states.
  ['h0 is missing.', 'lstm', 'h0', undefined],
  ['h0.forward is missing: a list of 5 (config.hiddenSize) is expected.', 'lstm', 'h0', {}],
  ['h0.reverse is missing: a list of 5 (config.hiddenSize) is expected.', 'both', 'h0.reverse', undefined],
  ['h0.forward has 2 entries, but 5 are expected (config.hiddenSize).', 'lstm', 'h0.forward', [0, 0]],
  ['h0.forward has 1 entry, but 3 are expected (config.batch).', 'batch', 'h0.forward', [[0, 0, 0]]],
  ['c0.forward is missing: a list of 5 (config.hiddenSize) is expected.', 'lstm', 'c0', undefined],
  ['c0.forward is missing: a list of 5 (config.hiddenSize) is expected.', 'lstm', 'c0', null],
  ['c0 is given, but gru has no cell state: nothing is expected.', 'batch', 'c0', { forward: [] }],
  ['h0 has "decoder", but the chains that begin with a state of their own are encoder.', 'translation', 'h0.decoder', [0, 0, 0, 0]],
  // Parameters.
  ['params["bias_hh_l0"] is missing: an object {shape, data} of shape [20] is expected.', 'lstm', 'params.bias_hh_l0', undefined],
  ['params["fc.weight"].shape is [5,4], but [4,5] is expected.', 'lstm', 'params[fc.weight].shape', [5, 4]],
  ['params["fc.weight"].data has 3 entries, but 4 are expected (its shape is [4, 5]).', 'lstm', 'params[fc.weight].data', [[], [], []]],
  ['params["weight_hh_l0"].data[7] has 4 entries, but 5 are expected (its shape is [20, 5]).', 'lstm', 'params.weight_hh_l0.data.7', [0, 0, 0, 0]],
  ['params["bias_ih_l0"].data[0] is a list of 1, but a finite number is expected.', 'lstm', 'params.bias_ih_l0.data.0', [0]],
  ['params has "weight_ih_l1", but this network\'s parameters are weight_ih_l0, weight_hh_l0, bias_ih_l0, bias_hh_l0, fc.weight, fc.bias.', 'lstm', 'params.weight_ih_l1', {}],
  // Words.
  ['config.model is "glove", but one of cbow, skipgram is expected.', 'words', 'config.model', 'glove'],
  ['centre is 8, but a whole number from 0 to 7 (config.vocabSize is 8) is expected.', 'words', 'centre', 8],
  ['centre is missing.', 'words', 'centre', undefined],
  ['context has 0 entries, but at least 1 is expected.', 'words', 'context', []],
  ['context[1] is -1, but a whole number from 0 to 7 (config.vocabSize is 8) is expected.', 'words', 'context.1', -1],
  ['params["in.weight"].shape is [8,3], but [8,4] is expected.', 'words', 'config.dim', 4],
  // Training.
  ['config.epochs is 0, but a whole number from 1 is expected.', 'training', 'config.epochs', 0],
  ['config.epochs is 1000000000000, but at most 3333333, as the answer has numbers of every row of every epoch, is expected.', 'training', 'config.epochs', 1e12],
  ['dataset is a list of 0, but at least one row is expected.', 'training', 'dataset', []],
  ['dataset[2].inputs[1] has 1 entry, but 5 are expected (config.inputSize).', 'training', 'dataset.2.inputs.1', [1]],
  ['dataset[1].inputs has 3 entries, but 4 are expected (dataset[1].T).', 'training', 'dataset.1.T', 4],
  ['config.optimizer.type is "LBFGS", but one of SGD, Adagrad, RMSprop, Adam is expected.', 'training', 'config.optimizer.type', 'LBFGS'],
  ['config.optimizer.type is "constructor", but one of SGD, Adagrad, RMSprop, Adam is expected.', 'training', 'config.optimizer.type', 'constructor'],
  ['config.optimizer.lr is missing: a finite number is expected.', 'training', 'config.optimizer.lr', undefined],
  ['config.optimizer.weight_decay is 0.1, but 0 or nothing, as SGD has no such setting here, is expected.', 'training', 'config.optimizer.weight_decay', 0.1],
];

describe('a file is refused with words', () => {
  it.each(cases)('%s', (words, file, path, value) => {
    expect(refusal(file, path, value)).toBe(words);
  });

  it('where it is no object at all', () => {
    for (const json of [3, null, 'case', [1]]) {
      expect(() => answer(json)).toThrow(/^(The file is .*, but an object with a kind is expected|kind is missing)\.$/);
    }
  });

  it('where a number is too large to be one', () => {
    const json = JSON.parse(JSON.stringify(load(files.lstm)).replace('"inputs":[[1,', '"inputs":[[1e999,')) as unknown;
    expect(() => answer(json)).toThrow('inputs[0][0] is Infinity, but a finite number is expected.');
  });

  it('where it is nested deeper than any case, before that fills the stack', () => {
    for (const [open, close] of [['[', ']'], ['{"a":', '}']] as const) {
      const text = `{"kind":${open.repeat(100_000)}1${close.repeat(100_000)}}`;
      expect(() => jsonOf(text, 'case.json')).toThrow('case.json has lists or objects more than 100 deep within each other, but a case has a few.');
    }
    expect(jsonOf(`{"name":"${'['.repeat(200)}\\\\\\"{"}`, 'case.json')).toEqual({ name: `${'['.repeat(200)}\\"{` });
  });

  it('of one line, in every case', () => {
    expect(cases.filter(([words]) => words.includes('\n'))).toEqual([]);
  });
});

describe('a file is not refused', () => {
  it.each([
    ['without the lengths that can be counted', 'lstm', 'config.T'],
    ['without the steps that follow from its topology', 'batch', 'config.readoutSteps'],
    ['without its name', 'translation', 'name'],
    ['without what it expects', 'feedforward', 'expected'],
  ] as const)('%s', (_, file, path) => {
    expect(refusal(file, path, undefined)).toBe('');
  });

  it('for settings of an optimiser that are switched off', () => {
    expect(refusal('training', 'config.optimizer', { type: 'SGD', lr: 0.5, momentum: 0, dampening: 0, nesterov: false, weight_decay: 0, clipGlobalNorm: null })).toBe('');
  });
});
