// Whether two scenes are of the same sentence: while one network is still being computed anew, it may be of the one before.
import { targetSlot } from '../../../engine/equation/program.ts';
import type { Scene } from '../../scene/scene.ts';

type Reading = Pick<Scene, 'tokens' | 'trace'>;

export function isSameReading(first: Reading, second: Reading): boolean {
  const isSame = (axis: 0 | 1): boolean =>
    first.tokens[axis].length === second.tokens[axis].length && first.tokens[axis].every((token, k) => token === second.tokens[axis][k]);
  return isSame(0) && isSame(1) && first.trace.values[targetSlot]?.length === second.trace.values[targetSlot]?.length;
}
