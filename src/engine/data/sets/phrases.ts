// English phrases and their French, of other lengths: the whole phrase is read first, then said.
import { translation as task } from '../../tasks/translation.ts';
import { builtIn, ownSource } from '../builtIn.ts';
import { cellsOf } from '../table.ts';

const { rows: _, vocabulary: __, outputs: ___, decoderVocabulary: ____, ...rest } = task;

export const phrases = builtIn({
  task: {
    ...rest,
    id: 'phrases',
    title: 'English – French phrases',
    words: 'Reads an English phrase to its end and then says it in French, word by word: 264 phrases about people, what they are, and what they do or do not.',
    firstRow: 1,
    cell: 'gru',
    hiddenSize: 32,
    epochs: 40,
    learningRate: 0.01,
    recipes: {},
  },
  source: ownSource('Made of six people, eleven states and eleven things that they do, with and without “not”; “I”, “you” and “he” are masculine in French.'),
  file: 'phrases.tsv',
  rows: (text) => cellsOf(text, '\t').map(([english = '', french = '']) => ({ text: `${english} > ${french}` })),
  recipe: { optimiser: 'adam', batchSize: 4 },
});
