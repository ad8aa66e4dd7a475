import fc from 'fast-check';
import katex from 'katex';
import { describe, expect, it } from 'vitest';
import type { Vector } from '../../../src/engine/math/array.ts';
import { distance, magnitude, norm } from '../../../src/engine/math/linear.ts';
import { stream } from '../../../src/engine/math/random.ts';
import {
  clipByNorm,
  clipByValue,
  descend,
  type HyperparameterId,
  hyperparameters,
  type Optimiser,
  type OptimiserId,
  optimisers,
  type OptimiserSettings,
} from '../../../src/engine/learn/optimisers.ts';
import { complement } from '../../../src/engine/learn/optimisers/adaptive.ts';
import torch from './optimisers.torch.json' with { type: 'json' };

const ids = Object.keys(optimisers) as OptimiserId[];
const runs = { seed: 11, numRuns: 100 };

const vector = (values: readonly (number | string)[]): Vector => Float64Array.from(values, Number);
const make = (id: OptimiserId, settings: OptimiserSettings = {}, n = 1): Optimiser => optimisers[id].make(settings, n);

/** Gradients [n] for each of `count` steps, some of them 0. */
function gradients(n: number, count: number, seed = 1): Vector[] {
  const random = stream(seed, 'gradients');
  return Array.from({ length: count }, () =>
    Float64Array.from({ length: n }, () => (random.integer(5) === 0 ? 0 : random.normal())),
  );
}

/** Where the weights are after each of the gradients. */
function walk(optimiser: Optimiser, start: Vector, along: readonly Vector[]): Vector[] {
  const p = start.slice();
  return along.map((g) => {
    optimiser.step(p, g);
    return p.slice();
  });
}

/** Equal entry by entry, so that large ones do not cover small ones: to 1e-14 of each, and of `size` where it is larger. */
function expectEachClose(seen: Vector, expected: Vector, size: number): void {
  expect(seen).toHaveLength(expected.length);
  expect(magnitude(seen.map((x, i) => (x - expected[i]!) / (Math.abs(expected[i]!) + size)))).toBeLessThan(1e-14);
}

/** Equal but for rounding: to 1e-14 of the size of what was added up. */
function expectClose(seen: Vector, expected: Vector, size = Math.max(1, magnitude(expected))): void {
  expect(distance(seen, expected)).toBeLessThan(1e-14 * size);
}

describe('beside PyTorch', () => {
  it.each(torch.optimisers)('$id with $settings moves the weights and keeps the state as PyTorch does', (told) => {
    const id = ids.find((each) => each === told.id)!;
    const { learningRate } = told;
    const optimiser = make(id, { learningRate, ...told.settings }, torch.start.length);
    const p = vector(torch.start);
    told.steps.forEach(({ parameters, state }, k) => {
      optimiser.step(p, vector(torch.gradients[k]!), torch.rates[k] ?? undefined);
      expectEachClose(p, vector(parameters), 1);
      expect(optimiser.state).toHaveLength(state.length);
      state.forEach((values, s) => expectEachClose(optimiser.state[s]!.values, vector(values), Number.MIN_VALUE));
      expect(optimiser.count).toBe(k + 1);
    });
  });

  it.each(torch.clipped)('clips $gradients as PyTorch does, infinite and missing numbers too', (told) => {
    const byNorm = vector(told.gradients);
    clipByNorm(byNorm, norm(byNorm), torch.clipLimit);
    const expected = vector(told.byNorm);
    expect(Array.from(byNorm, Number.isNaN)).toEqual(Array.from(expected, Number.isNaN));
    expectEachClose(byNorm.filter(Number.isFinite), expected.filter(Number.isFinite), 1);
    const byValue = vector(told.gradients);
    clipByValue(byValue, torch.clipLimit);
    expect(byValue).toEqual(vector(told.byValue));
  });
});

