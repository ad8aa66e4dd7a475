// A case run by the engine, forwards and backwards, with its numbers as arrays [rows](B)[size] by symbol.
import { slotIndex, slotOf } from '../engine/network.ts';
import { Pass } from '../engine/run/pass.ts';
import { createTrace, type Trace } from '../engine/run/trace.ts';
import type { Example } from '../engine/model.ts';
import type { Setting } from './setting.ts';
import { batched } from './nest.ts';

export interface Run extends Setting {
  readonly trace: Trace;
  readonly pass: Pass;
  /** ∂L/∂ of the states that a decoder begins with, by the encoder's symbol, through the decoder alone; B·H numbers each. */
  readonly handedOver: ReadonlyMap<string, Float64Array>;
}

/** A pass over a batch, at its start. */
export function passOf({ network, initialStates }: Setting, examples: readonly Example[], parameters: Float64Array): { trace: Trace; pass: Pass } {
  const trace = createTrace(network, examples);
  const pass = new Pass(trace, parameters);
  for (const [symbol, values] of Object.entries(initialStates)) pass.start(values, symbol);
  return { trace, pass };
}

export function runOf(setting: Setting, examples: readonly Example[]): Run {
  const { trace, pass } = passOf(setting, examples, setting.parameters);
  pass.forward();
  const handedOver = new Map<string, Float64Array>();
  const { chains, slots } = setting.network.program;
  // Where one chain goes on from another the way back pauses, before the gradient of a state has also gone through its own step.
  const first = Math.max(trace.steps.findIndex(({ chain, previousChain }) => chain !== previousChain), 0);
  pass.backward(first);
  const { previousChain = 0, previousRow = 0 } = trace.steps[first] ?? {};
  if (first > 0) {
    for (const index of chains[previousChain]!.states) {
      const { symbol, size } = slots[index]!;
      const at = previousRow * setting.B * size;
      handedOver.set(symbol, trace.gradients[index]!.slice(at, at + setting.B * size));
    }
  }
  pass.backward(0, first);
  return { ...setting, trace, pass, handedOver };
}

/** Numbers with their shape. */
export interface Block {
  readonly flat: Float64Array;
  readonly shape: readonly number[];
}

/** Of a symbol, what stands in these rows of the trace (1: the first step), or in all but row 0, that of the initial state. */
export function rowsOf({ network, trace, B }: Pick<Run, 'network' | 'trace' | 'B'>, symbol: string, what: 'values' | 'gradients', rows?: readonly number[]): Block {
  const size = (slotOf(network.program, symbol)?.size ?? 0) * B;
  const all = trace[what][slotIndex(network.program, symbol)] ?? new Float64Array(0);
  const count = rows?.length ?? Math.round(all.length / size) - 1;
  const shape = batched([count], B, size / B);
  if (!rows) return { flat: all.subarray(size), shape };
  const flat = new Float64Array(count * size);
  rows.forEach((row, k) => flat.set(all.subarray(row * size, (row + 1) * size), k * size));
  return { flat, shape };
}
