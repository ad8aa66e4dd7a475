// The contestant TensorFlow.js: a loop over time written with its operations, gradients by its tape, float32, tf.train.sgd.
// Up to three times as fast as a model of tf.layers. `node tfjs.mjs wasm` or `node tfjs.mjs cpu`.
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { drawnFor } from '../lcg.mjs';
import { answer } from './lines.mjs';

// Not named `require`: its type would be read, and the peers may not be installed.
const load = createRequire(import.meta.url);
const tf = load('@tensorflow/tfjs');
const { setThreadsCount, setWasmPaths } = load('@tensorflow/tfjs-backend-wasm');

const backend = process.argv[2] ?? 'wasm';
setWasmPaths(join(dirname(load.resolve('@tensorflow/tfjs-backend-wasm/package.json')), 'wasm-out/'));
setThreadsCount(1);
if (!(await tf.setBackend(backend))) throw new Error(`There is no backend "${backend}".`);
await tf.ready();
tf.enableProdMode();

/** @typedef {any} Tensor */

/**
 * One step of each cell: sums from the input [B, G·H], the state before → the state, of which the first is h.
 * @type {Record<string, (a: Tensor, state: Tensor[], Wh: Tensor) => Tensor[]>}
 */
const cells = {
  rnn: (a, [h], Wh) => [tf.tanh(tf.add(a, tf.matMul(h, Wh)))],
  lstm(a, [h, c], Wh) {
    const [i, f, g, o] = tf.split(tf.add(a, tf.matMul(h, Wh)), 4, 1);
    const now = tf.add(tf.mul(tf.sigmoid(f), c), tf.mul(tf.sigmoid(i), tf.tanh(g)));
    return [tf.mul(tf.sigmoid(o), tf.tanh(now)), now];
  },
  gru(a, [h], Wh) {
    const H = h.shape[1];
    const [gates, n] = tf.split(a, [2 * H, H], 1);
    const [recalledGates, recalled] = tf.split(tf.matMul(h, Wh), [2 * H, H], 1);
    const [r, z] = tf.split(tf.sigmoid(tf.add(gates, recalledGates)), 2, 1);
    const fresh = tf.tanh(tf.add(n, tf.mul(r, recalled)));
    return [tf.add(fresh, tf.mul(z, tf.sub(h, fresh)))];
  },
};

await answer(`${tf.version_core} ${backend}`, (workload) => {
  const { cell, readout, V, H, Y, T, B } = workload;
  const drawn = drawnFor(workload);
  const columns = drawn.b.length;
  /** @param {Float64Array} values @param {number[]} shape @param {boolean} isTransposed */
  const variable = (values, shape, isTransposed) => tf.tidy(() => {
    const tensor = tf.tensor(Float32Array.from(values), shape);
    return tf.variable(isTransposed ? tf.transpose(tensor) : tensor);
  });
  const Wx = variable(drawn.Wx, [columns, V], true);
  const Wh = variable(drawn.Wh, [columns, H], true);
  const b = variable(drawn.b, [columns], false);
  const Wy = variable(drawn.Wy, [Y, H], true);
  const by = variable(drawn.by, [Y], false);
  /** Time first, so that the places of one step lie together. @param {Int32Array[]} rows */
  const byTime = (rows) => Array.from({ length: T * B }, (_, k) => rows[k % B]?.[Math.floor(k / B)]);
  /** @param {(number | undefined)[]} indices @param {number} depth */
  const oneHot = (indices, depth) => tf.tidy(() => tf.cast(tf.oneHot(tf.tensor1d(indices, 'int32'), depth), 'float32'));
  const x = oneHot(byTime(drawn.inputs), V);
  const target = readout === 'each' ? oneHot(byTime(drawn.targets), Y) : tf.ones([B, Y]);
  const state = Array.from({ length: cell === 'lstm' ? 2 : 1 }, () => tf.zeros([B, H]));

  const step = cells[cell];
  if (!step) throw new Error(`there is no cell "${cell}"`);

  const lossOf = () => {
    const sums = tf.split(tf.add(tf.matMul(x, Wx), b), T, 0);
    const states = [];
    /** @type {Tensor[]} */
    let now = state;
    for (const a of sums) {
      now = step(a, now, Wh);
      states.push(now[0]);
    }
    const h = readout === 'each' ? tf.concat(states, 0) : now[0];
    const y = tf.add(tf.matMul(h, Wy), by);
    return readout === 'each' ? tf.losses.softmaxCrossEntropy(target, y) : tf.losses.sigmoidCrossEntropy(target, y);
  };

  const trained = [Wx, Wh, b, Wy, by];
  const optimiser = tf.train.sgd(0.1);
  let norm = 0;
  let isFirst = true;
  return {
    step(rate) {
      optimiser.setLearningRate(rate);
      return tf.tidy(() => {
        const { value, grads } = tf.variableGrads(lossOf, trained);
        if (isFirst) norm = Math.sqrt(Object.values(grads).reduce((total, each) => total + tf.sum(tf.square(each)).dataSync()[0], 0));
        isFirst = false;
        optimiser.applyGradients(grads);
        return value.dataSync()[0];
      });
    },
    norm: () => norm,
    dispose: () => tf.dispose([x, target, ...state, ...trained]),
  };
});
