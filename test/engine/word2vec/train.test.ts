import { describe, expect, it } from 'vitest';
import { descend, optimisers } from '../../../src/engine/learn/optimisers.ts';
import { tokenise } from '../../../src/engine/text/tokens.ts';
import { buildVocabulary, encode } from '../../../src/engine/text/vocabulary.ts';
import { initialWord2Vec, type Word2VecKind } from '../../../src/engine/word2vec/network.ts';
import { SoftmaxPass } from '../../../src/engine/word2vec/softmax.ts';
import { trainWord2Vec, Word2VecTrainer, type Update, type Word2VecTraining } from '../../../src/engine/word2vec/train.ts';
import { cosineSimilarity, nearestWords, vectorOf } from '../../../src/engine/word2vec/vectors.ts';

// Cats and dogs stand among the same words, and so do cars and buses.
const lines = [
  'the cat drinks milk at home',
  'the dog drinks milk at home',
  'the cat sleeps at home',
  'the dog sleeps at home',
  'a car drives on roads',
  'a bus drives on roads',
  'a car stops on roads',
  'a bus stops on roads',
].map(tokenise);
const vocabulary = buildVocabulary(lines.flat());
const corpus = lines.map((line) => encode(line, vocabulary).indices);
const word = vocabulary.indexOf;
const shape = { vocabularySize: vocabulary.words.length, dimension: 8 };

const sgd: Update = (parameters, gradients) => descend(parameters, gradients, 0.1);
const start = (kind: Word2VecKind = 'skipgram') => initialWord2Vec({ kind, ...shape }, 7);
const settings: Word2VecTraining = { window: 2, seed: 7 };

const ways: readonly (readonly [Word2VecKind, string, number | undefined])[] = [
  ['cbow', 'the full softmax', undefined],
  ['skipgram', 'the full softmax', undefined],
  ['cbow', 'negative sampling', 3],
  ['skipgram', 'negative sampling', 3],
];

describe('what would need too much memory is refused in words before it is taken', () => {
  it('a vocabulary with long vectors', () => {
    expect(() => initialWord2Vec({ kind: 'cbow', vocabularySize: 1e7, dimension: 300 }, 1)).toThrow(
      '10,000,000 words with two vectors of 300 numbers each would need 96,000 MB with their gradients; the limit is 1,500 MB.',
    );
  });

  it.each([
    ['a window over a long text', { window: 1e9 }, 'with a window of 1,000,000,000 words, would need'],
    ['many negatives', { negatives: 1e9 }, 'with a window of 2 words and 1,000,000,000 negatives, would need 28,'],
  ])('%s', (_, part, words) => {
    const network = initialWord2Vec({ kind: 'cbow', vocabularySize: 5, dimension: 2 }, 1);
    expect(() => new Word2VecTrainer(network, [new Int32Array(50_000)], { ...settings, ...part }, sgd)).toThrow(words);
  });
});

describe('a training that cannot be is refused in words', () => {
  it.each([-1, 1.5, NaN])('of %s epochs', (epochs) => {
    expect(() => trainWord2Vec(start(), corpus, { ...settings, epochs }, sgd)).toThrow(`a whole number of epochs, 0 or more, but is to have ${epochs}`);
  });

  it('of a model that there is not', () => {
    expect(() => start('glove' as Word2VecKind)).toThrow('The model should be one of cbow, skipgram, but it is "glove".');
  });
});

