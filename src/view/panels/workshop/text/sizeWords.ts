// The weights of the three kinds of network as formulas, and what they come to, in words.
import type { DataReader } from '../../../../engine/data/readers.ts';
import type { ReaderSize, TextSizes } from '../../../../engine/workshop/readerSizes.ts';

const whole = (count: number): string => count.toLocaleString('en');

export function formulaOf(reader: DataReader, { length: T, vocabulary: V, units: H }: TextSizes): { readonly symbols: string; readonly numbers: string } {
  if (reader === 'padded') return { symbols: 'T × V × H', numbers: `${whole(T)} × ${whole(V)} × ${whole(H)} = ${whole(T * V * H)}` };
  if (reader === 'bag') return { symbols: 'V × H', numbers: `${whole(V)} × ${whole(H)} = ${whole(V * H)}` };
  return { symbols: 'V × H + H × H', numbers: `${whole(V)} × ${whole(H)} + ${whole(H)} × ${whole(H)} = ${whole(V * H + H * H)}` };
}

/** What the engine says of the network as it is made. */
export function madeWords({ inputWeights, recurrentWeights, made, problem }: ReaderSize): string {
  if (made === null) return `Too large to be made here. ${problem ?? ''}`;
  const rest = made - inputWeights - recurrentWeights;
  return `The network that is made of it has ${whole(made)} parameters: these, and ${whole(rest)} for the biases and the output.`;
}

/** How many times as many the fixed width takes. */
export function sizeVerdict({ length }: TextSizes, counted: readonly ReaderSize[]): string {
  const countOf = (reader: DataReader): number => counted.filter((each) => each.reader === reader).reduce((sum, { inputWeights, recurrentWeights }) => sum + inputWeights + recurrentWeights, 0);
  const [padded, sequence] = [countOf('padded'), countOf('sequence')];
  const times = padded / sequence;
  const factor = times >= 10 ? whole(Math.round(times)) : times.toFixed(1);
  if (times < 1) return `Here the RNN takes more, as W_hh alone has H × H weights and the text is short. But it takes as many for texts of any length.`;
  return `A network of the fixed width ${whole(length)} takes ${whole(padded)} weights, ${factor} times as many as the RNN’s ${whole(sequence)}; and every longer text needs another network.`;
}
