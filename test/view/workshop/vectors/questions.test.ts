import { describe, expect, it } from 'vitest';
import { createWord2Vec, initialWord2Vec } from '../../../../src/engine/word2vec/network.ts';
import { readCorpus, type Corpus } from '../../../../src/engine/word2vec/readCorpus.ts';
import { learnVectors, type VectorJob } from '../../../../src/engine/workshop/vectors.ts';
import { groupNames, mapWords, tableWords, wordInView } from '../../../../src/view/panels/workshop/vectors/choice.ts';
import { askAnalogy, askGap, askNear } from '../../../../src/view/panels/workshop/vectors/questions.ts';
import { walkInView } from '../../../../src/view/panels/workshop/vectors/walkInView.ts';
import { progressWords, stageNames, stageWords } from '../../../../src/view/panels/workshop/vectors/words.ts';

function corpusOf(text: string): Corpus {
  const reading = readCorpus({ text });
  let step = reading.next();
  while (!step.done) step = reading.next();
  return step.value;
}

const corpus = corpusOf('king man. queen woman. king man queen woman crown');
const jobOf = (own: Corpus, other: Partial<VectorJob> = {}): VectorJob => ({
  kind: 'cbow', vocabularySize: own.words.length, dimension: 2, sentences: own.sentences, window: 2, negatives: 2, subsampling: null, learningRate: 0.1, epochs: 1, seed: 7, ...other,
});

/** king, man, queen, woman, crown at places where man → king is what woman → queen is. */
function asked(kind: VectorJob['kind'] = 'cbow') {
  const network = createWord2Vec({ kind, vocabularySize: 5, dimension: 2 });
  expect(corpus.words).toEqual(['king', 'man', 'queen', 'woman', 'crown']);
  network.inWeight.set([1, 1, 0.1, 1, 1, -1, 0.1, -1, 1, 0.2]);
  network.outWeight.set([1, 0, 0, 1, 1, 1, -1, 0, 2, 2]);
  return { corpus, job: jobOf(corpus, { kind }), network, vectors: { values: network.inWeight, dimension: 2 } };
}

describe('asking', () => {
  it('for a word names those nearest to it', () => {
    expect(askNear(asked(), ' King ', 2).found?.map(({ name }) => name)).toEqual(['crown', 'man']);
  });

  it.each([
    ['knight', '“knight” is not among the 5 words of the text, so it has no vector.'],
    ['', 'Write a word.'],
    ['king queen', 'Write one word; these are 2.'],
  ])('for “%s” is met with words', (word, words) => {
    expect(askNear(asked(), word, 2).problem).toBe(words);
  });

  it('for an analogy finds what completes it, or names what is not known', () => {
    expect(askAnalogy(asked(), ['man', 'king', 'woman'], 1).found?.[0]?.name).toBe('queen');
    expect(askAnalogy(asked(), ['man', 'duke', 'lady'], 1).problem).toBe('“duke”, “lady” are not among the 5 words of the text, so they have no vector.');
    expect(askAnalogy(asked(), ['man', '', 'woman'], 1).problem).toBe('Write three words.');
  });

  it('for a gap reads the words within the window, and says which it does not know', () => {
    const { answer, read, unknown } = askGap(asked(), 'crown the king ___ my queen woman', 5);
    expect(read).toEqual(['king', 'queen']);
    expect(unknown).toEqual(['the', 'my']);
    expect(answer.found).toHaveLength(5);
    expect(answer.found?.reduce((sum, { probability }) => sum + (probability ?? NaN), 0)).toBeCloseTo(1, 12);
    expect(askGap(asked('skipgram'), 'king ___', 1).answer.found?.[0]?.probability).toBeNull();
  });

  it.each([
    ['the king sleeps', 'Write ___ where the word is missing.'],
    ['___ king ___', 'Write ___ only once: one word is looked for.'],
    ['___', 'Write at least one word beside ___, at most 2 away from it.'],
    ['my ___ your', '“my”, “your” are not among the 5 words of the text, so they have no vector.'],
  ])('for the gap in “%s” is met with words', (sentence, words) => {
    expect(askGap(asked(), sentence, 3).answer.problem).toBe(words);
  });
});

