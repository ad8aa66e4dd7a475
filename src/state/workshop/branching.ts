// Where a branch begins: at the checkpoint in view where the new network has the same shape, else anew from its seed, and why.
import { cells } from '../../engine/cells/index.ts';
import { optimisers } from '../../engine/learn/optimisers.ts';
import type { Checkpoint, TrainingJob } from '../../engine/workshop/job.ts';
import type { TrainingRun } from './run.ts';

interface Beginning {
  /** Left out where it starts anew. */
  readonly from: Checkpoint | null;
  /** Epochs in all. */
  readonly epochs: number;
  /** What the reader should know; empty where it is all as asked for. */
  readonly words: string;
}

/** What of the data decides which input stands for which word. */
const wordsOf = ({ set, lowerCase, stopWords, stems, mostWords, share, splitSeed }: TrainingRun['settings']['data']): string =>
  JSON.stringify([set, lowerCase, stopWords, stems, mostWords, share, splitSeed]);

export function beginningOf(run: TrainingRun, checkpoint: Checkpoint, settings: TrainingRun['settings'], job: Pick<TrainingJob, 'model' | 'optimiser' | 'epochs'>): Beginning {
  const why = difference(run, settings, job);
  if (why !== null) return { from: null, epochs: job.epochs, words: `It starts anew from the seed: ${why}.` };
  const isSameOptimiser = checkpoint.memory.id === job.optimiser;
  const memory = isSameOptimiser ? checkpoint.memory : optimisers[job.optimiser].make({}, checkpoint.parameters.length).save();
  const isOver = checkpoint.epoch >= job.epochs;
  const words = [
    ...(isSameOptimiser ? [] : [`${optimisers[job.optimiser].title} begins without memory.`]),
    ...(isOver ? [`Epoch ${checkpoint.epoch} is past the ${job.epochs} epochs that are set, so it goes on for as many more.`] : []),
  ];
  return { from: { ...checkpoint, memory }, epochs: isOver ? checkpoint.epoch + job.epochs : job.epochs, words: words.join(' ') };
}

/** Why the weights do not fit the new network, in words; null where they do. */
function difference(run: TrainingRun, settings: TrainingRun['settings'], { model }: Pick<TrainingJob, 'model'>): string | null {
  const before = run.job.model;
  if (wordsOf(run.settings.data) !== wordsOf(settings.data)) return 'its data are other ones, or are prepared otherwise, so its inputs stand for other words';
  if (run.settings.training.reader !== settings.training.reader) return 'it is given its texts in another way';
  if (before.cell !== model.cell) return `the weights of ${cells[before.cell].title} do not fit ${cells[model.cell].title}`;
  if (before.hiddenSize !== model.hiddenSize) return `the weights of ${before.hiddenSize} hidden units do not fit ${model.hiddenSize}`;
  if (JSON.stringify(before) !== JSON.stringify(model)) return 'the weights do not fit a network of another shape';
  return null;
}
