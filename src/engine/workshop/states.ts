// The hidden states of many sequences as networks of one shape read them, and how far each step moves the state.
import { spreadOf, type Spread } from '../math/spread.ts';
import type { Example, Model } from '../model.ts';
import { createNetwork, slotIndex, type Network } from '../network.ts';
import { Pass } from '../run/pass.ts';
import { createTrace, type Trace } from '../run/trace.ts';
import { topologyOf, type Chain } from '../topology/index.ts';

export interface StatesInput {
  readonly model: Model;
  /** Parameters of several networks of that model: before and after training. */
  readonly networks: readonly Float64Array[];
  readonly examples: readonly Example[];
}

/** The states of one sequence, in the order in which it is read: the input's steps, then the decoder's. */
export interface ReadStates {
  /** [step · U + unit]; U is H, or 2H in both directions: those of the way there, then those of the way back. */
  readonly values: Float64Array;
  /** [step]: ‖h_t − h_{t−1}‖; in both directions √ of the sum of both ways' squares, each against the state that it came from. */
  readonly moves: Float64Array;
}

/** The states by one network. */
export interface StatesRead {
  /** In the order of the examples. */
  readonly sequences: readonly ReadStates[];
  /** Of all of them together. */
  readonly spread: Spread;
}

/** Units of a state as it stands in `ReadStates`. */
export const unitsOf = ({ hiddenSize, bidirectional }: Model): number => (bidirectional === true ? 2 : 1) * hiddenSize;

/** One a network, in their order. Pauses after every step. */
export function* statesOf({ model, networks, examples }: StatesInput): Generator<null, readonly StatesRead[]> {
  const network = createNetwork(model);
  const all: StatesRead[] = [];
  for (const parameters of networks) {
    const sequences: ReadStates[] = [];
    for (const example of examples) {
      const trace = createTrace(network, example);
      const pass = new Pass(trace, parameters);
      for (let k = 0; k < trace.steps.length; k++) {
        pass.forward(k, k + 1);
        yield null;
      }
      sequences.push(readStates(network, trace));
    }
    const spread = yield* spreadOf(sequences.map(({ values }) => values), unitsOf(model));
    all.push({ sequences, spread });
  }
  return all;
}

function readStates({ model, program }: Network, { stepCount: T, steps, values }: Trace): ReadStates {
  const { chains } = topologyOf(model);
  const states = chains.map(({ mark }) => values[slotIndex(program, `h${mark}`)]!);
  const H = model.hiddenSize;
  const U = unitsOf(model);
  const count = Math.max(...steps.map(({ chain, row }) => placeOf(chains[chain]!, row, T))) + 1;
  const found = new Float64Array(count * U);
  const squares = new Float64Array(count);
  for (const { chain, row, previousChain, previousRow } of steps) {
    const [state, before] = [states[chain]!, states[previousChain]!];
    const place = placeOf(chains[chain]!, row, T);
    // Two chains of one axis stand side by side; a decoder's steps come after the encoder's.
    const column = chains[chain]!.direction === -1 ? H : 0;
    found.set(state.subarray(row * H, (row + 1) * H), place * U + column);
    for (let i = 0; i < H; i++) squares[place]! += (state[row * H + i]! - before[previousRow * H + i]!) ** 2;
  }
  return { values: found, moves: squares.map(Math.sqrt) };
}

const placeOf = ({ axis }: Chain, row: number, T: number): number => (axis === 1 ? T : 0) + row - 1;
