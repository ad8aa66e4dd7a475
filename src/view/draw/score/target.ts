// What should have come out at a step: a number, or the row of the class that was right.
import { targetSlot } from '../../../engine/equation/program.ts';
import type { Reference } from '../../../engine/reference.ts';
import { formatShort } from '../../theme/format.ts';
import type { Scene } from '../../scene/scene.ts';

export interface Target {
  readonly reference: Reference;
  readonly value: number;
  /** As it is written: the class's name, or the number. */
  readonly name: string;
  /** 0-based row of the class; −1 where the target is a number. */
  readonly row: number;
}

/** Null until the loss is taken: before that nothing is compared. */
export function targetOf(scene: Scene, t: number): Target | null {
  if (scene.read({ symbol: 'L', t, unit: 1 }) === null) return null;
  const reference: Reference = { symbol: scene.network.program.slots[targetSlot]?.symbol ?? '', t, unit: 1 };
  const value = scene.read(reference);
  if (value === null) return null;
  const isClass = scene.network.model.loss === 'cross_entropy';
  const whole = Number.isInteger(value) ? `${value}` : formatShort(value);
  return { reference, value, name: isClass ? (scene.outputs[value] ?? whole) : whole, row: isClass ? value : -1 };
}
