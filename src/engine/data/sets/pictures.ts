// Pictures of 5 × 5 pixels with one of five shapes, at every place where it fits, plain and with one pixel that is wrong.
import { pixelNames } from '../../tasks/grid.ts';
import type { TaskRow } from '../../tasks/task.ts';
import { builtIn, ownSource } from '../builtIn.ts';
import { stream } from '../../math/random.ts';

const size = 5;
const grid = { width: size, height: size };

/** A shape of 3 × 3 pixels, or a line through the whole picture. */
const shapes = {
  'line across': ['#####'],
  'line down': ['#', '#', '#', '#', '#'],
  plus: ['.#.', '###', '.#.'],
  cross: ['#.#', '.#.', '#.#'],
  square: ['###', '#.#', '###'],
};

/** Pictures with a wrong pixel, for each one without. */
const spoiltCount = 4;

/** The picture with the shape's upper left pixel at that row and column. */
function drawn(shape: readonly string[], top: number, left: number): string[] {
  return Array.from({ length: size * size }, (_, k) => shape[Math.floor(k / size) - top]?.[(k % size) - left] ?? '.');
}

const written = (pixels: readonly string[]): string => Array.from({ length: size }, (_, row) => pixels.slice(row * size, (row + 1) * size).join('')).join('/');

function rowsOf(seed: number): TaskRow[] {
  const random = stream(seed, 'pictures');
  return Object.values(shapes).flatMap((shape, label) => {
    const [height, width] = [shape.length, shape[0]!.length];
    const places = Array.from({ length: size - height + 1 }, (_row, top) => Array.from({ length: size - width + 1 }, (_column, left) => [top, left] as const)).flat();
    return places.flatMap(([top, left]) => {
      const plain = drawn(shape, top, left);
      const spoilt = Array.from({ length: spoiltCount }, () => {
        const wrong = random.integer(plain.length);
        return plain.map((pixel, k) => (k !== wrong ? pixel : pixel === '#' ? '.' : '#'));
      });
      return [...new Set([plain, ...spoilt].map(written))].map((text) => ({ text, targets: [label] }));
    });
  });
}

export const pictures = builtIn({
  task: {
    id: 'pictures',
    title: 'Pictures and their class',
    words: 'Pictures of 25 pixels with a line, a plus, a cross or a square somewhere, most with one wrong pixel: one look, one answer.',
    topology: 'one-to-one',
    cell: 'feedforward_tanh',
    loss: 'cross_entropy',
    step: 'picture',
    whole: 'picture',
    cut: 'dense',
    vocabulary: pixelNames(grid),
    grid,
    isSingle: true,
    outputs: Object.keys(shapes),
    hiddenSize: 24,
    seed: 1,
    epochs: 60,
    learningRate: 0.01,
    targetSource: { kind: 'asked', otherwise: 0 },
    canGrow: false,
  },
  source: ownSource('Each shape at every place where it fits; the wrong pixels are drawn by a seed.'),
  rows: () => rowsOf(1),
  recipe: { optimiser: 'adam', batchSize: 4 },
});
