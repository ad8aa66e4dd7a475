import { describe, expect, it } from 'vitest';
import type { RaceProblem, RaceResult } from '../../../../src/engine/workshop/race/job.ts';
import { race } from '../../../../src/engine/workshop/race/race.ts';
import { optimiserIds, usualRate } from '../../../../src/engine/workshop/race/rates.ts';
import { weightStory } from '../../../../src/engine/workshop/race/weight.ts';
import { slicePlane } from '../../../../src/view/panels/workshop/optimisers/slicePlane.ts';
import { lowestWords, measuredWords, percent, rateThen, rateWords, shareWords } from '../../../../src/view/panels/workshop/optimisers/words.ts';
import { bowlWeights, type WeightNames } from '../../../../src/view/layout/workshop/optimisers/weights.ts';
import { finished } from '../../../engine/workshop/race/racing.ts';

const { result } = finished(race({ problem: { kind: 'bowl', stretch: 20 }, entries: optimiserIds.map((optimiser) => ({ optimiser, learningRate: usualRate('bowl', optimiser) })), updates: 100, watched: 0 }));
const storyOf = (id: (typeof optimiserIds)[number]) => weightStory(result, optimiserIds.indexOf(id), 1)!;
const network = (batchSize: number): RaceProblem => ({
  kind: 'network',
  model: { cell: 'rnn_tanh', topology: 'many-to-one', loss: 'bce', biases: 'one', timeReduction: 'sum', inputSize: 5, hiddenSize: 3, outputSize: 1 },
  initialisation: { scheme: 'uniform', scale: 1, seed: 7 },
  examples: [],
  batchSize,
  orderSeed: null,
  clipping: {},
});

describe('shares in words', () => {
  it('are never rounded to nothing or to all', () => {
    expect([0, 1e-9, 0.004, 0.12, 0.9996, 1, 2.4].map(percent)).toEqual(['0 %', 'less than 0.1 %', '0.4 %', '12 %', 'more than 99.9 %', '100 %', '240 %']);
  });
});

describe('how a rate dies out', () => {
  it('is measured by the first update that had a gradient', () => {
    const story = storyOf('adagrad');
    const then = rateThen(story, 60)!;
    expect(then.first).toBe(1);
    expect(then.atFirst).toBe(story.rates[1]);
    expect(then.now).toBe(story.rates[60]);
    expect(rateThen(story, 0)).toBeNull();
    expect(rateThen(story, 9999)!.now).toBe(story.rates.at(-1));
  });

  it('is said with the numbers, and beside RMSprop, which forgets', () => {
    const said = rateWords(storyOf('adagrad'), storyOf('rmsprop'), 100, 'y');
    const { atFirst, now } = rateThen(storyOf('adagrad'), 100)!;
    expect(said).toContain(`${percent(now / atFirst)} of what it was at update 1`);
    expect(said).toContain('α has to become four times as large');
    expect(said).toContain('RMSprop forgets old gradients');
  });

  it('waits for the first gradient', () => {
    expect(rateWords(storyOf('adagrad'), storyOf('rmsprop'), 0, 'y')).toMatch(/^No gradient of y has been other than 0 yet/);
  });
});

describe('who is lowest', () => {
  it('is said of those alone whose loss is a finite number', () => {
    const standing = [{ optimiser: 'sgd', loss: NaN }, { optimiser: 'adam', loss: 0.5 }, { optimiser: 'rmsprop', loss: 0.25 }, { optimiser: 'adagrad', loss: Infinity }] as const;
    expect(lowestWords(standing, 1200)).toBe('After update 1,200 RMSprop is lowest, with a loss of 0.25.');
    expect(lowestWords([{ optimiser: 'sgd', loss: NaN }], 3)).toBe('After update 3 none of them has a loss that is a finite number.');
  });
});

describe('what a loss is the mean of', () => {
  it('is said in rows', () => {
    expect(measuredWords(network(1), { measured: 3, rows: 3 })).toBe('The mean loss of all 3 training rows after each update; each update learns from one row, the same for all.');
    expect(measuredWords(network(32), { measured: 24, rows: 1200 })).toBe('The mean loss of 24 of the 1,200 training rows, always the same ones, after each update; each update learns from 32 rows, the same for all.');
    expect(measuredWords(network(32), { measured: 1, rows: 1 })).toContain('each update learns from one row');
    expect(measuredWords({ kind: 'bowl', stretch: 2 }, result)).toBe('The height of the bowl after each update.');
  });
});

describe('the plane that is looked at', () => {
  const choice = { plane: 'principal', first: 0, second: 1, through: 'start' } as const;
  const three: WeightNames = { count: 3, blocks: [{ symbol: 'b_h', rows: 3, columns: 1, offset: 0, columnNames: [] }] };
  const lane = { optimiser: 'adam', learningRate: 0.1, losses: new Float64Array(0), gradients: new Float64Array(0), problem: null } as const;
  const tiny: RaceResult = {
    start: Float64Array.of(1, 2, 3),
    lanes: [{ ...lane, done: 2, path: Float64Array.of(1, 2, 3, 4, 5, 6, NaN, NaN, NaN) }],
    kept: Int32Array.of(0, 2, 4),
    watched: null,
    measured: 1,
    rows: 1,
    principal: { u: Float64Array.of(1, 0, 0), v: Float64Array.of(0, 1, 0), share: 0.9, shares: [0.9], leftOut: [] },
  };

  it('of the bowl is the bowl, whatever is chosen', () => {
    const { plane, axes } = slicePlane(result, 'bowl', { ...choice, plane: 'weights' }, 'adam', bowlWeights);
    expect(Array.from(plane!.origin)).toEqual([0, 0]);
    expect(axes).toEqual({ across: 'x', up: 'y' });
  });

  it('goes through the start, or through where an optimiser ends, and says so', () => {
    const atStart = slicePlane(tiny, 'network', choice, null, three);
    expect(atStart.plane!.origin).toBe(tiny.start);
    expect(atStart.words).toContain('held where all optimisers start');
    expect(atStart.words).toContain('holds 90 % of all movement');
    const atEnd = slicePlane(tiny, 'network', choice, 'adam', three);
    expect(Array.from(atEnd.plane!.origin)).toEqual([4, 5, 6]);
    expect(atEnd.words).toContain('held where Adam ends');
  });

  it('along two weights has their own values on its axes', () => {
    const { plane, axes, words } = slicePlane(tiny, 'network', { ...choice, plane: 'weights', first: 2, second: 0 }, 'adam', three);
    expect(axes).toEqual({ across: 'b_h[3]', up: 'b_h[1]' });
    expect(Array.from(plane!.origin)).toEqual([0, 5, 0]);
    expect(Array.from(plane!.directions.u)).toEqual([0, 0, 1]);
    expect(words).toContain('The other weight is held where Adam ends');
  });

  it('is none along one weight twice, or where nothing has moved, and says what to do', () => {
    expect(slicePlane(tiny, 'network', { ...choice, plane: 'weights', first: 1, second: 1 }, null, three)).toMatchObject({ plane: null, words: 'Both directions are b_h[2]: choose another weight for one of them.' });
    expect(slicePlane({ ...tiny, principal: null }, 'network', choice, null, three)).toMatchObject({ plane: null, words: expect.stringContaining('Take a larger η.') as string });
  });

  it('names those who ran away', () => {
    expect(shareWords({ ...tiny.principal!, leftOut: ['sgd', 'adam'] })).toContain('(without SGD and Adam, which went much farther)');
  });
});
