// What a contestant in JavaScript answers to a line; test/bench/contestant.mjs says which lines there are.

/**
 * @typedef {import('../workloads.mjs').Workload} Workload
 *
 * @typedef {object} Prepared
 * @property {(rate: number) => number} step one training step; returns the loss before its update
 * @property {(() => number) | undefined} [norm] of the gradient of the latest step; left out where the computation is another one
 * @property {(() => number) | undefined} [bytes] of memory in use, where the process does not count them
 * @property {(() => void) | undefined} [dispose]
 *
 * @typedef {object} Answering
 * @property {string} version
 * @property {(workload: Workload) => Prepared | Promise<Prepared>} prepare throws where it cannot, and says why
 * @property {Prepared} [prepared]
 */

/**
 * Steps until the time is over. Groups of them are timed, as reading the clock takes as long as the smallest step.
 * @param {(rate: number) => number} step
 * @param {number} milliseconds
 * @returns {[number, number]} steps and seconds
 */
function stepFor(step, milliseconds) {
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
 * The words of a `check` line.
 * @param {string[]} words
 * @returns {Workload}
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

/**
 * Loss and gradient norm of the first step, and the loss after its update.
 * @param {Answering} state
 * @param {string[]} words
 */
async function check(state, words) {
  state.prepared?.dispose?.();
  delete state.prepared;
  const prepared = await state.prepare(readWorkload(words));
  const loss = prepared.step(0.1);
  state.prepared = prepared;
  return prepared.norm ? [loss, prepared.norm(), prepared.step(0)].join(' ') : 'another computation';
}

/**
 * @param {Answering} state
 * @param {string} line
 * @returns {Promise<string>}
 */
export async function replyTo(state, line) {
  const [command, ...words] = line.split(' ');
  const { prepared } = state;
  try {
    if (command === 'version') return state.version;
    if (command === 'check') return await check(state, words);
    if (command === 'run' && prepared) return stepFor(prepared.step, Number(words[0])).join(' ');
    if (command === 'bytes') {
      globalThis.gc?.();
      return String(prepared?.bytes?.() ?? process.memoryUsage().arrayBuffers);
    }
    return `? ${line}`;
  } catch (error) {
    return `no ${error instanceof Error ? error.message : String(error)}`.replaceAll('\n', ' ');
  }
}
