import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { explodedOf, explosion } from '../../../src/engine/laboratory/explosion.ts';
import { overflowStep } from '../../../src/engine/laboratory/growth.ts';
import { prepare } from '../../../src/engine/laboratory/prepare.ts';
import type { Questions } from '../../../src/engine/laboratory/questions.ts';
import type { Setup } from '../../../src/engine/laboratory/setup.ts';
import { finish } from '../../../src/engine/learn/learner.ts';
import { norm } from '../../../src/engine/math/linear.ts';
import { createTrace } from '../../../src/engine/run/trace.ts';
import { golden } from './golden.ts';

type Changes = Partial<Setup['sequence'] & Setup['network']>;

function setupOf({ steps = 30, seed = 7, strength = 1, lossAt = steps, ...network }: Changes = {}): Setup {
  return {
    sequence: { steps, seed, strength, lossAt },
    network: { cell: 'rnn_relu', hiddenSize: 6, scheme: 'uniform', stretch: { by: 'radius', value: 2 }, gateBias: null, ...network },
  };
}

const byNorm = { norm: 1 };
const ask = (changes: Changes, asked: Partial<Omit<Questions['explosion']['question'], 'setup'>> = {}) =>
  finish(explosion({ setup: setupOf(changes), learningRate: 0.1, clipping: byNorm, ...asked }));

interface Updates {
  readonly expected: { readonly gradNorm: number };
  readonly after: Readonly<Record<'sgd' | 'sgd_clip', { readonly losses: readonly number[] }>>;
}

describe('against PyTorch', () => {
  it.each(['05d-exploding-relu-T30', '05e-diverging-relu-T30'])('the gradient, and the loss after one update with and without clipping: %s', (name) => {
    const { expected, after } = JSON.parse(readFileSync(new URL(`../../golden/${name}.json`, import.meta.url), 'utf8')) as Updates; // our own file
    const { network, parameters, trace, p, loss } = golden(name);
    const found = finish(explodedOf({ network, parameters }, trace, createTrace(network, trace.example), p, { learningRate: 0.1, clipping: byNorm }));
    const pairs = [
      [found.norm, expected.gradNorm],
      [found.losses[0]!, loss],
      [found.after, after.sgd.losses[1]!],
      [found.clippedAfter, after.sgd_clip.losses[1]!],
      [found.clippedNorm, expected.gradNorm / (expected.gradNorm + 1e-6)],
    ] as const;
    for (const [mine, theirs] of pairs) expect(Math.abs(mine / theirs - 1)).toBeLessThan(1e-10);
  });
});

describe('the loss along the gradient', () => {
  it('begins with the loss as it is, and has η itself among its rates, rising', () => {
    const { facts, rates, losses, after } = ask({ stretch: { by: 'radius', value: 1 } }, { learningRate: 0.03 });
    expect(rates[0]).toBe(0);
    expect(losses[0]).toBe(facts.loss);
    expect([...rates]).toEqual([...rates].sort((a, b) => a - b));
    expect(losses[rates.indexOf(0.03)]).toBe(after);
    expect(rates.at(-1)! / rates[1]!).toBeCloseTo(1e4, 6);
  });

  it('has fewer rates where a pass takes long, η still among them', () => {
    const [short, long] = [ask({ steps: 30 }), ask({ cell: 'lstm', steps: 200, hiddenSize: 24 })];
    expect([short.rates.length, long.rates.length]).toEqual([34, 18]);
    expect(long.losses[long.rates.indexOf(0.1)]).toBe(long.after);
  });

  it('goes down at first by η times the squared norm of the gradient', () => {
    for (const cell of ['rnn_tanh', 'rnn_relu', 'lstm', 'gru'] as const) {
      const found = ask({ cell, stretch: { by: 'singular', value: 1.1 } }, { learningRate: 1e-5, clipping: null });
      const slope = (found.losses[0]! - found.after) / 1e-5;
      expect(Math.abs(slope / found.norm ** 2 - 1)).toBeLessThan(1e-3);
    }
  });

  it('is one and the same where clipping has changed nothing', () => {
    const found = ask({ cell: 'rnn_sigmoid' }, { clipping: { norm: 1e6 } });
    expect(found.changedEntries).toBe(0);
    expect(found.clippedLosses).toEqual(found.losses);
    expect(found.clippedFlow).toEqual(found.gradient);
  });

  it('says in words which learning rate cannot be, and stays where it is 0', () => {
    expect(() => ask({}, { learningRate: -1 })).toThrow('A learning rate is a number of at least 0, but it is -1.');
    const { rates, after, facts } = ask({}, { learningRate: 0 });
    expect([...rates]).toEqual([0]);
    expect(after).toBe(facts.loss);
  });
});

