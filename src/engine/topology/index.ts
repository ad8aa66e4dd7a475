// Topologies as data: a list of cell steps, which the engine runs forwards and backwards and the layout draws.
/** One use of the cell. Rows are rows of the trace; row 0 is the initial state. */
export interface CellStep {
  /** Row that this step writes: t. */
  readonly row: number;
  /** Row of the state it continues. */
  readonly previousRow: number;
  /** Whether an output is read out here, and a loss taken. */
  readonly readsOut: boolean;
}

export interface Topology {
  readonly title: string;
  /** The steps in the order of computation. */
  steps(T: number): CellStep[];
}

const chain = (T: number, readsOut: (t: number) => boolean): CellStep[] =>
  Array.from({ length: T }, (_, k) => ({ row: k + 1, previousRow: k, readsOut: readsOut(k + 1) }));

export const topologies = {
  'one-to-one': {
    title: 'One to one',
    steps(T: number) {
      if (T !== 1) throw new Error(`One to one reads exactly 1 step, but the sequence has ${T}.`);
      return chain(T, () => true);
    },
  },
  'many-to-one': { title: 'Many to one', steps: (T: number) => chain(T, (t) => t === T) },
  'many-to-many-synced': { title: 'Many to many, in step', steps: (T: number) => chain(T, () => true) },
} as const satisfies Readonly<Record<string, Topology>>;

export type TopologyId = keyof typeof topologies;
