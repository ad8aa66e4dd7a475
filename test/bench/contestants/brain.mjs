// The contestant brain.js: `trainPattern` of its recurrent networks on a list of indices, as its own data formatter would set it
// up. It computes another thing, so that only its speed can be compared: the RNN has ReLU, each input goes through a learned
// embedding of the size of the vocabulary, there is a loss at every step, one symbol more than the vocabulary, and RMSprop.
import { createRequire } from 'node:module';
import { drawnFor } from '../lcg.mjs';
import { answer } from './lines.mjs';

// Not named `require`: its type would be read, and the peers may not be installed.
const load = createRequire(import.meta.url);
const brain = load('brain.js');
/** @type {{ version: string }} */
const { version } = load('brain.js/package.json');

await answer(version, (workload) => {
  const { cell, V, H, T, B } = workload;
  if (B > 1) throw new Error('it has no batches of sequences');
  const Kind = { rnn: brain.recurrent.RNN, lstm: brain.recurrent.LSTM, gru: brain.recurrent.GRU }[cell];
  const network = new Kind({ inputSize: V, inputRange: V, outputSize: V, hiddenLayers: [H] });
  network.initialize();
  network.updateTrainingOptions({ learningRate: 1e-6 });
  // It puts a symbol before the first by itself: T steps are T − 1 given ones.
  const pattern = [...(drawnFor(workload).inputs[0] ?? [])].slice(0, T - 1);
  return { step: () => network.trainPattern(pattern, true) };
});
