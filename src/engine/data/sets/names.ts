// First names by gender: from girl or boy to a name, letter by letter.
import { names as task } from '../../tasks/names.ts';
import { builtIn } from '../builtIn.ts';
import { cellsOf } from '../table.ts';

const { rows: _, vocabulary: __, outputs: ___, ...rest } = task;

export const names = builtIn({
  task: {
    ...rest,
    title: 'First names',
    words: 'Is told girl or boy, then says a name letter by letter, each of which it reads next; a full stop ends it. There are 383 common names to learn from.',
    hiddenSize: 32,
    epochs: 12,
    learningRate: 0.005,
    cell: 'gru',
    recipes: {},
  },
  source: { words: 'Common first names of several countries, written down from general knowledge. That a name is in use is a fact, which nobody owns.', licence: 'public domain' },
  file: 'names.csv',
  rows: (text) => cellsOf(text, ',').map(([who = '', name = '']) => ({ text: `${who}: ${name}` })),
  recipe: { optimiser: 'adam', batchSize: 8 },
});