describe.each(ids)('the optimiser %s', (id) => {
  const row = optimisers[id];
  const n = 7;
  const start = gradients(n, 1, 99)[0]!;

  it('is described', () => {
    expect(row.id).toBe(id);
    expect(row.words).toMatch(/^[A-Z].*\.$/);
    expect(row.source).not.toBe('');
    for (const { symbol, words } of make(id).state) {
      expect(words).toMatch(/^[A-Z].*\.$/);
      expect(row.equations.join()).toContain(symbol);
    }
  });

  it('has equations that can be drawn and name all its settings', () => {
    for (const latex of [...row.equations, row.along]) expect(katex.renderToString(latex, { strict: 'error' })).toContain('katex');
    const names = (Object.keys(row.defaults) as HyperparameterId[]).filter((name) => name !== 'initialAccumulator'); // S before it
    for (const name of names) expect(row.equations.join()).toContain(hyperparameters[name].latex);
  });

  it('works with its defaults unless told otherwise, and says with what', () => {
    expect(make(id).hyperparameters).toEqual(row.defaults);
    expect(make(id).learningRate).toBe(row.learningRate);
    const all: OptimiserSettings = { momentum: 0.5, alpha: 0.5, beta1: 0.5, beta2: 0.5, eps: 0.5, initialAccumulator: 0.5 };
    for (const value of Object.values(make(id, all).hyperparameters)) expect(value).toBe(0.5);
    expect(make(id, { momentum: undefined, learningRate: undefined }).hyperparameters).toEqual(row.defaults);
  });

  it('begins with a step against the gradient', () => {
    const [p] = walk(make(id, { learningRate: 0.1 }, 2), vector([1, 1]), [vector([3, -3])]);
    expect(p![0]).toBeLessThan(1);
    expect(p![1]).toBeGreaterThan(1);
  });

  it('leaves a weight alone whose gradients are all 0', () => {
    const p = walk(make(id, {}, n), start, Array.from({ length: 5 }, () => new Float64Array(n)));
    expect(p.at(-1)).toEqual(start);
  });

  it('changes no gradient', () => {
    const [g] = gradients(n, 1);
    const before = g!.slice();
    make(id, {}, n).step(start.slice(), g!);
    expect(g).toEqual(before);
  });

  it('moves each weight by itself, wherever the others stand', () => {
    const along = gradients(n, 6);
    const together = walk(make(id, {}, n), start, along).at(-1)!;
    for (let i = 0; i < n; i++) {
      const alone = walk(make(id), start.slice(i, i + 1), along.map((g) => g.slice(i, i + 1))).at(-1)!;
      expect(alone[0]).toBe(together[i]);
    }
  });

  it('stands still at a rate of 0, though it remembers', () => {
    const optimiser = make(id, { learningRate: 0 }, n);
    expect(walk(optimiser, start, gradients(n, 3)).at(-1)).toEqual(start);
    for (const { values } of optimiser.state) expect(magnitude(values)).toBeGreaterThan(0);
  });

  it('takes a rate for one step alone', () => {
    const along = gradients(n, 3);
    const a = make(id, { learningRate: 0.2 }, n);
    const b = make(id, { learningRate: 0.7 }, n);
    const p = start.slice();
    const q = start.slice();
    for (const g of along) {
      a.step(p, g);
      b.step(q, g, 0.2);
    }
    expect(q).toEqual(p);
    expect(b.learningRate).toBe(0.2);
    b.step(q, along[0]!);
    expect(b.learningRate).toBe(0.7);
  });

  it('goes on after a return to an earlier moment as it went on the first time', () => {
    fc.assert(
      fc.property(fc.nat(8), fc.nat(8), fc.boolean(), (before, after, elsewhere) => {
        const optimiser = make(id, {}, n);
        const here = walk(optimiser, start, gradients(n, before)).at(-1) ?? start;
        const memory = optimiser.save();
        const way = walk(optimiser, here, gradients(n, after, 2));
        walk(optimiser, here, gradients(n, 3, 3)); // another branch
        const back = elsewhere ? make(id, {}, n) : optimiser;
        back.restore(memory);
        expect(back.count).toBe(before);
        expect(walk(back, here, gradients(n, after, 2))).toEqual(way);
      }),
      runs,
    );
  });

  it('gives out copies of what it remembers, and keeps its own arrays', () => {
    const optimiser = make(id, {}, n);
    const arrays = optimiser.state.map(({ values }) => values);
    walk(optimiser, start, gradients(n, 2));
    const memory = optimiser.save();
    const kept = memory.values.map((values) => values.slice());
    walk(optimiser, start, gradients(n, 2));
    expect(memory.values).toEqual(kept);
    optimiser.restore(memory);
    optimiser.state.forEach(({ values }, k) => {
      expect(values).toBe(arrays[k]);
      expect(values).toEqual(kept[k]);
    });
    expect(structuredClone(memory)).toEqual(memory);
  });

  it('moves each weight by its effective rate times its direction', () => {
    const directions: Readonly<Record<OptimiserId, (g: Vector, optimiser: Optimiser) => Vector>> = {
      sgd: (g) => g,
      adagrad: (g) => g,
      rmsprop: (g) => g,
      sgd_momentum: (_, { state }) => state[0]!.values,
      sgd_nesterov: (g, { state }) => g.map((x, i) => x + 0.9 * state[0]!.values[i]!),
      adam: (_, { state, count }) => state[0]!.values.map((m) => m / (1 - 0.9 ** count)),
    };
    const optimiser = make(id, { learningRate: 0.3 }, n);
    const p = start.slice();
    gradients(n, 5).forEach((g, k) => {
      const before = p.slice();
      optimiser.step(p, g, 0.3 / (k + 1));
      const direction = directions[id](g, optimiser);
      expectClose(p, before.map((x, i) => x - optimiser.effectiveRate(i) * direction[i]!));
    });
  });

  it('has an effective rate before the first step, and for no weight that is not there', () => {
    const optimiser = make(id, { learningRate: 0.3, eps: 0.5 }, 2);
    expect(optimiser.effectiveRate(1)).toBe(id.startsWith('sgd') ? 0.3 : 0.6);
    for (const i of [-1, 2, 0.5, NaN]) expect(() => optimiser.effectiveRate(i)).toThrow(`2 weights, counted from 0, so it has no weight ${i}`);
  });

  it('shows a gradient that is not a number in its own weight and in no other', () => {
    const [p] = walk(make(id, {}, 3), vector([1, 2, 3]), [vector([1, NaN, 1])]);
    expect(Array.from(p!, Number.isNaN)).toEqual([false, true, false]);
  });

  it('says in words what it cannot work with, and has changed nothing then', () => {
    for (const learningRate of [-0.1, NaN, Infinity]) {
      expect(() => make(id, { learningRate })).toThrow(`should be a finite number of at least 0, but it is ${learningRate}.`);
    }
    const optimiser = make(id, {}, 3);
    const p = vector([1, 2, 3]);
    const g = vector([1, 1, 1]);
    expect(() => optimiser.step(p, vector([1, 1]))).toThrow('works on 3 weights, but it was given 3 weights and 2 gradients');
    expect(() => optimiser.step(vector([1, 2, 3, 4]), g)).toThrow('given 4 weights and 3 gradients');
    expect(() => optimiser.step(p, g, -1)).toThrow(/learning rate of .* but it is -1/);
    expect(p).toEqual(vector([1, 2, 3]));
    expect(optimiser.save()).toEqual(make(id, {}, 3).save());
  });

  it('takes no memory of another kind', () => {
    const other = ids.find((each) => each !== id)!;
    expect(() => make(id).restore(make(other).save())).toThrow(`is "${id}", but it was given the memory of "${other}"`);
  });
});

