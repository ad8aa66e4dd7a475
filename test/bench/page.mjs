// docs/performance.md, written by a full run of the bench; the page's own measurements stay in it as they were.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { linearityTable, ratesTable, ratiosTable, workloadsTable } from './report.mjs';
import { sectionOf } from './view/section.mjs';
import { workloads } from './workloads.mjs';

/**
 * @param {string} file
 * @param {object} found
 * @param {readonly import('./report.mjs').Row[]} found.rows
 * @param {readonly import('./report.mjs').Ratio[]} found.ratios
 * @param {readonly import('./linearity.mjs').Linearity[]} found.linearity
 * @param {readonly { name: string, about: string }[]} found.taking
 * @param {readonly string[]} found.skipped
 * @param {string} found.machine
 * @param {{ rounds: number, milliseconds: number }} found.time
 */
export function writePage(file, { rows, ratios, linearity, taking, skipped, machine, time }) {
  const names = taking.map(({ name }) => name);
  const ofThePage = existsSync(file) ? sectionOf(readFileSync(file, 'utf8')) : '';
  writeFileSync(file, `# Performance

\`npm run bench\` wrote this page on ${new Date().toISOString().slice(0, 10)}. Machine: ${machine}.

## How many times as fast as others

The engine's kernel ÷ a peer, and how much it should be. Above 1 the engine is faster; \`✓\` is where it reaches what it should.

${ratiosTable(ratios, rows)}

## Training steps per second

${ratesTable(rows, names)}

${taking.map(({ name, about }) => `- **${name}**: ${about}.`).join('\n')}
${skipped.map((words) => `- Not measured: ${words}.\n`).join('')}
## What is measured

One training step: forward, backpropagation through time, the loss, and an update of every parameter by stochastic gradient descent. Inputs are
one-hot.

${workloadsTable(workloads)}

Before anything is timed, each contestant computes the same step from the same weights and inputs, and its loss, the norm of its gradient
and the loss after an update are compared with those of the engine's plain loops: within 10⁻⁹ for float64, 10⁻³ for float32. One that
differs is not measured, and the bench fails.

- **brain.js** cannot be compared in this way. Its RNN has ReLU; each input goes through a learned embedding as large as the vocabulary; it always
  has a loss at every step, one symbol more, and RMSprop. Only its speed stands here. It has no batches of sequences.
- **TensorFlow.js** is written with its operations: a model of its layers takes up to three times as long. The faster one of its two
  backends counts.
- **PyTorch** treats numbers too small for float32 as 0, which is faster. Debian's PyTorch multiplies with the slow reference BLAS where nothing
  else is installed; the bench then fetches OpenBLAS for its process alone.
- **C** is written with care and without tricks: loops that run along contiguous rows, four rows at a time, transposed copies of the
  weights, products that need not wait for the loop over time after it, tanh by the C library's exp. No intrinsics, no BLAS, no reordering of sums
  (\`-ffast-math\`). Where a processor has vectors of 512 bits, gcc takes 256 by itself; with 512 the program was up to a third faster.
- The weights from state to state of the workload *long* are twice as large as elsewhere, so that gradients do not fade: faded ones become
  denormal numbers in float32, which are slow.

## Long sequences

A step over 10,000 time steps ÷ a hundred times a step over 100, which should be 1 (RNN, 27 inputs, 64 units, a loss at every step).

${linearityTable(linearity)}

## How to read it

- Ratios travel between machines, steps per second do not. Take 10 % for noise, 20 % for TensorFlow.js.
- Each contestant is a process of its own and waits while another works. They take turns, ${time.rounds} rounds of ${time.milliseconds / 1000} s each after one
  to warm up; a rate is the median of the rounds, a ratio the median of the rounds' ratios.
- \`npm run bench -- --only char\` measures one workload, \`--quick\` all of them with less patience. Neither writes this page.
${ofThePage === '' ? '' : `\n${ofThePage}\n`}`);
}
