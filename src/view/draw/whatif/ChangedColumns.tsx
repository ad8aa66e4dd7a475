// A stroke under every column in view in which something has changed: one weight is used at all of them.
import type { ScoreLayout } from '../../layout/score/types.ts';
import { useBefore } from './before.ts';

/** Strokes of neighbours that are narrower than this are one. */
const narrow = 14;

export function ChangedColumns({ layout }: { readonly layout: ScoreLayout }) {
  const before = useBefore();
  if (!before || layout.folding.columns >= 1) return null;
  const { visible, staves, places } = layout;
  const y = staves.time + 7;
  const parts: string[] = [];
  let count = 0;
  for (let index = visible.from; index <= visible.to; index++) {
    const { axis, row } = places.place(index);
    if (!before.hasChanged(axis, row)) continue;
    const { centre, room } = layout.column(index);
    const half = room < narrow ? room / 2 : Math.min(room / 2 - 5, 16);
    parts.push(`M${centre - half},${y}H${centre + half}`);
    count++;
  }
  if (count === 0) return null;
  const all = visible.to - visible.from + 1;
  return (
    <path className="what-if-changed" d={parts.join('')} data-changed={count}>
      <title>{count === all ? 'Changed at every step in view' : `Changed at ${count} of the ${all} steps in view`}</title>
    </path>
  );
}