describe('an optimiser that remembers', () => {
  it.each(ids.filter((id) => make(id).state.length > 0))('takes no memory of another number of weights: %s', (id) => {
    expect(() => make(id).restore(make(id, {}, 2).save())).toThrow(/of 1 weights, but it was given the memory of another number/);
  });
});

describe('the hyper-parameters', () => {
  const names = Object.keys(hyperparameters) as HyperparameterId[];

  it.each(names)('%s is described, used by some optimiser, and checked there', (name) => {
    expect(hyperparameters[name].words).toMatch(/^[A-Z].*\.$/);
    const users = ids.filter((id) => name in optimisers[id].defaults);
    expect(users).not.toEqual([]);
    const wrong = (id: OptimiserId) => (): Optimiser => make(id, { [name]: -0.5 });
    const words = new RegExp(`^The ${name} of .* should be .*at least 0.*, but it is -0.5.$`);
    for (const id of users) expect(wrong(id)).toThrow(words);
    for (const id of ids.filter((each) => !users.includes(each))) expect(wrong(id)).not.toThrow();
  });

  it('keep less than everything of the old', () => {
    expect(() => make('sgd_momentum', { momentum: 1 })).toThrow('The momentum of Momentum should be at least 0 and less than 1, but it is 1.');
    expect(() => make('rmsprop', { alpha: NaN })).toThrow(/alpha of RMSprop .* NaN/);
    expect(() => make('adam', { beta2: 1 })).toThrow(/beta2 of Adam/);
    expect(() => make('adam', { eps: Infinity })).toThrow(/eps of Adam should be a finite number of at least 0/);
  });

  it('have complements as decimals where they are decimals, and as good as any elsewhere', () => {
    expect([0.9, 0.99, 0.999, 0.7, 0.5, 0].map(complement)).toEqual([0.1, 0.01, 0.001, 0.3, 0.5, 1]);
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), (x) => {
        expect(Math.abs(complement(x) - (1 - x))).toBeLessThanOrEqual(2 ** -53);
      }),
      runs,
    );
  });
});

