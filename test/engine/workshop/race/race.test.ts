import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { train } from '../../../../src/engine/workshop/training.ts';
import { optimisers, type OptimiserId } from '../../../../src/engine/learn/optimisers.ts';
import type { Example, Model } from '../../../../src/engine/model.ts';
import type { NetworkProblem, RaceEntry, RaceJob } from '../../../../src/engine/workshop/race/job.ts';
import { networkLandscape } from '../../../../src/engine/workshop/race/landscapes.ts';
import { keptUpdates } from '../../../../src/engine/workshop/race/keeping.ts';
import { race, raceOn } from '../../../../src/engine/workshop/race/race.ts';
import { optimiserIds, usualRate } from '../../../../src/engine/workshop/race/rates.ts';
import { weightStory } from '../../../../src/engine/workshop/race/weight.ts';
import { expectNumbers, golden } from '../../laboratory/golden.ts';
import { finished } from './racing.ts';

const all: readonly RaceEntry[] = optimiserIds.map((optimiser) => ({ optimiser, learningRate: usualRate('network', optimiser) }));

const row = (indices: readonly number[], target: number): Example => ({ inputs: { kind: 'one-hot', indices: Int32Array.from(indices) }, targets: Float64Array.of(target) });
/** Movie was good, movie was bad, movie was not good. */
const reviews = [row([0, 1, 2], 1), row([0, 1, 3], 0), row([0, 1, 4, 2], 0)];
const model: Model = { cell: 'rnn_tanh', topology: 'many-to-one', loss: 'bce', biases: 'one', timeReduction: 'sum', inputSize: 5, hiddenSize: 3, outputSize: 1 };
const problem: NetworkProblem = { kind: 'network', model, initialisation: { scheme: 'uniform', scale: 1, seed: 7 }, examples: reviews, batchSize: 1, orderSeed: 7, clipping: { norm: 5 } };
const job: RaceJob = { problem, entries: all, updates: 30, watched: 0 };

describe('beside PyTorch', () => {
  /** One sequence, five updates, each optimiser with its usual η. */
  const cases = ['01-review-1-movie-was-good', '01-review-3-movie-was-not-good', '02-next-letter-namaste', '03a-ner-rnn-tanh', '04a-ner-lstm', '04b-ner-gru'];
  const known = ['sgd', 'sgd_momentum', 'adagrad', 'rmsprop', 'adam'] as const satisfies readonly OptimiserId[];

  it.each(cases)('the losses after each update of %s are those of torch.optim, for all optimisers side by side', (name) => {
    const { network, parameters, trace } = golden(name);
    const { after } = JSON.parse(readFileSync(new URL(`../../../golden/${name}.json`, import.meta.url), 'utf8')) as { after: Record<OptimiserId, { losses: number[] }> }; // our own file
    const landscape = networkLandscape(network, parameters, { examples: [trace.example], batchSize: 1, orderSeed: null, clipping: {} });
    const { result } = finished(raceOn(landscape, { entries: all.filter(({ optimiser }) => optimiser !== 'sgd_nesterov'), updates: 5, watched: 0 }));
    result.lanes.forEach(({ losses }, k) => expectNumbers(losses, after[known[k]!].losses, known[k]));
  });
});

