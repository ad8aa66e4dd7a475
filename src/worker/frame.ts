// A frame: the numbers of a stretch of steps, packed into one buffer that travels from the worker to the page and back.
// Layout: for each slot with numbers of its own, in the program's order, (to − from) · size float64 numbers, row by row.
// Forward: values of every computed slot. Backward: gradients, wherever there are any (a dense x has them, a one-hot x has
// none); the stretch that holds the first step begins with one row more, row 0, the gradients of the initial state.
import { targetSlot } from '../engine/equation/program.ts';
import type { Trace } from '../engine/run/trace.ts';
import type { Phase } from './protocol.ts';

/** Size of a buffer, unless a single step is larger. */
export const frameBytes = 256 * 1024;

const bytesPerNumber = Float64Array.BYTES_PER_ELEMENT;

/** One array of the trace that travels. */
interface Column {
  readonly numbers: Float64Array;
  /** Numbers a row. */
  readonly size: number;
}

function columnsOf(trace: Trace, phase: Phase): Column[] {
  const arrays = phase === 'forward' ? trace.values : trace.gradients;
  const columns: Column[] = [];
  trace.network.program.slots.forEach(({ size }, s) => {
    const numbers = arrays[s] as Float64Array;
    const isGiven = phase === 'forward' && s <= targetSlot;
    if (!isGiven && numbers.length > 0) columns.push({ numbers, size });
  });
  return columns;
}

const rowBytes = (trace: Trace, phase: Phase): number =>
  columnsOf(trace, phase).reduce((total, { size }) => total + size, 0) * bytesPerNumber;

/** The most steps that one frame holds: a short sequence is one frame. */
export function stepsPerFrame(trace: Trace): number {
  const widest = Math.max(rowBytes(trace, 'forward'), rowBytes(trace, 'backward'));
  return Math.max(1, Math.floor(frameBytes / widest) - 1); // room for row 0
}

/** Bytes that a frame of these steps takes. */
export function frameSize(trace: Trace, phase: Phase, from: number, to: number): number {
  return (to - from + (phase === 'backward' && from === 0 ? 1 : 0)) * rowBytes(trace, phase);
}

/** Rows of the trace that stand one after another. */
interface Stretch {
  readonly first: number;
  count: number;
}

/** The rows of a frame: those that its steps write, and row 0 with the last gradients. */
function stretchesOf(trace: Trace, phase: Phase, from: number, to: number): Stretch[] {
  const stretches: Stretch[] = phase === 'backward' && from === 0 ? [{ first: 0, count: 1 }] : [];
  for (const { row } of trace.steps.slice(from, to)) {
    const last = stretches.at(-1);
    if (last && row === last.first + last.count) last.count += 1;
    else stretches.push({ first: row, count: 1 });
  }
  return stretches;
}

/** Visits the frame's parts in their order: a part of the trace, and the place in the frame where it stands. */
function eachPart(
  trace: Trace,
  phase: Phase,
  from: number,
  to: number,
  visit: (part: Float64Array, at: number) => void,
): void {
  const stretches = stretchesOf(trace, phase, from, to);
  let at = 0;
  for (const { numbers, size } of columnsOf(trace, phase)) {
    for (const { first, count } of stretches) {
      visit(numbers.subarray(first * size, (first + count) * size), at);
      at += count * size;
    }
  }
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
