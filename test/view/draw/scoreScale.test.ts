import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { coloursOf, stepDetails, stepOf, steps } from '../../../src/view/theme/scale.ts';

// Contrast of every step of the scale with its ink, in both themes, from the theme's own colours.
// OKLab: B. Ottosson (2020); contrast: WCAG 2.2.
const sheet = readFileSync(join(import.meta.dirname, '../../../src/view/theme/theme.css'), 'utf8');

type Colour = readonly [number, number, number];

function variable(theme: 'light' | 'dark', name: string): Colour {
  const block = theme === 'light' ? sheet.slice(sheet.indexOf(':root {')) : sheet.slice(sheet.indexOf("[data-theme='dark']"));
  const hex = new RegExp(`${name}: #([0-9a-f]{6})`).exec(block)?.[1];
  if (!hex) throw new Error(`The theme ${theme} has no ${name}.`);
  const channel = (at: number): number => {
    const c = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  };
  return [channel(0), channel(2), channel(4)];
}

function toLab([r, g, b]: Colour): Colour {
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

function fromLab([L, a, b]: Colour): Colour {
  const l = (L + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (L - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (L - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const clip = (c: number): number => Math.min(1, Math.max(0, c));
  return [
    clip(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    clip(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    clip(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  ];
}

const luminance = ([r, g, b]: Colour): number => 0.2126 * r + 0.7152 * g + 0.0722 * b;

function contrast(a: Colour, b: Colour): number {
  const [high, low] = [luminance(a), luminance(b)].sort((p, q) => q - p) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

const all = Array.from({ length: 2 * steps + 1 }, (_, k) => k - steps);

describe.each(['light', 'dark'] as const)('the scale of signed numbers in the %s theme', (theme) => {
  const zero = toLab(variable(theme, '--value-zero'));
  const colourOf = (step: number): Colour => {
    const end = toLab(variable(theme, step < 0 ? '--value-negative' : '--value-positive'));
    const { part } = stepDetails(step);
    return fromLab([0, 1, 2].map((k) => end[k]! * part + zero[k]! * (1 - part)) as unknown as Colour);
  };

  it.each(all)('has an ink with a contrast of 4.5 on step %i', (step) => {
    const details = stepDetails(step);
    const which = theme === 'light' ? details.lightTheme : details.darkTheme;
    const ink = variable(theme, which === 'ink' ? '--value-ink' : '--value-ink-inverse');
    expect(contrast(colourOf(step), ink)).toBeGreaterThanOrEqual(4.5);
  });

  it('goes steadily away from zero on both sides', () => {
    const away = (step: number): number => Math.abs(toLab(colourOf(step))[0] - zero[0]);
    for (let step = 1; step <= steps; step++) {
      expect(away(step)).toBeGreaterThan(away(step - 1));
      expect(away(-step)).toBeGreaterThan(away(1 - step));
    }
  });
});

describe('the step of a value', () => {
  it('is symmetric about zero and takes the whole scale', () => {
    expect([-2, -1, 0, 1, 2].map((value) => stepOf(value, 2))).toEqual([-16, -8, 0, 8, 16]);
  });

  it('is the end for what is larger than the range or not finite', () => {
    expect([5, Infinity, -Infinity].map((value) => stepOf(value, 2))).toEqual([16, 16, -16]);
  });

  it('is the middle for 0, for what is not a number, and where everything is 0', () => {
    expect([0, -0, NaN].map((value) => stepOf(value, 2) + 0)).toEqual([0, 0, 0]);
    expect(stepOf(0, 0)).toBe(0);
  });

  it('names its colours by variables of the theme alone', () => {
    for (const step of all) expect(`${coloursOf(step).fill}${coloursOf(step).ink}`).not.toMatch(/#|rgb/);
  });
});
