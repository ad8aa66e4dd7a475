import { describe, expect, it } from 'vitest';
import { stream } from '../../../src/engine/math/random.ts';
import { corpusExamples, keepChances, thinnedExamples } from '../../../src/engine/word2vec/corpus.ts';
import { fallingRate, rowDescent } from '../../../src/engine/word2vec/descent.ts';
import { initialWord2Vec } from '../../../src/engine/word2vec/network.ts';
import { Word2VecTrainer } from '../../../src/engine/word2vec/train.ts';

const network = initialWord2Vec({ kind: 'skipgram', vocabularySize: 5, dimension: 3 }, 7);
const sentences = [[0, 1, 0, 2, 3], [0, 4], [1]];

describe('examples of a corpus', () => {
  it('say where their words stand', () => {
    const examples = corpusExamples(network, sentences, 1);
    expect(examples.length).toBe(7);
    expect(examples.map(({ sentence, at, around }) => [sentence, at, [...around]])).toEqual([
      [0, 0, [1]], [0, 1, [0, 2]], [0, 2, [1, 3]], [0, 3, [2, 4]], [0, 4, [3]], [1, 0, [1]], [1, 1, [0]],
    ]);
  });
});

describe('subsampling', () => {
  it('keeps a word that is a part f of the text with probability √(t/f), and rare ones always', () => {
    const counts = Float64Array.of(50, 30, 15, 5, 0);
    [...keepChances(counts, 0.1)].forEach((chance, word) => expect(chance).toBeCloseTo([Math.sqrt(0.2), Math.sqrt(1 / 3), Math.sqrt(2 / 3), 1, 1][word]!, 12));
  });

  it('lets what is left move together, with its places in the whole sentence', () => {
    const never0 = Float64Array.of(0, 1, 1, 1, 1);
    const examples = thinnedExamples(network, sentences, 1, never0, stream(1));
    expect(examples.map(({ sentence, at, around }) => [sentence, at, [...around]])).toEqual([[0, 1, [3]], [0, 3, [1, 4]], [0, 4, [3]]]);
    expect(examples.map(({ prediction }) => [...prediction.reads, ...prediction.predicts])).toEqual([[1, 2], [2, 1, 3], [3, 2]]);
  });

  it('leaves out other words in each epoch, the same ones for the same seed', () => {
    const text = Array.from({ length: 30 }, (_, k) => [0, 1 + (k % 4), 0, 1 + ((k + 1) % 4), 0]);
    const seen = (seed: number): number[] => {
      const trainer = new Word2VecTrainer(initialWord2Vec(network, 7), text, { window: 2, seed, subsampling: 0.2 }, () => {});
      return [0, 1, 2].map(() => {
        const count = trainer.exampleCount;
        trainer.runEpoch();
        return count;
      });
    };
    expect(new Set(seen(3)).size).toBeGreaterThan(1);
    expect(seen(3)).toEqual(seen(3));
    expect(Math.max(...seen(3))).toBeLessThan(150);
  });

  it('is refused where its part is none', () => {
    expect(() => new Word2VecTrainer(network, sentences, { window: 1, seed: 1, subsampling: 0 }, () => {})).toThrow('more than 0 and at most 1, but the part is 0.');
  });
});

describe('the update', () => {
  it('goes over those rows alone that have a gradient, and does what all rows would', () => {
    const [some, all] = [initialWord2Vec(network, 7), initialWord2Vec(network, 7)];
    const settings = { window: 2, seed: 7, negatives: 2 };
    const sparse = rowDescent(3, () => 0.1);
    const a = new Word2VecTrainer(some, sentences, settings, (parameters, gradients, rows) => {
      expect(rows!.length).toBeLessThanOrEqual(10);
      expect([...gradients].filter((gradient, i) => gradient !== 0 && !rows!.includes(Math.floor(i / 3)))).toEqual([]);
      sparse(parameters, gradients, rows);
    });
    const b = new Word2VecTrainer(all, sentences, settings, (parameters, gradients) => sparse(parameters, gradients, null));
    for (let k = 0; k < 20; k++) expect(a.step()).toBe(b.step());
    expect(some.parameters).toEqual(all.parameters);
  });

  it('takes steps that fall evenly, and never to nothing', () => {
    expect([0, 25, 50, 100].map((done) => fallingRate(0.08, done, 100))).toEqual([0.08, 0.06, 0.04, 0.08 * 1e-4]);
  });
});

describe('the next example of a training', () => {
  it.each([undefined, 3])('is the one that the next step takes, with its negatives: %s', (negatives) => {
    const own = initialWord2Vec(network, 7);
    const trainer = new Word2VecTrainer(own, sentences, { window: 1, seed: 4, negatives }, rowDescent(3, () => 0.5));
    for (let k = 0; k < 15; k++) {
      const { prediction } = trainer.next;
      const drawn = trainer.nextNegatives;
      expect(drawn?.length).toBe(negatives && prediction.predicts.length);
      drawn?.forEach((each, i) => expect(each).not.toContain(prediction.predicts[i]));
      const before = own.parameters.slice();
      trainer.step();
      const moved = [...own.parameters.keys()].filter((i) => own.parameters[i] !== before[i]).map((i) => Math.floor(i / 3));
      const allowed = drawn ? [...prediction.reads, ...[...prediction.predicts, ...drawn.flat()].map((word) => 5 + word)] : [...prediction.reads, 5, 6, 7, 8, 9];
      moved.forEach((row) => expect(allowed).toContain(row));
    }
  });
});
