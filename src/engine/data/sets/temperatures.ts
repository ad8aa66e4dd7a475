// The highest temperature of each day in Seattle over four years: what comes tomorrow.
import { builtIn } from '../builtIn.ts';
import { seriesTask, windowsOf } from '../series.ts';
import { cellsOf } from '../table.ts';

const scale = { offset: -10, factor: 50, unit: '°C' };
const days = 30;

export const temperatures = builtIn({
  task: {
    ...seriesTask,
    id: 'temperatures',
    title: 'Daily temperature',
    words: `The highest temperature of each day in Seattle, 2012 to 2015, in stretches of ${days} days: after each day the network says the next one.`,
    cell: 'gru',
    vocabulary: ['temperature'],
    outputs: ['next temperature'],
    hiddenSize: 12,
    seed: 1,
    epochs: 60,
    learningRate: 0.01,
  },
  source: {
    words: 'Measured by the National Centers for Environmental Information of the United States (NOAA), collected in vega-datasets as seattle-weather.csv; the column temp_max.',
    licence: 'public domain',
    address: 'https://github.com/vega/vega-datasets',
  },
  file: 'seattle-temperature.csv',
  scale,
  rows: (text) => windowsOf(cellsOf(text, ',').map(([, value]) => Number(value)), scale, days),
  recipe: { optimiser: 'adam', batchSize: 4 },
});
