// How many weights a network needs to read texts: as a bag [V], as padded one-hot vectors beside each other [T · V], or word by word with a memory.
import { createNetwork } from '../network.ts';
import type { Model } from '../model.ts';
import type { DataReader } from '../data/readers.ts';

export interface TextSizes {
  /** T, words of the longest text. */
  readonly length: number;
  /** V */
  readonly vocabulary: number;
  /** H */
  readonly units: number;
}

interface ReaderWeights {
  /** Numbers of W_xh, which reads the input. */
  readonly inputWeights: number;
  /** Numbers of W_hh, which reads the state; 0 without a memory. */
  readonly recurrentWeights: number;
}

export interface ReaderSize extends ReaderWeights {
  readonly reader: DataReader;
  /** Parameters of the network as the engine makes it, with biases and one output; null where it would be too large to be made. */
  readonly made: number | null;
  /** Why it is not made, in words; null where it is. */
  readonly problem: string | null;
}

const inputSizeOf: Readonly<Record<DataReader, (sizes: TextSizes) => number>> = {
  padded: ({ length, vocabulary }) => length * vocabulary,
  bag: ({ vocabulary }) => vocabulary,
  sequence: ({ vocabulary }) => vocabulary,
};

/** The network that reads so: one yes or no at the end. */
function readerModel(reader: DataReader, sizes: TextSizes): Model {
  const hasMemory = reader === 'sequence';
  return {
    cell: hasMemory ? 'rnn_tanh' : 'feedforward_tanh',
    topology: hasMemory ? 'many-to-one' : 'one-to-one',
    loss: 'bce',
    biases: 'one',
    timeReduction: 'sum',
    inputSize: inputSizeOf[reader](sizes),
    hiddenSize: sizes.units,
    outputSize: 1,
  };
}

/** The weights between input and hidden units, of any sizes. */
export const readerWeights = (reader: DataReader, sizes: TextSizes): ReaderWeights => ({
  inputWeights: inputSizeOf[reader](sizes) * sizes.units,
  recurrentWeights: reader === 'sequence' ? sizes.units ** 2 : 0,
});

/** The same, and the network made of them. */
export function readerSize(reader: DataReader, sizes: TextSizes): ReaderSize {
  const counted = { reader, ...readerWeights(reader, sizes) };
  try {
    return { ...counted, made: createNetwork(readerModel(reader, sizes)).program.parameterCount, problem: null };
  } catch (error) {
    return { ...counted, made: null, problem: error instanceof Error ? error.message : String(error) };
  }
}
