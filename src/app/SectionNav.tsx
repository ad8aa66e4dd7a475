// The sections of the page, side by side: the score, the gradient laboratory, and the workshop.
import { AudioLines, FlaskConical, Hammer } from 'lucide-react';
import type { ComponentType } from 'react';
import type { Section } from '../state/document.ts';
import { useDispatch, useDocument, useView } from '../view/panels/stores.tsx';
import './sectionNav.css';

interface Entry {
  readonly section: Section;
  readonly name: string;
  /** Where room is short. Where there is none, the title is the name. */
  readonly short: string;
  readonly Icon: ComponentType<{ readonly size: number; readonly 'aria-hidden': true }>;
}

const entries: readonly Entry[] = [
  { section: 'score', name: 'Score', short: 'Score', Icon: AudioLines },
  { section: 'gradients', name: 'Gradient laboratory', short: 'Gradients', Icon: FlaskConical },
  { section: 'workshop', name: 'Workshop', short: 'Workshop', Icon: Hammer },
];

export function SectionNav() {
  const dispatch = useDispatch();
  const open = useDocument((state) => state.document.section);
  const setPlaying = useView((state) => state.setPlaying);
  const go = (section: Section): void => {
    // Nobody would see it play.
    setPlaying(false);
    dispatch({ type: 'setSection', section });
  };
  return (
    <nav className="section-nav" aria-label="Sections">
      {entries.map(({ section, name, short, Icon }) => (
        <button key={section} type="button" aria-current={section === open ? 'page' : undefined} title={name} onClick={() => go(section)}>
          <Icon size={16} aria-hidden />
          <span className="section-nav-name">{name}</span>
          <span className="section-nav-short">{short}</span>
        </button>
      ))}
    </nav>
  );
}
