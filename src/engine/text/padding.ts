// Padding and truncation: B sequences of word indices of any lengths → one matrix [B, T] of equal length, with its mask.
// Padding is −1, the index of no word: a vector of zeros. As Keras' pad_sequences, but what is cut off is handed back.

/** At the beginning of a sequence (pre) or at its end (post). */
export type Side = 'pre' | 'post';

interface PaddingOptions {
  /** T, the length of all. Without it, that of the longest sequence. */
  readonly length?: number | undefined;
  /** Where padding goes; without it, at the end. */
  readonly pad?: Side | undefined;
  /** Where sequences longer than T are cut; without it, at the end. */
  readonly cut?: Side | undefined;
}

export interface Padded {
  /** T. */
  readonly length: number;
  /** [B, T], row by row: indices of words, and −1 for padding. */
  readonly indices: Int32Array;
  /** [B, T]: 1 where there is a step of the sequence, 0 where there is padding. */
  readonly mask: Uint8Array;
  /** [B]: how many steps of each sequence are left; 0 for one that is padding throughout. */
  readonly lengths: Int32Array;
  /** What was cut off each sequence, in its order; empty for most. */
  readonly cutOff: readonly Int32Array[];
}

interface Truncated {
  readonly kept: Int32Array;
  readonly cutOff: Int32Array;
}

/** The index of no word. */
export const noWord = -1;

/**
 * Brings sequences of indices to one length. An index of −1 inside a sequence, a step without a word, stays a step: the
 * mask tells it from padding. No sequences give an empty matrix, with T = 0 unless a length is given.
 *
 * @throws Error if the length is not a whole number of at least 1, or if an index is neither −1 nor 0, 1, 2, …
 */
export function padSequences(sequences: readonly ArrayLike<number>[], options: PaddingOptions = {}): Padded {
  const { pad = 'post', cut = 'post' } = options;
  if (options.length !== undefined) requireLength(options.length);
  sequences.forEach((sequence, b) => {
    for (let t = 0; t < sequence.length; t++) requireIndex(sequence[t]!, b, t);
  });
  const T = options.length ?? sequences.reduce((longest, { length }) => Math.max(longest, length), 0);
  const indices = new Int32Array(sequences.length * T).fill(noWord);
  const mask = new Uint8Array(indices.length);
  const lengths = new Int32Array(sequences.length);
  const cutOff = sequences.map((sequence, b) => {
    const parts = split(sequence, T, cut);
    const { length } = parts.kept;
    const start = b * T + (pad === 'pre' ? T - length : 0);
    indices.set(parts.kept, start);
    mask.fill(1, start, start + length);
    lengths[b] = length;
    return parts.cutOff;
  });
  return { length: T, indices, mask, lengths, cutOff };
}

/**
 * The first T indices of a sequence and the rest, or, cut at its beginning, the last T and what was before them.
 *
 * @throws Error if the length is not a whole number of at least 1.
 */
export function truncate(sequence: ArrayLike<number>, length: number, cut: Side = 'post'): Truncated {
  requireLength(length);
  return split(sequence, length, cut);
}

function split(sequence: ArrayLike<number>, length: number, cut: Side): Truncated {
  const all = Int32Array.from(sequence);
  const rest = Math.max(0, all.length - length);
  return cut === 'post'
    ? { kept: all.slice(0, length), cutOff: all.slice(length) }
    : { kept: all.slice(rest), cutOff: all.slice(0, rest) };
}

function requireLength(length: number): void {
  if (!Number.isSafeInteger(length) || length < 1) {
    throw new Error(`Sequences are brought to a whole number of steps, 1 or more, but the length asked for is ${length}.`);
  }
}

function requireIndex(index: number, b: number, t: number): void {
  if (!Number.isInteger(index) || index < noWord || index > 0x7fff_ffff) {
    throw new Error(
      `An index is 0, 1, 2, … for a word of the vocabulary, or −1 for no word, but step ${t + 1} of sequence ${b + 1} has ${index}.`,
    );
  }
}
