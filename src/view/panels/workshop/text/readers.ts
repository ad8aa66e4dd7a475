// The three ways to read a text: their names, what each is given, and how it looks on plots.
import type { DataReader } from '../../../../engine/data/readers.ts';
import type { LineLook } from '../../../draw/plot/LinesPlot.tsx';

interface ReaderWords {
  readonly name: string;
  /** On plots and in rows. */
  readonly short: string;
  /** What it is given of a text. */
  readonly given: string;
  readonly look: LineLook;
}

export const readerWords: Readonly<Record<DataReader, ReaderWords>> = {
  bag: { name: 'Bag of words, feed-forward', short: 'bag', given: 'how often each word is there, at once', look: { colour: 'var(--role-update)', dashes: '2 4', width: 2.5 } },
  padded: { name: 'Padded words, feed-forward', short: 'padded', given: 'all one-hot vectors beside each other, at once', look: { colour: 'var(--role-output)', dashes: '8 4', width: 2.5 } },
  sequence: { name: 'RNN', short: 'RNN', given: 'one word after the other, with its state', look: { colour: 'var(--network-rnn_tanh)', width: 2.5 } },
};
