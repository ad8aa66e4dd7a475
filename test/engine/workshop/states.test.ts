import { describe, expect, it } from 'vitest';
import { stream } from '../../../src/engine/math/random.ts';
import type { Example, Model } from '../../../src/engine/model.ts';
import { createNetwork, slotIndex } from '../../../src/engine/network.ts';
import { Pass } from '../../../src/engine/run/pass.ts';
import { createTrace } from '../../../src/engine/run/trace.ts';
import { statesOf, unitsOf, type ReadStates, type StatesInput, type StatesRead } from '../../../src/engine/workshop/states.ts';

const model: Model = {
  cell: 'lstm', topology: 'many-to-one', loss: 'cross_entropy', biases: 'one', timeReduction: 'sum',
  inputSize: 5, hiddenSize: 3, outputSize: 2,
};

const hot = (...indices: number[]) => ({ kind: 'one-hot', indices: Int32Array.from(indices) }) as const;
const example: Example = { inputs: hot(1, 3, 0, 4), targets: Float64Array.of(1) };

function parametersOf(of: Model, seed = 3): Float64Array {
  const random = stream(seed, 'states');
  return Float64Array.from({ length: createNetwork(of).program.parameterCount }, () => random.uniform(-1, 1));
}

function readBy(input: StatesInput): readonly (readonly ReadStates[])[] {
  return allOf(input).map(({ sequences }) => sequences);
}

function allOf(input: StatesInput): readonly StatesRead[] {
  const steps = statesOf(input);
  let next = steps.next();
  while (next.done !== true) next = steps.next();
  return next.value;
}

/** Rows 1 … of a state in a plain pass. */
function rowsOf(of: Model, parameters: Float64Array, read: Example, symbol: string): number[][] {
  const network = createNetwork(of);
  const trace = createTrace(network, read);
  new Pass(trace, parameters).forward();
  const all = [...trace.values[slotIndex(network.program, symbol)]!];
  return Array.from({ length: all.length / of.hiddenSize }, (_, row) => all.slice(row * of.hiddenSize, (row + 1) * of.hiddenSize));
}

const distance = (a: readonly number[], b: readonly number[]): number => Math.hypot(...a.map((each, i) => each - b[i]!));

describe('the hidden states of many sequences', () => {
  it('are those of a pass, network by network and sequence by sequence', () => {
    const networks = [parametersOf(model), parametersOf(model, 4)];
    const short: Example = { inputs: hot(2), targets: Float64Array.of(0) };
    const found = readBy({ model, networks, examples: [example, short] });
    networks.forEach((parameters, n) => {
      [example, short].forEach((each, k) => expect([...found[n]![k]!.values]).toEqual(rowsOf(model, parameters, each, 'h').slice(1).flat()));
    });
  });

  it('move from step to step by the length of their difference, the first time from zeros', () => {
    const parameters = parametersOf(model);
    const rows = rowsOf(model, parameters, example, 'h');
    const [[found]] = readBy({ model, networks: [parameters], examples: [example] }) as [[ReadStates]];
    found.moves.forEach((move, k) => expect(move).toBeCloseTo(distance(rows[k + 1]!, rows[k]!), 12));
    expect(found.moves[0]).toBeCloseTo(Math.hypot(...rows[1]!), 12);
  });

  it('spread as all of them together do', () => {
    const [{ sequences, spread }] = allOf({ model, networks: [parametersOf(model)], examples: [example, example] }) as [StatesRead];
    const own = Array.from({ length: 4 }, (_, t) => sequences[0]!.values[t * 3]!);
    const mean = own.reduce((a, b) => a + b, 0) / 4;
    expect(spread.count).toBe(8);
    expect(spread.means[0]).toBeCloseTo(mean, 12);
    expect(spread.covariance[0]).toBeCloseTo((2 * own.reduce((sum, each) => sum + (each - mean) ** 2, 0)) / 7, 12);
  });

  it('stand side by side in both directions, and a step moves both', () => {
    const both: Model = { ...model, bidirectional: true };
    const parameters = parametersOf(both);
    const [there, back] = [rowsOf(both, parameters, example, 'h'), rowsOf(both, parameters, example, 'h.reverse')];
    const [[found]] = readBy({ model: both, networks: [parameters], examples: [example] }) as [[ReadStates]];
    expect(unitsOf(both)).toBe(6);
    expect([...found.values]).toEqual([1, 2, 3, 4].flatMap((t) => [...there[t]!, ...back[t]!]));
    // The way back comes to step 2 from step 3, and to step 4 from zeros.
    expect(found.moves[1]).toBeCloseTo(Math.hypot(distance(there[2]!, there[1]!), distance(back[2]!, back[3]!)), 12);
    expect(found.moves[3]).toBeCloseTo(Math.hypot(distance(there[4]!, there[3]!), Math.hypot(...back[4]!)), 12);
  });

  it('go on in the decoder where the encoder has ended', () => {
    const translator: Model = { ...model, topology: 'encoder-decoder', decoderInputSize: 2 };
    const parameters = parametersOf(translator);
    const read: Example = { inputs: hot(1, 3), decoderInputs: hot(0, 1, 1), targets: Float64Array.of(0, 1, 1) };
    const [encoder, decoder] = [rowsOf(translator, parameters, read, 'h.encoder'), rowsOf(translator, parameters, read, 'h.decoder')];
    const [[found]] = readBy({ model: translator, networks: [parameters], examples: [read] }) as [[ReadStates]];
    expect([...found.values]).toEqual([encoder[1], encoder[2], decoder[1], decoder[2], decoder[3]].flat());
    expect(found.moves[2]).toBeCloseTo(distance(decoder[1]!, encoder[2]!), 12);
  });
});
