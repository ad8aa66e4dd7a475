// A batch as the kernel reads it: its header, and beside it what each chain reads and what should come out.
import type { Axis, CellStep } from '../topology/index.ts';
import { inputsOf, type Sequence } from '../run/sequences.ts';
import { chainFieldOf, fieldOf, headerBytes, type BatchField, type ChainField } from './header.ts';
import { DOUBLE, WORD } from './lanes.ts';
import type { ChainLayout, Layout } from './layout.ts';
import { orderOf, type Order } from './order.ts';
import { readoutsOf } from './readoutRows.ts';

/** Where a batch's numbers are put: memory in 32-bit words and in doubles, taken anew at each use as it may move. */
export interface Room {
  /** Takes that many bytes and gives their address; they are 0. */
  take(bytes: number): number;
  words(): Int32Array;
  doubles(): Float64Array;
}

export interface Batch {
  /** Address of its header. */
  readonly at: number;
  /** T of each chain. */
  readonly steps: readonly number[];
  /** By sequence, the rows of the kernel's outputs that are its own, in the order of time. */
  readonly places: readonly (readonly number[])[];
  /** Sets the state that the sequences begin with: H numbers for all alike, or B·H in the order of the examples. */
  start(slot: number, values: ArrayLike<number>): void;
}

/** Lays out a batch. Its lengths must not be greater than those of the layout. */
export function layBatch(layout: Layout, sequences: readonly Sequence[], room: Room): Batch {
  const { chains, size: { B } } = layout;
  const { program } = layout.network;
  const at = room.take(headerBytes(chains.length));
  const set = (field: BatchField, value: number): void => void (room.words()[(at + fieldOf(field)) / WORD] = value);
  const setOf = (chain: number, field: ChainField, value: number): void =>
    void (room.words()[(at + chainFieldOf(chain, field)) / WORD] = value);
  const put = (values: Int32Array | Float64Array): number => {
    const to = room.take(values.byteLength);
    if (values instanceof Int32Array) room.words().set(values, to / WORD);
    else room.doubles().set(values, to / DOUBLE);
    return to;
  };

  const order = orderOf(program, sequences);
  const steps = program.chains.map(({ axis }) => order.longest[axis]);
  for (const layoutOf of chains) {
    const { chain, continues, H } = layoutOf;
    const { axis, states, input } = program.chains[chain]!;
    const T = order.longest[axis];
    setOf(chain, 'steps', T);
    const { size } = program.slots[input]!;
    const read = layoutOf.isOneHot ? wordsOf(layoutOf, axis, sequences, order) : numbersOf(layoutOf, axis, size, sequences, order);
    setOf(chain, 'inputs', put(read));
    setOf(chain, 'active', put(Int32Array.from({ length: T }, (_, k) => sequences.filter(({ lengths }) => lengths[axis] > k).length)));
    setOf(chain, 'beginning', put(new Float64Array(states.length * B * H)));
    if (continues < 0) continue;
    const lines = new Int32Array(B);
    sequences.forEach((_, b) => {
      const [first] = order.stepsOf(chain, b) as [CellStep];
      lines[order.placeOf(axis, b)] = order.lineOf(continues, b, first.previousRow);
    });
    setOf(chain, 'handedOver', put(lines));
  }

  const { rows, from, lines, targets, weights, places } = readoutsOf(layout, sequences, order);
  const { reads, plan, features, featureGradients } = layout.readout;
  const seen = chains[reads[0]!]!;
  const [feature] = plan.features as [number];
  const straight = from * seen.H * DOUBLE;
  set('isRagged', Number(sequences.some(({ lengths }) => lengths.some((length, axis) => length !== order.longest[axis]))));
  set('rows', rows);
  set('targets', put(targets));
  set('weights', put(weights));
  set('gathered', lines ? rows : 0);
  set('features', lines ? features : seen.values.get(feature)! + straight);
  set('featureGradients', lines ? featureGradients : seen.gradients.get(feature)! + straight);
  lines?.forEach((each, k) => setOf(reads[k]!, 'read', put(each)));

  return {
    at,
    steps,
    places,
    start(slot, values) {
      const { chain, axis, size: H } = program.slots[slot]!;
      const state = program.chains[chain]!.states.indexOf(slot);
      const first = room.words()[(at + chainFieldOf(chain, 'beginning')) / WORD]! / DOUBLE + state * B * H;
      const numbers = room.doubles();
      for (let b = 0; b < B; b++) {
        for (let i = 0; i < H; i++) numbers[first + order.placeOf(axis, b) * H + i] = values[(b * H + i) % values.length]!;
      }
    },
  };
}

/** Positions in the vocabulary [T][B]; −1 past the end of a sequence. */
function wordsOf({ chain, B }: ChainLayout, axis: Axis, sequences: readonly Sequence[], order: Order): Int32Array {
  const all = new Int32Array(order.longest[axis] * B).fill(-1);
  sequences.forEach(({ example }, b) => {
    const read = inputsOf(example, axis);
    if (read?.kind !== 'one-hot') return;
    order.stepsOf(chain, b).forEach(({ row }, k) => void (all[k * B + order.placeOf(axis, b)] = read.indices[row - 1]!));
  });
  return all;
}

/** Numbers [T][B][size]; 0 past the end of a sequence. */
function numbersOf({ chain, B }: ChainLayout, axis: Axis, size: number, sequences: readonly Sequence[], order: Order): Float64Array {
  const all = new Float64Array(order.longest[axis] * B * size);
  sequences.forEach(({ example }, b) => {
    const read = inputsOf(example, axis);
    if (read?.kind !== 'dense') return;
    order.stepsOf(chain, b).forEach(({ row }, k) => {
      all.set(read.values.subarray((row - 1) * size, row * size), (k * B + order.placeOf(axis, b)) * size);
    });
  });
  return all;
}
