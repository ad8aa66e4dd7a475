// What one network says to rows, and how well it does: forward passes alone, row after row, with pauses.
import type { Example, Inputs, Model } from '../model.ts';
import { createNetwork, slotIndex, slotOf, type Network } from '../network.ts';
import { Pass } from '../run/pass.ts';
import { createTrace, refilled, type Trace } from '../run/trace.ts';
import type { Evaluation } from './job.ts';
import { tallyOf } from './tally.ts';

/** How much is computed between two pauses, in time steps times weights: a good part of a millisecond. */
const piece = 100_000;

/** Lengths whose memory is kept for the next row of the same. */
const mostTraces = 32;

/**
 * Losses and answers of a network on rows, in their order. Throws an `Error` in words where the parameters or a row do not fit the model. Without
 * rows the loss is NaN.
 */
export function* evaluate({ model, parameters, examples }: { readonly model: Model; readonly parameters: Float64Array; readonly examples: readonly Example[] }): Generator<null, Evaluation> {
  const network = createNetwork(model);
  const answers: Float64Array[] = [];
  const tally = tallyOf(model);
  for (const answer of answersOf(network, parameters, examples)) {
    if (answer === null) {
      yield null;
      continue;
    }
    answers.push(answer.answer);
    tally.add(answer.example.targets, answer.answer, answer.loss);
  }
  return { ...tally.score(), answers, confusion: tally.confusion };
}

interface Answer {
  readonly example: Example;
  readonly loss: number;
  /** [read-out · Y + output]: probabilities where there are some. */
  readonly answer: Float64Array;
}

/** Row by row what comes out, and null at pauses. */
function* answersOf(network: Network, parameters: Float64Array, examples: readonly Example[]): Generator<Answer | null, void> {
  const slot = slotIndex(network.program, slotOf(network.program, 'p') ? 'p' : 'y');
  /** The latest trace of each length: rows of one length share their memory. */
  const traces = new Map<string, Trace>();
  let work = 0;
  for (const example of examples) {
    const key = lengthsOf(example);
    const known = traces.get(key);
    const trace = (known && refilled(known, example)) ?? createTrace(network, example);
    if (!known && traces.size >= mostTraces) traces.clear();
    traces.set(key, trace);
    const pass = new Pass(trace, parameters);
    pass.forward();
    yield { example, loss: pass.totalLoss(), answer: readOut(trace, slot) };
    work += trace.steps.length * network.program.parameterCount;
    if (work < piece) continue;
    work = 0;
    yield null;
  }
}

const lengthOf = (inputs: Inputs | undefined): number => (inputs === undefined ? 0 : inputs.kind === 'one-hot' ? inputs.indices.length : inputs.values.length);
const lengthsOf = ({ inputs, decoderInputs }: Example): string => `${lengthOf(inputs)} ${lengthOf(decoderInputs)}`;

/** Copies a slot's numbers at the rows that are read out, in the order of time. */
function readOut({ network, sequences: [sequence], values }: Trace, slot: number): Float64Array {
  const { size } = network.program.slots[slot]!;
  const rows = sequence!.readoutRows;
  const out = new Float64Array(rows.length * size);
  rows.forEach((row, r) => out.set(values[slot]!.subarray(row * size, (row + 1) * size), r * size));
  return out;
}
