// What each loss of the run on the score feels of each state on a way through time, a row a loss. Over long sequences some of the losses alone.
import { Jacobians } from '../../../../engine/gradient/jacobians.ts';
import type { Path } from '../../../../engine/gradient/paths.ts';
import type { Trace } from '../../../../engine/run/trace.ts';
import type { LossMap } from '../../../layout/laboratory/lossMap.ts';

/** Losses of which rows are computed, at most. */
const mostScoreRows = 64;

/** A loss: the row of the read-outs it stands at, and the place on the way of the state that it is read from. */
interface ReadLoss {
  readonly row: number;
  readonly at: number;
}

export interface ScoreMap {
  readonly map: LossMap;
  /** The time step of each row's loss. */
  readonly losses: readonly number[];
  /** How many losses there are, also where only some have a row. */
  readonly lossCount: number;
}

/** The losses that are read from states of a way, in the order of those. */
function lossesOn({ network: { program }, steps }: Trace, path: Path): ReadLoss[] {
  const reader = program.reads.findIndex((chain) => path.chains.includes(chain));
  const chain = program.reads[reader];
  if (chain === undefined) return [];
  const places = new Map(path.steps.flatMap((step, k) => (step.chain === chain ? [[step.row, k + 1] as const] : [])));
  return steps
    .flatMap(({ readout }) => {
      const at = readout && places.get(readout.stateRows[reader] ?? -1);
      return readout && at ? [{ row: readout.row, at }] : [];
    })
    .sort((a, b) => a.at - b.at);
}

/** Evenly among them, the first and the last included. */
function someOf<Item>(items: readonly Item[], most: number): Item[] {
  if (items.length <= most) return [...items];
  return Array.from({ length: most }, (_, k) => items[Math.round((k * (items.length - 1)) / (most - 1))]).flatMap((item) => (item === undefined ? [] : [item]));
}

/** Pauses after every row. The trace has to have its forward pass behind it. */
export function* scoreMap(trace: Trace, parameters: Float64Array, path: Path): Generator<void, ScoreMap> {
  const all = lossesOn(trace, path);
  const rows = someOf(all, mostScoreRows);
  const T = path.steps.length;
  const norms = new Float64Array(rows.length * (T + 1));
  const jacobians = rows.length > 0 ? new Jacobians(trace, parameters, path.chains[0] ?? 0) : null;
  for (const [n, { row }] of rows.entries()) {
    if (jacobians) norms.set(jacobians.lossToStates(row), n * (T + 1));
    yield;
  }
  return { map: { steps: T, at: rows.map(({ at }) => at), norms }, losses: rows.map(({ row }) => row), lossCount: all.length };
}
