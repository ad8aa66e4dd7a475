// Eight English sentences and their French: the whole sentence is read first, then said in other words, of another number.
import type { Task } from './task.ts';

const start = '<start>';
const end = '<end>';
// What the decoder says it reads at its next step, so both have the same list.
const french = [start, 'je', "j'ai", "n'ai", 'tu', 'as', "n'as", 'pas', 'froid', 'faim', end];

export const translation: Task = {
  id: 'translation',
  title: 'Translation',
  words: 'Reads an English sentence to its end and then says it in French, word by word, until it says that it has come to the end.',
  topology: 'encoder-decoder',
  loss: 'cross_entropy',
  step: 'word',
  whole: 'sentence',
  cut: 'words',
  vocabulary: ['i', 'am', 'you', 'are', 'not', 'cold', 'hungry'],
  decoderVocabulary: french,
  outputs: french,
  rows: [
    { text: "i am cold > j'ai froid" },
    { text: "i am not cold > je n'ai pas froid" },
    { text: "i am hungry > j'ai faim" },
    { text: "i am not hungry > je n'ai pas faim" },
    { text: 'you are cold > tu as froid' },
    { text: "you are not cold > tu n'as pas froid" },
    { text: 'you are hungry > tu as faim' },
    { text: "you are not hungry > tu n'as pas faim" },
  ],
  firstRow: 1,
  hiddenSize: 6,
  seed: 7,
  epochs: 600,
  learningRate: 0.05,
  recipes: {
    rnn_sigmoid: { epochs: 800, learningRate: 0.4 },
    rnn_relu: { epochs: 800, learningRate: 0.02 },
    lstm: { epochs: 400, learningRate: 0.2 },
    gru: { epochs: 400, learningRate: 0.2 },
    gru_original: { epochs: 400, learningRate: 0.2 },
  },
  targetSource: { kind: 'written', what: 'translation', start, end },
  canGrow: false,
};
