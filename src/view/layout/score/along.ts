// Where the columns stand along the score: one pitch for all, a wider one in view, and a passage between the two sequences.
import type { Pitch } from '../pitch.ts';
import { clamp } from '../rect.ts';

interface AlongSpec {
  readonly pitch: Pitch;
  /** The place in view, 1…N. */
  readonly current: number;
  readonly count: number;
  /** The last place of the first sequence, and the room after it; N and 0 where there is but one. */
  readonly split: number;
  readonly passage: number;
}

interface Along {
  /** Centre of a place, from the left edge of the first one. */
  readonly centre: (index: number) => number;
  readonly room: (index: number) => number;
  /** The place at that distance; within 1…N. */
  readonly at: (offset: number) => number;
  readonly width: number;
  /** Where the passage begins. */
  readonly passageAt: number;
}

export function along({ pitch: { pitch, lens }, current, count, split, passage }: AlongSpec): Along {
  /** Left edge of a place, were there no passage; of N + 1, the right edge of the last one. */
  const edge = (index: number): number => (index - 1) * pitch + (index > current ? lens - pitch : 0);
  const room = (index: number): number => (index === current ? lens : pitch);
  const passageAt = edge(split + 1);
  const plainAt = (offset: number): number => {
    const start = edge(current);
    if (offset < start) return Math.floor(offset / pitch) + 1;
    return offset < start + lens ? current : current + 1 + Math.floor((offset - start - lens) / pitch);
  };
  return {
    room,
    passageAt,
    centre: (index) => edge(index) + room(index) / 2 + (index > split ? passage : 0),
    at(offset) {
      if (split === count || offset < passageAt) return clamp(plainAt(offset), 1, split);
      return clamp(plainAt(offset - passage), offset < passageAt + passage / 2 ? split : split + 1, count);
    },
    width: edge(count + 1) + (split < count ? passage : 0),
  };
}
