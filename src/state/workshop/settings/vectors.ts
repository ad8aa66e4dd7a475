// The room "Word vectors" (word2vec).
import { between, oneOf, orNone, place, text, whole, type Values } from '../setting.ts';

/** Characters of one's own text that a link has room for. */
export const mostOwn = 1500;

export const vectorSettings = {
  /** A built-in text's key, `own`, `long` for one that is too long for a link, or `data` for the rows of the workshop's data set. */
  corpus: text('small', 40, 'choose another text'),
  own: text('', mostOwn, 'change the text'),
  kind: oneOf('skipgram', ['cbow', 'skipgram'], 'change between CBOW and skip-gram'),
  window: whole(2, 1, 10, 'change the window'),
  /** Negative samples; 0: the full softmax. */
  negatives: whole(5, 0, 20, 'change the number of negative samples'),
  /** A word that is a larger part of the text than this is left out now and then. */
  subsampling: orNone(between(0.01, 1e-5, 1, 'change the subsampling of frequent words'), 'none'),
  dimension: whole(16, 2, 100, 'change the length of the vectors'),
  epochs: whole(150, 1, 5000, 'change the number of epochs'),
  learningRate: between(0.05, 0, 100, 'change η'),
  seed: whole(7, 0, 2 ** 32 - 1, 'change the seed'),
  word: place(text('', 60, 'look at another word')),
  /** An analogy: a is to b as c is to …, three words with blanks between them. */
  analogy: place(text('', 200, 'ask another analogy')),
  /** A sentence with ___ in it. */
  sentence: place(text('', 300, 'complete another sentence')),
} as const;

export type VectorSettings = Values<typeof vectorSettings>;
