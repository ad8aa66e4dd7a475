// One example of word2vec in all its steps, as plain numbers for the reader: the vectors that are read, the scores, the loss, the gradients and
// every vector before and after the update. Mikolov et al. (2013), both papers.
import { predictionOf, type Word2VecExample } from './example.ts';
import { NegativePass } from './negative.ts';
import type { Word2VecNetwork } from './network.ts';
import { SoftmaxPass } from './softmax.ts';

/** A vector that the update moves. */
export interface WalkRow {
  readonly matrix: 'in' | 'out';
  readonly word: number;
  /** [D] each: as it is, ∂L/∂ of it over the whole example, and as it will be. */
  readonly before: Float64Array;
  readonly gradient: Float64Array;
  readonly after: Float64Array;
}

/** One score u · h. */
interface WalkScore {
  readonly word: number;
  /** 1 for a word that is to be predicted, 0 for another: what the probability should be. */
  readonly wanted: 0 | 1;
  readonly logit: number;
  /** σ(logit), or the softmax over all words. */
  readonly prob: number;
  /** ∂L/∂logit: of this score alone with negative samples; of the whole example with the softmax. */
  readonly dLogit: number;
}

/** A word to predict, with the scores that are held against each other. */
export interface WalkTarget {
  readonly word: number;
  readonly loss: number;
  /** Itself first; with the softmax the likeliest words follow, not all. */
  readonly scores: readonly WalkScore[];
}

export interface Walk {
  /** The words read, repetitions kept. */
  readonly reads: readonly number[];
  /** [D]: the mean of their vectors. */
  readonly hidden: Float64Array;
  readonly targets: readonly WalkTarget[];
  readonly loss: number;
  /** [D] */
  readonly dHidden: Float64Array;
  readonly rate: number;
  /** Each vector once: first those read, then those of the words that have a score above. */
  readonly rows: readonly WalkRow[];
}

/** Likely words beside the one to predict that a softmax shows. */
const shownWords = 5;

/**
 * @param negatives [n][K] for the n words to predict, as in `negativeSamplingPass`; null for the full softmax.
 * @throws Error as `predictionOf` does.
 */
export function walkThrough(network: Word2VecNetwork, example: Word2VecExample, negatives: readonly (readonly number[])[] | null, rate: number): Walk {
  const { reads, predicts } = predictionOf(network, example);
  const pass = negatives ? new NegativePass(network, predicts.length, negatives[0]?.length ?? 0) : new SoftmaxPass(network, predicts.length);
  const loss = pass instanceof NegativePass ? pass.run({ reads, predicts }, Int32Array.from((negatives ?? []).flat())) : pass.run({ reads, predicts });
  const { logits, probs, dLogits, stepLoss } = pass;
  const scoreAt = (at: number, word: number, wanted: 0 | 1): WalkScore => ({ word, wanted, logit: logits[at]!, prob: probs[at]!, dLogit: dLogits[at]! });
  const likely = negatives ? [] : topOf(probs, shownWords + predicts.length);
  const targets = Array.from(predicts, (word, i): WalkTarget => {
    const others = negatives
      ? (negatives[i] ?? []).map((each, k) => scoreAt(i * (1 + negatives[i]!.length) + 1 + k, each, 0))
      : likely.filter((each) => each !== word).slice(0, shownWords).map((each) => scoreAt(each, each, 0));
    const own = negatives ? scoreAt(i * (1 + (negatives[i]?.length ?? 0)), word, 1) : scoreAt(word, word, 1);
    return { word, loss: stepLoss[i]!, scores: [own, ...others] };
  });
  const { dimension: D, vocabularySize: V, parameters } = network;
  const rowOf = (matrix: WalkRow['matrix'], word: number): WalkRow => {
    const at = (matrix === 'in' ? word : V + word) * D;
    const before = parameters.slice(at, at + D);
    const gradient = pass.gradients.slice(at, at + D);
    return { matrix, word, before, gradient, after: before.map((value, j) => value - rate * gradient[j]!) };
  };
  const scored = new Set(targets.flatMap(({ scores }) => scores.map(({ word }) => word)));
  return {
    reads: Array.from(reads),
    hidden: pass.hidden.slice(),
    targets,
    loss,
    dHidden: pass.dHidden.slice(),
    rate,
    rows: [...[...new Set(reads)].map((word) => rowOf('in', word)), ...[...scored].map((word) => rowOf('out', word))],
  };
}

/** Places of the largest numbers, the largest first. */
function topOf(values: Float64Array, count: number): number[] {
  const top: number[] = [];
  for (let k = 0; k < values.length; k++) {
    if (top.length === count && values[k]! <= values[top.at(-1)!]!) continue;
    const place = top.findIndex((other) => values[k]! > values[other]!);
    top.splice(place < 0 ? top.length : place, 0, k);
    if (top.length > count) top.pop();
  }
  return top;
}
