// Free running: the output of one step becomes the input of the next, chosen greedily or sampled with a temperature.
// Williams and Zipser (1989) for its opposite, teacher forcing, in which the next input is what should have come out.
import { stream } from '../math/random.ts';
import type { Example, Inputs } from '../model.ts';
import { slotIndex, type Network } from '../network.ts';
import { Pass } from './pass.ts';
import type { CellStep } from '../topology/index.ts';
import { requireMemory } from './memory.ts';
import { inputsOf } from './sequences.ts';
import { createTrace, type Trace } from './trace.ts';

export type Choice =
  /** The output with the highest score; the first of equals. */
  | { readonly kind: 'greedy' }
  /** Output i with a probability in proportion to exp(y_i / temperature): low is bold, 1 is as learned, high is wild. */
  | { readonly kind: 'sampled'; readonly temperature: number; readonly seed: number };

interface FreeRunOptions {
  readonly choice?: Choice | undefined;
  /** How many inputs are taken as given before outputs are fed back; at least 1, which is also what is taken if left out. */
  readonly given?: number | undefined;
  /** A class after which nothing more is put out: what would come later stays zero. */
  readonly until?: number | undefined;
  /** Initial states by symbol, H numbers each; zeros where left out. */
  readonly initialStates?: Readonly<Record<string, ArrayLike<number>>> | undefined;
}

interface FreeRun {
  /** Forward pass with the inputs that were fed back in place: losses and a backward pass are those of these inputs. */
  readonly trace: Trace;
  readonly pass: Pass;
  /** The class chosen at each read-out, in the order of time; empty where numbers, not classes, are put out. */
  readonly choices: Int32Array;
}

/**
 * Runs an example freely. Its inputs tell how many steps there are (the decoder's, where there is one), but those after the
 * first `given` are replaced by what the network puts out: the one-hot of the class chosen, or for squared error the
 * output itself. Throws in words where outputs cannot be inputs.
 */
export function freeRun(network: Network, parameters: Float64Array, example: Example, options: FreeRunOptions = {}): FreeRun {
  const steps = freeSteps(network, parameters, example, options);
  let next = steps.next();
  while (next.done !== true) next = steps.next();
  return next.value;
}

/** The same with a pause after every step. */
export function* freeSteps(network: Network, parameters: Float64Array, example: Example, options: FreeRunOptions = {}): Generator<void, FreeRun> {
  const { choice = { kind: 'greedy' }, given = 1, until, initialStates = {} } = options;
  const { model, program } = network;
  const fed = program.chains[program.reads[0] ?? 0]!;
  const { size } = program.slots[fed.input]!;
  requireFeedable(network, size, given);
  const own = withOwnInputs(example, fed.axis);
  const trace = createTrace(network, own);
  const pass = new Pass(trace, parameters);
  for (const [symbol, values] of Object.entries(initialStates)) pass.start(values, symbol);

  const isClass = model.loss === 'cross_entropy';
  const outputs = trace.values[slotIndex(program, 'y')] as Float64Array;
  const inputs = inputsOf(own, fed.axis) as Inputs;
  const choose = chooser(choice);
  const choices: number[] = [];
  for (const [k, step] of trace.steps.entries()) {
    pass.forward(k, k + 1);
    yield;
    if (!step.readout) continue;
    const scores = outputs.subarray(step.readout.row * model.outputSize, (step.readout.row + 1) * model.outputSize);
    if (isClass) {
      const wrong = scores.find((score) => Number.isNaN(score));
      if (wrong !== undefined) throw new Error(`No output can be chosen at t = ${step.readout.row}: a score there is not a number, because something grew beyond what a computer can hold.`);
      const chosen = choose(scores);
      choices.push(chosen);
      // While outputs are still replaced by what is given, none of them ends anything.
      if (chosen === until && step.row >= given) break;
    }
    const next = trace.steps[k + 1];
    if (next && next.row > given) feed(trace, fed.input, inputs, next, isClass ? (choices.at(-1) as number) : scores);
  }
  return { trace, pass, choices: Int32Array.from(choices) };
}

