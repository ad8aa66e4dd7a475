// Jobs to run, the engine's own answer to them, and comparisons bit for bit: shared by the tests of the worker's two ends.
import { isDeepStrictEqual } from 'node:util';
import type { Job } from '../../src/engine/job.ts';
import { stream } from '../../src/engine/math/random.ts';
import type { Example, Model, ParameterRecipe } from '../../src/engine/model.ts';
import { createNetwork } from '../../src/engine/network.ts';
import { parametersOf } from '../../src/engine/recipe/parameters.ts';
import { firstNonFinite, Pass } from '../../src/engine/run/pass.ts';
import { preparedExample } from '../../src/engine/run/prepared.ts';
import { createTrace, type Trace } from '../../src/engine/run/trace.ts';
import type { RunSnapshot } from '../../src/worker/snapshot.ts';

export interface JobOptions {
  readonly T?: number;
  readonly seed?: number;
  readonly model?: Partial<Model>;
  readonly recipe?: Partial<ParameterRecipe>;
}

/** A one-hot sequence of T steps drawn by the seed, with a target wherever this model reads out. */
export function exampleOf(model: Model, T: number, seed: number): Example {
  const random = stream(seed, 'example');
  const draw = (n: number): number => Math.floor(random.uniform(0, n));
  const readouts = model.topology === 'many-to-many-synced' ? T : 1;
  const targets =
    model.loss === 'cross_entropy'
      ? Array.from({ length: readouts }, () => draw(model.outputSize))
      : Array.from({ length: readouts * model.outputSize }, () => draw(2));
  return {
    inputs: { kind: 'one-hot', indices: Int32Array.from({ length: T }, () => draw(model.inputSize)) },
    targets: Float64Array.from(targets),
  };
}

/** The same with dense inputs. */
export function denseExampleOf(model: Model, T: number, seed: number): Example {
  const random = stream(seed, 'dense');
  const values = Float64Array.from({ length: T * model.inputSize }, () => random.normal());
  return { ...exampleOf(model, T, seed), inputs: { kind: 'dense', values } };
}

/** A small letter task, unless said otherwise: 4 units, 5 letters, trained for 2 epochs. */
export function jobOf({ T = 6, seed = 1, model: changed = {}, recipe = {} }: JobOptions = {}): Job {
  const model: Model = {
    cell: 'rnn_tanh',
    topology: 'many-to-many-synced',
    loss: 'cross_entropy',
    biases: 'one',
    timeReduction: 'sum',
    inputSize: 5,
    hiddenSize: 4,
    outputSize: 5,
    ...changed,
  };
  const rowLength = model.topology === 'one-to-one' ? 1 : 3;
  return {
    model,
    recipe: {
      initialisation: { scheme: 'xavier', scale: 1, seed },
      baseInputSize: model.inputSize,
      training: { rows: [exampleOf(model, rowLength, 7), exampleOf(model, rowLength, 8)], epochs: 2, learningRate: 0.1 },
      changes: [],
      ...recipe,
    },
    example: exampleOf(model, T, seed),
    learningRate: 0.1,
  };
}

/** Many numbers: 64 units, as a real sequence would have. */
export const longJob = (T = 5_000, seed = 1): Job =>
  jobOf({ T, seed, model: { hiddenSize: 64 }, recipe: { training: { rows: [], epochs: 0, learningRate: 0.1 } } });

export interface Direct {
  readonly parameters: Float64Array;
  readonly trace: Trace;
  readonly loss: number;
}

const answers = new WeakMap<Job, Direct>();

/** The job computed by the engine alone, in one go. */
export function direct(job: Job): Direct {
  const known = answers.get(job);
  if (known) return known;
  const network = createNetwork(job.model);
  const parameters = parametersOf(network, job.recipe);
  const { example } = preparedExample(network, parameters, job);
  const trace = createTrace(network, example);
  const pass = new Pass(trace, parameters);
  pass.startAll(job.recipe.initialStates);
  pass.forward();
  const loss = pass.totalLoss();
  pass.backward();
  const answer = { parameters, trace, loss };
  answers.set(job, answer);
  return answer;
}