describe('a race', () => {
  const { told, result } = finished(race(job));

  it('gives every optimiser the same start and the same batches: it goes as it would alone', () => {
    for (const [k, entry] of all.entries()) {
      const { result: alone } = finished(race({ ...job, entries: [entry] }));
      expect(alone.start).toEqual(result.start);
      expect(alone.lanes[0]!.path).toEqual(result.lanes[k]!.path);
      expect(alone.lanes[0]!.losses).toEqual(result.lanes[k]!.losses);
    }
  });

  it.each(optimiserIds)('goes the way that a training with %s goes, bit by bit', (optimiser) => {
    const { learningRate } = optimisers[optimiser];
    const { initialisation, clipping, orderSeed } = problem;
    const training = train({ model, initialisation, training: reviews, validation: [], optimiser, learningRate, schedule: 'constant', clipping, batchSize: 1, epochs: 10, orderSeed });
    const { told: moments } = finished(training);
    const lane = result.lanes.find((each) => each.optimiser === optimiser)!;
    expect(lane.path.slice(-result.start.length)).toEqual(moments.at(-1)!.parameters);
  });

  it('tells the losses after each update', () => {
    expect(told).toHaveLength(30);
    told.forEach(({ losses }, k) => losses.forEach((each, lane) => expect(each).toEqual(result.lanes[lane]!.losses.slice(0, k + 2))));
    for (const { losses, done } of result.lanes) {
      expect(done).toBe(30);
      expect(losses[30]).toBeLessThan(losses[0]!);
    }
  });

  it('keeps each path from the start to the end', () => {
    const count = result.start.length;
    expect(Array.from(result.kept)).toEqual(Array.from({ length: 31 }, (_, k) => k));
    for (const { path } of result.lanes) expect(path.slice(0, count)).toEqual(result.start);
    expect(Array.from(keptUpdates(50_000, 6, 5000))).toEqual([0, 417, 834, 1251, 1668, 2085, 2502, 2919, 3336, 3753, 4170, 4587, 5000]);
  });

  it('ends an optimiser whose numbers run away, says why, and lets the others go on', () => {
    const squared: NetworkProblem = { ...problem, model: { ...model, loss: 'mse' }, clipping: {} };
    const { result: far } = finished(race({ ...job, problem: squared, entries: [{ optimiser: 'sgd', learningRate: 1e12 }, { optimiser: 'adam', learningRate: 0.01 }] }));
    const [wild, calm] = far.lanes;
    expect(wild!.done).toBeLessThan(30);
    expect(wild!.problem).toMatch(/^SGD ends at update \d+: the (loss|gradient) is (no number any more|more than a computer can hold)\. Its η of 1000000000000 /);
    expect(Array.from(wild!.losses.slice(0, wild!.done + 1)).every(Number.isFinite)).toBe(true);
    expect(wild!.losses.slice(wild!.done + 1).every(Number.isNaN)).toBe(true);
    expect(calm).toMatchObject({ done: 30, problem: null });
    expect(far.principal!.leftOut).toEqual(['sgd']);
  });

  it('says in words what it cannot race on', () => {
    const raced = (changes: Partial<RaceJob>) => () => finished(race({ ...job, ...changes }));
    expect(raced({ problem: { ...problem, examples: [] } })).toThrow('There is no row to learn from');
    expect(raced({ problem: { ...problem, model: { ...model, hiddenSize: 300 } } })).toThrow('has 92,101 weights, and the race of optimisers keeps the paths of at most 50,000');
    expect(raced({ problem: { kind: 'bowl', stretch: 0 } })).toThrow('should be a number more than 0, but it is 0');
    expect(raced({ watched: 400 })).toThrow('so there is no weight 400');
  });
});

describe('one weight on its way', () => {
  const { result } = finished(race(job));
  const weights = [0, 2, 17, 26];

  it('has the values of the path, and the rate that an optimiser of all weights has', () => {
    const count = result.start.length;
    result.lanes.forEach(({ path, gradients, optimiser: id, learningRate }, lane) => {
      const whole = optimisers[id].make({ learningRate }, count);
      const parameters = result.start.slice();
      const stories = weights.map((weight) => weightStory(result, lane, weight)!);
      for (let update = 1; update <= 30; update++) {
        whole.step(parameters, gradients.slice((update - 1) * count, update * count));
        stories.forEach((story, k) => {
          const weight = weights[k]!;
          expect(story.values[update]).toBe(path[update * count + weight]);
          const hasGradient = story.gradients.slice(1, update + 1).some((each) => each !== 0);
          expect(story.rates[update]).toBe(hasGradient ? whole.effectiveRate(weight) : NaN);
          expect(story.states.map(({ values }) => values[update])).toEqual(whole.state.map(({ values }) => values[weight]));
        });
      }
    });
  });

  it('of Adagrad has Σ g² and η / (√Σ g² + ε)', () => {
    const story = weightStory(result, optimiserIds.indexOf('adagrad'), 17)!;
    let sum = 0;
    for (let update = 1; update <= 30; update++) {
      sum += story.gradients[update]! ** 2;
      expect(story.states[0]!.values[update]).toBe(sum);
      expect(story.rates[update]).toBe(0.1 / (Math.sqrt(sum) + 1e-10));
    }
  });

  it('has no rate before its first gradient that is not 0: the word "not" comes in one row alone', () => {
    const { result: inOrder } = finished(race({ ...job, problem: { ...problem, orderSeed: null } }));
    const story = weightStory(inOrder, optimiserIds.indexOf('adagrad'), 4)!;
    const first = story.gradients.findIndex((each) => each !== 0 && !Number.isNaN(each));
    expect(first).toBe(3);
    expect(story.rates.slice(0, first).every(Number.isNaN)).toBe(true);
    expect(story.rates[first]).toBeGreaterThan(0);
  });

  it('is not there where only another one was watched', () => {
    const watching = { ...result, watched: 3, lanes: result.lanes.map((lane) => ({ ...lane, gradients: Float64Array.from({ length: 30 }, (_, k) => lane.gradients[k * result.start.length + 3]!) })) };
    expect(weightStory(watching, 0, 4)).toBeNull();
    expect(weightStory(watching, 3, 3)).toEqual(weightStory(result, 3, 3));
  });
});
