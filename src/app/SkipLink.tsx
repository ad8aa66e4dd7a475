// The first stop of the Tab key, seen only there: past the bar to the score, whose numbers ↑ and ↓ go through, or to the page that is open.
import type { MouseEvent } from 'react';
import type { Section } from '../state/document.ts';

const goals: Readonly<Record<Section, readonly [id: string, name: string]>> = {
  score: ['score', 'score'],
  gradients: ['experiment', 'experiment'],
  workshop: ['experiment', 'room'],
};

export function SkipLink({ section }: { readonly section: Section }) {
  const [goal, name] = goals[section];
  const skip = (event: MouseEvent): void => {
    // The address keeps its link.
    event.preventDefault();
    const place = document.getElementById(goal);
    (place?.querySelector<SVGElement>('svg[tabindex]') ?? place)?.focus();
  };
  return (
    <a className="skip-link" href={`#${goal}`} onClick={skip}>
      Skip to the {name}
    </a>
  );
}
