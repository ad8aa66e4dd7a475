// The example that comes next in the learning in view, with all its numbers and the words of its picture.
import type { Word2VecNetwork } from '../../../../engine/word2vec/network.ts';
import type { Corpus } from '../../../../engine/word2vec/readCorpus.ts';
import { walkThrough, type Walk, type WalkRow, type WalkTarget } from '../../../../engine/word2vec/walk.ts';
import type { VectorJob, VectorMoment } from '../../../../engine/workshop/vectors.ts';
import type { WalkPictureInput } from '../../../draw/workshop/vectors/WalkPicture.tsx';
import { ellipsised } from '../../../layout/workshop/names.ts';
import { formatNumber } from '../../../theme/format.ts';
import { nameOf } from './choice.ts';

export interface WalkInView {
  readonly walk: Walk;
  /** Words to predict, by name. */
  readonly targets: readonly string[];
  readonly picture: WalkPictureInput;
}

interface Learned {
  readonly corpus: Corpus;
  readonly job: VectorJob;
  readonly moment: VectorMoment;
  readonly network: Word2VecNetwork;
}

/** Rows that are drawn at most: of the matrix, of the words read, of the scores. */
const most = { matrix: 5, reads: 4, scores: 7, tokens: 30, letters: 11 };

const noTarget: WalkTarget = { word: -1, loss: 0, scores: [] };

/** @param target which of the words to predict is looked at, from 0. */
export function walkInView({ corpus, job, moment, network }: Learned, target: number): WalkInView {
  const { next, rate } = moment;
  const sentence = corpus.sentences[next.sentence] ?? new Int32Array();
  const around = next.around.map((place) => sentence[place] ?? -1);
  const walk = walkThrough(network, { centre: sentence[next.at] ?? -1, context: around }, next.negatives, rate);
  const name = (word: number): string => ellipsised(nameOf(corpus, word), most.letters);
  const shown = walk.targets[Math.min(target, walk.targets.length - 1)] ?? noTarget;
  const moved = new Map(walk.rows.filter(({ matrix }) => matrix === 'out').map((row): [number, WalkRow] => [row.word, row]));
  const reads = walk.rows.filter((row) => row.matrix === 'in');
  const scores = shown.scores.slice(0, most.scores).flatMap((score) => {
    const row = moved.get(score.word);
    return row ? [{ ...row, ...score, name: name(score.word) }] : [];
  });
  const size = (values: Iterable<number>): number => Array.from(values).reduce((largest, value) => Math.max(largest, Math.abs(value)), 0);
  const vectors = [walk.hidden, ...reads.map(({ before }) => before), ...scores.map(({ before }) => before)];
  const gradients = [walk.dHidden, ...reads.map(({ gradient }) => gradient), ...scores.map(({ gradient }) => gradient)];
  const isMean = walk.reads.length > 1;
  const left = reads.length - most.reads;
  return {
    walk,
    targets: walk.targets.map(({ word }) => nameOf(corpus, word)),
    picture: {
      tokens: tokensOf(corpus, sentence, next),
      matrix: matrixRows(network, walk.reads).map(({ word, isRead }) => ({ name: name(word), isRead, values: network.inWeight.subarray(word * job.dimension, (word + 1) * job.dimension) })),
      reads: reads.slice(0, most.reads).map((row) => ({ ...row, name: name(row.word) })),
      hidden: walk.hidden,
      dHidden: walk.dHidden,
      scores,
      lossText: lossText(walk, shown, nameOf(corpus, shown.word)),
      titles: {
        matrix: `one-hot × in.weight, ${Math.min(most.matrix, network.vocabularySize)} of ${network.vocabularySize.toLocaleString('en')} rows`,
        hidden: isMean ? `h: the mean of ${walk.reads.length} rows` : 'h: that row',
        moved: left > 0 ? `Rows of in.weight, ${most.reads} of ${reads.length}` : 'Rows of in.weight',
        scores: shown.scores.length > scores.length ? `Rows of out.weight, ${scores.length} of ${shown.scores.length}` : 'Rows of out.weight',
        prob: job.negatives > 0 ? 'σ' : 'softmax',
      },
      largest: { vector: Math.max(...vectors.map(size)), gradient: Math.max(...gradients.map(size)) },
    },
  };
}

/** The sentence around the example, each word with its part in it. */
function tokensOf(corpus: Corpus, sentence: Int32Array, { at, around }: VectorMoment['next']): WalkPictureInput['tokens'] {
  const from = Math.max(0, Math.min(at - most.tokens / 2, sentence.length - most.tokens));
  const [low, high] = [Math.min(at, ...around), Math.max(at, ...around)];
  const roleOf = (place: number) => (place === at ? 'centre' : around.includes(place) ? 'context' : place > low && place < high ? 'left-out' : 'other');
  return Array.from(sentence.subarray(from, from + most.tokens), (word, k) => ({ text: nameOf(corpus, word), role: roleOf(from + k) }));
}

/** Rows of the matrix in view: those that are read, and others of the vocabulary beside them, in its order. */
function matrixRows({ vocabularySize }: Word2VecNetwork, reads: readonly number[]): { word: number; isRead: boolean }[] {
  const chosen = new Set(reads.slice(0, most.matrix));
  const [first = 0] = reads;
  for (let away = 1; chosen.size < Math.min(most.matrix, vocabularySize); away++) {
    for (const word of [first - away, first + away]) if (word >= 0 && word < vocabularySize && chosen.size < most.matrix) chosen.add(word);
  }
  return [...chosen].sort((a, b) => a - b).map((word) => ({ word, isRead: reads.includes(word) }));
}

function lossText({ loss, targets }: Walk, shown: WalkTarget, name: string): string {
  const own = `loss for “${name}”: ${formatNumber(shown.loss, 4)}`;
  return targets.length === 1 ? own : `${own}; of all ${targets.length} pairs: ${formatNumber(loss, 4)}`;
}
