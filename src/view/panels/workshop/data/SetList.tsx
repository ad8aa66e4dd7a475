// The data sets to choose from: built-in ones by what they teach, and one's own.
import { useEffect, useId, useMemo } from 'react';
import { useStore } from 'zustand';
import { datasets, datasetStore } from '../../../../state/workshop/datasets.ts';
import { useEditRoom, useRoom } from '../hooks.ts';
import { groupsOf } from './groups.ts';

export function SetList() {
  const { set } = useRoom('data');
  const edit = useEditRoom('data');
  const own = useStore(datasetStore, (state) => state.own);
  const problem = useStore(datasetStore, (state) => state.keepingProblem);
  const groups = useMemo(() => groupsOf(), []);
  useEffect(() => void datasets.open(), []);
  const choose = (id: string): void => {
    if (id !== set) edit({ set: id, row: 0 });
  };
  return (
    <nav className="data-sets" aria-label="Data sets">
      {groups.map(({ title, sets }) => (
        <Group key={title} title={title} sets={sets} set={set} onChoose={choose} />
      ))}
      {own.length > 0 && <Group title="Your own" sets={own.map(({ dataset }) => ({ id: dataset.id, title: dataset.task.title, words: dataset.task.words }))} set={set} onChoose={choose} />}
      {problem !== null && (
        <p className="controls-words" role="status">
          {problem}
        </p>
      )}
    </nav>
  );
}

interface GroupProps {
  readonly title: string;
  readonly sets: readonly { readonly id: string; readonly title: string; readonly words: string }[];
  /** The one in view. */
  readonly set: string;
  readonly onChoose: (id: string) => void;
}

function Group({ title, sets, set, onChoose }: GroupProps) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <h3 id={id} className="controls-label">
        {title}
      </h3>
      <ul>
        {sets.map((each) => (
          <li key={each.id}>
            <button type="button" title={each.words} aria-current={each.id === set || undefined} onClick={() => onChoose(each.id)}>
              {each.title}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
