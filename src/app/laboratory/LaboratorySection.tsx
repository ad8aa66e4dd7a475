// What the reader sees of the gradient laboratory: the list of its experiments, and the one that is open.
import { useEffect, useRef } from 'react';
import { ExperimentList } from '../../view/panels/laboratory/ExperimentList.tsx';
import { experiments } from '../../view/panels/laboratory/experiments.ts';
import { useLaboratory } from '../../view/panels/laboratory/hooks.ts';
import { LinkProblems } from '../../view/panels/notices/Notices.tsx';
import { Later } from '../later.tsx';
import { experimentParts } from './parts.ts';
import './laboratorySection.css';

/** How long the page is left alone before the other experiments are fetched, in milliseconds: then they open at once, and without a network. */
const quiet = 2500;

export function LaboratorySection() {
  const { experiment } = useLaboratory();
  const place = useRef<HTMLDivElement>(null);
  const name = experiments.find(({ id }) => id === experiment)?.name ?? '';
  useEffect(() => {
    document.title = `${name} · Gradient laboratory · Unrolled`;
  }, [name]);
  // Another experiment begins at its beginning.
  useEffect(() => {
    if (place.current) place.current.scrollTop = 0;
  }, [experiment]);
  useEffect(() => {
    const timer = setTimeout(() => Object.values(experimentParts).forEach((part) => part.fetch()), quiet);
    return () => clearTimeout(timer);
  }, []);
  return (
    <main className="lab" aria-label="Gradient laboratory">
      <ExperimentList />
      <div id="experiment" className="lab-place" ref={place} tabIndex={-1}>
        <div role="status">
          <LinkProblems />
        </div>
        <Later key={experiment} part={experimentParts[experiment]}>
          <p className="page-waiting">Opening “{name}” …</p>
        </Later>
      </div>
    </main>
  );
}
