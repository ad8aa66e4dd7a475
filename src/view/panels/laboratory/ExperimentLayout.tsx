// The frame of one experiment: its question and words, its figures in the middle, its controls at the right, or below where there is less room.
import { useId, type ReactNode } from 'react';
import './laboratory.css';

interface Props {
  /** A question. */
  readonly title: string;
  readonly words: ReactNode;
  readonly controls: ReactNode;
  /** The figures. */
  readonly children: ReactNode;
}

export function ExperimentLayout({ title, words, controls, children }: Props) {
  const id = useId();
  return (
    <section className="lab-experiment" aria-labelledby={id}>
      <div className="lab-experiment-grid">
        <header className="lab-experiment-head">
          <h2 id={id} tabIndex={-1}>
            {title}
          </h2>
          <div className="lab-experiment-words">{words}</div>
        </header>
        <div className="lab-experiment-figures">{children}</div>
        <div className="lab-experiment-controls" role="group" aria-label="What can be changed">
          {controls}
        </div>
      </div>
    </section>
  );
}
