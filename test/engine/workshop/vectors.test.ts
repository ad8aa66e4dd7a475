import { describe, expect, it } from 'vitest';
import { builtInText, builtInTexts } from '../../../src/engine/word2vec/corpora/corpora.ts';
import { createWord2Vec } from '../../../src/engine/word2vec/network.ts';
import { corpusProblem, readCorpus, type Corpus } from '../../../src/engine/word2vec/readCorpus.ts';
import { analogy, nearestWords, type WordVectors } from '../../../src/engine/word2vec/vectors.ts';
import { learnVectors, type VectorEnd, type VectorJob, type VectorMoment } from '../../../src/engine/workshop/vectors.ts';
import { vectorSettings } from '../../../src/state/workshop/settings/vectors.ts';

function read(text: string): Corpus {
  const reading = readCorpus({ text });
  let step = reading.next();
  while (!step.done) step = reading.next();
  return step.value;
}

/** With the first settings of the room. */
function jobOf(corpus: Corpus, other: Partial<VectorJob> = {}): VectorJob {
  const { kind, dimension, window, negatives, subsampling, learningRate, epochs, seed } = vectorSettings;
  const first = { kind: kind.first, dimension: dimension.first, window: window.first, negatives: negatives.first, subsampling: subsampling.first, learningRate: learningRate.first, epochs: epochs.first, seed: seed.first };
  return { ...first, vocabularySize: corpus.words.length, sentences: corpus.sentences, ...other };
}

function learn(job: VectorJob, onMoment: (moment: VectorMoment) => void = () => {}): VectorEnd {
  const learning = learnVectors(job);
  for (;;) {
    const { done, value } = learning.next();
    if (done === true) return value;
    if (value?.over === 'epoch') onMoment(value.progress());
  }
}

const small = builtInText('small')!;
const corpus = read(small.text());
const indexOf = (word: string): number => corpus.words.indexOf(word);

describe('the small text', () => {
  it('is of the size that was promised, and all that is said of it is in it', () => {
    expect(corpus.sentences.length).toBeGreaterThanOrEqual(150);
    expect(corpus.sentences.length).toBeLessThanOrEqual(400);
    expect(corpusProblem(corpus)).toBeNull();
    const named = [...small.groups.flatMap(({ words }) => words), ...small.table, ...small.analogy.split(' '), ...small.gap.replace('___', '').split(/\s+/)];
    expect(named.filter((word) => word !== '' && indexOf(word) < 0)).toEqual([]);
    expect(builtInTexts.every(({ licence }) => licence !== '')).toBe(true);
  });

  it.each(['skipgram', 'cbow'] as const)('teaches %s with the first settings and seed that man is to king as woman to queen, and what goes together', (kind) => {
    const { moment, problem } = learn(jobOf(corpus, { kind }));
    expect(problem).toBeNull();
    const vectors: WordVectors = { values: createWord2Vec({ kind, vocabularySize: corpus.words.length, dimension: 16 }, moment.parameters).inWeight, dimension: 16 };
    const asked = (a: string, b: string, c: string): string => corpus.words[analogy(vectors, [indexOf(b), indexOf(a), indexOf(c)], 1, 'unit').nearest[0]!.word]!;
    expect(asked('man', 'king', 'woman')).toBe('queen');
    expect(asked('man', 'boy', 'woman')).toBe('girl');
    expect(asked('king', 'prince', 'queen')).toBe('princess');
    expect(asked('france', 'paris', 'italy')).toBe('rome');
    expect(asked('germany', 'berlin', 'japan')).toBe('tokyo');
    for (const { name, words } of small.groups.filter((group) => !['he', 'she'].includes(group.name))) {
      for (const word of words) {
        const own = nearestWords(vectors, indexOf(word), 3).map((each) => corpus.words[each.word]!);
        expect(own.filter((each) => words.includes(each)).length, `${name}: ${word} → ${own.join(', ')}`).toBeGreaterThanOrEqual(2);
      }
    }
  });
});

describe('learning', () => {
  const quick = { epochs: 4 };

  it('gives the same numbers for the same seed, and others for another', () => {
    expect(learn(jobOf(corpus, quick))).toEqual(learn(jobOf(corpus, quick)));
    expect(learn(jobOf(corpus, { ...quick, seed: 8 })).moment.losses).not.toEqual(learn(jobOf(corpus, quick)).moment.losses);
  });

  it('tells a loss for each epoch, falling, with an η that falls', () => {
    const moments: VectorMoment[] = [];
    const { moment } = learn(jobOf(corpus, quick), (each) => moments.push(each));
    expect(moments.map(({ epoch, losses, position }) => [epoch, losses.length, position])).toEqual([[1, 1, 0], [2, 2, 0], [3, 3, 0], [4, 4, 0]]);
    expect(moment.losses[3]).toBeLessThan(moment.losses[0]!);
    moments.slice(1).forEach(({ rate }, k) => expect(rate).toBeLessThan(moments[k]!.rate));
    expect(moments[0]!.parameters).not.toEqual(moment.parameters);
  });

  it('of no epochs is the network before it', () => {
    const { moment } = learn(jobOf(corpus, { epochs: 0 }));
    expect([moment.epoch, moment.position, moment.losses.length]).toEqual([0, 0, 0]);
    expect(moment.next.negatives!.every((each) => each.length === 5)).toBe(true);
  });

  it('ends with words where η is too large, with the last good weights', () => {
    const { moment, problem } = learn(jobOf(corpus, { negatives: 0, learningRate: 1e200, epochs: 3 }));
    expect(problem).toMatch(/^In epoch 1 the loss is (NaN|Infinity): the weights have grown too large\. Take a smaller learning rate\.$/);
    expect(moment.parameters.length).toBe(2 * corpus.words.length * 16);
  });
});
