// Which mark comes next in a direction, for moving over a drawing with the keyboard.

export interface Place {
  readonly x: number;
  readonly y: number;
}

export type Direction = 'up' | 'down' | 'left' | 'right';

const along: Readonly<Record<Direction, { x: number; y: number }>> = {
  up: { x: 0, y: -1 },
  down: { x: 0, y: 1 },
  left: { x: -1, y: 0 },
  right: { x: 1, y: 0 },
};

/** Index of the nearest place in that direction; what lies aside counts for farther. −1 if none. */
export function neighbour(places: readonly Place[], from: Place, direction: Direction): number {
  const { x: dx, y: dy } = along[direction];
  let best = -1;
  let least = Infinity;
  places.forEach((place, k) => {
    const forwards = (place.x - from.x) * dx + (place.y - from.y) * dy;
    if (forwards < 1) return;
    const aside = Math.abs((place.x - from.x) * dy) + Math.abs((place.y - from.y) * dx);
    if (aside > forwards * 2 + 24) return;
    const distance = forwards + aside * 3;
    if (distance < least) {
      least = distance;
      best = k;
    }
  });
  return best;
}
