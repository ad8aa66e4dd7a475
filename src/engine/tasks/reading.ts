// What a network reads of a text: tokens, inputs and targets, and what it could not read.
import type { Example, Inputs } from '../model.ts';

/** The steps of an input, before it is known what should come out. */
export interface Steps {
  readonly tokens: readonly string[];
  readonly inputs: Inputs;
  /** Distinct words that the vocabulary does not have, in their order; they are skipped. */
  readonly unknown: readonly string[];
  /** What keeps the text from being read, in words for the reader: how a picture is drawn, or a missing translation. */
  readonly problem: string | null;
}

export interface Reading extends Omit<Steps, 'tokens'> {
  /**
   * What is read at each time step of each axis: T of them along the input, then those of the decoder. An empty text where
   * a step has no input. With a problem there are none.
   */
  readonly tokens: readonly [input: readonly string[], decoder: readonly string[]];
  /** What the decoder reads; for `encoder-decoder` alone. */
  readonly decoderInputs?: Inputs;
  /** As `Targets` in model.ts. */
  readonly targets: Float64Array;
}

/** A reading of nothing: T = 0. */
export function noReading(problem: string | null, unknown: readonly string[] = []): Reading {
  return { tokens: [[], []], inputs: { kind: 'one-hot', indices: new Int32Array() }, targets: new Float64Array(), unknown, problem };
}

/** What the engine reads of a reading. */
export function exampleOf({ inputs, decoderInputs, targets }: Reading): Example {
  return { inputs, targets, ...(decoderInputs && { decoderInputs }) };
}

/** The first `most` steps of a reading along each axis, with their targets. */
export function firstSteps(reading: Reading, most: number): Reading {
  const [input, decoder] = reading.tokens;
  if (input.length <= most && decoder.length <= most) return reading;
  const { targets, decoderInputs } = reading;
  const answered = decoder.length > 0 ? decoder : input;
  return {
    ...reading,
    tokens: [input.slice(0, most), decoder.slice(0, most)],
    inputs: firstInputs(reading.inputs, input.length, most),
    ...(decoderInputs && { decoderInputs: firstInputs(decoderInputs, decoder.length, most) }),
    // One target a step is cut with the steps; a single one, at the end, stays.
    targets: targets.length === answered.length ? targets.slice(0, most) : targets,
  };
}

function firstInputs(inputs: Inputs, T: number, most: number): Inputs {
  if (inputs.kind === 'one-hot') return { kind: 'one-hot', indices: inputs.indices.slice(0, most) };
  return { kind: 'dense', values: inputs.values.slice(0, (inputs.values.length / T) * most) };
}
