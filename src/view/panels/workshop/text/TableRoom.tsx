// Room for a table: where it is wider than that, it scrolls, and the keyboard reaches it.
import { useRef, type ReactNode } from 'react';
import { useOverflows } from '../../useOverflows.ts';

interface Props {
  readonly name: string;
  /** What its width follows from. */
  readonly content: string;
  readonly children: ReactNode;
}

export function TableRoom({ name, content, children }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const scrolling = useOverflows(place, content) ? { tabIndex: 0, role: 'region', 'aria-label': name } : {};
  return (
    <div className="text-table-room" ref={place} {...scrolling}>
      {children}
    </div>
  );
}
