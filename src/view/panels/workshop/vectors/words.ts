// What the room of word vectors says, as functions of what is seen.
import type { VectorJob } from '../../../../engine/workshop/vectors.ts';
import type { LearningState } from '../../../../state/workshop/vectors/learning.ts';
import { formatNumber } from '../../../theme/format.ts';
import { durationWords } from '../progressWords.ts';

const many = (count: number): string => count.toLocaleString('en');

export const kindNames = { skipgram: 'Skip-gram', cbow: 'CBOW' } as const;

export const kindWords = {
  skipgram: 'A word is read, and predicts each word around it.',
  cbow: 'The words around are read, and their mean predicts the word between them.',
} as const;

/** "Learning: epoch 12 of 150 · 52,000 examples a second · 3 s left". */
export function progressWords({ status, task, moment, perSecond, secondsLeft }: Pick<LearningState, 'status' | 'task' | 'moment' | 'perSecond' | 'secondsLeft'>): string {
  if (!task || !moment) return 'The text is being read.';
  if (status === 'idle') return `Nothing is learned yet: ${many(task.corpus.words.length)} words with random vectors, and ${many(moment.exampleCount)} examples to learn from.`;
  const names = { running: 'Learning', paused: 'Paused', done: 'Done', stopped: 'Stopped', failed: 'Ended early' } as const;
  const within = moment.position > 0 ? `, ${many(moment.position)} of ${many(moment.exampleCount)} examples` : '';
  const parts = [`${names[status]}: epoch ${many(moment.epoch)} of ${many(task.job.epochs)}${within}`];
  if (perSecond !== null) parts.push(`${many(Math.round(perSecond))} examples a second`);
  if (secondsLeft !== null) parts.push(`${durationWords(secondsLeft)} left`);
  const loss = moment.losses.at(-1);
  if (loss !== undefined) parts.push(`loss ${formatNumber(loss, 3)}`);
  return parts.join(' · ');
}

/** "king: prince 0.84, army 0.77". */
export function nearWords(word: string, near: readonly { readonly name: string; readonly similarity: number }[]): string {
  return near.length === 0 ? `${word} has no direction to compare.` : `${word} is nearest to ${near.map(({ name, similarity }) => `${name} ${formatNumber(similarity, 2)}`).join(', ')}.`;
}

export const stageNames = ['Window', 'Read', 'Scores', 'Probabilities', 'Loss', 'Gradients', 'Update'] as const;

/** What happens at a stage of the walk, in a sentence or two. */
export function stageWords(stage: number, { kind, negatives, window }: Pick<VectorJob, 'kind' | 'negatives' | 'window'>, rate: number): string {
  const isSkipGram = kind === 'skipgram';
  const K = `${negatives} word${negatives === 1 ? '' : 's'}`;
  return [
    `The window reaches ${window} word${window === 1 ? '' : 's'} to each side of the centre. ${isSkipGram ? 'Each word within it makes a pair with the centre.' : 'All words within it together are to predict the centre.'}`,
    isSkipGram
      ? 'The one-hot vector of the centre times the matrix in.weight: a single 1 picks one row. That row is h.'
      : 'The one-hot vectors of the words around times the matrix in.weight: each 1 picks one row. h is the mean of those rows.',
    negatives > 0
      ? `Each score is u · h with a row u of out.weight: one for the word that is to be predicted, and one for each of ${K} drawn at random, which are to be told apart from it.`
      : 'Each score is u · h with a row u of out.weight. With the full softmax every word of the vocabulary has one; the word to predict and the likeliest others are shown.',
    negatives > 0 ? 'σ makes a probability of each score by itself: is this a real pair?' : 'The softmax makes probabilities of all scores together: they add up to 1.',
    negatives > 0 ? 'The loss adds up −ln σ(score) for the real word and −ln σ(−score) for each drawn one.' : 'The loss is −ln of the probability of the right word.',
    `The gradient of each score is the difference “probability − wanted”. Times h it is that of u; times u, added up, it is ∂L/∂h${isSkipGram ? ', which is the gradient of the row that was read' : ', and each row that was read has its part of it'}.`,
    `Every vector goes a step η = ${formatNumber(rate, 4)} against its gradient: new = old − η · ∂L/∂. No other word moves${negatives > 0 ? '' : ' in in.weight; in out.weight every word does'}.`,
  ][stage] ?? '';
}
