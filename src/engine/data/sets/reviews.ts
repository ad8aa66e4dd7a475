// The three reviews of the score's table.
import { reviews as task } from '../../tasks/reviews.ts';
import { builtIn, ownSource } from '../builtIn.ts';

const { rows, ...rest } = task;

export const reviews = builtIn({
  task: { ...rest, title: 'Three reviews', words: 'Three short reviews of a film, and whether each is positive: few enough to follow every number.', epochs: 60, learningRate: 0.05 },
  source: ownSource('Three sentences of the course, as on the first page.'),
  isText: true,
  rows: () => rows,
  recipe: { optimiser: 'adam', batchSize: 1, share: 0 },
});