describe('momentum', () => {
  it('of 0 is plain descent, to the last bit', () => {
    const along = gradients(4, 6);
    const plain = walk(make('sgd', { learningRate: 0.1 }, 4), new Float64Array(4), along);
    for (const id of ['sgd_momentum', 'sgd_nesterov'] as const) {
      expect(walk(make(id, { learningRate: 0.1, momentum: 0 }, 4), new Float64Array(4), along)).toEqual(plain);
    }
  });

  it('gathers speed along an even slope, up to 1 / (1 − μ) times the plain step', () => {
    const along = Array.from({ length: 200 }, () => vector([1]));
    for (const id of ['sgd_momentum', 'sgd_nesterov'] as const) {
      const way = walk(make(id, { learningRate: 1 }), vector([0]), along);
      expect(way.at(-2)![0]! - way.at(-1)![0]!).toBeCloseTo(10, 6);
    }
  });

  it('of Nesterov stands where the classical form looks ahead', () => {
    // Sutskever et al. (2013), eqs. 3 and 4: u ← μu − η ∇f(θ + μu), θ ← θ + u, on a bowl with ∇f = (x, 20y).
    const slope = (p: Vector): Vector => vector([p[0]!, 20 * p[1]!]);
    const [eta, mu] = [0.02, 0.9];
    const optimiser = make('sgd_nesterov', { learningRate: eta, momentum: mu }, 2);
    const ours = vector([3, 1]);
    let theta = vector([3, 1]);
    let u = vector([0, 0]);
    for (let k = 0; k < 30; k++) {
      optimiser.step(ours, slope(ours));
      const g = slope(theta.map((x, i) => x + mu * u[i]!));
      u = u.map((x, i) => mu * x - eta * g[i]!);
      theta = theta.map((x, i) => x + u[i]!);
      expectClose(ours, theta.map((x, i) => x + mu * u[i]!), 10);
    }
  });

  it('comes nearer the bottom of a stretched bowl than plain descent', () => {
    const after = (id: OptimiserId): number => {
      const optimiser = make(id, { learningRate: 0.01 }, 2);
      const p = vector([1, 1]);
      for (let k = 0; k < 200; k++) optimiser.step(p, vector([p[0]!, 50 * p[1]!]));
      return norm(p);
    };
    for (const id of ['sgd_momentum', 'sgd_nesterov'] as const) expect(after(id)).toBeLessThan(0.01 * after('sgd'));
  });

  it('of Nesterov swings less far to the other side of a valley', () => {
    const farthest = (id: OptimiserId): number => {
      const optimiser = make(id, { learningRate: 0.1 });
      const p = vector([1]);
      let lowest = 1;
      for (let k = 0; k < 100; k++) {
        optimiser.step(p, p.slice());
        lowest = Math.min(lowest, p[0]!);
      }
      return -lowest;
    };
    expect(farthest('sgd')).toBeLessThan(0);
    expect(farthest('sgd_nesterov')).toBeGreaterThan(0);
    expect(farthest('sgd_momentum')).toBeGreaterThan(1.2 * farthest('sgd_nesterov'));
  });

  it('bears rates up to 2(1 + μ) over the steepness, Nesterov’s only up to 2(1 + μ)/(1 + 2μ)', () => {
    const away = (id: OptimiserId, learningRate: number): number => {
      const optimiser = make(id, { learningRate, momentum: 0.9 });
      const p = vector([1]);
      for (let k = 0; k < 2000; k++) optimiser.step(p, p.slice());
      return Math.abs(p[0]!);
    };
    for (const [id, edge] of [['sgd', 2], ['sgd_momentum', 3.8], ['sgd_nesterov', 3.8 / 2.8]] as const) {
      expect(away(id, edge - 0.05)).toBeLessThan(1e-6);
      expect(away(id, edge + 0.05)).toBeGreaterThan(1e6);
    }
  });
});

