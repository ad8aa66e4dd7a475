// What is measured: one training step (forward, backpropagation through time, SGD) of these networks.

/**
 * @typedef {object} Workload
 * @property {string} name
 * @property {'rnn' | 'lstm' | 'gru'} cell
 * @property {'each' | 'last'} readout `each`: softmax and cross-entropy at every step, the mean over T·B. `last`: one logit
 *   after the last step and its binary cross-entropy.
 * @property {number} V number of inputs, of which one is 1
 * @property {number} H number of units
 * @property {number} Y number of outputs
 * @property {number} T number of time steps
 * @property {number} B number of sequences a step
 * @property {number} gain how much larger the weights from state to state are drawn. In the long workload gradients neither
 *   grow nor fade with it: in float32 faded ones would be denormal numbers, which cost a hundred times more.
 * @property {Readonly<Record<string, number>>} targets how many times a peer's speed ours should have
 */

/** @type {readonly Workload[]} */
export const workloads = [
  { name: 'review', cell: 'rnn', readout: 'last', V: 5, H: 4, Y: 1, T: 4, B: 1, gain: 1, targets: { tfjs: 300, 'brain.js': 5, PyTorch: 150, C: 0.35 } },
  { name: 'char', cell: 'rnn', readout: 'each', V: 27, H: 64, Y: 27, T: 50, B: 1, gain: 1, targets: { tfjs: 25, 'brain.js': 12, PyTorch: 5, C: 0.4 } },
  { name: 'char LSTM', cell: 'lstm', readout: 'each', V: 65, H: 128, Y: 65, T: 64, B: 1, gain: 1, targets: { tfjs: 20, 'brain.js': 15, PyTorch: 2.5, C: 0.4 } },
  { name: 'GRU', cell: 'gru', readout: 'each', V: 27, H: 64, Y: 27, T: 50, B: 1, gain: 1, targets: { tfjs: 40, 'brain.js': 12, PyTorch: 6, C: 0.4 } },
  { name: 'batch RNN', cell: 'rnn', readout: 'each', V: 65, H: 128, Y: 65, T: 64, B: 16, gain: 1, targets: { tfjs: 7, PyTorch: 0.4, C: 0.4 } },
  { name: 'batch LSTM', cell: 'lstm', readout: 'each', V: 65, H: 128, Y: 65, T: 64, B: 16, gain: 1, targets: { tfjs: 7, PyTorch: 0.4, C: 0.4 } },
  { name: 'long', cell: 'rnn', readout: 'last', V: 27, H: 32, Y: 1, T: 1000, B: 1, gain: 2, targets: { tfjs: 100, 'brain.js': 15, PyTorch: 25, C: 0.35 } },
];

/** How many times a hundred sequences of 100 steps one of 10,000 may cost, in time and in memory. */
export const linearLimit = 1.1;
