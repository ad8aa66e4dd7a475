// A frame: the numbers of a stretch of steps, packed into one buffer that travels from the worker to the page and back.
// Layout: chain by chain, the read-out last, for each of its values all rows that the steps write, as float64 numbers row by row.
// Forward: values. Backward: gradients, wherever there are any (a dense x has them, a one-hot x has none); the frame that holds
// the first step ends with row 0 of all of them, the gradients of the initial states.
import type { Program } from '../engine/equation/program.ts';
import type { Trace } from '../engine/run/trace.ts';
import type { Phase } from './protocol.ts';
import { writersOf, writesOf } from './stretches.ts';

/** Size of a buffer, unless a single step is larger. */
export const frameBytes = 256 * 1024;

const bytesPerNumber = Float64Array.BYTES_PER_ELEMENT;

const arraysOf = (trace: Trace, phase: Phase): readonly Float64Array[] => (phase === 'forward' ? trace.values : trace.gradients);

/** The slots that travel with those that are written: on the way back, what a chain reads has a gradient too. */
function companions({ chains, slots }: Program, written: readonly number[], phase: Phase): readonly number[] {
  const chain = slots[written[0] ?? -1]?.chain ?? -1;
  const input = chains[chain]?.input;
  return phase === 'backward' && input !== undefined ? [...written, input] : written;
}

/** Numbers of one row of some slots. */
const width = ({ slots }: Program, arrays: readonly Float64Array[], some: readonly number[]): number =>
  some.reduce((total, s) => total + (arrays[s]?.length === 0 ? 0 : (slots[s]?.size ?? 0)), 0);

/** The most steps that one frame holds: a short sequence is one frame. */
export function stepsPerFrame(trace: Trace): number {
  const { program } = trace.network;
  const bytes = (['forward', 'backward'] as const).map((phase) => {
    const widths = writersOf(program).map((slots) => width(program, arraysOf(trace, phase), companions(program, slots, phase)));
    const readout = widths.pop() ?? 0;
    return { step: (Math.max(...widths) + readout) * bytesPerNumber, all: (widths.reduce((a, b) => a + b, 0) + readout) * bytesPerNumber };
  });
  const step = Math.max(...bytes.map((each) => each.step));
  const room = frameBytes - Math.max(...bytes.map((each) => each.all)); // for row 0
  return Math.max(1, Math.floor(room / step));
}

/** Visits the frame's parts in their order: a part of the trace, and the place in the frame where it stands. Returns its size. */
function eachPart(trace: Trace, phase: Phase, from: number, to: number, visit: (part: Float64Array, at: number) => void): number {
  const { program } = trace.network;
  const arrays = arraysOf(trace, phase);
  let at = 0;
  const add = (s: number, first: number, count: number): void => {
    const { size } = program.slots[s] as Program['slots'][number];
    const part = (arrays[s] as Float64Array).subarray(first * size, (first + count) * size);
    visit(part, at);
    at += part.length;
  };
  for (const { slots, rows } of writesOf(program, trace.steps, from, to)) {
    for (const s of companions(program, slots, phase)) for (const { first, count } of rows) add(s, first, count);
  }
  if (phase === 'backward' && from === 0) program.slots.forEach((_, s) => add(s, 0, 1));
  return at;
}

/** Bytes that a frame of these steps takes. */
export function frameSize(trace: Trace, phase: Phase, from: number, to: number): number {
  return eachPart(trace, phase, from, to, () => {}) * bytesPerNumber;
}

/** Writes the numbers of steps `from` to `to` (exclusive) into `buffer`, which has at least `frameSize` bytes. */
export function pack(trace: Trace, phase: Phase, from: number, to: number, buffer: ArrayBuffer): void {
  const frame = new Float64Array(buffer);
  eachPart(trace, phase, from, to, (part, at) => frame.set(part, at));
}

/** Puts what `pack` wrote into a trace of the same network and example. */
export function unpack(trace: Trace, phase: Phase, from: number, to: number, buffer: ArrayBuffer): void {
  const frame = new Float64Array(buffer);
  eachPart(trace, phase, from, to, (part, at) => part.set(frame.subarray(at, at + part.length)));
}
