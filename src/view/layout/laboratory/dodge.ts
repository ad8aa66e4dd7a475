// Names beside each other on one vertical line: each as near to where it belongs as the others let it be.

/**
 * Centres at least `distance` apart and within `top` … `bottom`, in the order of the centres that are wished for; those that have room
 * enough stay where they are. Where there is no room for all, they stand evenly over all of it.
 */
export function dodge(wished: readonly number[], distance: number, top: number, bottom: number): number[] {
  if (wished.length === 0) return [];
  const apart = wished.length > 1 ? Math.min(distance, (bottom - top) / (wished.length - 1)) : distance;
  const order = wished.map((_, k) => k).sort((a, b) => wished[a]! - wished[b]! || a - b);
  const placed = [...wished];
  let at = -Infinity;
  for (const k of order) {
    at = Math.max(wished[k]!, at + apart, top);
    placed[k] = at;
  }
  // What was pushed too far down comes up again, and pushes those above it.
  at = Infinity;
  for (const k of order.toReversed()) {
    at = Math.min(placed[k]!, at - apart, bottom);
    placed[k] = at;
  }
  return placed;
}