describe('Adagrad', () => {
  it('has rates that never rise, and η/√k at the k-th even gradient', () => {
    const optimiser = make('adagrad', { learningRate: 0.5 }, 2);
    const p = new Float64Array(2);
    const random = stream(4, 'adagrad');
    let before = Infinity;
    for (let k = 1; k <= 50; k++) {
      optimiser.step(p, vector([1, random.normal()]));
      expect(optimiser.effectiveRate(0)).toBeCloseTo(0.5 / Math.sqrt(k), 9);
      expect(optimiser.effectiveRate(1)).toBeLessThan(before);
      before = optimiser.effectiveRate(1);
    }
  });

  it('keeps a long step for a rarely used weight', () => {
    const optimiser = make('adagrad', {}, 2);
    const p = new Float64Array(2);
    for (let k = 1; k <= 100; k++) optimiser.step(p, vector([1, k % 25 === 0 ? 1 : 0]));
    expect(optimiser.effectiveRate(1) / optimiser.effectiveRate(0)).toBeCloseTo(5, 6);
    expect(optimiser.state[0]!.values).toEqual(vector([100, 4]));
  });
});

describe('RMSprop', () => {
  it('finds its rate again after a wild gradient, where Adagrad does not', () => {
    const after = (id: OptimiserId): number => {
      const optimiser = make(id, { learningRate: 1 });
      const p = new Float64Array(1);
      for (let k = 0; k < 3000; k++) optimiser.step(p, vector([k === 100 ? 1e4 : 1]));
      return optimiser.effectiveRate(0);
    };
    expect(after('rmsprop')).toBeCloseTo(1, 3);
    expect(after('adagrad')).toBeLessThan(1e-3);
  });
});

describe('Adam', () => {
  it('begins with a step of η for every weight, however large its gradient', () => {
    const g = [1e-3, 1, -1e6];
    const [p] = walk(make('adam', { learningRate: 0.1 }, 3), new Float64Array(3), [vector(g)]);
    g.forEach((x, i) => expect(p![i]).toBeCloseTo(-0.1 * Math.sign(x), 5));
  });
});

