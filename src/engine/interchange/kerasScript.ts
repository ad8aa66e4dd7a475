// A Python file that rebuilds a network in Keras with its weights, reads sequences, and prints what the engine shows.
import type { CellId, LossId, Model } from '../model.ts';
import { decoderInputSizeOf } from '../network.ts';
import { checkDescription, hasMemory, startingChains, type ScriptDescription } from './description.ts';
import { kerasLayers, kerasTensors } from './kerasTensors.ts';
import { pythonSequences, pythonWeights } from './python.ts';
import { summaryOf } from './pytorchScript.ts';
import type { NamedTensor } from './tensor.ts';

/** Each cell's layer and its arguments behind the number of units, or the activation of a Dense layer. */
const layers: Readonly<Partial<Record<CellId, readonly [type: string, options: string]>>> = {
  rnn_tanh: ['SimpleRNN', `activation='tanh'`],
  rnn_sigmoid: ['SimpleRNN', `activation='sigmoid'`],
  rnn_relu: ['SimpleRNN', `activation='relu'`],
  lstm: ['LSTM', `activation='tanh', recurrent_activation='sigmoid'`],
  gru: ['GRU', `activation='tanh', recurrent_activation='sigmoid', reset_after=True`],
  gru_original: ['GRU', `activation='tanh', recurrent_activation='sigmoid', reset_after=False`],
  feedforward_tanh: ['Dense', `activation='tanh'`],
  feedforward_sigmoid: ['Dense', `activation='sigmoid'`],
  feedforward_relu: ['Dense', `activation='relu'`],
};

/** NumPy's lines for probabilities and the loss of every read-out, from logits [R, Y], such that large logits stay exact. */
const losses: Readonly<Record<LossId, { readonly probs: string; readonly lines: readonly string[] }>> = {
  bce: {
    probs: 'np.exp(-np.logaddexp(0, -logits)).tolist()',
    lines: [`targets = np.array(sequence['targets'], dtype='float64')`, 'step_losses = (np.logaddexp(0, logits) - logits * targets).mean(axis=-1)'],
  },
  cross_entropy: {
    probs: 'np.exp(log_probs).tolist()',
    lines: [
      'log_probs = logits - np.logaddexp.reduce(logits, axis=-1, keepdims=True)',
      `step_losses = -log_probs[np.arange(len(logits)), sequence['targets']]`,
    ],
  },
  mse: {
    probs: 'None',
    lines: [`targets = np.array(sequence['targets'], dtype='float64')`, 'step_losses = ((logits - targets) ** 2).mean(axis=-1)'],
  },
};

interface Built {
  /** Lines that make the layers and give them their weights. */
  readonly make: readonly string[];
  /** Lines that make `features` [1, …] of x, decoder_x and state. */
  readonly run: readonly string[];
}

function built(model: Model): Built {
  const { hiddenSize, inputSize, topology, bidirectional = false } = model;
  const known = layers[model.cell];
  if (!known) throw new Error(`Keras has no layer for the cell ${model.cell}, so no script can be written for it.`);
  const [type, options] = known;
  const layer = (more = ''): string => `keras.layers.${type}(${hiddenSize}, ${options}${more})`;
  const given = (layerName: string, name: string): string => `set_weights(${layerName}, '${name}', 'kernel', 'recurrent_kernel', 'bias')`;
  if (kerasLayers(model).length === 0) {
    return {
      make: [`hidden = ${layer()}`, `hidden.build((None, ${inputSize}))`, `set_weights(hidden, 'hidden', 'kernel', 'bias')`],
      run: ['features = hidden(x[0])'],
    };
  }
  if (topology === 'encoder-decoder') {
    return {
      make: [
        `encoder = ${layer(', return_state=True')}`, `encoder.build((None, None, ${inputSize}))`, given('encoder', 'encoder'),
        `decoder = ${layer(', return_sequences=True')}`, `decoder.build((None, None, ${decoderInputSizeOf(model)}))`, given('decoder', 'decoder'),
      ],
      run: ['_, *state = encoder(x, initial_state=state)', 'features = decoder(decoder_x, initial_state=state)'],
    };
  }
  const one = layer(topology === 'many-to-one' ? '' : ', return_sequences=True');
  const build = `rnn.build((None, None, ${inputSize}))`;
  return {
    make: bidirectional
      ? [`rnn = keras.layers.Bidirectional(${one})`, build, given('rnn.forward_layer', 'rnn'), given('rnn.backward_layer', 'rnn_reverse')]
      : [`rnn = ${one}`, build, given('rnn', 'rnn')],
    run: ['features = rnn(x, initial_state=state)'],
  };
}

