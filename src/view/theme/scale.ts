// Colours of signed numbers: a zero-centred scale of steps between the theme's two ends, each with an ink that can be read on it.

/** Steps on each side of zero. */
export const steps = 16;

/**
 * How much of the end's colour each step has. Steps are left out where neither of the theme's inks reaches a contrast of
 * 4.5 (WCAG AA): the scale jumps over them. The negative end stops short for the same reason.
 */
const positiveParts = [0, 0.0625, 0.125, 0.1875, 0.25, 0.3125, 0.375, 0.4375, 0.5, 0.5625, 0.625, 0.68, 0.755, 0.765, 0.885, 0.94, 1];
const negativeParts = [0, 0.06, 0.12, 0.18, 0.235, 0.295, 0.35, 0.41, 0.47, 0.53, 0.585, 0.685, 0.72, 0.765, 0.825, 0.88, 0.94];

/** In the light themes the dark ink is right up to this step; in the dark theme the light one. */
const lastDarkInk = { positive: 13, negative: 16 };
const lastLightInk = { positive: 11, negative: 10 };

/** A step of the scale, −16…16. */
type Step = number;

/** The step of a value where `largest` (in size) takes the whole scale. What is not finite takes its end; NaN the middle. */
export function stepOf(value: number, largest: number): Step {
  if (Number.isNaN(value) || value === 0) return 0;
  const size = Number.isFinite(value) ? (largest > 0 ? Math.min(Math.abs(value) / largest, 1) : 0) : 1;
  return Math.sign(value) * Math.round(size * steps);
}

interface CellColours {
  readonly fill: string;
  readonly ink: string;
}

const table: readonly CellColours[] = Array.from({ length: 2 * steps + 1 }, (_, k): CellColours => {
  const step = k - steps;
  const size = Math.abs(step);
  const side = step < 0 ? 'negative' : 'positive';
  const part = (step < 0 ? negativeParts : positiveParts)[size] as number;
  const light = size <= lastDarkInk[side] ? '--value-ink' : '--value-ink-inverse';
  const dark = size <= lastLightInk[side] ? '--value-ink-inverse' : '--value-ink';
  return {
    fill: size === 0 ? 'var(--value-zero)' : `color-mix(in oklab, var(--value-${side}) ${part * 100}%, var(--value-zero))`,
    ink: light === dark ? `var(${light})` : `light-dark(var(${light}), var(${dark}))`,
  };
});

/** Fill and ink of a step, as CSS colours that follow the theme. */
export const coloursOf = (step: Step): CellColours => table[step + steps] as CellColours;

/** Fill and ink of a value. */
export const coloursOfValue = (value: number, largest: number): CellColours => coloursOf(stepOf(value, largest));

/** For tests: how much of the end's colour a step has, and which ink it takes in a light and in a dark theme. */
export function stepDetails(step: Step): { part: number; lightTheme: 'ink' | 'inverse'; darkTheme: 'ink' | 'inverse' } {
  const size = Math.abs(step);
  const side = step < 0 ? 'negative' : 'positive';
  return {
    part: (step < 0 ? negativeParts : positiveParts)[size] as number,
    lightTheme: size <= lastDarkInk[side] ? 'ink' : 'inverse',
    darkTheme: size <= lastLightInk[side] ? 'inverse' : 'ink',
  };
}
