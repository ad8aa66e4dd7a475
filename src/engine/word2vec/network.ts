// A word2vec network: V words, each with two vectors of D numbers, one for being read and one for being predicted, as two
// matrices [V, D] in one buffer. No hidden layer's weights, no biases. Source: T. Mikolov et al., Efficient estimation of
// word representations in vector space (2013).
import type { Vector } from '../math/array.ts';
import { stream } from '../math/random.ts';
import { requireKnown } from '../known.ts';
import { megabytes, memoryCap } from '../run/memory.ts';

/** `cbow`: the words around predict the one between them. `skipgram`: the word between predicts those around it. */
export type Word2VecKind = 'cbow' | 'skipgram';

export interface Word2VecShape {
  readonly kind: Word2VecKind;
  /** V: how many words there are. */
  readonly vocabularySize: number;
  /** D: how many numbers the vector of a word has. */
  readonly dimension: number;
}

export interface Word2VecNetwork extends Word2VecShape {
  /** [2 · V · D]: in.weight, then out.weight. */
  readonly parameters: Vector;
  /** in.weight [V, D], a view: row i is the vector of word i where it is read. These are the word vectors. */
  readonly inWeight: Vector;
  /** out.weight [V, D], a view: row i is the vector of word i where it is predicted. */
  readonly outWeight: Vector;
}

/**
 * The network over a buffer of parameters, which it does not copy; over zeros if none is given.
 *
 * @throws Error if a size is not a whole number of at least 1, if there would not be enough memory, if the kind is not known, or
 *   if the buffer has another length than 2 · V · D.
 */
export function createWord2Vec({ kind, vocabularySize, dimension }: Word2VecShape, parameters?: Vector): Word2VecNetwork {
  requireSize('The vocabulary', 'words', vocabularySize);
  requireSize('The vector of a word', 'numbers', dimension);
  requireKnown('model', kind, ['cbow', 'skipgram']);
  const half = vocabularySize * dimension;
  // Its gradients take as much again.
  if (4 * half * 8 > memoryCap) {
    throw new Error(
      `${vocabularySize.toLocaleString('en')} words with two vectors of ${dimension.toLocaleString('en')} numbers each would need ` +
        `${megabytes(4 * half * 8)} with their gradients; the limit is ${megabytes(memoryCap)}. Take fewer words or shorter vectors.`,
    );
  }
  const buffer = parameters ?? new Float64Array(2 * half);
  if (buffer.length !== 2 * half) {
    throw new Error(
      `${vocabularySize} words with two vectors of ${dimension} numbers each have ${2 * half} weights, but there are ${buffer.length}.`,
    );
  }
  const [inWeight, outWeight] = [buffer.subarray(0, half), buffer.subarray(half)];
  return { kind, vocabularySize, dimension, parameters: buffer, inWeight, outWeight };
}

/**
 * The weights that a training begins with: vectors for reading evenly between −1/(2D) and 1/(2D), vectors for predicting 0,
 * as in Mikolov's word2vec.c. Each word has a stream of its own, so a new word leaves the others as they were.
 */
export function initialWord2Vec(shape: Word2VecShape, seed: number): Word2VecNetwork {
  const network = createWord2Vec(shape);
  const { vocabularySize, dimension, inWeight } = network;
  const bound = 0.5 / dimension;
  for (let word = 0; word < vocabularySize; word++) {
    const random = stream(seed, 'in.weight', word);
    for (let j = 0; j < dimension; j++) inWeight[word * dimension + j] = random.uniform(-bound, bound);
  }
  return network;
}

function requireSize(what: string, unit: string, size: number): void {
  if (!Number.isSafeInteger(size) || size < 1) {
    throw new Error(`${what} needs a whole number of ${unit}, 1 or more, but is given ${size}.`);
  }
}
