// The pages of a section to choose from: a list of questions at the left, or a row that scrolls sideways where there is less room.
import { useEffect, useRef } from 'react';
import './pages.css';

/** One page of a section: an experiment, or a room. */
export interface PageName<Id extends string> {
  readonly id: Id;
  /** In the list, and where room is short. */
  readonly name: string;
  /** What it answers, as a question. */
  readonly question: string;
}

interface Props<Id extends string> {
  /** What the pages are called. */
  readonly label: string;
  readonly pages: readonly PageName<Id>[];
  readonly open: Id;
  readonly onOpen: (id: Id) => void;
}

export function PageList<Id extends string>({ label, pages, open, onOpen }: Props<Id>) {
  const list = useRef<HTMLOListElement>(null);
  // Where the row scrolls, the one that is open is in view.
  useEffect(() => {
    const row = list.current;
    const current = row?.querySelector<HTMLElement>('[aria-current]');
    if (!row || !current) return;
    const show = (): void => void (row.scrollLeft = current.offsetLeft - (row.clientWidth - current.offsetWidth) / 2);
    if (typeof ResizeObserver === 'undefined') return show();
    // It tells the size first when it begins, and again when the letters have come or the theme's are larger.
    const observer = new ResizeObserver(show);
    observer.observe(current);
    return () => observer.disconnect();
  }, [open]);
  return (
    <nav className="lab-list" aria-label={label}>
      <ol ref={list}>
        {pages.map(({ id, name, question }, k) => (
          <li key={id}>
            <button type="button" aria-current={id === open ? 'page' : undefined} onClick={() => onOpen(id)}>
              <span className="lab-list-number" aria-hidden="true">
                {k + 1}
              </span>
              <span className="lab-list-name">{name}</span>
              <span className="lab-list-question">{question}</span>
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