describe('the numbers of saved links', () => {
  // What these optimisers did before they had settings. Every bit of it is in the reference cases and in links.
  const old: Readonly<Record<'adagrad' | 'rmsprop' | 'adam', (g: readonly number[], rate: number) => number>> = {
    adagrad(g, rate) {
      let p = 0, total = 0;
      for (const x of g) {
        total += x * x;
        p -= (rate * x) / (Math.sqrt(total) + 1e-10);
      }
      return p;
    },
    rmsprop(g, rate) {
      let p = 0, mean = 0;
      for (const x of g) {
        mean = 0.99 * mean + 0.01 * x * x;
        p -= (rate * x) / (Math.sqrt(mean) + 1e-8);
      }
      return p;
    },
    adam(g, rate) {
      let p = 0, m = 0, v = 0;
      g.forEach((x, k) => {
        m = 0.9 * m + 0.1 * x;
        v = 0.999 * v + 0.001 * x * x;
        p -= (rate * (m / (1 - 0.9 ** (k + 1)))) / (Math.sqrt(v / (1 - 0.999 ** (k + 1))) + 1e-8);
      });
      return p;
    },
  };

  it.each(['adagrad', 'rmsprop', 'adam'] as const)('stay the same to the last bit with %s', (id) => {
    const number = fc.double({ min: -1e3, max: 1e3, noNaN: true });
    fc.assert(
      fc.property(fc.array(number, { minLength: 1, maxLength: 30 }), (g) => {
        const optimiser = make(id, { learningRate: 0.03 });
        const p = new Float64Array(1);
        for (const x of g) optimiser.step(p, vector([x]));
        expect(p[0]).toBe(old[id](g, 0.03));
      }),
      runs,
    );
  });
});

describe('plain descent on its own', () => {
  it('moves every parameter by −η g', () => {
    const p = vector([1, 2]);
    descend(p, vector([10, -10]), 0.1);
    expect(p).toEqual(vector([0, 3]));
  });

  it('wants one gradient for each weight', () => {
    expect(() => descend(vector([1]), vector([]), 0.1)).toThrow('there are 1 weights and 0 gradients');
    expect(() => descend(vector([1]), vector([1, 2]), 0.1)).toThrow('there are 1 weights and 2 gradients');
  });
});

describe('clipping', () => {
  const numbers = fc.array(fc.double({ min: -1e200, max: 1e200, noNaN: true }), { minLength: 1, maxLength: 12 });
  const limits = fc.double({ min: 1e-3, max: 1e3, noNaN: true });

  it('by norm ends within the limit, never lengthens, and keeps the direction', () => {
    fc.assert(
      fc.property(numbers, limits, (values, limit) => {
        const g = vector(values);
        const before = norm(g);
        clipByNorm(g, before, limit);
        const after = norm(g);
        expect(after).toBeLessThanOrEqual(Math.min(limit, before) * (1 + 1e-12));
        const expected = vector(values).map((x) => (before <= limit - 1e-6 ? x : (x / before) * after));
        expectClose(g, expected, limit);
      }),
      runs,
    );
  });

  it('by value ends within the limit, and leaves alone what is there already', () => {
    fc.assert(
      fc.property(numbers, limits, (values, limit) => {
        const g = vector(values);
        clipByValue(g, limit);
        expect(g).toEqual(vector(values.map((x) => (Math.abs(x) <= limit ? x : Math.sign(x) * limit))));
      }),
      runs,
    );
  });

  it('by norm keeps the direction that clipping by value turns', () => {
    const g = vector([10, 1]);
    clipByNorm(g, norm(g), 1);
    expect(g[0]! / g[1]!).toBeCloseTo(10, 12);
    const h = vector([10, 1]);
    clipByValue(h, 1);
    expect(h).toEqual(vector([1, 1]));
  });

  it('of gradients whose squares overflow still works, as the norm is exact there', () => {
    const g = vector([3e200, 4e200]);
    clipByNorm(g, norm(g), 1);
    expectClose(g, vector([0.6, 0.8]));
  });

  it('with no limit changes nothing, and a limit has to be one', () => {
    const g = vector([3, -4]);
    clipByNorm(g, norm(g), Infinity);
    clipByValue(g, Infinity);
    expect(g).toEqual(vector([3, -4]));
    for (const limit of [-1, NaN]) {
      expect(() => clipByNorm(g, 5, limit)).toThrow(`The limit of the norm should be at least 0, but it is ${limit}.`);
      expect(() => clipByValue(g, limit)).toThrow(`The limit of each gradient should be at least 0, but it is ${limit}.`);
    }
  });
});
