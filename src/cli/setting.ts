// What a case's network is and starts from: parameters and initial states, each held against the sizes of the config.
import type { Model, TopologyId } from '../engine/model.ts';
import { createNetwork, type Network } from '../engine/network.ts';
import { namedParameters, type NamedParameter } from './nest.ts';
import { batchAxis, numbersAt, refusal } from './read.ts';
import type { SequenceCase, WiringConfig } from './schema.ts';

/** A network with its weights, and what the states start at. */
export interface Setting {
  readonly network: Network;
  readonly named: readonly NamedParameter[];
  readonly parameters: Float64Array;
  /** By the state's symbol, B·H numbers each. */
  readonly initialStates: Readonly<Record<string, Float64Array>>;
  readonly B: number;
  /** As the file has it; the engine may know it by another name. */
  readonly topology: TopologyId;
}

/** Read in both directions, all inputs being given, these take the same steps as the other one. */
const sameBothWays: Readonly<Partial<Record<TopologyId, TopologyId>>> = {
  'one-to-one': 'many-to-one',
  'one-to-many': 'many-to-many-synced',
};

/** The network of a case, with PyTorch's two biases. */
function networkOf(config: WiringConfig): Network {
  const { cell, topology, loss, timeReduction, inputSize, hiddenSize, outputSize, bidirectional, decoderInputSize } = config;
  const isSplit = topology === 'encoder-decoder';
  if (isSplit && bidirectional) throw refusal('config.bidirectional', true, 'false for an encoder-decoder');
  if (isSplit && decoderInputSize === undefined) throw refusal('config.decoderInputSize', undefined, 'a whole number from 1');
  const model: Model = {
    cell, loss, timeReduction, inputSize, hiddenSize, outputSize, bidirectional, biases: 'two',
    topology: (bidirectional && sameBothWays[topology]) || topology,
    decoderInputSize: isSplit ? decoderInputSize : undefined,
  };
  return createNetwork(model);
}

/** Reads what a case's network is and starts from. Throws in words for a parameter or a state that is missing or of another shape. */
export function settingOf(config: WiringConfig, given: Pick<SequenceCase, 'params' | 'h0' | 'c0'>): Setting {
  const network = networkOf(config);
  const named = namedParameters(network);
  return {
    network, named,
    parameters: parametersOf(named, given.params),
    initialStates: initialStatesOf(network, config.batch, given),
    B: config.batch,
    topology: config.topology,
  };
}

/** The parameters of a file in one buffer. */
export function parametersOf(named: readonly NamedParameter[], params: Readonly<Record<string, unknown>>): Float64Array {
  const names = named.map(({ name }) => name);
  const unknown = Object.keys(params).find((name) => !names.includes(name));
  if (unknown !== undefined) throw new Error(`params has "${unknown}", but this network's parameters are ${names.join(', ')}.`);
  const parts = named.map(({ name, shape }) => {
    const path = `params["${name}"]`;
    const entry = params[name];
    const words = `an object {shape, data} of shape [${shape.join(', ')}]`;
    if (typeof entry !== 'object' || entry === null || !('data' in entry)) throw refusal(path, entry, words);
    if ('shape' in entry && JSON.stringify(entry.shape) !== JSON.stringify(shape)) {
      throw new Error(`${path}.shape is ${JSON.stringify(entry.shape)}, but ${JSON.stringify(shape)} is expected.`);
    }
    return numbersAt(entry.data, `${path}.data`, shape.map((size) => ({ size, from: `its shape is [${shape.join(', ')}]` })));
  });
  return Float64Array.from(parts.flatMap((part) => [...part]));
}

/** The fields of a file by the state of a cell. */
const fields: Readonly<Record<string, 'h0' | 'c0'>> = { h: 'h0', c: 'c0' };

function initialStatesOf(network: Network, batch: number, given: Pick<SequenceCase, 'h0' | 'c0'>): Record<string, Float64Array> {
  const { chains, slots } = network.program;
  // A decoder goes on from where the encoder ends.
  const beginning = chains.filter(({ id }) => id !== 'decoder');
  const ids = beginning.map(({ id }) => id as string);
  for (const field of ['h0', 'c0'] as const) {
    const unknown = Object.keys(given[field] ?? {}).find((id) => !ids.includes(id));
    if (unknown !== undefined) throw new Error(`${field} has "${unknown}", but the chains that begin with a state of their own are ${ids.join(', ')}.`);
  }
  const states: Record<string, Float64Array> = {};
  for (const { id, mark, states: own } of beginning) {
    for (const { symbol, size } of own.map((index) => slots[index]!)) {
      const field = fields[symbol.slice(0, symbol.length - mark.length)]!;
      states[symbol] = numbersAt(given[field]?.[id], `${field}.${id}`, [...batchAxis(batch), { size, from: 'config.hiddenSize' }]);
    }
  }
  if (given.c0 && Object.keys(given.c0).length > 0 && !Object.keys(states).some((symbol) => symbol.startsWith('c'))) {
    throw new Error(`c0 is given, but ${network.model.cell} has no cell state: nothing is expected.`);
  }
  return states;
}
