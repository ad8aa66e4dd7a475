import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { startingChains, type ScriptDescription } from '../../../src/engine/interchange/description.ts';
import { kerasScript, kerasWeights } from '../../../src/engine/interchange/kerasScript.ts';
import { writeNpz } from '../../../src/engine/interchange/npz.ts';
import type { NamedTensor } from '../../../src/engine/interchange/tensor.ts';
import { hasNumpy, inFolder, runPython, unlessNumpy } from '../../support/python.ts';
import { situationOf } from '../random.ts';
import { goldenNames, goldenScript } from './golden.ts';
import { allModels, nameOf } from './models.ts';
import { descriptionOf, engineOutputs, expectNear } from './scripts.ts';

const equations = readFileSync(join(import.meta.dirname, 'keras.numpy.py'), 'utf8');

/** The logits of every sequence, by Keras' equations with the weights that are meant for Keras. */
function logitsByKerasEquations(descriptions: readonly ScriptDescription[]): number[][][][] {
  const files = Object.fromEntries(descriptions.map((each, k) => [`${k}.npz`, writeNpz(kerasWeights(each))]));
  const cases = descriptions.map(({ model, examples }, k) => {
    const zeros = Array.from({ length: model.hiddenSize }, () => 0);
    return {
      ...model,
      bidirectional: model.bidirectional === true,
      weights: `${k}.npz`,
      sequences: examples.map(({ inputs, decoderInputs, h0, c0 }) => ({
        x: inputs,
        decoder_x: decoderInputs,
        h0: startingChains(model).map((chain) => h0?.[chain] ?? zeros),
        c0: startingChains(model).map((chain) => c0?.[chain] ?? zeros),
      })),
    };
  });
  return JSON.parse(inFolder({ ...files, 'cases.json': JSON.stringify(cases) }, (folder) => runPython(equations, folder))) as number[][][][];
}

describe('the weights for Keras', () => {
  it.skipIf(!hasNumpy)(`give the logits of the golden cases, by Keras' equations stated again with NumPy${unlessNumpy}`, () => {
    const cases = goldenNames.map(goldenScript);
    const logits = logitsByKerasEquations(cases.map(({ description }) => description));
    cases.forEach(({ expected }, k) => expectNear(logits[k]!.flat(2), expected.logits.flat(2), goldenNames[k]!));
  });

  it.skipIf(!hasNumpy)(`give the engine's logits, for every cell with every wiring${unlessNumpy}`, () => {
    const situations = allModels.map((model, k) => situationOf(model, { lengths: [[4, 2], [2, 3]], isOneHot: k % 3 === 0, seed: k }));
    const logits = logitsByKerasEquations(situations.map(descriptionOf));
    situations.forEach((situation, k) => expectNear(logits[k]!.flat(2), engineOutputs(situation).logits, nameOf(situation.network.model)));
  });

  it('have the gates in the order z, r, h, and both biases of a GRU as rows', () => {
    const { description } = goldenScript('04b-ner-gru');
    const of = (tensors: readonly NamedTensor[], name: string): NamedTensor => tensors.find((each) => each.name === name)!;
    const bias = of(kerasWeights(description), 'rnn.bias');
    const [ih, hh] = ['bias_ih_l0', 'bias_hh_l0'].map((name) => of(description.tensors, name).data) as [Float64Array, Float64Array];
    expect(bias.shape).toEqual([2, 15]);
    expect([...bias.data]).toEqual([ih, hh].flatMap((b) => [...b.subarray(5, 10), ...b.subarray(0, 5), ...b.subarray(10)]));
  });
});

describe('the Keras script', () => {
  it.skipIf(!hasNumpy)(`is Python, for every cell with every wiring, weights within and beside it${unlessNumpy}`, () => {
    const descriptions = allModels.map((model, k) => descriptionOf(situationOf(model, { lengths: [[3, 2]], isOneHot: k % 2 === 0, seed: k })));
    const scripts = descriptions.flatMap((each) => [undefined, 'weights.npz', 'weights.safetensors'].map((weightsFile) => kerasScript({ ...each, weightsFile })));
    const files = Object.fromEntries(scripts.map((script, k) => [`${k}.py`, script]));
    const code = `
for k in range(${scripts.length}):
    compile(open(f'{k}.py').read(), f'{k}.py', 'exec')
print('compiled')`;
    expect(inFolder(files, (folder) => runPython(code, folder))).toBe('compiled\n');
  });

  it('names the layers of Keras, with what keeps them from their defaults', () => {
    const text = (name: string): string => kerasScript(goldenScript(name).description);
    expect(text('02-next-letter-namaste')).toContain(`rnn = keras.layers.SimpleRNN(4, activation='tanh', return_sequences=True)`);
    expect(text('03b-ner-birnn-tanh')).toContain(`rnn = keras.layers.Bidirectional(keras.layers.SimpleRNN(5, activation='tanh', return_sequences=True))`);
    expect(text('10b-batch3-gru-T6')).toContain(`keras.layers.GRU(3, activation='tanh', recurrent_activation='sigmoid', reset_after=True)`);
    const { description } = goldenScript('10b-batch3-gru-T6');
    expect(kerasScript({ ...description, model: { ...description.model, cell: 'gru_original' } })).toContain('reset_after=False');
    expect(text('06-encoder-decoder-lstm')).toContain('_, *state = encoder(x, initial_state=state)');
  });
});
