// The numbers before a change beside those in view: where each stood then, by the word that it belongs to.
import type { Axis } from '../../../engine/topology/index.ts';
import { movesOf } from '../../layout/moves.ts';
import type { RunNumbers, Scene } from '../../scene/scene.ts';
import type { Before } from '../../draw/whatif/before.ts';
import { hasChanged, keepRun, type KeptRun } from './keptRun.ts';
import type { Kept, Subject } from './whatIf.ts';

/** Where a row of a sequence stood before; −1 where it did not. */
type OldRow = (axis: Axis, row: number) => number;

export function oldRowsOf(before: KeptRun, subject: Subject, tokens: Scene['tokens']): OldRow {
  if (subject.kind === 'number') return (_, row) => row;
  const moves = movesOf(before.labels.tokens[subject.axis], tokens[subject.axis], subject.change);
  return (axis, row) => (axis === subject.axis && row > 0 ? (moves.get(row) ?? -1) : row);
}

/** Whether two networks have the same numbers, so that they can be told side by side. A vocabulary may have grown. */
const isComparable = (before: KeptRun, network: Scene['network']): boolean => {
  const [then, now] = [before.network.program.slots, network.program.slots];
  return then.length === now.length && then.every(({ symbol, size, stage }, k) => symbol === now[k]?.symbol && (stage === 'given' || size === now[k]?.size));
};

/** Keeps a run that is about to be changed. */
export function keep(run: RunNumbers): Kept {
  const kept = keepRun(run);
  return { ...kept, beside: (subject, scene) => beforeOf(kept, subject, scene) };
}

/** Null until the first numbers after the change are in view. */
function beforeOf(before: KeptRun, subject: Subject, { trace, job, tokens, network }: Scene): Before | null {
  if (job === before.job || !isComparable(before, network)) return null;
  const oldRow = oldRowsOf(before, subject, tokens);
  const { slots } = before.network.program;
  const axisOf = new Map(slots.map(({ symbol, axis }) => [symbol, axis]));
  return {
    value(reference) {
      const t = reference.t === undefined ? undefined : oldRow(axisOf.get(reference.symbol) ?? 0, reference.t);
      const value = t === -1 ? NaN : before.value({ ...reference, t });
      return Number.isNaN(value) ? null : value;
    },
    hasChanged(axis, row) {
      const old = oldRow(axis, row);
      return old < 0 || hasChanged(before, trace, axis, row, old);
    },
  };
}
