// Scores of every kind of network, for tests of their geometry: each wiring with each cell that goes with it.
import fc from 'fast-check';
import { cellIds } from '../../../../src/engine/cells/index.ts';
import type { Model } from '../../../../src/engine/model.ts';
import { createNetwork, type Network } from '../../../../src/engine/network.ts';
import { topologyOf, type Lengths } from '../../../../src/engine/topology/index.ts';
import { anatomyOf } from '../../../../src/view/anatomy/anatomy.ts';
import { placesOf } from '../../../../src/view/layout/score/places.ts';
import type { ScoreSpec } from '../../../../src/view/layout/score/types.ts';

export interface Given extends Partial<Omit<ScoreSpec, 'anatomy' | 'steps' | 'lengths' | 'current' | 'chain'>> {
  readonly model?: Partial<Model>;
  readonly gates?: boolean;
  readonly lengths?: Lengths;
  readonly current?: number;
}

export const base: Model = {
  cell: 'rnn_tanh', topology: 'many-to-one', loss: 'cross_entropy', biases: 'one', timeReduction: 'sum', inputSize: 5, hiddenSize: 4, outputSize: 3,
};

const networks = new Map<string, Network>();

/** The same network each time: compiling one takes long. */
function networkOf(model: Model): Network {
  const key = JSON.stringify(model);
  let network = networks.get(key);
  if (!network) networks.set(key, (network = createNetwork(model)));
  return network;
}

export function specOf({ model: given = {}, gates = false, lengths: asked = [4, 0], current = 3, ...rest }: Given = {}): ScoreSpec {
  const model = { ...base, ...given };
  const network = networkOf(model);
  const lengths: Lengths = model.topology === 'one-to-one' ? [1, 0] : model.topology === 'encoder-decoder' ? [asked[0], asked[1] || 3] : [asked[0], 0];
  const steps = topologyOf(model).steps(lengths);
  const places = placesOf(lengths);
  const at = Math.min(Math.max(current, 1), places.count);
  const { axis } = places.place(at);
  return {
    width: 1174, height: 686, anatomy: anatomyOf(network, gates), steps, lengths, current: at,
    chain: network.program.chains.findIndex((chain) => chain.axis === axis),
    hasInput: (_, row) => model.topology !== 'one-to-many' || row === 1,
    feedOf: () => null,
    litColumns: [0, 0], fold: 0, pair: 0, inside: 0, zoom: 1, scrollX: 0, detail: 'full',
    ...rest,
  };
}

/** Every wiring. */
export const wirings: readonly Partial<Model>[] = [
  { topology: 'one-to-one' },
  { topology: 'one-to-many' },
  { topology: 'many-to-one' },
  { topology: 'many-to-one', bidirectional: true },
  { topology: 'many-to-many-synced' },
  { topology: 'many-to-many-synced', bidirectional: true },
  { topology: 'encoder-decoder' },
];

/** Every wiring with every cell that goes with it, with and without a stave for its gates. */
export const everyKind: readonly { name: string; model: Partial<Model>; gates: boolean }[] = wirings.flatMap((wiring) =>
  cellIds
    .filter((cell) => !cell.startsWith('feedforward') || wiring.topology === 'one-to-one')
    .flatMap((cell) => (networkGates(cell) ? [false, true] : [false]).map((gates) => ({ name: `${wiring.topology}${wiring.bidirectional ? ' both ways' : ''}, ${cell}${gates ? ' with gates' : ''}`, model: { ...wiring, cell }, gates }))),
);

function networkGates(cell: Model['cell']): boolean {
  return anatomyOf(networkOf({ ...base, cell, topology: 'one-to-one' }), false).hasGates;
}

export const anySpec = fc
  .record({
    kind: fc.constantFrom(...everyKind),
    width: fc.integer({ min: 360, max: 2000 }),
    height: fc.integer({ min: 330, max: 900 }),
    T: fc.integer({ min: 1, max: 60 }),
    decoder: fc.integer({ min: 1, max: 20 }),
    inputSize: fc.constantFrom(1, 5, 26, 400),
    hiddenSize: fc.constantFrom(1, 4, 8, 64),
    outputSize: fc.constantFrom(1, 3, 12),
    pair: fc.constantFrom(0, 1),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  .map((given) => {
    const { kind, T, decoder, inputSize, hiddenSize, outputSize, at, ...rest } = given;
    const spec = specOf({ model: { ...kind.model, inputSize, hiddenSize, outputSize }, gates: kind.gates, lengths: [T, decoder], current: 1 + Math.round(at * (T + decoder)), ...rest });
    // A whole network would be pages long.
    return Object.assign(spec, { [fc.toStringMethod]: () => JSON.stringify({ ...given, kind: kind.name }) });
  });
