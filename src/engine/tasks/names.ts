// Six given names: from girl or boy to a name, letter by letter, each letter read again as the next input.
import type { Task } from './task.ts';

const classes = ['girl', 'boy'];
const end = '.';
// What comes out is read again, so both have the same list.
const symbols = [...classes, 'a', 'e', 'i', 'l', 'm', 'n', 'o', 't', 'x', end];

export const names: Task = {
  id: 'names',
  title: 'Given names',
  words: 'Is told girl or boy, then says a name letter by letter; each letter is what it reads next, and a full stop ends the name.',
  topology: 'one-to-many',
  loss: 'cross_entropy',
  step: 'letter',
  whole: 'name',
  cut: 'named',
  vocabulary: symbols,
  classes,
  outputs: symbols,
  rows: [
    { text: 'girl: anna' },
    { text: 'girl: ella' },
    { text: 'girl: mia' },
    { text: 'boy: tom' },
    { text: 'boy: max' },
    { text: 'boy: leo' },
  ],
  firstRow: 0,
  hiddenSize: 6,
  seed: 1,
  epochs: 400,
  learningRate: 0.1,
  recipes: {
    rnn_sigmoid: { learningRate: 0.2 },
    lstm: { learningRate: 0.2 },
  },
  targetSource: { kind: 'next', end },
  canGrow: false,
};
