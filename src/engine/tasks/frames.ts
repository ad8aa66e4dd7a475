// A dot on five pixels, frame by frame: whether it stays, or which way it goes, which only the frame before can tell.
import { pixelNames } from './grid.ts';
import type { ReadSteps, Task } from './task.ts';

const grid = { width: 5, height: 1 };
const outputs = ['starts', 'stays', 'goes left', 'goes right'];

/** Where the brightest pixel of frame t is, the first of equals. */
function dotAt({ inputs }: ReadSteps, t: number): number {
  if (inputs.kind !== 'dense') throw new Error('A frame is a row of pixels, but these inputs are one-hot.');
  const frame = inputs.values.subarray((t - 1) * grid.width, t * grid.width);
  return frame.indexOf(Math.max(...frame));
}

function moveAt(steps: ReadSteps, t: number): number {
  if (t === 1) return 0;
  const step = dotAt(steps, t) - dotAt(steps, t - 1);
  return step === 0 ? 1 : step < 0 ? 2 : 3;
}

export const frames: Task = {
  id: 'frames',
  title: 'Moving dot',
  words: 'Watches a dot on five pixels and says at every frame whether it stays, goes left or goes right.',
  topology: 'many-to-many-synced',
  loss: 'cross_entropy',
  step: 'frame',
  whole: 'film',
  cut: 'dense',
  vocabulary: pixelNames(grid),
  grid,
  outputs,
  // Enough films that a film of one's own is watched well, too.
  rows: [
    { text: '#....;.#...;..#..;..#..;.#...' },
    { text: '..#..;.#...;.#...;..#..;.#...;.#...;#....;#....' },
    { text: '.#...;..#..;...#.;..#..;.#...;#....;#....;.#...' },
    { text: '..#..;..#..;..#..;...#.;..#..;...#.;...#.;...#.' },
    { text: '...#.;..#..;..#..;..#..;.#...;#....;#....;#....' },
    { text: '.#...;.#...;#....;#....;.#...;.#...;#....;#....' },
    { text: '....#;...#.;...#.;..#..;..#..;...#.;..#..;.#...' },
    { text: '..#..;...#.;..#..;.#...;.#...;#....;#....;#....' },
    { text: '...#.;....#;....#;....#;...#.;..#..;..#..;.#...' },
    { text: '....#;...#.;..#..;..#..;...#.;...#.;..#..;...#.' },
  ],
  firstRow: 0,
  hiddenSize: 5,
  seed: 6,
  epochs: 600,
  learningRate: 0.05,
  recipes: {
    rnn_sigmoid: { epochs: 800, learningRate: 0.3 },
    rnn_relu: { epochs: 800, learningRate: 0.01 },
    lstm: { epochs: 200, learningRate: 0.3 },
    gru: { seed: 1 },
    gru_original: { seed: 1 },
  },
  targetSource: {
    kind: 'rule',
    words: 'The first frame starts; after that the dot is held against where it was one frame before.',
    classOf: moveAt,
  },
  canGrow: false,
};
