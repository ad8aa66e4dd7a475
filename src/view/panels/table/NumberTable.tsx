// A table of numbers between other things: where it is wider than its room it scrolls, and the keyboard reaches it.
import { useRef, type ReactNode } from 'react';
import { useOverflows } from '../useOverflows.ts';
import './numbers.css';

interface Props {
  /** Of its room, where that scrolls. */
  readonly name: string;
  /** What this one table adds to the style of all. */
  readonly className: string;
  readonly children: ReactNode;
}

export function NumberTable({ name, className, children }: Props) {
  const room = useRef<HTMLDivElement>(null);
  const scrolling = useOverflows(room, null) ? { tabIndex: 0, role: 'region', 'aria-label': name } : {};
  return (
    <div className="numbers-room" ref={room} {...scrolling}>
      <table className={`numbers ${className}`}>{children}</table>
    </div>
  );
}
