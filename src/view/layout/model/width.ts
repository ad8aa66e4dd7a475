// How wide the band of the folded model is: it depends on how many cells stand side by side, and on what they hold.
import type { Anatomy } from '../../anatomy/anatomy.ts';
import { clamp } from '../rect.ts';

/** Below this width of the drawing the model scrolls away with the columns. */
const narrow = 640;

/** How many cells stand side by side: those that run along different sequences. */
export const cellsAbreast = ({ tracks }: Anatomy): number => Math.max(...tracks.map(({ chains }) => chains.filter((chain) => chain >= 0).length));

/** Whether each cell holds all of its matrices: where it has gates, or where another cell stands below it. */
export const holdsAll = ({ groups, tracks, network }: Anatomy): boolean => tracks.length > 1 || groups.length > network.program.chains.length;

/** Width of the model's band in a drawing of that width. */
export function modelWidthOf(anatomy: Anatomy, width: number): number {
  const [abreast, isFull] = [cellsAbreast(anatomy), holdsAll(anatomy)];
  if (width < narrow) return abreast > 1 ? 290 : isFull ? 180 : 136;
  if (abreast > 1) return clamp(width * 0.29, 270, 340);
  return isFull ? clamp(width * 0.23, 200, 290) : clamp(width * 0.2, 176, 250);
}
