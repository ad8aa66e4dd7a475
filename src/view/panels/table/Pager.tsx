// Which part of a long table is shown, with the way to the parts before and after.
import type { Page } from './values.ts';

export interface PagerProps {
  readonly page: Page;
  readonly total: number;
  /** What is paged through: "steps". */
  readonly what: string;
  readonly onPage: (number: number) => void;
}

export function Pager({ page, total, what, onPage }: PagerProps) {
  if (page.count === 1) return null;
  const grouped = (n: number): string => n.toLocaleString('en');
  return (
    <fieldset className="table-pager" aria-label={`Part of the ${what}`}>
      <button type="button" disabled={page.number === 1} onClick={() => onPage(page.number - 1)}>
        Previous
      </button>
      <output>
        {what} {grouped(page.from)}–{grouped(page.to)} of {grouped(total)}
      </output>
      <button type="button" disabled={page.number === page.count} onClick={() => onPage(page.number + 1)}>
        Next
      </button>
    </fieldset>
  );
}
