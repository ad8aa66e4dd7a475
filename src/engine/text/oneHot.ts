// One-hot: indices [T] → a tensor [T, V] with a single 1 in each row, and its shape in words. The engine itself reads
// indices and never this tensor; it is for showing, and for networks that read dense inputs.
import type { Vector } from '../math/array.ts';

interface TensorShape {
  /** From the outermost: (sequences,) time steps, input features. */
  readonly sizes: readonly number[];
  /** What each of the sizes counts, in the same order: "time steps". */
  readonly names: readonly string[];
  /** The two together: "4 time steps × 5 input features". */
  readonly words: string;
  /** How many numbers the tensor holds, zeros included. */
  readonly numbers: number;
}

/**
 * The one-hot vectors of a sequence, [T, V] row by row. The index −1, no word, gives a row of zeros.
 *
 * @throws Error if an index is neither −1 nor one of the vocabulary's V words.
 */
export function oneHot(indices: ArrayLike<number>, vocabularySize: number): Vector {
  const out = new Float64Array(indices.length * vocabularySize);
  for (let t = 0; t < indices.length; t++) {
    const index = indices[t]!;
    if (!Number.isInteger(index) || index < -1 || index >= vocabularySize) {
      throw new Error(
        `The vocabulary has ${vocabularySize} words, with the indices 0 to ${vocabularySize - 1}, but step ${t + 1} has the index ${index}.`,
      );
    }
    if (index >= 0) out[t * vocabularySize + index] = 1;
  }
  return out;
}

/** The shape of a sequence's one-hot tensor, (time steps, input features), or with `sequences` that of a batch of them. */
export function oneHotShape(timeSteps: number, features: number, sequences?: number): TensorShape {
  const axes = [
    ...(sequences === undefined ? [] : [{ size: sequences, name: 'sequence' }]),
    { size: timeSteps, name: 'time step' },
    { size: features, name: 'input feature' },
  ];
  const plurals = axes.map(({ size, name }) => ({ size, name: size === 1 ? name : `${name}s` }));
  return {
    sizes: axes.map(({ size }) => size),
    names: plurals.map(({ name }) => name),
    words: plurals.map(({ size, name }) => `${size.toLocaleString('en')} ${name}`).join(' × '),
    numbers: axes.reduce((product, { size }) => product * size, 1),
  };
}
