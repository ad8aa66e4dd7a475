// The frame of one experiment: its question and words, its figures in the middle, its controls at the right. Where there is less room they
// stand at the lower edge, in reach of the thumb while the figure is in view, and can be folded away.
import { SlidersHorizontal } from 'lucide-react';
import { useId, useState, type ReactNode } from 'react';
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
  const [isFolded, setFolded] = useState(false);
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
        {controls !== null && (
          <div className="lab-experiment-side" data-folded={isFolded || undefined}>
            <button type="button" className="lab-experiment-fold" aria-expanded={!isFolded} aria-controls={`${id}-controls`} onClick={() => setFolded(!isFolded)}>
              <SlidersHorizontal size={16} aria-hidden />
              What can be changed
              <span aria-hidden="true">{isFolded ? 'show' : 'fold'}</span>
            </button>
            <div id={`${id}-controls`} className="lab-experiment-controls" role="group" aria-label="What can be changed">
              {controls}
            </div>
          </div>
        )}
      </div>
    </section>
  );
}
