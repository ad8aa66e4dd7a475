// What stands in a matrix of the folded model at the playhead: the weights, on the way back their gradient so far, then the new weights.
import type { Reference } from '../../../engine/reference.ts';
import { StepIndex } from '../../../engine/topology/stepIndex.ts';
import type { Scene } from '../../scene/scene.ts';

export interface ParameterView {
  readonly kind: 'weights' | 'total' | 'new';
  /** Symbol whose entries are drawn. */
  readonly symbol: string;
  readonly t?: number | undefined;
  /** Whether there is something to draw: before the first term has arrived there is not. */
  readonly isThere: boolean;
}

export const entryIn = (view: Pick<ParameterView, 'symbol' | 't'>, unit: number, column: number, isBias: boolean): Reference =>
  isBias ? { symbol: view.symbol, t: view.t, unit } : { symbol: view.symbol, t: view.t, unit, column };

/** The chain whose steps have terms of a parameter; −1 for the read-out, which has one wherever something is read out. */
const chainOf = ({ network: { program } }: Pick<Scene, 'network'>, symbol: string): number => {
  const index = program.parameters.findIndex((each) => each.symbol === symbol);
  return program.instructions.find(({ args }) => args.some((arg) => arg.kind === 'parameter' && arg.index === index))?.chain ?? -1;
};

/** The terms of a gradient that have been added: those of `rows[from]` and all behind it, the last one first. */
interface Added {
  /** All rows that have a term, in the order in which they were computed. */
  readonly rows: readonly number[];
  readonly from: number;
}

/** `before`: as it was before this operation. Costs no more for many steps than for few. */
export function addedTerms({ network, trace, clock, playhead }: Scene, symbol: string, before = false): Added {
  const rows = StepIndex.of(trace.steps).rowsOf(chainOf({ network }, symbol));
  const isThere = (row: number): boolean => clock.madeAt(`sum_d${symbol}`, row) <= (before ? playhead - 1 : playhead);
  // The way back goes from the row computed last to the first, so those that are there are an end of the list.
  let [low, high] = [0, rows.length];
  while (low < high) {
    const half = (low + high) >> 1;
    if (isThere(rows[half]!)) high = half;
    else low = half + 1;
  }
  return { rows, from: low };
}

/** `isMoving`: the movement of the operation goes on, so what it adds has not landed. */
export function parameterView(scene: Scene, symbol: string, isMoving: boolean): ParameterView {
  const { moment } = scene;
  if (moment?.phase === 'update') return { kind: 'new', symbol: `${symbol}_new`, isThere: true };
  if (moment?.phase !== 'backward') return { kind: 'weights', symbol, isThere: true };
  const isFlying = isMoving && moment.kind === 'tile' && moment.parameter === symbol;
  const { rows, from } = addedTerms(scene, symbol, isFlying);
  return { kind: 'total', symbol: `sum_d${symbol}`, t: rows[from], isThere: from < rows.length };
}
