// Random situations of the engine as what a script is made of, and what the engine itself computes for them.
import { expect } from 'vitest';
import { rowsOf, type ScriptDescription, type ScriptExample } from '../../../src/engine/interchange/description.ts';
import { stateDictOf } from '../../../src/engine/interchange/stateDict.ts';
import { decoderInputSizeOf, slotIndex } from '../../../src/engine/network.ts';
import { prepare, type Situation } from '../random.ts';

/** Fails where a number is off by more than 1e-12 of the largest, or of 1: sums may be added in another order. */
export function expectNear(actual: readonly number[], expected: readonly number[], what: string): void {
  expect([what, actual.length]).toEqual([what, expected.length]);
  const scale = Math.max(1, ...expected.map(Math.abs));
  const worst = Math.max(0, ...actual.map((value, k) => Math.abs(value - expected[k]!)));
  expect([what, worst <= 1e-12 * scale ? 'near' : worst]).toEqual([what, 'near']);
}

/** What a script needs of a random situation of the engine. */
export function descriptionOf({ network, parameters, examples, initialStates }: Situation): ScriptDescription {
  const { model, program } = network;
  const H = model.hiddenSize;
  const statesOf = (letter: string, b: number): ScriptExample['h0'] =>
    Object.fromEntries(
      program.chains
        .map(({ id, mark }) => [id, initialStates[`${letter}${mark}`]] as const)
        .flatMap(([id, values]) => (values ? [[id, [...values.subarray(b * H, (b + 1) * H)]]] : [])),
    );
  return {
    model,
    tensors: stateDictOf(network, parameters),
    examples: examples.map(({ inputs, decoderInputs, targets }, b) => ({
      inputs: rowsOf(inputs, model.inputSize),
      decoderInputs: decoderInputs && rowsOf(decoderInputs, decoderInputSizeOf(model)),
      targets,
      h0: statesOf('h', b),
      c0: statesOf('c', b),
    })),
  };
}

/** The engine's own outputs: logits of every read-out of every sequence, and the loss. */
export function engineOutputs(situation: Situation): { logits: number[]; loss: number } {
  const { trace, pass } = prepare(situation);
  pass.forward();
  const index = slotIndex(trace.network.program, 'y');
  const [B, Y] = [trace.sequences.length, trace.network.model.outputSize];
  const logits = trace.sequences.flatMap(({ readoutRows }, b) =>
    readoutRows.flatMap((row) => [...trace.values[index]!.subarray((row * B + b) * Y, (row * B + b + 1) * Y)]),
  );
  return { logits, loss: pass.totalLoss() };
}