describe.each(ways)('training of %s with %s', (kind, _, negatives) => {
  const all = { ...settings, negatives };

  it('learns: the loss falls, and words of the same company come together', () => {
    const network = start(kind);
    const adam = optimisers.adam.make({ learningRate: 0.03 }, network.parameters.length);
    const losses = trainWord2Vec(network, corpus, { ...all, epochs: 60 }, (parameters, gradients) => adam.step(parameters, gradients));
    expect(losses.length).toBe(60);
    expect(losses.at(-1)).toBeLessThan(0.8 * losses[0]!);
    const vectors = { values: network.inWeight, dimension: 8 };
    const similarity = (a: string, b: string): number => cosineSimilarity(vectorOf(vectors, word(a)), vectorOf(vectors, word(b)))!;
    expect(similarity('cat', 'dog')).toBeGreaterThan(similarity('cat', 'car'));
    expect(similarity('car', 'bus')).toBeGreaterThan(similarity('dog', 'bus'));
    expect(nearestWords(vectors, word('cat'), 1)[0]!.word).toBe(word('dog'));
  });

  it('gives the same numbers for the same seed, and others for another', () => {
    const train = (seed: number) => {
      const network = start(kind);
      const losses = trainWord2Vec(network, corpus, { ...all, seed, epochs: 3 }, sgd);
      return { losses, parameters: network.parameters };
    };
    expect(train(7)).toEqual(train(7));
    expect(train(7).losses).not.toEqual(train(8).losses);
  });

  it('may be stopped anywhere and gone on with', () => {
    const [whole, parted] = [start(kind), start(kind)];
    const losses = trainWord2Vec(whole, corpus, { ...all, epochs: 2 }, sgd);
    const trainer = new Word2VecTrainer(parted, corpus, all, sgd);
    for (let k = 0; k < 5; k++) trainer.step();
    expect([trainer.epoch, trainer.position]).toEqual([0, 5]);
    expect(trainer.epochLoss).toBeNaN();
    expect(trainer.runEpoch()).toBe(losses[0]);
    expect([trainer.epoch, trainer.position]).toEqual([1, 0]);
    for (let k = 0; k < trainer.predictions.length; k++) trainer.step();
    expect(trainer.epochLoss).toBe(losses[1]);
    expect(parted.parameters).toEqual(whole.parameters);
  });
});

describe('an epoch', () => {
  it('meets each example once, in an order of its own', () => {
    const network = start();
    const none: Update = () => {};
    const trainer = new Word2VecTrainer(network, corpus, settings, none);
    const lossesOf = (): number[] => trainer.predictions.map(() => trainer.step());
    // With weights of its own for every word the losses tell the examples apart.
    network.parameters.forEach((_, i) => (network.parameters[i] = Math.sin(i + 1)));
    const [first, second] = [lossesOf(), lossesOf()];
    expect(second).not.toEqual(first);
    const byNumber = (a: number, b: number): number => a - b;
    expect(second.toSorted(byNumber)).toEqual(first.toSorted(byNumber));
  });

  it('may go by the order of the corpus', () => {
    const network = start();
    network.parameters.forEach((_, i) => (network.parameters[i] = Math.sin(i + 1)));
    const trainer = new Word2VecTrainer(network, corpus, { ...settings, isShuffled: false }, () => {});
    const pass = new SoftmaxPass(network, 4);
    expect(trainer.predictions.map(() => trainer.step())).toEqual(trainer.predictions.map((each) => pass.run(each)));
  });

  it('updates once for each example, with the gradients at that moment', () => {
    const network = start();
    const seen: number[] = [];
    const trainer = new Word2VecTrainer(network, corpus, settings, (parameters, gradients) => {
      expect(parameters).toBe(network.parameters);
      seen.push(gradients.reduce((sum, gradient) => sum + Math.abs(gradient), 0));
      descend(parameters, gradients, 0.1);
    });
    trainer.runEpoch();
    expect(seen.length).toBe(trainer.predictions.length);
    expect(seen.every((sum) => sum > 0)).toBe(true);
  });

  it('ends with words, before an update, when the weights have grown too large', () => {
    const network = start();
    const trainer = new Word2VecTrainer(network, corpus, settings, (parameters) => void (parameters[0] = Infinity));
    network.parameters.fill(1e200);
    expect(() => trainer.runEpoch()).toThrow(/^In epoch 1 the loss is (NaN|Infinity): the weights have grown too large\. Take a smaller learning rate\.$/);
    expect(network.parameters[0]).toBe(1e200);
  });
});

describe('training is refused in words', () => {
  const train = (sentences: readonly (readonly number[])[], negatives?: number) => () =>
    new Word2VecTrainer(start(), sentences, { ...settings, negatives }, sgd);

  it('where no two words stand together', () => {
    expect(train([[1], [], [-1, 2]])).toThrow('no sentence of the text has two words that are known.');
    expect(train([])).toThrow('Word2vec learns from words that stand together');
  });

  it('where there is no other word to draw', () => {
    expect(train([[1, 1]], 2)).toThrow('the text has one word only, again and again.');
  });

  it('where nothing is to be drawn', () => {
    expect(train([[1, 2]], 0)).toThrow('draws a whole number of words, 1 or more, against each word, but is to draw 0.');
  });

  it('where a word is not in the network', () => {
    expect(train([[1, 99]])).toThrow('so there is no word 99.');
  });
});
