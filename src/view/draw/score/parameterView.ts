// What stands in a matrix of the folded cell at the playhead: the weights, on the way back their gradient so far, then the new weights.
import type { Reference } from '../../../engine/reference.ts';
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

/** The earliest step whose term of that gradient has been added; 0 if none has. `before`: as it was before this operation. */
export function addedDownTo(scene: Scene, symbol: string, before = false): number {
  const playhead = before ? scene.playhead - 1 : scene.playhead;
  const { moment, clock, trace } = scene;
  const there = (t: number): boolean => t >= 1 && t <= trace.stepCount && clock.madeAt(`sum_d${symbol}`, t) <= playhead;
  const at = moment && moment.t > 0 ? moment.t : 1;
  // Steps without a read-out have no term of the read-out's parameters, so the last one that has is looked for.
  for (const t of [at, at + 1, trace.stepCount]) if (there(t)) return t;
  return 0;
}

export function parameterView(scene: Scene, symbol: string, progress: number): ParameterView {
  const { moment } = scene;
  if (moment?.phase === 'update') return { kind: 'new', symbol: `${symbol}_new`, isThere: true };
  if (moment?.phase !== 'backward') return { kind: 'weights', symbol, isThere: true };
  const isFlying = progress < 1 && moment.kind === 'tile' && moment.parameter === symbol;
  const t = addedDownTo(scene, symbol, isFlying);
  return { kind: 'total', symbol: `sum_d${symbol}`, t: t || undefined, isThere: t > 0 };
}
