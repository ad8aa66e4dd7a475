// From a setup to a network that has read its sequence: forward pass done, and the backward pass of the loss in view alone.
// L = (y_p − target)² at step p alone, so that what is left of ∂L/∂h at k has come the whole way from p.
import { withLossAt } from '../run/lossAt.ts';
import { createTrace, type Trace } from '../run/trace.ts';
import { Kept } from '../kept.ts';
import { finish } from '../learn/learner.ts';
import { stream } from '../math/random.ts';
import type { Example } from '../model.ts';
import type { Network } from '../network.ts';
import { initialParameters } from '../recipe/parameters.ts';
import { networkOf, wordCount } from './network.ts';
import { backwards, forwards, runOf } from './passes.ts';
import type { Sequence, Setup } from './setup.ts';
import { keepingGate, recurrentReach, type Reach } from './recurrent.ts';

/** T may be 2 to this many. */
const mostSteps = 1_000;

interface Prepared {
  readonly setup: Setup;
  readonly network: Network;
  /** In the layout of the program, scaled and with its gate's bias; not to be changed. */
  readonly parameters: Float64Array;
  /** T words, with a target at every step: dense rows of one-hot × strength. */
  readonly example: Example;
  /**
   * Its only read-out is at `lossAt`. Forward pass done over all T steps, backward pass from `lossAt` back; the gradients after it are 0. It has
   * ∂L/∂ of states, inputs and parameters.
   */
  readonly trace: Trace;
  /** The same numbers, seen with a read-out at every step; those other than at `lossAt` are not computed yet. */
  readonly everyLoss: Trace;
  /** L at `lossAt`. */
  readonly loss: number;
  /** σ_max and ρ of the recurrent weights. */
  readonly reach: Reach;
}

/** Runs a setup. Throws an `Error` in words for a setting that cannot be. */
export const prepare = (setup: Setup): Prepared => finish(preparing(setup));

/** The same with pauses. */
export function* preparing(setup: Setup): Generator<void, Prepared> {
  const { sequence } = setup;
  const example = exampleOf(sequence);
  const network = networkOf(setup.network);
  const { parameters, reach } = startOf(setup, network);
  const everyLoss = createTrace(network, example);
  const trace = withLossAt(everyLoss, sequence.lossAt);
  const run = runOf({ parameters }, trace);
  yield* forwards(run, 0, sequence.steps);
  yield* backwards(run, 0, sequence.lossAt);
  return { setup, network, parameters, example, trace, everyLoss, loss: run.pass.totalLoss(), reach };
}

/**
 * The sequence: a random word a step, and at every step the same target, 1 or −1 by the first word, so that there is something to remember. A
 * longer sequence begins with the same words.
 */
export function exampleOf({ steps, seed, strength, lossAt }: Sequence): Example {
  if (!Number.isInteger(steps) || steps < 2 || steps > mostSteps) {
    throw new Error(`A sequence has 2 to ${mostSteps.toLocaleString('en')} steps, but this one would have ${steps}.`);
  }
  if (!Number.isInteger(lossAt) || lossAt < 1 || lossAt > steps) throw new Error(`The loss stands at one of the steps 1 to ${steps}, but it is put at ${lossAt}.`);
  if (!Number.isFinite(strength)) throw new Error(`The strength of the input is a number, but it is ${strength}.`);
  const random = stream(seed, 'laboratory', 'words');
  const values = new Float64Array(steps * wordCount);
  let first = 0;
  for (let t = 0; t < steps; t++) {
    const word = random.integer(wordCount);
    if (t === 0) first = word;
    values[t * wordCount + word] = strength;
  }
  return { inputs: { kind: 'dense', values }, targets: new Float64Array(steps).fill(first % 2 === 0 ? 1 : -1) };
}

/** The weights that a setup starts with, in a buffer of their own. */
export const parametersOf = (setup: Setup, network: Network): Float64Array => startOf(setup, network).parameters;

/** As the scheme has them, with σ_max and ρ: the same while scale, T, loss or input are dragged. Keyed by what they depend on. */
const schemeStarts = new Kept<string, { readonly parameters: Float64Array; readonly reach: Reach }>(16);

function schemeStart({ sequence: { seed }, network: { cell, hiddenSize, scheme } }: Setup, network: Network) {
  const key = `${cell} ${hiddenSize} ${scheme} ${seed}`;
  const known = schemeStarts.get(key);
  if (known) return known;
  const parameters = initialParameters(network, { initialisation: { scheme, scale: 1, seed }, baseInputSize: wordCount });
  const start = { parameters, reach: recurrentReach(network, parameters) };
  schemeStarts.set(key, start);
  return start;
}

/** The scheme's weights with every recurrent matrix multiplied by one factor, and the gate's bias set. */
function startOf(setup: Setup, network: Network): { parameters: Float64Array; reach: Reach } {
  const { stretch, gateBias } = setup.network;
  const scheme = schemeStart(setup, network);
  const parameters = scheme.parameters.slice();
  let { reach } = scheme;
  const now = stretch && (stretch.by === 'singular' ? reach.stretch : reach.radius);
  // Of a matrix of zeros, or one that only ever moves numbers on until they are gone, no multiple stretches.
  if (stretch && now) {
    if (!(stretch.value >= 0 && stretch.value < Infinity)) throw new Error(`The scale of W_hh is a number from 0, but it is ${stretch.value}.`);
    const factor = stretch.value / now;
    for (const { role, offset, rows, columns } of network.program.parameters) {
      if (role === 'recurrent') for (let i = offset; i < offset + rows * columns; i++) parameters[i]! *= factor;
    }
    reach = { stretch: reach.stretch * factor, radius: reach.radius * factor };
  }
  if (gateBias !== null) {
    if (!Number.isFinite(gateBias)) throw new Error(`The bias of the gate is a number, but it is ${gateBias}.`);
    const gate = keepingGate(network);
    for (const { role, symbol, offset, rows } of network.program.parameters) {
      if (role === 'bias' && symbol === `b_${gate?.gate}`) parameters.fill(gateBias, offset, offset + rows);
    }
  }
  return { parameters, reach };
}
