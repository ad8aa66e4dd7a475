// A frame for what may be wider than its room, as tables are: it scrolls sideways, also with the keyboard.
import type { ReactNode } from 'react';
import './numbers.css';

interface ScrollRegionProps {
  readonly name: string;
  readonly children: ReactNode;
}

export function ScrollRegion({ name, children }: ScrollRegionProps) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls has to be reached by those without a pointer
    <section className="table-scroll" tabIndex={0} aria-label={name}>
      {children}
    </section>
  );
}
