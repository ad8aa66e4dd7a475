// The kernel as a learner: the same numbers as the plain loops to rounding, computed by WebAssembly that is written out for
// the network, for the size of the batch and for lengths up to a power of two.
import { finish, plainLearner, type Learner, type Lesson, type LessonOptions, type Look } from '../learn/learner.ts';
import type { Example } from '../model.ts';
import { requireParameters, type Network } from '../network.ts';
import { longestOf, sequencesOf, type Sequence } from '../run/sequences.ts';
import { initialStateSlot } from '../run/initialState.ts';
import { megabytes, memoryCap } from '../run/memory.ts';
import { layBatch, type Batch, type Room } from './batch.ts';
import { knownSequences } from './knownSequences.ts';
import { compile, kernelOf, stretchOf, type Kernel } from './compile.ts';
import { createMemory, instantiate, PAGE, type KernelMemory } from './host.ts';
import { DOUBLE } from './lanes.ts';
import { layOut, LINE, type Layout, type Size } from './layout.ts';
import { SharedRoom } from './sharedRoom.ts';

interface Program {
  readonly layout: Layout;
  readonly kernel: Kernel;
}

/**
 * A learner whose lessons run in WebAssembly; null where there is none, where the page's policy forbids it, or where the
 * network does what the kernel has no code for. `parameters` and `gradients` are views of the kernel's memory: take them anew
 * after laying out a lesson, as memory that grows moves. A lesson with a truncated gradient runs in plain loops.
 */
export function kernelLearner(network: Network, initial: Float64Array): Learner | null {
  requireParameters(network, initial);
  const n = network.program.parameterCount;
  const memory = createMemory(LINE + 2 * n * DOUBLE);
  if (!memory) return null;
  let free = LINE;
  const room: Room = {
    take(bytes) {
      const at = free;
      const end = Math.ceil((at + bytes) / LINE) * LINE;
      enlarge(memory, end);
      free = end; // only now: what was refused leaves room for what comes after it
      return at;
    },
    words: () => new Int32Array(memory.buffer),
    doubles: () => new Float64Array(memory.buffer),
  };
  const [parametersAt, gradientsAt] = [room.take(n * DOUBLE), room.take(n * DOUBLE)];
  const view = (at: number): Float64Array => new Float64Array(memory.buffer, at, n);

  const programs = new Map<string, Program | null>();
  const programFor = (size: Size): Program | null => {
    const name = JSON.stringify(size);
    let program = programs.get(name);
    if (program === undefined) {
      const layout = layOut(network, size, parametersAt, gradientsAt, free);
      if (layout) room.take(layout.end - free);
      const exports = layout && instantiate(compile(layout), memory);
      program = exports ? { layout, kernel: kernelOf(exports, layout.chains.length) } : null;
      programs.set(name, program);
    }
    return program;
  };

  const probe = programFor({ B: 1, steps: [1, 1], isOneHot: [true, true] });
  if (!probe) return null;
  view(parametersAt).set(initial);

  const known = knownSequences(network);
  const shared = new SharedRoom(room);
  /** A batch in memory; where it does not fit, what was begun of it is given back. */
  const laidOut = (layout: Layout, sequences: readonly Sequence[], isPassing = false): Batch => {
    if (isPassing) return layBatch(layout, sequences, shared.anew());
    const before = free;
    try {
      return layBatch(layout, sequences, room);
    } catch (error) {
      new Uint8Array(memory.buffer, before, free - before).fill(0); // as whoever takes it next expects
      free = before;
      throw error;
    }
  };

  const learner: Learner = {
    network,
    get parameters() {
      return view(parametersAt);
    },
    get gradients() {
      return view(gradientsAt);
    },
    lesson(examples, options = {}) {
      const sequences = Array.isArray(examples) && !options.truncation ? known(examples as readonly Example[]) : sequencesOf(network, examples, options.truncation);
      const program = options.truncation ? null : programFor(sizeOf(sequences));
      const states = Object.entries(options.initialStates ?? {}).map(([symbol, values]) =>
        ({ slot: initialStateSlot(network, symbol, values, sequences.length), values }));
      if (!program) return plainLesson(learner, examples, options);
      const { kernel } = program;
      const batch = laidOut(program.layout, sequences, options.isPassing);
      for (const { slot, values } of states) batch.start(slot, values);
      return { run: () => kernel.run(batch.at), steps: () => inPieces(program, batch.at, batch.steps), looks: () => lookingAt(program, batch, memory) };
    },
    descend: (learningRate) => probe.kernel.descend(learningRate),
  };
  return learner;
}

