// Room for a table: where it is wider than that, it scrolls, and the keyboard reaches it.
import { useRef, type ReactNode } from 'react';
import { useOverflows } from '../../useOverflows.ts';

export function TableRoom({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null);
  const scrolling = useOverflows(place, null) ? { tabIndex: 0, role: 'region', 'aria-label': name } : {};
  return (
    <div className="text-table-room" ref={place} {...scrolling}>
      {children}
    </div>
  );
}
