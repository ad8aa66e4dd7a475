// Sine waves of several lengths and beginnings: what comes next.
import { stream } from '../../math/random.ts';
import type { TaskRow } from '../../tasks/task.ts';
import { builtIn, ownSource } from '../builtIn.ts';
import { seriesTask } from '../series.ts';

const scale = { offset: -1, factor: 2, unit: '' };
const waveCount = 80;
const steps = 40;
/** Steps of one wave, at least and at most. */
const [shortest, longest] = [10, 25];

/** A sine as it is read, to four places: machines differ in the last bits of Math.sin, and all are to read the same rows. */
const between0and1 = (sine: number): number => Math.round(10_000 * ((sine - scale.offset) / scale.factor)) / 10_000;

function rowsOf(seed: number): TaskRow[] {
  const random = stream(seed, 'sine');
  return Array.from({ length: waveCount }, () => {
    const [period, phase] = [random.uniform(shortest, longest), random.uniform(0, 2 * Math.PI)];
    return { text: Array.from({ length: steps + 1 }, (_, k) => between0and1(Math.sin((2 * Math.PI * k) / period + phase))).join(';') };
  });
}

export const sine = builtIn({
  task: {
    ...seriesTask,
    id: 'sine',
    title: 'Sine waves',
    words: 'Waves of 10 to 25 steps, begun anywhere: after each value the network says the next one. How fast the wave goes, only the values before tell.',
    cell: 'gru',
    vocabulary: ['value'],
    outputs: ['next value'],
    hiddenSize: 16,
    seed: 1,
    epochs: 60,
    learningRate: 0.01,
  },
  source: ownSource('Computed; lengths and beginnings are drawn by a seed.'),
  scale,
  rows: () => rowsOf(1),
  recipe: { optimiser: 'adam', batchSize: 4 },
});
