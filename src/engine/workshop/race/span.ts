// Places along a side of a grid.
import type { Span } from './job.ts';

/** The number of a span at place k of so many. */
export const placeOf = ({ low, high }: Span, k: number, points: number): number => (k === points - 1 ? high : low + ((high - low) * k) / (points - 1));
