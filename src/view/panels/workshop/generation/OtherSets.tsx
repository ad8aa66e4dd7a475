// Data sets whose networks have something to say by themselves: a button takes one, with settings that start well, and leads to the training.
import { useId, useState } from 'react';
import { builtIns } from '../../../../engine/data/builtIns.ts';
import { loadDataset } from '../../../../state/workshop/datasets.ts';
import { shareFor, startOf } from '../start.ts';
import { useEditRoom, useOpenRoom, useRoom } from '../hooks.ts';

/** Keys of built-in sets, one of each kind first; those that are not there are left out. */
const generating = ['names', 'letters', 'temperatures', 'phrases', 'sine'];

export function OtherSets({ words }: { readonly words: string }) {
  const id = useId();
  const { share } = useRoom('data');
  const editData = useEditRoom('data');
  const editTraining = useEditRoom('training');
  const open = useOpenRoom();
  const [problem, setProblem] = useState<string | null>(null);
  const take = async (id: string): Promise<void> => {
    try {
      const dataset = await loadDataset(id);
      editData({ set: id, row: 0, share: shareFor(dataset, share) });
      editTraining(startOf(dataset));
      open('training');
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    }
  };
  return (
    <div className="generation-sets">
      <p id={id}>{words}</p>
      <ul aria-labelledby={id}>
        {generating.flatMap((id) => {
          const set = builtIns[id];
          if (!set) return [];
          return [
            <li key={id}>
              <button type="button" className="controls-button" title={set.words} onClick={() => void take(id)}>
                {set.title}
              </button>
            </li>,
          ];
        })}
      </ul>
      {problem !== null && (
        <p className="controls-problem" role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}
