// Random small networks with examples, for properties: any cell, topology, direction, batch, loss, and sizes from 1.
import fc from 'fast-check';
import type { Cell } from '../../src/engine/cells/cell.ts';
import { cellIds, cells } from '../../src/engine/cells/index.ts';
import type { Example, Inputs, LossId, Model, TopologyId } from '../../src/engine/model.ts';
import { createNetwork, decoderInputSizeOf, type Network } from '../../src/engine/network.ts';
import { stream } from '../../src/engine/math/random.ts';
import { Pass } from '../../src/engine/run/pass.ts';
import type { Truncation } from '../../src/engine/run/sequences.ts';
import { createTrace, type Trace } from '../../src/engine/run/trace.ts';

export interface Situation {
  readonly network: Network;
  readonly parameters: Float64Array;
  readonly examples: readonly Example[];
  /** By the state's symbol: B·H numbers. */
  readonly initialStates: Readonly<Record<string, Float64Array>>;
  readonly truncation?: Truncation | undefined;
}

const sizes = fc.integer({ min: 1, max: 5 });
const lengths = fc.integer({ min: 1, max: 6 });

const parts = {
  cell: fc.constantFrom(...cellIds),
  topology: fc.constantFrom<TopologyId>('one-to-one', 'one-to-many', 'many-to-one', 'many-to-many-synced', 'encoder-decoder'),
  loss: fc.constantFrom<LossId>('bce', 'cross_entropy', 'mse'),
  biases: fc.constantFrom('one' as const, 'two' as const),
  timeReduction: fc.constantFrom('sum' as const, 'mean' as const),
  inputSize: sizes,
  hiddenSize: sizes,
  outputSize: sizes,
  decoderInputSize: sizes,
  bidirectional: fc.boolean(),
};

interface Shape {
  /** Lengths of the sequences of the batch: input, decoder. */
  readonly lengths: readonly (readonly [number, number])[];
  readonly isOneHot: boolean;
  readonly seed: number;
}

function arbitrary(batch: fc.Arbitrary<readonly (readonly [number, number])[]>): fc.Arbitrary<Situation> {
  return fc
    .record({ model: fc.record(parts), lengths: batch, isOneHot: fc.boolean(), seed: fc.integer({ min: 0, max: 1e6 }) })
    .map(({ model, ...shape }) => situationOf(sensible(model), shape));
}

/** A batch of one sequence. */
export const singles = arbitrary(fc.tuple(fc.tuple(lengths, lengths)));

/** Batches of one, of several of equal length, and of several of different lengths. */
export const situations = arbitrary(
  fc.oneof(
    fc.tuple(fc.tuple(lengths, lengths)),
    fc.tuple(lengths, lengths, fc.integer({ min: 2, max: 3 })).map(([T, decoder, B]) => Array.from({ length: B }, () => [T, decoder] as const)),
    fc.array(fc.tuple(lengths, lengths), { minLength: 2, maxLength: 3 }),
  ),
);

/** Not every cell goes with every topology, nor does every topology have a reverse direction. */
function sensible(model: Model): Model {
  const { family } = cells[model.cell];
  const topology = family === 'feedforward' ? 'one-to-one' : model.topology;
  const bidirectional = model.bidirectional === true && (topology === 'many-to-one' || topology === 'many-to-many-synced');
  return { ...model, topology, bidirectional };
}

/** Random numbers for a model; `cell` stands in for the table's. */
export function situationOf(model: Model, { lengths: batch, isOneHot, seed }: Shape, cell: Cell = cells[model.cell]): Situation {
  const network = createNetwork(model, cell);
  const random = stream(seed, 'situation');
  const fill = (n: number): Float64Array => Float64Array.from({ length: n }, () => random.uniform(-1, 1));
  const inputs = (T: number, size: number): Inputs =>
    isOneHot
      ? // −1 is no word at all.
        { kind: 'one-hot', indices: Int32Array.from({ length: T }, () => random.integer(size + 1) - 1) }
      : { kind: 'dense', values: fill(T * size) };
  const examples = batch.map(([length, decoder]): Example => {
    const T = model.topology === 'one-to-one' ? 1 : length;
    const isSplit = model.topology === 'encoder-decoder';
    const readouts = model.topology === 'many-to-one' ? 1 : isSplit ? decoder : T;
    const targets =
      model.loss === 'cross_entropy'
        ? Float64Array.from({ length: readouts }, () => random.integer(model.outputSize))
        : Float64Array.from({ length: readouts * model.outputSize }, () => random.uniform(0, 1));
    return {
      inputs: inputs(T, model.inputSize),
      targets,
      ...(isSplit ? { decoderInputs: inputs(decoder, decoderInputSizeOf(model)) } : {}),
    };
  });
  // A decoder begins with what the encoder hands over.
  const beginning = network.program.chains.filter(({ axis }) => axis === 0).flatMap(({ states }) => states);
  const initialStates = Object.fromEntries(
    beginning.map((slot) => [network.program.slots[slot]!.symbol, fill(examples.length * model.hiddenSize)]),
  );
  return { network, parameters: fill(network.program.parameterCount), examples, initialStates };
}

/** A trace with its pass, ready to run. */
export function prepare({ network, parameters, examples, initialStates, truncation }: Situation): { trace: Trace; pass: Pass } {
  const trace = createTrace(network, examples, truncation);
  const pass = new Pass(trace, parameters);
  for (const [symbol, values] of Object.entries(initialStates)) pass.start(values, symbol);
  return { trace, pass };
}

export function run(situation: Situation): { trace: Trace; pass: Pass } {
  const { trace, pass } = prepare(situation);
  pass.forward();
  pass.backward();
  return { trace, pass };
}

/** ReLU has a kink at 0, where no difference quotient agrees with a derivative. */
export function nearKink({ network }: Situation, trace: Trace): boolean {
  return network.program.instructions.some(
    ({ operation, args }) =>
      operation === 'relu' &&
      args.some((arg) => arg.kind === 'slot' && trace.values[arg.index]!.some((value) => value !== 0 && Math.abs(value) < 1e-3)),
  );
}
