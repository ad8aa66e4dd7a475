// Which part of a long table is shown, with the way to the parts before and after.
import { grouped } from '../../../state/limits.ts';
import type { Page } from './values.ts';

interface PagerProps {
  readonly page: Page;
  readonly total: number;
  /** What is paged through: "steps". */
  readonly what: string;
  readonly onPage: (number: number) => void;
}

export function Pager({ page, total, what, onPage }: PagerProps) {
  if (page.count === 1) return null;
  // At the ends the buttons do nothing, but keep the keyboard's place.
  const isFirst = page.number === 1;
  const isLast = page.number === page.count;
  return (
    <fieldset className="table-pager" aria-label={`Part of the ${what}`}>
      <button type="button" aria-disabled={isFirst || undefined} onClick={isFirst ? undefined : () => onPage(page.number - 1)}>
        Previous
      </button>
      <output>
        {what} {grouped(page.from)}–{grouped(page.to)} of {grouped(total)}
      </output>
      <button type="button" aria-disabled={isLast || undefined} onClick={isLast ? undefined : () => onPage(page.number + 1)}>
        Next
      </button>
    </fieldset>
  );
}
