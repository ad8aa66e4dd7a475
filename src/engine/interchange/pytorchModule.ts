// The text of a PyTorch module that is a model: torch.nn's layers, or loops written out where it has none. With the names of
// PyTorch's state_dict. pytorch.org, torch.nn.RNN, LSTM, GRU, Linear (1.11 and newer, which take a sequence without a batch).
import type { CellId, Model } from '../model.ts';
import { decoderInputSizeOf } from '../network.ts';
import { hasMemory } from './description.ts';

interface Layer {
  /** Name of the layer in the module, as people commonly write it. */
  readonly attribute: 'rnn' | 'lstm' | 'gru';
  /** Class and further arguments behind the sizes. */
  readonly type: string;
  readonly options?: string;
  /** The class, where PyTorch has none. */
  readonly definition?: string;
}

const writtenOut = (type: string, gates: number, why: string, step: string): string => `
class ${type}(nn.Module):
    """${why}

    Parameters and results are named and shaped as those of torch.nn's recurrent layers, for one sequence without a batch.
    """

    def __init__(self, input_size, hidden_size, bidirectional=False):
        super().__init__()
        self.suffixes = ['_l0', '_l0_reverse'] if bidirectional else ['_l0']
        rows = ${gates === 1 ? 'hidden_size' : `${gates} * hidden_size`}
        for suffix in self.suffixes:
            self.register_parameter('weight_ih' + suffix, nn.Parameter(torch.zeros(rows, input_size)))
            self.register_parameter('weight_hh' + suffix, nn.Parameter(torch.zeros(rows, hidden_size)))
            self.register_parameter('bias_ih' + suffix, nn.Parameter(torch.zeros(rows)))
            self.register_parameter('bias_hh' + suffix, nn.Parameter(torch.zeros(rows)))

    def forward(self, x, h0):
        outputs, last = [], []
        for direction, suffix in enumerate(self.suffixes):
            names = ('weight_ih', 'weight_hh', 'bias_ih', 'bias_hh')
            parameters = [getattr(self, name + suffix) for name in names]
            steps = list(range(len(x)))
            h, states = h0[direction], [None] * len(x)
            for t in steps if direction == 0 else reversed(steps):
                h = states[t] = self.step(x[t], h, *parameters)
            outputs.append(torch.stack(states))
            last.append(h)
        return torch.cat(outputs, dim=-1), torch.stack(last)

    @staticmethod
    def step(x, h, w_ih, w_hh, b_ih, b_hh):
${step.replace(/^/gm, '        ')}
`;

const layers: Readonly<Partial<Record<CellId, Layer>>> = {
  rnn_tanh: { attribute: 'rnn', type: 'nn.RNN', options: `nonlinearity='tanh'` },
  rnn_relu: { attribute: 'rnn', type: 'nn.RNN', options: `nonlinearity='relu'` },
  lstm: { attribute: 'lstm', type: 'nn.LSTM' },
  gru: { attribute: 'gru', type: 'nn.GRU' },
  rnn_sigmoid: {
    attribute: 'rnn',
    type: 'SigmoidRNN',
    definition: writtenOut('SigmoidRNN', 1, 'The RNN with the logistic function, which nn.RNN does not offer.', 'return torch.sigmoid(w_ih @ x + b_ih + w_hh @ h + b_hh)'),
  },
  gru_original: {
    attribute: 'gru',
    type: 'OriginalGRU',
    definition: writtenOut('OriginalGRU', 3, 'The GRU as Cho et al. (2014) wrote it, with the reset gate before the product; in nn.GRU it is behind.', `
n_units = len(h)
a_r, a_z, a_n = (w_ih @ x + b_ih + b_hh).split(n_units)
w_r, w_z, w_n = w_hh.split(n_units)
r = torch.sigmoid(a_r + w_r @ h)
z = torch.sigmoid(a_z + w_z @ h)
n = torch.tanh(a_n + w_n @ (r * h))
return (1 - z) * n + z * h`.trim()),
  },
};

const activations: Readonly<Partial<Record<CellId, string>>> = {
  feedforward_tanh: 'torch.tanh', feedforward_sigmoid: 'torch.sigmoid', feedforward_relu: 'torch.relu',
};

interface PytorchModule {
  /** The classes in Python; the last one is `Network`. */
  readonly text: string;
  /** What a call of it is given: x, decoder_x, state. */
  readonly takes: readonly ('x' | 'decoder_x' | 'state')[];
  /** Name of the layer that a state_dict's names without a dot belong to; null where all names have their layer's. */
  readonly attribute: string | null;
}

const moduleText = (made: readonly string[], takes: PytorchModule['takes'], forward: readonly string[]): string => `
class Network(nn.Module):
    def __init__(self):
        super().__init__()
${made.map((line) => `        self.${line}\n`).join('')}
    def forward(self, ${takes.join(', ')}):
${forward.map((line) => `        ${line}\n`).join('')}`;

/** The module of a model. */
export function pytorchModule(model: Model): PytorchModule {
  const { inputSize, hiddenSize, outputSize, topology, bidirectional = false } = model;
  const fc = `fc = nn.Linear(${hiddenSize * (bidirectional ? 2 : 1)}, ${outputSize})`;
  const layer = layers[model.cell];
  if (!layer) {
    const activation = activations[model.cell];
    if (activation === undefined) throw new Error(`PyTorch has no module for the cell ${model.cell}, so no script can be written for it.`);
    const made = [`hidden = nn.Linear(${inputSize}, ${hiddenSize})`, fc];
    const text = moduleText(made, ['x'], [`return self.fc(${activation}(self.hidden(x)))`]);
    return { text, takes: ['x'], attribute: null };
  }
  const { attribute, type, options, definition } = layer;
  const named = [...(options === undefined ? [] : [options]), ...(bidirectional ? ['bidirectional=True'] : [])];
  const make = (size: number): string => `${type}(${[size, hiddenSize, ...named].join(', ')})`;
  const before = definition === undefined ? '' : `${definition}\n`;
  if (topology === 'encoder-decoder') {
    const takes = ['x', 'decoder_x', 'state'] as const;
    const made = [`encoder = ${make(inputSize)}`, `decoder = ${make(decoderInputSizeOf(model))}`, fc];
    const forward = ['_, state = self.encoder(x, state)', 'output, _ = self.decoder(decoder_x, state)', 'return self.fc(output)'];
    return { text: before + moduleText(made, takes, forward), takes, attribute: null };
  }
  const takes = ['x', 'state'] as const;
  const call = `self.${attribute}(x, state)`;
  const isLast = topology === 'many-to-one';
  const forward =
    isLast && bidirectional
      ? [`_, ${hasMemory(model) ? '(h_n, _)' : 'h_n'} = ${call}`, 'return self.fc(h_n.reshape(1, -1))  # the last state of both directions']
      : [`output, _ = ${call}`, `return self.fc(output${isLast ? '[-1:]' : ''})`];
  return { text: before + moduleText([`${attribute} = ${make(inputSize)}`, fc], takes, forward), takes, attribute };
}
