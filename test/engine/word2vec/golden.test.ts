// Word2vec against PyTorch's numbers: the pass, and five updates by each optimiser.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { norm } from '../../../src/engine/math/linear.ts';
import { clipByNorm, optimisers, type OptimiserId } from '../../../src/engine/learn/optimisers.ts';
import { examplesOf, predictionOf } from '../../../src/engine/word2vec/example.ts';
import { createWord2Vec, type Word2VecKind, type Word2VecNetwork } from '../../../src/engine/word2vec/network.ts';
import { word2vecPass } from '../../../src/engine/word2vec/pass.ts';
import { SoftmaxPass } from '../../../src/engine/word2vec/softmax.ts';

type Numbers = number | readonly Numbers[];
type Weights = Readonly<Record<'in.weight' | 'out.weight', readonly (readonly number[])[]>>;

interface Course {
  readonly config: { readonly lr: number; readonly eps?: number };
  readonly losses: readonly number[];
  readonly gradNorms: readonly number[];
  readonly step1: Weights;
  readonly step5: Weights;
}

interface Golden {
  readonly config: { readonly model: Word2VecKind; readonly vocabSize: number; readonly dim: number; readonly window: number };
  readonly tokens: { readonly vocab: readonly string[]; readonly sentence: readonly string[]; readonly centrePosition: number };
  readonly params: Readonly<Record<'in.weight' | 'out.weight', { readonly data: readonly (readonly number[])[] }>>;
  readonly centre: number;
  readonly context: readonly number[];
  readonly expected: {
    readonly hidden: Numbers;
    readonly logits: Numbers;
    readonly probs: Numbers;
    readonly stepLoss: Numbers;
    readonly loss: number;
    readonly dL_dlogits: Numbers;
    readonly dL_dhidden: Numbers;
    readonly grads: Weights;
    readonly gradNorm: number;
  };
  readonly after: Readonly<Record<string, Course>>;
}

const flat = (numbers: Numbers): number[] => (typeof numbers === 'number' ? [numbers] : numbers.flatMap(flat));
const flatWeights = (weights: Weights): number[] => [...flat(weights['in.weight']), ...flat(weights['out.weight'])];

/** |a − g| ≤ 1e-10 + 1e-10 |g|, of every number. */
function expectClose(actual: Numbers, golden: Numbers): void {
  const a = flat(actual);
  const g = flat(golden);
  expect(a.length).toBe(g.length);
  expect(a.filter((x, i) => !(Math.abs(x - g[i]!) <= 1e-10 + 1e-10 * Math.abs(g[i]!)))).toEqual([]);
}

function networkOf({ config, params }: Golden): Word2VecNetwork {
  const weights = [...flat(params['in.weight'].data), ...flat(params['out.weight'].data)];
  return createWord2Vec({ kind: config.model, vocabularySize: config.vocabSize, dimension: config.dim }, Float64Array.from(weights));
}

const files = ['11a-word2vec-cbow', '11b-word2vec-skipgram'];

describe.each(files)('%s', (name) => {
  const golden = JSON.parse(readFileSync(join(import.meta.dirname, `../../golden/${name}.json`), 'utf8')) as Golden;
  const { expected } = golden;

  it('has the example that the window cuts out of its sentence', () => {
    const indices = golden.tokens.sentence.map((word) => golden.tokens.vocab.indexOf(word));
    const example = examplesOf(indices, golden.config.window)[golden.tokens.centrePosition];
    expect(example).toEqual({ centre: golden.centre, context: golden.context });
  });

  it('agrees in every number of the pass', () => {
    const actual = word2vecPass(networkOf(golden), golden);
    expectClose(actual.hidden, expected.hidden);
    expectClose(actual.logits, expected.logits);
    expectClose(actual.probs, expected.probs);
    expectClose(actual.stepLoss, expected.stepLoss);
    expectClose(actual.loss, expected.loss);
    expectClose(actual.dLogits, expected.dL_dlogits);
    expectClose(actual.dHidden, expected.dL_dhidden);
    expectClose(actual.gradients['in.weight'], expected.grads['in.weight']);
    expectClose(actual.gradients['out.weight'], expected.grads['out.weight']);
    expectClose(actual.gradNorm, expected.gradNorm);
  });

  it.each(Object.keys(golden.after))('agrees after five updates by %s', (id) => {
    const course = golden.after[id]!;
    const network = networkOf(golden);
    const prediction = predictionOf(network, golden);
    const pass = new SoftmaxPass(network, prediction.predicts.length);
    const isClipped = id === 'sgd_clip';
    const row = optimisers[(isClipped ? 'sgd' : id) as OptimiserId]; // the keys of the file are those of the table
    const optimiser = row.make({ learningRate: course.config.lr }, network.parameters.length);
    const losses: number[] = [];
    const norms: number[] = [];
    const snapshots: number[][] = [];
    for (let step = 1; step <= 5; step++) {
      losses.push(pass.run(prediction));
      norms.push(norm(pass.gradients));
      if (isClipped) clipByNorm(pass.gradients, norms.at(-1)!, 1);
      optimiser.step(network.parameters, pass.gradients);
      snapshots.push(Array.from(network.parameters));
    }
    losses.push(pass.run(prediction));
    expectClose(losses, course.losses);
    expectClose(norms, course.gradNorms);
    expectClose(snapshots[0]!, flatWeights(course.step1));
    expectClose(snapshots[4]!, flatWeights(course.step5));
  });
});
