// A missing word that only what comes after it tells.
import { gap as missing } from '../../tasks/cut.ts';
import { gap as task } from '../../tasks/gap.ts';
import { builtIn, ownSource } from '../builtIn.ts';

const { rows: _, vocabulary: __, ...rest } = task;

const who = ['i', 'we', 'you', 'they'];
const doing = ['like eating', 'love eating', 'often eat', 'never eat', 'want'];
const telling = ['with two chopsticks', 'with a spoon', 'with ten candles', 'hot with a spoon', 'with candles and friends', 'at home with chopsticks'];

export const gap = builtIn({
  task: {
    ...rest,
    title: 'Missing word',
    words: 'Sentences with a gap: noodles, soup or cake. Only the words after the gap tell, so a network that reads one way cannot know.',
    hiddenSize: 8,
    epochs: 20,
    learningRate: 0.01,
    recipes: {},
  },
  source: ownSource('Made of four beginnings, five verbs and six ends.'),
  rows: () => who.flatMap((one) => doing.flatMap((verb) => telling.map((end) => ({ text: `${one} ${verb} ${missing} ${end}` })))),
  recipe: { optimiser: 'adam', batchSize: 4 },
});
