// What the reader sees of a section of pages: the list of them, and the one that is open, whose code is fetched when it is first opened.
import { useEffect, useRef } from 'react';
import { LinkProblems } from '../../view/panels/notices/Notices.tsx';
import { PageList, type PageName } from '../../view/panels/pages/PageList.tsx';
import { Later, type LaterPart } from '../later.tsx';
import './sectionPages.css';

/** How long the page is left alone before the others are fetched, in milliseconds: then they open at once, and without a network. */
const quiet = 2500;

interface Props<Id extends string> {
  /** The section's name. */
  readonly name: string;
  /** What its pages are called, all of them. */
  readonly label: string;
  readonly pages: readonly PageName<Id>[];
  readonly parts: Readonly<Record<Id, LaterPart>>;
  readonly open: Id;
  readonly onOpen: (id: Id) => void;
}

export function SectionPages<Id extends string>({ name, label, pages, parts, open, onOpen }: Props<Id>) {
  const place = useRef<HTMLDivElement>(null);
  const title = pages.find(({ id }) => id === open)?.name ?? '';
  useEffect(() => {
    document.title = `${title} · ${name} · Unrolled`;
  }, [title, name]);
  // Another page begins at its beginning; and where the focus was on a button of the one before, which is gone, it begins there too.
  const last = useRef(open);
  useEffect(() => {
    if (place.current) place.current.scrollTop = 0;
    if (last.current !== open && document.activeElement === document.body) place.current?.focus();
    last.current = open;
  }, [open]);
  useEffect(() => {
    const timer = setTimeout(() => Object.values<LaterPart>(parts).forEach((part) => part.fetch()), quiet);
    return () => clearTimeout(timer);
  }, [parts]);
  return (
    <main className="lab" aria-label={name}>
      <PageList label={label} pages={pages} open={open} onOpen={onOpen} />
      <div id="experiment" className="lab-place" ref={place} tabIndex={-1}>
        <div role="status">
          <LinkProblems />
        </div>
        <Later key={open} part={parts[open]}>
          <p className="page-waiting">Opening “{title}” …</p>
        </Later>
      </div>
    </main>
  );
}
