// Films of a dot on five pixels, drawn by a seed.
import { stream } from '../../math/random.ts';
import { frames as task } from '../../tasks/frames.ts';
import type { TaskRow } from '../../tasks/task.ts';
import { builtIn, ownSource } from '../builtIn.ts';
import { distinctRows } from '../distinct.ts';

const { rows: _, ...rest } = task;

const pixels = 5;
const filmCount = 150;
const [fewest, most] = [6, 12];

const frameAt = (dot: number): string => Array.from({ length: pixels }, (_pixel, k) => (k === dot ? '#' : '.')).join('');

/** At each frame the dot stays, or goes one pixel to a side where there is one. */
function rowsOf(seed: number): TaskRow[] {
  const random = stream(seed, 'films');
  return distinctRows(filmCount, () => {
    let dot = random.integer(pixels);
    const dots = Array.from({ length: fewest + random.integer(most - fewest + 1) }, (_frame, k) => {
      if (k > 0) dot += random.pick([-1, 0, 1].filter((by) => dot + by >= 0 && dot + by < pixels));
      return dot;
    });
    return { text: dots.map(frameAt).join(';') };
  });
}

export const frames = builtIn({
  task: {
    ...rest,
    title: 'Frames of a moving dot',
    words: 'A hundred and fifty films of a dot on five pixels: at every frame, whether it stays, goes left or goes right. One frame alone cannot tell.',
    hiddenSize: 12,
    epochs: 25,
    learningRate: 0.01,
    recipes: {},
  },
  source: ownSource('A random walk of the dot, by a seed.'),
  rows: () => rowsOf(1),
  recipe: { optimiser: 'adam', batchSize: 4 },
});
