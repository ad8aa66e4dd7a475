// How large gradients get inside a chain's cells: one range for all lines of the drawing, so that they can be compared by eye.
import { norm } from '../../../engine/math/linear.ts';
import type { Numbers } from '../../../engine/explain/numbers.ts';
import type { Scene } from '../../scene/scene.ts';

/** `entry`: the largest number at the step in view. `norm`: the longest vector at any step. */
export interface GradientRange {
  readonly entry: number;
  readonly norm: number;
}

const known = new WeakMap<Numbers, Map<number, number>>();

export function gradientRangeOf(scene: Scene, chain: number, t: number): GradientRange {
  const { trace, network, numbers } = scene;
  const own = network.program.slots.flatMap((slot, index) => (slot.chain === chain ? [{ size: slot.size, all: trace.gradients[index] ?? nothing }] : []));
  const ofRun = known.get(numbers) ?? new Map<number, number>();
  known.set(numbers, ofRun);
  let longest = ofRun.get(chain);
  if (longest === undefined) {
    longest = 0;
    for (const { size, all } of own) {
      for (let from = 0; from < all.length; from += size) {
        const each = norm(all, from, from + size);
        if (each > longest && each < Infinity) longest = each;
      }
    }
    ofRun.set(chain, longest);
  }
  let entry = 0;
  for (const { size, all } of own) {
    for (let i = t * size; i < (t + 1) * size; i++) {
      const each = Math.abs(all[i] ?? 0);
      if (each > entry && each < Infinity) entry = each;
    }
  }
  return { entry, norm: longest };
}

const nothing = new Float64Array(0);
