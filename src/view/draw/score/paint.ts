// What every part of the score is drawn from: the scene, its geometry, and the ranges that colours stand for.
import type { Reference } from '../../../engine/reference.ts';
import type { Digits } from '../../theme/format.ts';
import type { Scene } from '../../scene/scene.ts';
import type { ScoreLayout } from '../../layout/score/types.ts';
import { sharedRanges } from '../rival/sharedRanges.ts';
import { rangesOf, type Ranges } from './ranges.ts';

export interface Paint {
  readonly scene: Scene;
  readonly layout: ScoreLayout;
  readonly ranges: Ranges;
  readonly digits: Digits;
  /** Whether the movement of the current operation goes on: what it makes has not landed yet. */
  readonly isMoving: boolean;
}

/** Whether that number lights up with the selection, or with what is pointed at along with it; parts that the selection leaves out match any. */
export function isLit(selection: Reference | null, reference: Reference): boolean {
  if (!selection) return false;
  if (selection.also && isLit(selection.also, reference)) return true;
  if (selection.symbol !== reference.symbol) return false;
  const matches = (wanted: number | undefined, has: number | undefined): boolean => wanted === undefined || wanted === (has ?? wanted);
  return (
    selection.t === reference.t &&
    matches(selection.unit, reference.unit) &&
    matches(selection.column, reference.column)
  );
}

/** `beside`: the scene of a score above or below, which is drawn on the same scale. */
export function paintOf(scene: Scene, layout: ScoreLayout, digits: Digits, isMoving: boolean, beside?: Scene | null): Paint {
  const own = rangesOf(scene);
  return { scene, layout, ranges: beside ? sharedRanges(own, rangesOf(beside)) : own, digits, isMoving };
}

/** Whether boxes have their gradients beside the values. */
export const isPairedIn = ({ layout }: Paint): boolean => layout.spec.pair > 0.5;