describe('what is looked at', () => {
  it('are words of a kind, and who is asked for; of an unsorted text its frequent ones', () => {
    const own = corpusOf('the king, the queen, the dog and paris');
    expect(groupNames('small')).toContain('animals');
    const placed = mapWords(own, 'small', [own.words.indexOf('and'), own.words.indexOf('king')]);
    expect(placed.map(({ name }) => name)).toEqual(['king', 'queen', 'paris', 'dog', 'and']);
    expect(placed.at(-1)).toEqual({ word: own.words.indexOf('and'), name: 'and', group: null });
    expect(mapWords(corpus, 'own', []).map(({ name }) => name)).toEqual(corpus.words);
    expect(mapWords(corpusOf(Array.from({ length: 500 }, (_, k) => `w${k}`).join(' ')), 'own', [400])).toHaveLength(110);
  });

  it('is a word that the text has, whatever the link says', () => {
    expect(corpus.words[wordInView(corpus, 'own', 'crown')]).toBe('crown');
    expect(corpus.words[wordInView(corpus, 'own', 'nonsense')]).toBe('king');
    const short = corpusOf('a b. b c');
    expect(short.words[wordInView(short, 'own', '')]).toBe('b');
    expect(tableWords(short, 'own', 2, 12)).toEqual([2, 0, 1]);
  });
});

describe('the next example', () => {
  it.each(['cbow', 'skipgram'] as const)('of %s is that of the moment, with the vectors before and after', (kind) => {
    const own = corpusOf('the king wears his crown. the queen wears her crown');
    const job = jobOf(own, { kind, epochs: 2 });
    const learning = learnVectors(job);
    for (;;) {
      const { value, done } = learning.next();
      if (done === true) break;
      if (value === null) continue;
      const moment = value.progress();
      const network = createWord2Vec(job, moment.parameters);
      const { walk, picture, targets } = walkInView({ corpus: own, job, moment, network }, 0);
      const sentence = own.sentences[moment.next.sentence]!;
      expect(picture.tokens.map(({ text }) => text)).toEqual(Array.from(sentence, (word) => own.words[word]!));
      expect(picture.tokens.findIndex(({ role }) => role === 'centre')).toBe(moment.next.at);
      expect(picture.tokens.filter(({ role }) => role === 'context')).toHaveLength(moment.next.around.length);
      expect(targets).toHaveLength(kind === 'cbow' ? 1 : moment.next.around.length);
      expect(picture.scores).toHaveLength(3);
      expect(picture.matrix.filter(({ isRead }) => isRead).length).toBe(new Set(walk.reads).size);
      // What the walk says will be is what is.
      const following = learning.next().value;
      if (following === null || !('over' in following)) break;
      const after = createWord2Vec(job, following.progress().parameters);
      for (const row of walk.rows) {
        const weights = row.matrix === 'in' ? after.inWeight : after.outWeight;
        expect(weights.slice(row.word * 2, row.word * 2 + 2)).toEqual(row.after);
      }
    }
  });

  it('has words for each of its stages, for every model', () => {
    for (const kind of ['cbow', 'skipgram'] as const) {
      for (const negatives of [0, 1, 5]) {
        const all = stageNames.map((_, stage) => stageWords(stage, { kind, negatives, window: 2 }, 0.05));
        expect(new Set(all).size).toBe(stageNames.length);
        expect(all.every((words) => words.endsWith('.') || words.endsWith('?'))).toBe(true);
      }
    }
  });
});

describe('progress in words', () => {
  const job = jobOf(corpus, { epochs: 150 });
  const { parameters } = initialWord2Vec(job, 7);
  const moment = { epoch: 12, position: 3, exampleCount: 1000, parameters, losses: Float64Array.of(4, 2), rate: 0.05, next: { sentence: 0, at: 0, around: [1], negatives: null } };

  it('says where it stands, how fast it goes and how long it will take', () => {
    expect(progressWords({ status: 'running', task: { corpus, job }, moment, perSecond: 52_000, secondsLeft: 2.6 })).toBe(
      'Learning: epoch 12 of 150, 3 of 1,000 examples · 52,000 examples a second · 3 s left · loss 2.000',
    );
    expect(progressWords({ status: 'idle', task: { corpus, job }, moment, perSecond: null, secondsLeft: null })).toBe('Nothing is learned yet: 5 words with random vectors, and 1,000 examples to learn from.');
    expect(progressWords({ status: 'idle', task: null, moment: null, perSecond: null, secondsLeft: null })).toBe('The text is being read.');
  });
});
