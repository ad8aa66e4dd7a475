// Random small word2vec networks with an example, for properties; and slopes by differences, to hold gradients against.
import fc from 'fast-check';
import { stream } from '../../../src/engine/math/random.ts';
import type { Word2VecExample } from '../../../src/engine/word2vec/example.ts';
import { createWord2Vec, type Word2VecKind, type Word2VecNetwork } from '../../../src/engine/word2vec/network.ts';

export interface Situation {
  readonly network: Word2VecNetwork;
  readonly example: Word2VecExample;
  readonly seed: number;
}

/** Any kind, 1 to 6 words (at least `words`) of 1 to 4 numbers, a context of 1 to 5 words with repetitions. */
export const situations = (words = 1): fc.Arbitrary<Situation> =>
  fc
    .record({
      kind: fc.constantFrom<Word2VecKind>('cbow', 'skipgram'),
      vocabularySize: fc.integer({ min: words, max: 6 }),
      dimension: fc.integer({ min: 1, max: 4 }),
      count: fc.integer({ min: 1, max: 5 }),
      seed: fc.integer({ min: 0, max: 1e6 }),
    })
    .map(({ count, seed, ...shape }) => {
      const random = stream(seed, 'situation');
      const network = createWord2Vec(shape);
      for (let i = 0; i < network.parameters.length; i++) network.parameters[i] = random.uniform(-2, 2);
      const word = (): number => random.integer(shape.vocabularySize);
      return { network, example: { centre: word(), context: Array.from({ length: count }, word) }, seed };
    });

/** The network with one parameter moved. */
export function moved(network: Word2VecNetwork, at: number, by: number): Word2VecNetwork {
  const parameters = network.parameters.slice();
  parameters[at]! += by;
  return createWord2Vec(network, parameters);
}

/** The slope of f at 0: central differences, improved once by Richardson (1911). */
export function slope(f: (by: number) => number, step = 1e-3): number {
  const central = (h: number): number => (f(h) - f(-h)) / (2 * h);
  return (4 * central(step / 2) - central(step)) / 3;
}

/** Networks whose hidden vector is `hidden`, read as word 0: what comes after h, by itself. */
export function withHidden(outWeight: ArrayLike<number>, vocabularySize: number, hidden: readonly number[]): Word2VecNetwork {
  const network = createWord2Vec({ kind: 'skipgram', vocabularySize, dimension: hidden.length });
  network.inWeight.set(hidden);
  network.outWeight.set(outWeight);
  return network;
}

/** A network whose logits are these numbers, where word 0 is read: out.weight is the identity. */
export function withLogits(logits: readonly number[]): Word2VecNetwork {
  const V = logits.length;
  const identity = Float64Array.from({ length: V * V }, (_, i) => (i % (V + 1) === 0 ? 1 : 0));
  return withHidden(identity, V, logits);
}
