// The angle between two vectors [n], right also where it is small, and where squares of the entries would underflow or overflow.
// W. Kahan, How futile are mindless assessments of roundoff, 2006, § 12: 2 atan2(‖u − v‖, ‖u + v‖) of the unit vectors.
import type { Vector } from '../math/array.ts';
import { norm } from '../math/linear.ts';

/** In radians, 0 to π. NaN where one of the two is 0, or has no finite length: it has no direction then. */
export function angleBetween(a: Vector, b: Vector): number {
  const [lengthA, lengthB] = [norm(a), norm(b)];
  if (!(lengthA > 0 && lengthB > 0 && lengthA < Infinity && lengthB < Infinity)) return NaN;
  const [difference, sum] = [new Float64Array(a.length), new Float64Array(a.length)];
  for (let i = 0; i < a.length; i++) {
    const [u, v] = [a[i]! / lengthA, b[i]! / lengthB];
    difference[i] = u - v;
    sum[i] = u + v;
  }
  return 2 * Math.atan2(norm(difference), norm(sum));
}
