import { describe, expect, it } from 'vitest';
import type { Lane, RaceJob, SliceJob } from '../../../../src/engine/workshop/race/job.ts';
import { landscapeOf } from '../../../../src/engine/workshop/race/landscapes.ts';
import { principalDirections } from '../../../../src/engine/workshop/race/principal.ts';
import { race } from '../../../../src/engine/workshop/race/race.ts';
import { optimiserIds, usualRate } from '../../../../src/engine/workshop/race/rates.ts';
import { slice } from '../../../../src/engine/workshop/race/slice.ts';
import { norm } from '../../../../src/engine/math/linear.ts';
import { stream } from '../../../../src/engine/math/random.ts';
import type { Vector } from '../../../../src/engine/math/array.ts';
import { finished } from './racing.ts';

const dot = (a: Vector, b: Vector): number => a.reduce((sum, each, i) => sum + each * b[i]!, 0);

/** A path from zeros through these points. */
function lane(points: readonly (readonly number[])[]): Lane {
  const path = Float64Array.from([points[0]!.map(() => 0), ...points].flat());
  return { optimiser: 'sgd', learningRate: 0.1, done: points.length, losses: new Float64Array(0), path, gradients: new Float64Array(0), problem: null };
}

describe('the principal directions of paths', () => {
  it('are the axes along which they go, the longer one first, and hold all of a movement in a plane', () => {
    const found = principalDirections(new Float64Array(4), [lane([[0, 3, 0, 0], [0, 3, 0, 1]])], 3)!;
    expect(found.share).toBeCloseTo(1, 12);
    expect(Math.abs(found.u[1]!)).toBeGreaterThan(0.98);
    expect([found.u[0], found.u[2], found.v[0], found.v[2]].every((each) => Math.abs(each!) < 1e-12)).toBe(true);
  });

  it('have length 1, stand at right angles, and hold the largest share that any plane does', () => {
    const random = stream(5, 'plane');
    for (const count of [6, 300]) {
      const start = Float64Array.from({ length: count }, () => random.normal());
      const points = Array.from({ length: 40 }, (_, k) => Array.from({ length: count }, (_i, i) => (i < 3 ? [5, 3, 1][i]! * random.normal() : 0.01 * random.normal()) + 0.1 * k));
      const moved = lane(points.map((point) => point.map((each, i) => each + start[i]!)));
      moved.path.set(start);
      const { u, v, share, shares } = principalDirections(start, [moved], 41)!;
      expect(norm(u)).toBeCloseTo(1, 12);
      expect(norm(v)).toBeCloseTo(1, 12);
      expect(dot(u, v)).toBeCloseTo(0, 12);
      expect(shares[0]).toBe(share);
      const held = (a: Vector, b: Vector): number => points.reduce((sum, each) => sum + dot(Float64Array.from(each), a) ** 2 + dot(Float64Array.from(each), b) ** 2, 0);
      const whole = points.reduce((sum, each) => sum + norm(Float64Array.from(each)) ** 2, 0);
      expect(held(u, v) / whole).toBeCloseTo(share, 10);
      for (let turn = 0; turn < 20; turn++) {
        const off = Float64Array.from({ length: count }, () => 0.05 * random.normal());
        const other = u.map((each, i) => each + off[i]!);
        const a = other.map((each) => each / norm(other));
        const rest = v.map((each, i) => each - dot(v, a) * a[i]!);
        const b = rest.map((each) => each / norm(rest));
        expect(held(a, b) / whole).toBeLessThanOrEqual(share + 1e-9);
      }
    }
  });

  it('leave out a path that runs away, and name it', () => {
    const near = [lane([[1, 0, 0]]), lane([[0, 1, 0]])];
    const far: Lane = { ...lane([[0, 0, 1e9]]), optimiser: 'sgd_momentum' };
    const found = principalDirections(new Float64Array(3), [...near, far], 2)!;
    expect(found.leftOut).toEqual(['sgd_momentum']);
    expect(found.share).toBeCloseTo(1, 12);
    expect(found.shares[2]).toBeCloseTo(0, 12);
  });

  it('have a second one at right angles where all goes along one line, and are none where nothing moves', () => {
    const { u, v, share } = principalDirections(new Float64Array(3), [lane([[0, 0, 2], [0, 0, -1]])], 3)!;
    expect(Array.from(u)).toEqual([0, 0, 1]);
    expect(dot(u, v)).toBe(0);
    expect(norm(v)).toBeCloseTo(1, 12);
    expect(share).toBe(1);
    expect(principalDirections(new Float64Array(3), [lane([[0, 0, 0]])], 2)).toBeNull();
  });
});

describe('a slice of the loss', () => {
  const bowl: SliceJob = {
    problem: { kind: 'bowl', stretch: 20 },
    origin: new Float64Array(2),
    directions: { u: Float64Array.of(1, 0), v: Float64Array.of(0, 1) },
    a: { low: -4, high: 4 },
    b: { low: -1, high: 2 },
    points: 17,
  };

  it('of the bowl is the bowl', () => {
    const { result } = finished(slice(bowl));
    for (let row = 0; row < 17; row++) {
      for (let column = 0; column < 17; column++) {
        const [x, y] = [-4 + column / 2, -1 + (3 * row) / 16];
        expect(result.losses[row * 17 + column]).toBeCloseTo(0.5 * (x * x + 20 * y * y), 12);
      }
    }
  });

  it('comes coarse first, and what is there stays', () => {
    const { told, result } = finished(slice(bowl));
    expect(told.map(({ stride }) => stride)).toEqual([2]);
    const fine = finished(slice({ ...bowl, points: 33 }));
    expect(fine.told.map(({ stride }) => stride)).toEqual([4, 2]);
    for (const { losses, stride } of fine.told) {
      losses.forEach((loss, at) => {
        const isThere = Math.floor(at / 33) % stride === 0 && (at % 33) % stride === 0;
        expect(loss).toBe(isThere ? fine.result.losses[at] : NaN);
      });
    }
    expect(result.losses.every(Number.isFinite)).toBe(true);
  });

  it('through a network has the loss at the start where both distances are 0, and that of a step along one weight', () => {
    const job: RaceJob = {
      problem: {
        kind: 'network',
        model: { cell: 'rnn_tanh', topology: 'many-to-one', loss: 'bce', biases: 'one', timeReduction: 'sum', inputSize: 3, hiddenSize: 2, outputSize: 1 },
        initialisation: { scheme: 'uniform', scale: 1, seed: 3 },
        examples: [{ inputs: { kind: 'one-hot', indices: Int32Array.of(0, 2) }, targets: Float64Array.of(1) }],
        batchSize: 1,
        orderSeed: null,
        clipping: {},
      },
      entries: optimiserIds.map((optimiser) => ({ optimiser, learningRate: usualRate('network', optimiser) })),
      updates: 10,
      watched: 0,
    };
    const { result } = finished(race(job));
    const { u, v } = result.principal!;
    const { result: found } = finished(slice({ problem: job.problem, origin: result.start, directions: { u, v }, a: { low: -1, high: 1 }, b: { low: -1, high: 1 }, points: 3 }));
    expect(found.losses[4]).toBe(result.lanes[0]!.losses[0]);
    const right = landscapeOf(job.problem).loss(result.start.map((each, i) => each + u[i]!));
    let next = right.next();
    while (next.done !== true) next = right.next();
    expect(found.losses[5]).toBe(next.value);
  });

  it('wants a grid that can be halved', () => {
    expect(() => finished(slice({ ...bowl, points: 40 }))).toThrow('A grid has 2, 3, 5, 9, 17, … points along a side, but it should have 40.');
  });
});
