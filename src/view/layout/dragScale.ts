// How far a value goes while a hand drags: a neat step a pixel that fits the values around it, finer and coarser by keys.

/** Pixels of hand movement that go through the whole size of the values around. */
const throughout = 100;

/** A step of 1, 2 or 5 times a power of ten, so that values stay neat: one pixel of a drag where the largest value has that size. */
export function stepFor(largest: number): number {
  const wanted = (Number.isFinite(largest) && largest > 0 ? Math.max(largest, 1e-300) : 1) / throughout;
  const power = 10 ** Math.floor(Math.log10(wanted));
  const factor = [1, 2, 5, 10].find((each) => each * power >= wanted * (1 - 1e-9)) ?? 10;
  return neat(factor * power);
}

/** Tenths of a step that a pixel is worth: fine by ⇧, coarse by Ctrl or Alt. */
export const tenthsAPixel = ({ isFine, isCoarse }: { readonly isFine: boolean; readonly isCoarse: boolean }): number => (isFine ? 1 : isCoarse ? 100 : 10);

/** Pixels that one press of an arrow key stands for. */
export const pixelsAKey = 5;

/**
 * Where a value is after it went that many tenths of a step from `from`: on the steps' own grid, so that what is dragged is
 * neat. Back at the start it is exactly what it was; where it would be no number any more, too.
 */
export function draggedTo(from: number, tenths: number, step: number): number {
  if (tenths === 0) return from;
  const grid = tenths % 10 === 0 ? step : step / 10;
  const places = Math.round((from + (tenths / 10) * step) / grid);
  const value = places * grid;
  if (!Number.isSafeInteger(places)) return Number.isFinite(from + (tenths / 10) * step) ? from + (tenths / 10) * step : from;
  // What binary rounding adds at the far end is taken off: 3 · 0.1 is 0.3.
  return Number(value.toPrecision(12));
}

const neat = (value: number): number => Number(value.toPrecision(1));