/** The state before the first step, as Keras takes it: h (and c) of each direction, [1, H]. */
function stateFunction(model: Model): string {
  const zeros = `[[0.0] * ${model.hiddenSize}]${startingChains(model).length === 1 ? '' : ' * 2'}`;
  const names = hasMemory(model) ? `('h0', 'c0')` : `('h0',)`;
  return `
def initial_state(sequence):
    """The states of each direction; zeros where the sequence says nothing else."""
    rows = [sequence.get(name, ${zeros}) for name in ${names}]
    return [tensor([row]) for direction in zip(*rows) for row in direction]
`;
}

/** Keras' weights for a file beside the script: names and shapes as the script reads them. Throws as `kerasScript` does. */
export const kerasWeights = (description: ScriptDescription): NamedTensor[] =>
  kerasTensors(description.model, checkDescription(description));

/**
 * A Python file for Keras 3 on any backend, in float64. It prints what `pytorchScript`'s prints. A file of weights beside it
 * holds those of `kerasWeights`. Throws an `Error` in words where weights or sequences don't fit the model.
 *
 * It was not run against Keras itself: what is tested is that its weights, in Keras' equations stated again with NumPy, give the
 * outputs of PyTorch, and that it is Python.
 */
export function kerasScript(description: ScriptDescription): string {
  const { model, weightsFile } = description;
  const weights = kerasWeights(description);
  const { make, run } = built(model);
  const { probs, lines } = losses[model.loss];
  const { hiddenSize, outputSize, timeReduction } = model;
  const features = hiddenSize * (model.bidirectional === true ? 2 : 1);
  const hasState = kerasLayers(model).length > 0;
  const inputs = model.topology === 'encoder-decoder' ? ['x', 'decoder_x'] : ['x'];
  const indented = (all: readonly string[]): string => all.map((line) => `    ${line}\n`).join('');
  return `"""${summaryOf(model)}. Written by Unrolled.

Rebuilds the network in Keras 3 with its weights, reads the sequences, and prints one line of JSON: the loss, and for each
sequence its logits, probabilities and loss.
"""
import json
import os
${weightsFile === undefined ? '' : 'from pathlib import Path\n'}
os.environ.setdefault('JAX_ENABLE_X64', '1')  # where JAX is the backend: it computes with 32 bits otherwise

import keras
import numpy as np

keras.config.set_floatx('float64')

${pythonWeights(weights, weightsFile)}
${pythonSequences(description)}

def tensor(values):
    return keras.ops.convert_to_tensor(np.array(values, dtype='float64'))


def set_weights(layer, name, *parts):
    layer.set_weights([np.array(WEIGHTS[name + '.' + part], dtype='float64') for part in parts])

${hasState ? `${stateFunction(model)}\n` : ''}
${make.join('\n')}
fc = keras.layers.Dense(${outputSize})
fc.build((None, ${features}))
set_weights(fc, 'fc', 'kernel', 'bias')

results = []
for sequence in SEQUENCES:
${indented([
    ...inputs.map((name) => `${name} = tensor([sequence['${name}']])  # a batch of one`),
    ...(hasState ? ['state = initial_state(sequence)'] : []),
    ...run,
    `logits = keras.ops.convert_to_numpy(fc(features)).reshape(-1, ${outputSize})`,
    ...lines,
  ])}    results.append({
        'logits': logits.tolist(),
        'probs': ${probs},
        'loss': float(step_losses.${timeReduction}()),
    })

print(json.dumps({'loss': sum(result['loss'] for result in results) / len(results), 'sequences': results}))
`;
}
