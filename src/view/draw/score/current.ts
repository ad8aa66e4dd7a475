// Which time step is in view: that of the operation just done; before the first and after the last, the nearest one.
import type { Scene } from '../../scene/scene.ts';

export function currentStep({ moment, trace }: Pick<Scene, 'moment' | 'trace'>): number {
  if (moment === null) return 1;
  if (moment.t > 0) return moment.t;
  return moment.phase === 'update' ? 1 : trace.stepCount;
}
