// The network and the row that are taken away.
import { describe, expect, it } from 'vitest';
import { builtIns } from '../../../../src/engine/data/builtIns.ts';
import { prepareDataset } from '../../../../src/engine/data/prepare.ts';
import { createNetwork } from '../../../../src/engine/network.ts';
import type { TrainingRun } from '../../../../src/state/workshop/run.ts';
import type { ShownNetwork } from '../../../../src/state/workshop/shown.ts';
import { chosenRow, takenNetwork } from '../../../../src/view/panels/workshop/takeaway/taken.ts';
import { jobOf } from '../../../engine/workshop/trainings.ts';
import { settingsWith } from '../../../state/workshop/training.ts';

const data = prepareDataset(builtIns.reviews!.build(''), { switches: { lowerCase: true, stopWords: false, stems: false }, mostWords: 2000, share: 0, seed: 1 });

describe('what is taken away', () => {
  it('is the network at the end of an epoch, also while it learns within the next one', () => {
    const memory = { id: 'sgd', count: 0, learningRate: 0.1, values: [] } as const;
    const checkpoints = [0, 1, 2].map((epoch) => ({ epoch, update: epoch, parameters: Float64Array.of(epoch), memory }));
    const { training: _, validation: __, ...job } = jobOf();
    const run: TrainingRun = { id: 'run-1', name: 'Mine, η = 0.1', created: 0, settings: settingsWith(), title: '', parent: null, status: 'running', words: '', records: [], checkpoints, job };
    const shown: ShownNetwork = { run, epoch: 1, network: createNetwork(job.model), parameters: Float64Array.of(1.5), reader: 'sequence' };
    expect(takenNetwork(shown)).toMatchObject({ epoch: 1, model: job.model, name: 'Mine-η-0.1' });
    expect(takenNetwork(shown).parameters).toBe(checkpoints[1]!.parameters);
    expect(takenNetwork({ ...shown, parameters: Float64Array.of(1.7) }).parameters).toBe(checkpoints[1]!.parameters);
  });

  it('reads a row, or a text of one’s own, as the network does', () => {
    const { read } = chosenRow(data, 'sequence', '', 2);
    expect(read?.text).toBe(data.rows[1]!.text);
    expect(read?.example).toEqual(data.rows[1]!.example);
    expect(chosenRow(data, 'sequence', 'Movie was xyz', 1)).toMatchObject({ read: { text: 'movie was' }, note: 'Not in the vocabulary, and left out: “xyz”.' });
    expect(chosenRow(data, 'sequence', 'xyz', 1).read).toBeNull();
    const bag = chosenRow(data, 'bag', 'movie movie was', 1).read;
    expect(bag?.tokens).toEqual([['movie movie was'], []]);
    const { inputs } = bag!.example;
    expect(inputs.kind === 'dense' && Array.from(inputs.values).sort((a, b) => a - b)).toEqual([...Array.from({ length: data.task.vocabulary.length - 2 }, () => 0), 1, 2]);
  });
});
