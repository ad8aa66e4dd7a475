// A word that is longer than its place, cut between two characters as a reader sees them, with an ellipsis.

/** Width of a text in pixels. */
export type Measure = (text: string) => number;

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** The longest beginning that fits with its ellipsis; the whole text where it fits; never less than one character. */
export function ellipsis(text: string, room: number, measure: Measure): string {
  if (measure(text) <= room) return text;
  // No place in the drawing has room for more, and a pasted text may be very long.
  const parts = Array.from(segmenter.segment(text.slice(0, 400)), ({ segment }) => segment);
  let low = 1;
  let high = parts.length;
  while (low < high) {
    const half = (low + high + 1) >> 1;
    if (measure(`${parts.slice(0, half).join('')}…`) <= room) low = half;
    else high = half - 1;
  }
  return `${parts.slice(0, low).join('')}…`;
}

/** A width without a canvas: good enough for tests and for the first paint. */
export const roughly = (size: number): Measure => (text) => [...text].length * size * 0.58;
