// What a network says when its own outputs are its next inputs, and when it is given what is right: many runs, each with the scores of every read-out.
import type { Example, Inputs, Model } from '../model.ts';
import { createNetwork, slotIndex } from '../network.ts';
import { freeSteps, type Choice } from '../run/generate.ts';

export interface DecodeRun {
  /** Its inputs say how many steps there are at most; see `continued`. */
  readonly example: Example;
  /** How many inputs of the chain that puts out are taken as they are; the rest are what was put out. All of them: teacher forcing. */
  readonly given: number;
  readonly choice: Choice;
  /** The class that ends it. */
  readonly until?: number | undefined;
}

export interface DecodeInput {
  readonly model: Model;
  readonly parameters: Float64Array;
  readonly runs: readonly DecodeRun[];
}

/** What was put out in one run. */
export interface Said {
  /** The class of each read-out; empty where numbers are put out. */
  readonly choices: Int32Array;
  /** [read-out · Y + output]: scores before the softmax, or the numbers themselves. */
  readonly scores: Float64Array;
}

/** One answer a run, in their order. Throws in words where outputs cannot be inputs. */
export function* decode({ model, parameters, runs }: DecodeInput): Generator<null, readonly Said[]> {
  const network = createNetwork(model);
  const y = slotIndex(network.program, 'y');
  const Y = model.outputSize;
  const all: Said[] = [];
  for (const { example, ...options } of runs) {
    const steps = freeSteps(network, parameters, example, options);
    let next = steps.next();
    while (next.done !== true) {
      yield null;
      next = steps.next();
    }
    const { trace, choices } = next.value;
    const [{ readoutRows }] = trace.sequences as [(typeof trace.sequences)[number]];
    const R = model.loss === 'cross_entropy' ? choices.length : readoutRows.length;
    // Networks that can be fed read out at every row from 1 on.
    all.push({ choices, scores: trace.values[y]!.slice(Y, (R + 1) * Y) });
  }
  return all;
}

/**
 * An example that begins with these inputs of the chain that puts out and goes on for `more` steps; targets mean nothing. Of an encoder–decoder
 * `encoded` is what the encoder reads.
 */
export function continued({ inputSize, decoderInputSize, outputSize, loss }: Model, begin: Inputs, more: number, encoded?: Inputs): Example {
  const size = encoded ? (decoderInputSize ?? outputSize) : inputSize;
  const { inputs, T } = begin.kind === 'one-hot' ? longer(begin.indices, more) : longerDense(begin.values, size, more);
  const targets = new Float64Array(loss === 'cross_entropy' ? T : T * outputSize);
  return encoded ? { inputs: encoded, decoderInputs: inputs, targets } : { inputs, targets };
}

function longer(begin: Int32Array, more: number): { inputs: Inputs; T: number } {
  const T = begin.length + more;
  const indices = new Int32Array(T).fill(-1);
  indices.set(begin);
  return { inputs: { kind: 'one-hot', indices }, T };
}

function longerDense(begin: Float64Array, size: number, more: number): { inputs: Inputs; T: number } {
  const values = new Float64Array(begin.length + more * size);
  values.set(begin);
  return { inputs: { kind: 'dense', values }, T: begin.length / size + more };
}
