// Names that have to be short, and places for several pictures beside each other. Pure numbers.
import type { Box } from '../directLabels.ts';

/** The first letters of a name, with … where there are more. */
export function ellipsised(name: string, most: number): string {
  const letters = [...name];
  return letters.length <= most ? name : `${letters.slice(0, most - 1).join('')}…`;
}

/** Equal places for so many pictures: beside each other, or one below the other. */
export function placesFor(count: number, size: { readonly width: number; readonly height: number }, isStacked: boolean, gap: number): readonly Box[] {
  const [columns, rows] = isStacked ? [1, count] : [count, 1];
  const width = (size.width - gap * (columns - 1)) / columns;
  const height = (size.height - gap * (rows - 1)) / rows;
  return Array.from({ length: count }, (_, k) => ({ x: isStacked ? 0 : k * (width + gap), y: isStacked ? k * (height + gap) : 0, width, height }));
}
