// Data sets whose networks have something to say by themselves: a button takes one, and leads to the training.
import { builtIns } from '../../../../engine/data/builtIns.ts';
import { useEditRoom, useOpenRoom } from '../hooks.ts';

/** Keys of built-in sets, the nicest first; those that are not there are left out. */
const generating = ['names', 'letters', 'temperatures', 'phrases', 'sine'];

export function OtherSets() {
  const edit = useEditRoom('data');
  const open = useOpenRoom();
  return (
    <ul className="generation-sets">
      {generating.flatMap((id) => {
        const set = builtIns[id];
        return set
          ? [
              <li key={id}>
                <button
                  type="button"
                  className="controls-button"
                  onClick={() => {
                    edit({ set: id });
                    open('training');
                  }}
                >
                  {set.title}
                </button>
              </li>,
            ]
          : [];
      })}
    </ul>
  );
}
