// How a contestant in Node answers the lines of test/bench/contestant.mjs: over stdin and stdout, one line for one line.
import { createInterface } from 'node:readline';

/**
 * @typedef {object} Prepared
 * @property {(rate: number) => number} step one training step; returns the loss before its update
 * @property {() => number} [norm] of the gradient of the latest step; left out where the computation is another one
 * @property {() => void} [dispose]
 */

/**
 * Steps until the time is over. Groups of them are timed, as reading the clock takes as long as the smallest step.
 * @param {(rate: number) => number} step
 * @param {number} milliseconds
 * @returns {[number, number]} steps and seconds
 */
export function stepFor(step, milliseconds) {
  let steps = 0;
  let group = 1;
  let spent = 0;
  const start = performance.now();
  while (spent < milliseconds) {
    for (let k = 0; k < group; k++) step(1e-6);
    steps += group;
    const before = spent;
    spent = performance.now() - start;
    if (spent - before < milliseconds / 32) group *= 2;
  }
  return [steps, spent / 1000];
}

/**
 * Answers until stdin ends. A contestant that cannot do a workload says why by throwing.
 * @param {string} version
 * @param {(workload: import('../workloads.mjs').Workload) => Prepared | Promise<Prepared>} prepare
 */
export async function answer(version, prepare) {
  /** @type {Prepared | undefined} */
  let prepared;
  for await (const line of createInterface({ input: process.stdin })) {
    const [command, ...words] = line.split(' ');
    let reply = `? ${line}`;
    if (command === 'version') reply = version;
    if (command === 'check') {
      prepared?.dispose?.();
      prepared = undefined;
      try {
        prepared = await prepare(readWorkload(words));
        const loss = prepared.step(0.1);
        reply = prepared.norm ? [loss, prepared.norm(), prepared.step(0)].join(' ') : 'another computation';
      } catch (error) {
        reply = `no ${error instanceof Error ? error.message : String(error)}`.replaceAll('\n', ' ');
      }
    }
    if (command === 'run' && prepared) reply = stepFor(prepared.step, Number(words[0])).join(' ');
    process.stdout.write(`${reply}\n`);
  }
}

/**
 * The words of a `check` line, as `lineOf` of test/bench/contestant.mjs writes them.
 * @param {string[]} words
 * @returns {import('../workloads.mjs').Workload}
 */
function readWorkload([name = '', cell, readout, ...sizes]) {
  const [V, H, Y, T, B, gain] = sizes.map(Number);
  if (V === undefined || H === undefined || Y === undefined || T === undefined || B === undefined || gain === undefined) {
    throw new Error(`A workload is a name, a cell, a read-out and six numbers, but there are ${sizes.length} numbers.`);
  }
  if (cell !== 'rnn' && cell !== 'lstm' && cell !== 'gru') throw new Error(`There is no cell "${cell}".`);
  if (readout !== 'each' && readout !== 'last') throw new Error(`There is no read-out "${readout}".`);
  return { name, cell, readout, V, H, Y, T, B, gain, targets: {} };
}
