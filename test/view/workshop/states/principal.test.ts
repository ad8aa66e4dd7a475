import { describe, expect, it } from 'vitest';
import { spreadOf } from '../../../../src/engine/math/spread.ts';
import { stream } from '../../../../src/engine/math/random.ts';
import { principalPlane as planeOf, type PrincipalPlane } from '../../../../src/view/layout/workshop/principal.ts';

function principalPlane(arrays: readonly Float64Array[], U: number): PrincipalPlane | null {
  const steps = spreadOf(arrays, U);
  let next = steps.next();
  while (next.done !== true) next = steps.next();
  return planeOf(next.value);
}

describe('the plane in which states vary most', () => {
  it('lies along the directions from which they were made, with the shares of their variance', () => {
    // Independent numbers of standard deviations 3 and 1 along two directions at right angles, in five dimensions.
    const random = stream(1, 'plane');
    const [a, b] = [[0.6, 0.8, 0, 0, 0], [0, 0, -0.6, 0.8, 0]];
    const count = 4000;
    const states = new Float64Array(count * 5);
    for (let k = 0; k < count; k++) {
      const [x, y] = [random.uniform(-3, 3), random.uniform(-1, 1)];
      for (let i = 0; i < 5; i++) states[k * 5 + i] = 7 + x * a[i]! + y * b[i]!;
    }
    const plane = principalPlane([states.subarray(0, 500), states.subarray(500)], 5)!;
    plane.axes[0].forEach((each, i) => expect(each).toBeCloseTo(a[i]!, 1));
    plane.axes[1].forEach((each, i) => expect(each).toBeCloseTo(b[i]!, 1));
    expect(plane.shares[0]).toBeCloseTo(0.9, 2);
    expect(plane.shares[0] + plane.shares[1]).toBeCloseTo(1, 10);
  });

  it('is the same however large or small the states are', () => {
    const random = stream(2, 'sizes');
    const states = Float64Array.from({ length: 40 * 16 }, () => random.uniform(-1, 1));
    const plain = principalPlane([states], 16)!;
    for (const size of [1e-120, 1e100, 1e150]) {
      const plane = principalPlane([states.map((each) => each * size)], 16)!;
      plane.axes[0].forEach((each, i) => expect(each).toBeCloseTo(plain.axes[0][i]!, 8));
      expect(plane.shares[1]).toBeCloseTo(plain.shares[1], 8);
    }
  });

  it('keeps the distances of states that lie in a plane', () => {
    const states = Float64Array.of(1, 2, 3, 4, 6, 3, 0, 1, 3);
    const plane = principalPlane([states], 3)!;
    const points = [0, 1, 2].map((k) => plane.project(states, k));
    const distance = (p: number, q: number) => Math.hypot(points[p]!.x - points[q]!.x, points[p]!.y - points[q]!.y);
    expect(distance(0, 1)).toBeCloseTo(5, 8);
    expect(distance(0, 2)).toBeCloseTo(Math.SQRT2, 8);
    // The mean is the middle.
    expect(points.reduce((sum, { x }) => sum + x, 0)).toBeCloseTo(0, 8);
  });

  it('points to where the unit that counts most is larger', () => {
    const states = Float64Array.of(0, 0, -1, -4, -2, -8, 1, 4.5);
    expect(principalPlane([states], 2)!.axes[0][1]).toBeGreaterThan(0);
    expect(principalPlane([states.map((each) => -each)], 2)!.axes[0][1]).toBeGreaterThan(0);
  });

  it('has no second axis where there is one unit, and no share where nothing varies', () => {
    const single = principalPlane([Float64Array.of(0.1, 0.5, -0.2)], 1)!;
    expect(single.shares).toEqual([1, 0]);
    expect(single.project(Float64Array.of(0.5), 0).y).toBe(0);
    const still = principalPlane([Float64Array.of(1, 2, 1, 2, 1, 2)], 2)!;
    expect(still.shares).toEqual([0, 0]);
    expect(still.project(Float64Array.of(1, 2), 0)).toEqual({ x: 0, y: 0 });
  });

  it('is none of one state alone, or of numbers that are none', () => {
    expect(principalPlane([Float64Array.of(1, 2)], 2)).toBeNull();
    expect(principalPlane([Float64Array.of(1, 2, NaN, 1)], 2)).toBeNull();
    expect(principalPlane([Float64Array.of(1, 2, Infinity, 1)], 2)).toBeNull();
  });
});
