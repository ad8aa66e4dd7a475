// What the folded model is drawn from.
import type { Reference } from '../../../engine/reference.ts';
import type { Anatomy } from '../../anatomy/anatomy.ts';
import type { ModelLayout } from '../../layout/model/types.ts';
import type { Paint } from '../score/paint.ts';
import type { MovingParts } from '../score/useMovingParts.ts';

export interface ModelProps {
  readonly paint: Paint;
  readonly anatomy: Anatomy;
  readonly model: ModelLayout;
  /** 0 unrolled … 1 folded, eased, as the geometry has it. */
  readonly fold: number;
  /** Whether an output stands in the column in view: folded, it takes the place of the model's own. */
  readonly hasOutput: boolean;
  /** Whether the movement of the current operation goes on: what it adds has not landed yet. */
  readonly isMoving: boolean;
  readonly selection: Reference | null;
  /** Null until they are fetched. */
  readonly parts: MovingParts | null;
}