/**
 * Generates `count` classes after a prompt, which is read step by step first: a one-to-many or in-step network of one
 * chain. The classes after `until`, if it comes, are left out.
 */
export function generate(
  network: Network,
  parameters: Float64Array,
  prompt: Int32Array,
  count: number,
  options: Omit<FreeRunOptions, 'given'> = {},
): Int32Array {
  if (prompt.length === 0) throw new Error('Generation begins with at least one input, but none was given.');
  if (!Number.isInteger(count) || count < 1) throw new Error(`The number of outputs to generate is a whole number from 1, but it is ${count}.`);
  const T = prompt.length + count - 1;
  requireMemory(network, { lengths: [T, 0], B: 1, isOneHot: [true, false] });
  const indices = new Int32Array(T).fill(-1);
  indices.set(prompt);
  const { choices } = freeRun(network, parameters, { inputs: { kind: 'one-hot', indices }, targets: new Float64Array(T) }, { ...options, given: prompt.length });
  return choices.slice(prompt.length - 1);
}

function requireFeedable({ model, program }: Network, inputSize: number, given: number): void {
  if (program.reads.length > 1) throw new Error('A network that reads in both directions needs the whole sequence first, so its outputs cannot be fed back.');
  if (model.topology === 'many-to-one') throw new Error('Many to one has one output at its end, so there is none to feed back.');
  if (model.loss === 'bce') throw new Error('What is fed back is a class or a number; yes-or-no outputs are neither. Take cross-entropy or squared error.');
  if (inputSize !== model.outputSize) {
    throw new Error(`What is put out can be read again if outputs and inputs have the same size, but there are ${model.outputSize} outputs and ${inputSize} inputs.`);
  }
  if (!Number.isInteger(given) || given < 1) throw new Error(`At least 1 input has to be given, and a whole number of them, but it is ${given}.`);
}

/** A copy whose fed inputs may be written over. */
function withOwnInputs(example: Example, axis: 0 | 1): Example {
  const copy = (inputs: Inputs): Inputs =>
    inputs.kind === 'one-hot' ? { kind: 'one-hot', indices: inputs.indices.slice() } : { kind: 'dense', values: inputs.values.slice() };
  if (axis === 0) return { ...example, inputs: copy(example.inputs) };
  return { ...example, decoderInputs: example.decoderInputs && copy(example.decoderInputs) };
}

/** Makes an output the input of a step: a class, or the numbers themselves. */
function feed(trace: Trace, input: number, inputs: Inputs, { row }: CellStep, output: number | Float64Array): void {
  const { size } = trace.network.program.slots[input]!;
  if (inputs.kind === 'one-hot') {
    if (typeof output !== 'number') throw new Error('Numbers are fed back into dense inputs, but these are one-hot.');
    inputs.indices[row - 1] = output;
    return;
  }
  // The trace has the numbers; the example says the same, for whoever asks it.
  for (const [array, at] of [[trace.values[input] as Float64Array, row * size], [inputs.values, (row - 1) * size]] as const) {
    if (typeof output !== 'number') array.set(output, at);
    else {
      array.fill(0, at, at + size);
      array[at + output] = 1;
    }
  }
}

function chooser(choice: Choice): (scores: Float64Array) => number {
  if (choice.kind === 'greedy') return (scores) => scores.indexOf(scores.reduce((a, b) => Math.max(a, b), -Infinity));
  const { temperature, seed } = choice;
  if (!(temperature > 0) || !Number.isFinite(temperature)) throw new Error(`A temperature is a number above 0, but it is ${temperature}.`);
  const random = stream(seed, 'sample');
  return (scores) => {
    const top = scores.reduce((a, b) => Math.max(a, b), -Infinity);
    // Where the highest score is infinite, it is those alone that have one: ∞ − ∞ would be no number.
    const weights = scores.map((y) => (y === top ? 1 : Math.exp((y - top) / temperature)));
    let left = random.uniform(0, weights.reduce((a, b) => a + b, 0));
    const found = weights.findIndex((weight) => (left -= weight) < 0);
    return found < 0 ? scores.length - 1 : found;
  };
}
