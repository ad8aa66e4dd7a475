import { describe, expect, it } from 'vitest';
import { stream } from '../../../src/engine/math/random.ts';
import type { Example, Model } from '../../../src/engine/model.ts';
import { createNetwork, slotIndex } from '../../../src/engine/network.ts';
import { generate } from '../../../src/engine/run/generate.ts';
import { Pass } from '../../../src/engine/run/pass.ts';
import { createTrace } from '../../../src/engine/run/trace.ts';
import { continued, decode, type DecodeInput, type Said } from '../../../src/engine/workshop/decode.ts';

const model: Model = {
  cell: 'gru', topology: 'many-to-many-synced', loss: 'cross_entropy', biases: 'one', timeReduction: 'sum',
  inputSize: 5, hiddenSize: 4, outputSize: 5,
};

function parametersOf(of: Model): Float64Array {
  const random = stream(3, 'decode');
  return Float64Array.from({ length: createNetwork(of).program.parameterCount }, () => random.uniform(-2, 2));
}

function answersOf(input: DecodeInput): readonly Said[] {
  const steps = decode(input);
  let next = steps.next();
  while (next.done !== true) next = steps.next();
  return next.value;
}

/** The scores of a plain pass over an example. */
function scoresOf(of: Model, parameters: Float64Array, example: Example): number[] {
  const network = createNetwork(of);
  const trace = createTrace(network, example);
  new Pass(trace, parameters).forward();
  return [...trace.values[slotIndex(network.program, 'y')]!.subarray(of.outputSize)];
}

const hot = (...indices: number[]) => ({ kind: 'one-hot', indices: Int32Array.from(indices) }) as const;

describe('many runs of a network that reads its own outputs', () => {
  const parameters = parametersOf(model);

  it('choose what generation chooses, and have the scores of the sequence that came about', () => {
    const example = continued(model, hot(1, 3), 4);
    const [said] = answersOf({ model, parameters, runs: [{ example, given: 2, choice: { kind: 'greedy' } }] });
    const made = [...said!.choices];
    expect(made.slice(1)).toEqual([...generate(createNetwork(model), parameters, Int32Array.of(1, 3), 5)]);
    const read: Example = { inputs: hot(1, 3, ...made.slice(1, 5)), targets: new Float64Array(6) };
    expect([...said!.scores]).toEqual(scoresOf(model, parameters, read));
  });

  it('are teacher forcing where all inputs are given: what comes out changes nothing', () => {
    const read: Example = { inputs: hot(1, 3, 0, 4), targets: new Float64Array(4) };
    const [said] = answersOf({ model, parameters, runs: [{ example: read, given: 4, choice: { kind: 'greedy' } }] });
    expect([...said!.scores]).toEqual(scoresOf(model, parameters, read));
  });

  it('end with the class that ends them, and only where it is really read again', () => {
    const run = { example: continued(model, hot(1), 7), given: 1, choice: { kind: 'greedy' } as const };
    const [whole] = answersOf({ model, parameters, runs: [run] });
    const until = whole!.choices[2]!;
    const first = whole!.choices.indexOf(until);
    const [ended, forced] = answersOf({ model, parameters, runs: [{ ...run, until }, { ...run, example: { inputs: hot(1, 1, 1, 1), targets: new Float64Array(4) }, given: 4, until }] });
    expect([...ended!.choices]).toEqual([...whole!.choices.subarray(0, first + 1)]);
    expect(ended!.scores).toHaveLength((first + 1) * 5);
    expect(forced!.choices).toHaveLength(4);
  });

  it('are drawn by their seeds', () => {
    const sampled = (seed: number) => ({ example: continued(model, hot(1), 11), given: 1, choice: { kind: 'sampled', temperature: 2, seed } as const });
    const [one, same, other] = answersOf({ model, parameters, runs: [sampled(1), sampled(1), sampled(2)] });
    expect(one).toEqual(same);
    expect([...one!.choices]).not.toEqual([...other!.choices]);
  });

  it('give an encoder–decoder its own words, after what the encoder has read', () => {
    const translator: Model = { ...model, topology: 'encoder-decoder', inputSize: 3, decoderInputSize: 5 };
    const own = parametersOf(translator);
    const example = continued(translator, hot(0), 3, hot(2, 1));
    const [said] = answersOf({ model: translator, parameters: own, runs: [{ example, given: 1, choice: { kind: 'greedy' } }] });
    const read: Example = { inputs: hot(2, 1), decoderInputs: hot(0, ...said!.choices.subarray(0, 3)), targets: new Float64Array(4) };
    expect([...said!.scores]).toEqual(scoresOf(translator, own, read));
  });

  it('read their own numbers where numbers are put out', () => {
    const series: Model = { ...model, loss: 'mse', inputSize: 1, outputSize: 1 };
    const own = parametersOf(series);
    const example = continued(series, { kind: 'dense', values: Float64Array.of(0.2, 0.4) }, 3);
    const [said] = answersOf({ model: series, parameters: own, runs: [{ example, given: 2, choice: { kind: 'greedy' } }] });
    expect(said!.choices).toHaveLength(0);
    const values = Float64Array.of(0.2, 0.4, ...said!.scores.subarray(1, 4));
    expect([...said!.scores]).toEqual(scoresOf(series, own, { inputs: { kind: 'dense', values }, targets: new Float64Array(5) }));
  });
});