/** Where two arrays first differ in their bits, in words; null where they do not. The language knows only one NaN. */
export function difference(name: string, a: Float64Array, b: Float64Array): string | null {
  if (a.length !== b.length) return `${name} has ${a.length} numbers instead of ${b.length}`;
  const bitsOf = (x: Float64Array): BigUint64Array => new BigUint64Array(x.buffer, x.byteOffset, x.length);
  const [left, right] = [bitsOf(a), bitsOf(b)];
  for (let i = 0; i < left.length; i++) {
    if (left[i] !== right[i] && !Object.is(a[i], b[i])) return `${name}[${i}] is ${a[i]} instead of ${b[i]}`;
  }
  return null;
}

/** The differences between two traces of one network over the rows given: values of some, gradients of others. */
export function traceDifferences(a: Trace, b: Trace, forward: readonly number[], backward: readonly number[]): string[] {
  const differences: (string | null)[] = [];
  b.network.program.slots.forEach(({ symbol, size }, s) => {
    const compare = (name: string, left: Float64Array, right: Float64Array, rows: readonly number[]): void => {
      if (left.length !== right.length) differences.push(`${name} has ${left.length} numbers instead of ${right.length}`);
      if (right.length === 0) return;
      for (const row of rows) {
        const [from, to] = [row * size, (row + 1) * size];
        differences.push(difference(`${name} at t=${row}`, left.subarray(from, to), right.subarray(from, to)));
      }
    };
    compare(symbol, a.values[s]!, b.values[s]!, forward);
    compare(`d${symbol}`, a.gradients[s]!, b.gradients[s]!, backward);
  });
  return differences.filter((each) => each !== null);
}

/** Rows 0…T, the whole trace. */
export const allRows = (trace: Trace): number[] => Array.from({ length: trace.stepCount + 1 }, (_, row) => row);

/** What of a snapshot is not what its own job leads to; an empty list where it is a true picture of one run. */
export function flaws(snapshot: RunSnapshot): string[] {
  const { job, trace, parameters, loss, forwardTo, backwardFrom, parameterGradients } = snapshot;
  if (!trace || !job || !parameters) return trace || job || parameters ? ['part of the numbers is missing'] : [];
  const right = direct(job);
  const rows = right.trace.steps.map((step) => step.row);
  const isDone = loss !== null;
  const found: (string | null)[] = [
    difference('parameters', parameters, right.parameters),
    ...traceDifferences(
      trace,
      right.trace,
      [0, ...rows.slice(0, forwardTo)],
      isDone ? [0, ...rows] : rows.slice(backwardFrom),
    ),
  ];
  if (snapshot.network !== trace.network) found.push('the network is not that of the trace');
  if (!isDone && (backwardFrom === 0 || parameterGradients)) found.push('gradients of the parameters are shown before the end');
  if (isDone) {
    if (!Object.is(loss, right.loss)) found.push(`the loss is ${loss} instead of ${right.loss}`);
    if (forwardTo !== rows.length || backwardFrom !== 0) found.push('a run that is done has not all of its steps');
    found.push(difference('the parameter gradients', parameterGradients ?? new Float64Array(), right.trace.parameterGradients));
    if (!isDeepStrictEqual(snapshot.firstNonFinite, firstNonFinite(right.trace))) found.push('another number is the first that is not finite');
  }
  return found.filter((each) => each !== null);
}

/** Lets what waits in the event loop happen. */
export async function settle(turns = 20): Promise<void> {
  for (let k = 0; k < turns; k++) await new Promise((resolve) => setImmediate(resolve));
}

/** Waits until something is so; the test's own time limit ends a wait in vain. */
export async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await settle(1);
}
