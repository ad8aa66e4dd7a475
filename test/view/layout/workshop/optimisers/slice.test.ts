import { describe, expect, it } from 'vitest';
import { contour, gridOf, levelsOf, shades, type Grid } from '../../../../../src/view/layout/workshop/optimisers/contours.ts';
import { keptPlace, leavesAt, planeAspect, planePaths, planeSpan, type PlanePath } from '../../../../../src/view/layout/workshop/optimisers/plane.ts';
import { slicePlot } from '../../../../../src/view/layout/workshop/optimisers/slicePlot.ts';
import type { Lane } from '../../../../../src/engine/workshop/race/job.ts';

const size = { width: 460, height: 320, textSize: 12 };
const names = { sgd: 'SGD', sgd_momentum: 'Momentum', sgd_nesterov: 'Nesterov', adagrad: 'Adagrad', rmsprop: 'RMSprop', adam: 'Adam' };

/** Of x² + y² on [−1, 1]², so many points a side. */
function bowl(side: number): Grid {
  return { side, losses: Float64Array.from({ length: side * side }, (_, at) => ((2 * (at % side)) / (side - 1) - 1) ** 2 + ((2 * Math.floor(at / side)) / (side - 1) - 1) ** 2) };
}

const asIs = (column: number, row: number): readonly [number, number] => [column, row];

