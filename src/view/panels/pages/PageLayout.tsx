// The frame of one page of a section, an experiment or a room: its question and words, its figures in the middle, its controls at the right. Where there is less room they
// stand at the lower edge, in reach of the thumb while the figure is in view, and can be folded away. A page without controls gives all of its room to the figures.
import { SlidersHorizontal } from 'lucide-react';
import { useId, useState, type ReactNode } from 'react';
import { useNarrow } from '../controls/useNarrow.ts';
import { PageControls } from './pageControls.ts';
import './pages.css';

interface Props {
  /** A question. */
  readonly title: string;
  readonly words: ReactNode;
  /** Left out where nothing can be changed. */
  readonly controls?: ReactNode;
  /** Whether its controls are in view from the beginning on a phone too: where there is nothing to see without them. */
  readonly isOpen?: boolean | undefined;
  /** The figures. */
  readonly children: ReactNode;
}

export function PageLayout({ title, words, controls = null, isOpen = false, children }: Props) {
  const id = useId();
  // On a phone the figure is what is seen first; the controls come when they are asked for.
  const isPhone = useNarrow();
  const [chosen, choose] = useState<boolean | null>(null);
  const isFolded = chosen ?? (isPhone && !isOpen);
  return (
    <section className="lab-experiment" aria-labelledby={id}>
      <div className="lab-experiment-grid">
        <header className="lab-experiment-head">
          <h2 id={id} tabIndex={-1}>
            {title}
          </h2>
          <div className="lab-experiment-words">{words}</div>
        </header>
        <div className="lab-experiment-figures">
          <PageControls.Provider value={controls}>{children}</PageControls.Provider>
        </div>
        {controls !== null && (
          <div className="lab-experiment-side" data-folded={isFolded || undefined}>
            <button type="button" className="lab-experiment-fold" aria-expanded={!isFolded} aria-controls={`${id}-controls`} onClick={() => choose(!isFolded)}>
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
