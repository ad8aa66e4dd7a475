// The experiments to choose from: a list of questions at the left, or a row that scrolls sideways where there is less room.
import { useEffect, useRef } from 'react';
import { experiments } from './experiments.ts';
import { useEditLaboratory, useSettings } from './hooks.ts';
import './laboratory.css';

export function ExperimentList() {
  const { experiment } = useSettings('experiment');
  const edit = useEditLaboratory();
  const list = useRef<HTMLOListElement>(null);
  // Where the row scrolls, the one that is open is in view.
  useEffect(() => {
    const row = list.current;
    const open = row?.querySelector<HTMLElement>('[aria-current]');
    if (row && open) row.scrollLeft = open.offsetLeft - (row.clientWidth - open.offsetWidth) / 2;
  }, [experiment]);
  return (
    <nav className="lab-list" aria-label="Experiments">
      <ol ref={list}>
        {experiments.map(({ id, name, question }, k) => (
          <li key={id}>
            <button type="button" aria-current={id === experiment ? 'page' : undefined} onClick={() => edit({ experiment: id })}>
              <span className="lab-list-number" aria-hidden="true">
                {k + 1}
              </span>
              <span className="lab-list-name">{name}</span>
              <span className="lab-list-question">{question}</span>
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
