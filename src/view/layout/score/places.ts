// The columns of both sequences in one row: 1…T along the input, then the decoder's own.
import type { Lengths } from '../../../engine/topology/index.ts';
import type { Place, Places } from './types.ts';

export function placesOf(lengths: Lengths): Places {
  const [T, decoder] = lengths;
  return {
    count: T + decoder,
    lengths,
    place: (index): Place => (index <= T || decoder === 0 ? { index, axis: 0, row: index } : { index, axis: 1, row: index - T }),
    indexOf: (axis, row) => (axis === 0 ? row : T + row),
  };
}