describe('clipping', () => {
  it('by norm leaves the direction, and by value turns it', () => {
    const shortened = ask({}, { clipping: { norm: 1 } });
    expect(shortened.cosine).toBe(1);
    expect(shortened.clippedNorm).toBeCloseTo(1, 5);
    const cut = ask({}, { clipping: { value: 0.5 } });
    expect(cut.cosine).toBeLessThan(0.999);
    expect(cut.cosine).toBeGreaterThan(0);
    expect(cut.entries.every(({ after }) => Math.abs(after) <= 0.5)).toBe(true);
  });

  it('by norm multiplies every bar of the flow alike, so that what had vanished stays vanished', () => {
    const { gradient, clippedFlow, norm: before, clippedNorm } = ask({ stretch: { by: 'radius', value: 2 } });
    clippedFlow.forEach((each, k) => expect(each).toBeCloseTo((gradient[k]! * clippedNorm) / before, 12));
  });

  it('names the largest entries of the gradient, the largest first', () => {
    const { trace, network } = prepare(setupOf());
    const { entries } = ask({});
    const magnitudes = [...trace.parameterGradients].map(Math.abs).sort((a, b) => b - a);
    expect(entries.map(({ before }) => Math.abs(before))).toEqual(magnitudes.slice(0, 12));
    for (const { symbol, unit, column, before } of entries) {
      const { offset, rows, columns } = network.program.parameters.find((each) => each.symbol === symbol)!;
      expect(unit).toBeGreaterThanOrEqual(1);
      expect(unit).toBeLessThanOrEqual(rows);
      expect(trace.parameterGradients[offset + (unit - 1) * columns + column - 1]).toBe(before);
    }
  });

  it('counts the entries that it changed', () => {
    const { trace } = prepare(setupOf());
    const { changedEntries } = ask({}, { clipping: { value: 0.5 } });
    expect(changedEntries).toBe(trace.parameterGradients.filter((each) => Math.abs(each) > 0.5).length);
  });
});

describe('numbers that run away', () => {
  it('pass the largest one near the step that their growth foretold', () => {
    const foretold = ask({ steps: 200 }).overflowAt!;
    const real = ask({ steps: 1000, stretch: { by: 'radius', value: 3 } });
    const early = ask({ steps: 200, stretch: { by: 'radius', value: 3 } });
    expect(foretold).toBeGreaterThan(200);
    expect(early.facts.overflow).toBeNull();
    expect(real.facts.overflow?.where).toBe('forward');
    expect(Math.abs(early.overflowAt! / real.overflowAt! - 1)).toBeLessThan(0.02);
    expect(Number.isFinite(real.states[real.overflowAt! - 1])).toBe(true);
    expect(Number.isFinite(real.states[real.overflowAt!])).toBe(false);
  });

  it('leave a gradient, a loss and an update that are no numbers, and nothing throws', () => {
    const { norm: before, after, facts, cosine, entries } = ask({ steps: 1000, stretch: { by: 'radius', value: 3 } });
    for (const each of [before, after, facts.loss]) expect(Number.isFinite(each)).toBe(false);
    expect(cosine).toBeNaN();
    expect(entries).toHaveLength(12);
  });

  it('are not foretold where states cannot grow, or do not', () => {
    for (const cell of ['rnn_tanh', 'rnn_sigmoid', 'lstm', 'gru'] as const) expect(ask({ cell }).overflowAt).toBeNull();
    expect(ask({ stretch: { by: 'singular', value: 0.5 } }).overflowAt).toBeNull();
  });

  it('are not foretold for any seed of a network that shrinks what it reads', () => {
    for (let seed = 1; seed <= 40; seed++) expect(ask({ seed, steps: 10 + 3 * seed, stretch: { by: 'singular', value: 0.6 } }, { learningRate: 0 }).overflowAt).toBeNull();
  });

  it('are foretold exactly where they grow by one factor, and not where they grow by less and less', () => {
    const doubling = Float64Array.from({ length: 31 }, (_, t) => 2 ** t);
    expect(overflowStep(doubling)).toBe(1024);
    expect(overflowStep(Float64Array.from({ length: 31 }, (_, t) => 1 - 0.7 ** t))).toBeNull();
    expect(overflowStep(Float64Array.from({ length: 31 }, (_, t) => 0.5 ** t))).toBeNull();
    expect(overflowStep(Float64Array.from({ length: 31 }, (_, t) => t))).toBeNull();
    expect(overflowStep(new Float64Array(31))).toBeNull();
    expect(overflowStep(Float64Array.of(1, 2, Infinity, NaN))).toBe(2);
    expect(overflowStep(Float64Array.of(0, 1, 2))).toBe(1025);
  });
});

describe('the smallest of all', () => {
  it('is one unit over two steps', () => {
    for (const cell of ['rnn_tanh', 'rnn_relu', 'lstm', 'gru'] as const) {
      const found = ask({ cell, hiddenSize: 1, steps: 2 }, { clipping: null });
      expect(found.states).toHaveLength(3);
      expect(found.norm).toBeCloseTo(norm(prepare(setupOf({ cell, hiddenSize: 1, steps: 2 })).trace.parameterGradients), 12);
      expect(found.clippedAfter).toBe(found.after);
    }
  });

  it('is a dead ReLU, which has no gradient but that of the read-out, and stays dead', () => {
    const { facts, gradient, clippedFlow, overflowAt } = ask({ strength: 0, hiddenSize: 1, seed: deadSeed() });
    expect(facts.deadUnits).toBe(1);
    expect(gradient.slice(0, -1).every((each) => each === 0)).toBe(true);
    expect(clippedFlow.every(Number.isFinite)).toBe(true);
    expect(overflowAt).toBeNull();
  });
});

/** The first seed whose only unit starts with a bias below 0, so that it never wakes up. */
function deadSeed(): number {
  for (let seed = 1; ; seed++) {
    const { trace } = prepare(setupOf({ strength: 0, hiddenSize: 1, seed }));
    if (trace.values[trace.network.program.states[0]!]!.every((each) => each === 0)) return seed;
  }
}
