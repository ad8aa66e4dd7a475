// The first stop of the Tab key, seen only there: past the bar to the score, whose numbers ↑ and ↓ go through.
import type { MouseEvent } from 'react';

export function SkipLink() {
  const skip = (event: MouseEvent): void => {
    // The address keeps its link.
    event.preventDefault();
    const score = document.getElementById('score');
    (score?.querySelector<SVGElement>('svg[tabindex]') ?? score)?.focus();
  };
  return (
    <a className="skip-link" href="#score" onClick={skip}>
      Skip to the score
    </a>
  );
}
