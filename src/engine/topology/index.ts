// Topologies as data: chains (a cell with parameters of its own) and a list of cell steps over them, which the engine runs
// forwards and backwards and the layout draws.

/** One recurrent layer unrolled over time, with a set of parameters of its own. */
export interface Chain {
  /** As in the reference schema: forward, reverse, encoder, decoder. */
  readonly id: 'forward' | 'reverse' | 'encoder' | 'decoder';
  /** What its symbols end with, so that two chains' differ: `h.reverse`. Empty where there is one chain to speak of. */
  readonly mark: string;
  /** Which of the sequences it reads, and so along which time axis its rows run. */
  readonly axis: Axis;
  /** Which way it goes through its sequence: the state before is that of t − 1 or of t + 1. */
  readonly direction: 1 | -1;
  /** PyTorch's name of one of its parameters. */
  readonly torch: (name: string) => string;
}

/** 0: the input sequence, t = 1…T. 1: the decoder's own sequence. */
export type Axis = 0 | 1;

/** Where an output is read. */
interface Readout {
  /** Row of the read-out's values: its position in its sequence. */
  readonly row: number;
  /** Row of the state in each chain that is read. */
  readonly stateRows: readonly number[];
}

/** One use of a cell. Rows are rows of the trace; row 0 is the initial state of a chain. */
export interface CellStep {
  /** Position of its chain in the list of chains. */
  readonly chain: number;
  /** Row that this step writes: t. */
  readonly row: number;
  /** Chain and row of the state that it continues. */
  readonly previousChain: number;
  readonly previousRow: number;
  /** Whether an output is read out after this step, and a loss taken; null where not. */
  readonly readout: Readout | null;
  /** Whether the gradient stops here instead of going on to the state before (truncated BPTT). */
  readonly isCut: boolean;
}

/** Lengths of a sequence: T along the input, and the decoder's own; 0 where there is no decoder. */
export type Lengths = readonly [T: number, decoder: number];

interface Topology {
  readonly title: string;
  readonly chains: readonly Chain[];
  /** Positions of the chains whose states are read out, in the order of W_hy's columns. */
  readonly reads: readonly number[];
  /** The steps in the order of computation. */
  steps(lengths: Lengths): CellStep[];
}

/** How a network is wired, as a model says it. */
interface Wiring {
  readonly topology: TopologyId;
  /** Whether a second chain reads the sequence from its end; left out for false. */
  readonly bidirectional?: boolean | undefined;
}

const forward: Chain = { id: 'forward', mark: '', axis: 0, direction: 1, torch: (name) => name };
const reverse: Chain = { id: 'reverse', mark: '.reverse', axis: 0, direction: -1, torch: (name) => `${name}_reverse` };
const encoder: Chain = { id: 'encoder', mark: '.encoder', axis: 0, direction: 1, torch: (name) => `encoder.${name}` };
const decoder: Chain = { id: 'decoder', mark: '.decoder', axis: 1, direction: 1, torch: (name) => `decoder.${name}` };

type ReadsOut = (t: number, T: number) => boolean;

const onward = (chain: number, T: number, readsOut: ReadsOut): CellStep[] =>
  Array.from({ length: T }, (_, k) => ({
    chain, row: k + 1, previousChain: chain, previousRow: k, isCut: false,
    readout: readsOut(k + 1, T) ? { row: k + 1, stateRows: [k + 1] } : null,
  }));

const single = (title: string, readsOut: ReadsOut): Topology =>
  ({ title, chains: [forward], reads: [0], steps: ([T]) => onward(0, T, readsOut) });

/** The same with a second chain from T down to 1; an output waits for both. The last answer joins both final states. */
function bothWays(title: string, isInStep: boolean): Topology {
  return {
    title: `${title}, both directions`,
    chains: [forward, reverse],
    reads: [0, 1],
    steps([T]) {
      const backward = Array.from({ length: T }, (_, k): CellStep => {
        const row = T - k;
        const readout = isInStep ? { row, stateRows: [row, row] } : row === 1 ? { row: T, stateRows: [T, 1] } : null;
        return { chain: 1, row, previousChain: 1, previousRow: k === 0 ? 0 : row + 1, readout, isCut: false };
      });
      return [...onward(0, T, () => false), ...backward];
    },
  };
}

const last: ReadsOut = (t, T) => t === T;
const every: ReadsOut = () => true;

export const topologies = {
  'one-to-one': {
    ...single('One to one', every),
    steps([T]: Lengths) {
      if (T !== 1) throw new Error(`One to one reads exactly 1 step, but the sequence has ${T}.`);
      return onward(0, T, every);
    },
  },
  'one-to-many': single('One to many', every),
  'many-to-one': single('Many to one', last),
  'many-to-many-synced': single('Many to many, in step', every),
  'encoder-decoder': {
    title: 'Encoder–decoder',
    chains: [encoder, decoder],
    reads: [1],
    steps([T, length]: Lengths) {
      const decoding = onward(1, length, every);
      // The first step of the decoder goes on from the last state of the encoder: the state is handed over.
      return [...onward(0, T, () => false), ...decoding.map((step, k) => (k === 0 ? { ...step, previousChain: 0, previousRow: T } : step))];
    },
  },
} as const satisfies Readonly<Record<string, Topology>>;

export type TopologyId = keyof typeof topologies;

const withBothDirections: Readonly<Partial<Record<TopologyId, Topology>>> = {
  'many-to-one': bothWays('Many to one', false),
  'many-to-many-synced': bothWays('Many to many, in step', true),
};

/** Whether a second chain can read the sequence from its end. */
export const isReadBothWays = (topology: TopologyId): boolean => Object.hasOwn(withBothDirections, topology);

/** The topology of a model. Throws an `Error` in words where it cannot run in both directions. */
export function topologyOf({ topology, bidirectional }: Wiring): Topology {
  if (bidirectional !== true) return topologies[topology];
  const both = withBothDirections[topology];
  if (!both) {
    const known = Object.keys(withBothDirections).map((id) => topologies[id as TopologyId].title.toLowerCase());
    throw new Error(`${topologies[topology].title} has no reverse direction; the topologies that can be read both ways are: ${known.join('; ')}.`);
  }
  return both;
}

/**
 * The same steps with the gradient cut every `window` steps of a chain (truncated BPTT; Williams and Peng, 1990). The
 * state is carried over to the next window, or with `reset` begins again at the initial state.
 */
export function truncated(steps: readonly CellStep[], window: number, state: 'carried' | 'reset'): CellStep[] {
  if (!Number.isInteger(window) || window < 1) throw new Error(`A window is a whole number of steps from 1, but it is ${window}.`);
  const done = new Map<number, number>();
  return steps.map((step) => {
    const before = done.get(step.chain) ?? 0;
    done.set(step.chain, before + 1);
    if (before === 0 || before % window !== 0) return step;
    return state === 'carried' ? { ...step, isCut: true } : { ...step, previousChain: step.chain, previousRow: 0 };
  });
}
