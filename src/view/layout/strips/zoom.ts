// How far the score can be zoomed, from the whole sequence in view to numbers, and where it is scrolled then so that what is under the
// hand stays there. Asked of the layout itself, so that there is one answer to how wide a column is.
import { clamp } from '../rect.ts';
import { scoreLayout } from '../score/layout.ts';
import type { ScoreLayout, ScoreSpec } from '../score/types.ts';

/** Times the usual width of a column. */
export interface Zooms {
  readonly least: number;
  /** All columns in view; not more than the usual. */
  readonly fit: number;
  readonly most: number;
  /** As it is drawn, whatever was asked for. */
  readonly now: number;
}

/** Short sequences may be made smaller than needed, to see how they look from far. */
const farthest = 0.25;

/** What of a spec the width of its columns follows from, as one text. */
const widthKey = ({ width, lengths, inside, anatomy, detail }: ScoreSpec): string => `${width} ${lengths.join()} ${inside} ${anatomy.staves.length} ${detail}`;

let last: { key: string; base: number; zooms: Omit<Zooms, 'now'> } | null = null;

export function zoomsOf({ spec, pitch }: ScoreLayout): Zooms {
  const key = widthKey(spec);
  if (last?.key !== key) last = { key, ...measured(spec) };
  const { base, zooms } = last;
  return { ...zooms, now: clamp(pitch.pitch / base, zooms.least, zooms.most) };
}

function measured(spec: ScoreSpec): { base: number; zooms: Omit<Zooms, 'now'> } {
  const at = (zoom: number): ScoreLayout => scoreLayout({ ...spec, zoom, scrollX: 0 });
  const base = at(1).pitch.pitch;
  const narrow = at(1e-9);
  const spare = spec.width - narrow.contentWidth;
  const wanted = narrow.pitch.pitch + spare / Math.max(narrow.places.count - 1, 1);
  // Where the place in view grows with the others, it takes its share.
  const pitches = [base, wanted, wanted * (1 - 1 / narrow.places.count), narrow.pitch.pitch];
  const fit = Math.min(1, (pitches.find((each) => at(each / base).contentWidth <= spec.width + 0.5) ?? narrow.pitch.pitch) / base);
  return { base, zooms: { least: Math.min(farthest, fit), fit, most: Math.max(1, at(1e9).pitch.pitch / base) } };
}

interface Zoomed {
  readonly zoom: number;
  readonly scrollX: number;
}

/** Zooms to `zoom`, as far as that goes; what stands at x stays there, as far as the ends of the score let it. */
export function zoomAbout(layout: ScoreLayout, x: number, zoom: number): Zoomed {
  const { least, most } = zoomsOf(layout);
  const wanted = clamp(zoom, least, most);
  const after = scoreLayout({ ...layout.spec, zoom: wanted, scrollX: 0 });
  const index = layout.stepAt(x);
  const [old, now] = [layout.column(index), after.column(index)];
  const share = (x - (old.centre - old.room / 2)) / old.room;
  const place = now.centre - now.room / 2 + share * now.room;
  return { zoom: wanted, scrollX: clamp(place - x, 0, Math.max(after.contentWidth - layout.spec.width, 0)) };
}

/** What stays where it is when a key or a button zooms: the place in view if it is seen, or else the middle. */
export function anchorOf(layout: ScoreLayout): number {
  const { centre } = layout.column(layout.spec.current);
  const { width } = layout.spec;
  return centre > layout.left && centre < width ? centre : (layout.left + width) / 2;
}
