// Whether a sequence of 10,000 steps costs a hundred times one of 100: in time and in memory, by the kernel and by the loops.
import { checkLine } from './contestant.mjs';
import { startOurs } from './contestants.mjs';
import { median, rateOf } from './measure.mjs';

const lengths = /** @type {const} */ ([100, 10_000]);

/**
 * @typedef {object} Linearity
 * @property {import('./contestants/ours.ts').Path} path
 * @property {number} time
 * @property {number} memory
 */

/**
 * An RNN with 27 inputs and 64 units, a loss at every step.
 * @param {number} T
 * @returns {import('./workloads.mjs').Workload}
 */
const workloadOf = (T) => ({ name: `T=${T}`, cell: 'rnn', readout: 'each', V: 27, H: 64, Y: 27, T, B: 1, gain: 1, targets: {} });

/**
 * @param {{ rounds: number, milliseconds: number }} times
 * @returns {Promise<Linearity[]>}
 */
export async function linearities({ rounds, milliseconds }) {
  const found = [];
  for (const path of /** @type {const} */ (['kernel', 'loops'])) {
    const sides = [];
    for (const T of lengths) {
      const contestant = await startOurs(`${path}, T = ${T}`, path);
      const before = Number(await contestant.ask('bytes'));
      const answer = await contestant.ask(checkLine(workloadOf(T)));
      if (answer.startsWith('no')) throw new Error(`${contestant.name}: ${answer}`);
      // The kernel says how large its memory is, which was nothing before; of the loops the whole process is known.
      const bytes = Number(await contestant.ask('bytes')) - (path === 'loops' ? before : 0);
      sides.push({ contestant, bytes, seconds: /** @type {number[]} */ ([]) });
    }
    for (let round = -1; round < rounds; round++) {
      for (const { contestant, seconds } of sides) {
        const rate = await rateOf(contestant, milliseconds);
        if (round >= 0) seconds.push(1 / rate);
      }
    }
    await Promise.all(sides.map(({ contestant }) => contestant.close()));
    const [short, long] = sides;
    if (!short || !long) throw new Error('Two lengths are compared.');
    const factor = lengths[1] / lengths[0];
    found.push({
      path,
      time: median(long.seconds.map((seconds, k) => seconds / (factor * (short.seconds[k] ?? NaN)))),
      memory: long.bytes / (factor * short.bytes),
    });
  }
  return found;
}
