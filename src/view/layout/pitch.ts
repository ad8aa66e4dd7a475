// How wide a time step is drawn, and with it how much of it can be read: numbers, coloured cells, strips.
import { clamp } from './rect.ts';

export type Level = 'numbers' | 'cells' | 'strips';

/** From this pitch on a cell has room for its number; below the second, cells close up to strips. In pixels. */
export const numbersFrom = 92;
export const cellsFrom = 14;

/** The widest column, whatever the zoom; the narrowest lets all columns be seen, and is this wide where that is wider than needed. */
const widest = 260;
const narrowest = 4;
/** Without zoom columns get no wider than this, and no narrower. */
const comfortable = 196;
const leastUnzoomed = 6;
/** So many steps keep their numbers and scroll, rather than shrink. */
const stepsThatScroll = 12;

export interface Pitch {
  /** Width of a time step. */
  readonly pitch: number;
  /** Width of the current one: it can be read at every level. */
  readonly lens: number;
  readonly level: Level;
}

export function levelOf(pitch: number): Level {
  if (pitch >= numbersFrom) return 'numbers';
  return pitch >= cellsFrom ? 'cells' : 'strips';
}

/** The pitch of T columns in that much room. Never grows with T. */
export function choosePitch(room: number, T: number, zoom: number, isNarrow: boolean): Pitch {
  const numbers = isNarrow ? 96 : 106;
  const reading = isNarrow ? 112 : 140;
  const fit = room / T;
  let base: number;
  if (fit >= numbers) base = Math.min(fit, comfortable);
  else if (T <= stepsThatScroll) base = numbers;
  else base = clamp((room - reading) / (T - 1), leastUnzoomed, numbers);
  const all = Math.max(room - reading, room / 3) / Math.max(T - 1, 1);
  const pitch = clamp(base * zoom, Math.min(narrowest, all), widest);
  const level = levelOf(pitch);
  return { pitch, lens: level === 'numbers' ? pitch : Math.max(pitch, reading), level };
}
