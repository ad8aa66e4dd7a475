// Pictures of 4 × 4 pixels with a caption: each shape at every place where it fits.
import { captions as task } from '../../tasks/captions.ts';
import type { TaskRow } from '../../tasks/task.ts';
import { builtIn, ownSource } from '../builtIn.ts';

const { rows: _, ...rest } = task;

const size = 4;

const shapes: Readonly<Record<string, readonly string[]>> = {
  'a big square': ['####', '#..#', '#..#', '####'],
  'a small square': ['##', '##'],
  'a big line': ['####'],
  'a small line': ['##'],
  'a big cross': ['#..#', '.##.', '.##.', '#..#'],
  'a small cross': ['#.#', '.#.', '#.#'],
  'a dot': ['#'],
};

function rowsOf(caption: string, shape: readonly string[]): TaskRow[] {
  const [down, across] = [size + 1 - shape.length, size + 1 - shape[0]!.length];
  return Array.from({ length: down * across }, (_place, place) => {
    const [top, left] = [Math.floor(place / across), place % across];
    const lines = Array.from({ length: size }, (_line, row) => Array.from({ length: size }, (_pixel, column) => shape[row - top]?.[column - left] ?? '.').join(''));
    return { text: `${lines.join('/')} > ${caption}` };
  });
}

export const captions = builtIn({
  task: {
    ...rest,
    title: 'Pictures and their caption',
    words: 'Forty-seven pictures, each seen at the first step alone; then the network says in words what it is: “a small cross”.',
    firstRow: 0,
    hiddenSize: 24,
    epochs: 80,
    learningRate: 0.01,
    recipes: {},
  },
  source: ownSource('Each shape at every place where it fits.'),
  rows: () => Object.entries(shapes).flatMap(([caption, shape]) => rowsOf(caption, shape)),
  recipe: { optimiser: 'adam', batchSize: 4 },
});