/** The points of a path. */
const pointsOf = (path: string): [number, number][] => [...path.matchAll(/[ML](-?[\d.]+),(-?[\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)]);

function lane(points: readonly (readonly number[])[], done = points.length - 1): Lane {
  return { optimiser: 'sgd', learningRate: 0.1, done, losses: new Float64Array(0), path: Float64Array.from(points.flat()), gradients: new Float64Array(0), problem: null };
}

const pathOf = (id: PlanePath['id'], a: readonly number[], b: readonly number[]): PlanePath => ({ id, a: Float64Array.from(a), b: Float64Array.from(b), off: new Float64Array(a.length) });

describe('lines of one loss', () => {
  it('of a round bowl are circles of the radius that the level says', () => {
    const grid = bowl(65);
    const middle = 32;
    for (const level of [0.1, 0.4, 0.9]) {
      const points = pointsOf(contour(grid, level, asIs));
      expect(points.length).toBeGreaterThan(40);
      for (const [x, y] of points) expect(Math.hypot(x - middle, y - middle) / middle).toBeCloseTo(Math.sqrt(level), 2);
    }
  });

  it('run between the points on both sides of the level, whichever corners of a square lie above it', () => {
    for (let kind = 0; kind < 16; kind++) {
      // Corners as the grid has them: below left, below right, above left, above right.
      const [c0, c1, c2, c3] = [0, 1, 2, 3].map((k) => (kind >> k) & 1);
      const grid: Grid = { side: 2, losses: Float64Array.of(c0!, c1!, c3!, c2!) };
      const points = pointsOf(contour(grid, 0.5, asIs));
      const crossed = [c0 !== c1 && '0.5,0', c1 !== c2 && '1,0.5', c3 !== c2 && '0.5,1', c0 !== c3 && '0,0.5'].filter((each) => each !== false);
      expect(points.map(([x, y]) => `${x},${y}`).toSorted()).toEqual(crossed.toSorted());
    }
  });

  it('leave out squares with a loss that is none', () => {
    const losses = bowl(5).losses.slice();
    losses[0] = Infinity;
    expect(pointsOf(contour({ side: 5, losses }, 1.5, asIs)).every(([x, y]) => x >= 1 || y >= 1)).toBe(true);
    expect(levelsOf({ side: 5, losses }).every(Number.isFinite)).toBe(true);
  });

  it('have levels that rise, closer at the bottom, and none on flat ground', () => {
    const levels = levelsOf(bowl(17));
    expect(levels).toHaveLength(12);
    expect(levels[0]).toBeGreaterThan(0);
    for (let k = 2; k < levels.length; k++) expect(levels[k]! - levels[k - 1]!).toBeGreaterThan(levels[k - 1]! - levels[k - 2]!);
    expect(levelsOf({ side: 3, losses: new Float64Array(9).fill(0.7) })).toEqual([]);
    // One point in a hundred that differs is not overlooked.
    const losses = new Float64Array(100).fill(0.7);
    losses[5] = 2;
    expect(levelsOf({ side: 10, losses })).toHaveLength(12);
  });

  it('stand over shades that cover every point once', () => {
    const grid = bowl(9);
    const paths = shades(grid, levelsOf(grid), asIs);
    expect(paths).toHaveLength(13);
    expect(paths.reduce((count, path) => count + path.split('M').length - 1, 0)).toBe(81);
    // The middle is the lowest, the corners the highest.
    expect(paths[0]).toContain('M3.5,3.5H4.5V4.5H3.5Z');
    expect(paths[12]).toContain('M0,0H0.5V0.5H0Z');
  });

  it('are drawn of those points of a slice that are there already', () => {
    const losses = new Float64Array(25).fill(NaN);
    for (const at of [0, 2, 4, 10, 12, 14, 20, 22, 24]) losses[at] = at;
    expect(gridOf({ losses, stride: 2 })).toEqual({ side: 3, losses: Float64Array.of(0, 2, 4, 10, 12, 14, 20, 22, 24) });
    expect(gridOf({ losses, stride: 1 })).toEqual({ side: 5, losses });
  });
});

describe('paths in a plane', () => {
  const start = Float64Array.of(1, 1, 1);
  const plane = { origin: start, directions: { u: Float64Array.of(1, 0, 0), v: Float64Array.of(0, 0.6, 0.8) } };

  it('have their distances along the two directions, and how far they lie beside it', () => {
    const [path] = planePaths({ lanes: [lane([[1, 1, 1], [3, 1.6, 1.8], [1, 1.8, 0.4]])], kept: Int32Array.of(0, 1, 2), start }, plane);
    expect(Array.from(path!.a)).toEqual([0, 2, 0]);
    expect(path!.b[1]).toBeCloseTo(1, 12);
    expect(path!.b[2]).toBeCloseTo(0, 12);
    expect(path!.off[1]).toBe(0);
    expect(path!.off[2]).toBeCloseTo(1, 12);
  });

  it('end where an optimiser has ended', () => {
    const [path] = planePaths({ lanes: [lane([[1, 1, 1], [2, 1, 1], [NaN, NaN, NaN]], 5)], kept: Int32Array.of(0, 5, 10), start }, plane);
    expect(Array.from(path!.a)).toEqual([0, 1]);
    expect([0, 4, 5, 9, 10].map((update) => keptPlace(Int32Array.of(0, 5, 10), update))).toEqual([0, 0, 1, 1, 2]);
  });

  it('have a picture that holds all of them, with right angles', () => {
    const paths = [pathOf('sgd', [0, 4], [0, 1]), pathOf('adam', [0, -2], [0, 3])];
    const { a, b } = planeSpan(paths);
    expect((a.high - a.low) / (b.high - b.low)).toBeCloseTo(planeAspect, 12);
    for (const path of paths) expect(leavesAt(path, { a, b })).toBeNull();
  });

  it('that go much farther than the others leave the picture', () => {
    const far = pathOf('sgd_momentum', [0, 1, 1e6], [0, 1, 0]);
    const span = planeSpan([pathOf('sgd', [0, 4], [0, 1]), far, pathOf('adam', [0, 3], [0, 2])]);
    expect(span.a.high).toBeLessThan(10);
    expect(leavesAt(far, span)).toBe(2);
  });

  it('that do not move have a picture too', () => {
    const { a, b } = planeSpan([pathOf('sgd', [0, 0], [0, 0])]);
    expect(a.high).toBeGreaterThan(a.low);
    expect(b.high).toBeGreaterThan(b.low);
  });
});

describe('the picture of a slice', () => {
  const paths = [pathOf('sgd', [0, 1, 2], [0, 1, 0]), pathOf('adam', [0, 90], [0, 0])];
  const span = { a: { low: -1, high: 5 }, b: { low: -2, high: 2 } };
  const losses = bowl(5).losses;

  it('has its paths within its box, as far as they go in it, and a name for each', () => {
    const plot = slicePlot({ slice: { losses, stride: 1 }, span, paths, names, size });
    const { box } = plot;
    expect(box.width / box.height).toBeCloseTo(planeAspect, 12);
    expect(box.x + box.width).toBeLessThanOrEqual(size.width);
    for (const { x, y } of plot.paths[0]!.points) {
      expect(x).toBeGreaterThanOrEqual(box.x);
      expect(x).toBeLessThanOrEqual(box.x + box.width);
      expect(y).toBeGreaterThanOrEqual(box.y);
      expect(y).toBeLessThanOrEqual(box.y + box.height);
    }
    expect(plot.paths[1]!.points).toHaveLength(2);
    expect(plot.labels.map(({ text }) => text).toSorted()).toEqual(['Adam', 'SGD']);
    expect(plot.contours).toHaveLength(12);
  });

  it('finds the distances under a point, upwards as they rise', () => {
    const plot = slicePlot({ slice: null, span, paths, names, size });
    expect(plot.shades).toEqual([]);
    const { x, y } = plot.placeOf(2, -1);
    expect(plot.distancesAt(x, y).a).toBeCloseTo(2, 12);
    expect(plot.distancesAt(x, y).b).toBeCloseTo(-1, 12);
    expect(plot.placeOf(0, 1).y).toBeLessThan(plot.placeOf(0, 0).y);
  });
});
