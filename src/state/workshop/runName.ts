// What a run is called at first: its network and its optimiser, with a number where another one is called so already.
import { cells } from '../../engine/cells/index.ts';
import { optimisers } from '../../engine/learn/optimisers.ts';
import type { TrainingRun } from './run.ts';

/** "LSTM, 8 units, Adam, η = 0.01"; "LSTM, 8 units, Adam, η = 0.01 (2)". */
export function nameOf({ model, optimiser, learningRate }: TrainingRun['job'], others: readonly Pick<TrainingRun, 'name'>[]): string {
  const ways = model.bidirectional ? ', both ways' : '';
  const name = `${cells[model.cell].title}${ways}, ${model.hiddenSize} ${model.hiddenSize === 1 ? 'unit' : 'units'}, ${optimisers[optimiser].title}, η = ${learningRate}`;
  const taken = new Set(others.map((each) => each.name));
  let free = name;
  for (let k = 2; taken.has(free); k++) free = `${name} (${k})`;
  return free;
}