/** Makes memory reach up to that address. Throws in words where it is more than a browser's tab may be asked for. */
function enlarge(memory: KernelMemory, end: number): void {
  const missing = end - memory.buffer.byteLength;
  if (missing <= 0) return;
  const words = `All that is laid out for learning would need ${megabytes(end)}`;
  if (end > memoryCap) throw new Error(`${words}; the limit is ${megabytes(memoryCap)}. Take fewer or shorter sequences, or fewer units.`);
  try {
    memory.grow(Math.ceil(missing / PAGE));
  } catch {
    throw new Error(`${words}, which this machine does not have. Take fewer or shorter sequences, or fewer units.`);
  }
}

/** What a batch needs of a program; lengths go up to the next power of two, so that a few programs serve many lengths. */
function sizeOf(sequences: readonly Sequence[]): Size {
  const { inputs, decoderInputs } = sequences[0]!.example;
  const longest = longestOf(sequences.map(({ lengths }) => lengths));
  const power = (length: number): number => 2 ** Math.ceil(Math.log2(Math.max(1, length)));
  return {
    B: sequences.length,
    steps: [power(longest[0]), power(longest[1])],
    isOneHot: [inputs.kind === 'one-hot', decoderInputs?.kind !== 'dense'],
  };
}

/** How many numbers times parameters are worked on between two pauses: about a tenth of a millisecond. */
const PIECE = 500_000;

const blockOf = ({ network, size }: Layout): number => Math.max(1, Math.floor(PIECE / (network.program.parameterCount * size.B)));

/** The way forward up to the read-out, with pauses. */
function* forwards({ layout, kernel }: Program, batch: number, steps: readonly number[]): Generator<void, void> {
  const block = blockOf(layout);
  for (const [c, T] of steps.entries()) {
    kernel.prepare[c]!(batch);
    for (let from = 0; from < T; from += block) {
      kernel.forward[c]!(batch, from, Math.min(from + block, T));
      yield;
    }
  }
}

/** Forward alone, with pauses; then what stands where the kernel puts its outputs. */
function* lookingAt(program: Program, { at, steps, places }: Batch, memory: KernelMemory): Generator<void, Look> {
  yield* forwards(program, at, steps);
  const loss = program.kernel.look(at);
  const { outputs, Y } = program.layout.readout;
  const y = new Float64Array(memory.buffer, outputs);
  const ownOf = (rows: readonly number[]): Float64Array => {
    const own = new Float64Array(rows.length * Y);
    rows.forEach((row, r) => own.set(y.subarray(row * Y, (row + 1) * Y), r * Y));
    return own;
  };
  return { loss, outputs: places.map(ownOf) };
}

/** A run with pauses, after the same pieces of work every time. `steps`: T of each chain. */
function* inPieces(program: Program, batch: number, steps: readonly number[]): Generator<void, number> {
  const { layout, kernel } = program;
  const stretch = stretchOf(layout.size.B);
  const block = blockOf(layout);
  yield* forwards(program, batch, steps);
  const loss = kernel.readOut(batch);
  yield;
  for (let c = steps.length - 1; c >= 0; c--) {
    // The same stretches as in `run`, so that sums are added in the same order.
    for (let end = steps[c]!; end > 0; end -= stretch) {
      const start = Math.max(end - stretch, 0);
      for (let to = end; to > start; to -= block) {
        kernel.backward[c]!(batch, Math.max(to - block, start), to);
        yield;
      }
      kernel.gradients[c]!(batch, start, end);
      yield;
    }
    kernel.handBack[c]!(batch);
    kernel.finish[c]!(batch);
  }
  return loss;
}

/** The plain loops, with the kernel's parameters before and its gradients after each run. */
function plainLesson(learner: Learner, examples: Example | readonly Example[], options: LessonOptions): Lesson {
  const plain = plainLearner(learner.network, learner.parameters);
  const lesson = plain.lesson(examples, options);
  function* steps(): Generator<void, number> {
    plain.parameters.set(learner.parameters);
    const loss = yield* lesson.steps();
    learner.gradients.set(plain.gradients);
    return loss;
  }
  function* looks(): Generator<void, Look> {
    plain.parameters.set(learner.parameters);
    return yield* lesson.looks();
  }
  return { steps, looks, run: () => finish(steps()) };
}
