// Carbon dioxide in the air over Mauna Loa, month by month: a wave within the year on a rise over the years.
import { builtIn } from '../builtIn.ts';
import { seriesTask, windowsOf } from '../series.ts';
import { cellsOf } from '../table.ts';

const scale = { offset: 300, factor: 125, unit: 'ppm' };
const months = 24;

export const carbonDioxide = builtIn({
  task: {
    ...seriesTask,
    id: 'co2',
    title: 'Carbon dioxide',
    words: `Carbon dioxide in the air over Mauna Loa, Hawaii, month by month from 1959 to 2023, in stretches of ${months} months: after each month the network says the next one.`,
    cell: 'gru',
    vocabulary: ['ppm'],
    outputs: ['next ppm'],
    hiddenSize: 16,
    seed: 1,
    epochs: 150,
    learningRate: 0.01,
  },
  source: {
    words: 'Monthly means of P. Tans, NOAA Global Monitoring Laboratory, and R. Keeling, Scripps Institution of Oceanography; the column Average of co2-mm-mlo.csv.',
    licence: 'public domain (ODC-PDDL 1.0)',
    address: 'https://github.com/datasets/co2-ppm',
  },
  file: 'mauna-loa-co2.csv',
  scale,
  rows: (text) => windowsOf(cellsOf(text, ',').map(([, value]) => Number(value)), scale, months),
  recipe: { optimiser: 'adam', batchSize: 2 },
});
