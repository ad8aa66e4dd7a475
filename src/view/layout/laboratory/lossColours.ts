// Colours of the map of gradients: from almost black, where nothing is left, through purple to light, evenly in lightness. The same in every
// theme, as dark means "vanished" on a white page and on a black wall alike.

interface Rgb {
  readonly red: number;
  readonly green: number;
  readonly blue: number;
}

/** How many colours there are between the two ends. */
export const levelCount = 256;

/** Oklab (L, a, b) of the ramp's stops, the darkest first: lightness rises by about the same from stop to stop. B. Ottosson (2020). */
const stops: readonly (readonly [number, number, number])[] = [
  [0.12, 0.02, -0.04],
  [0.29, 0.08, -0.12],
  [0.46, 0.15, -0.13],
  [0.63, 0.17, 0.0],
  [0.79, 0.09, 0.09],
  [0.96, -0.01, 0.09],
];

const gamma = (linear: number): number => {
  const within = Math.min(1, Math.max(0, linear));
  return Math.round(255 * (within <= 0.0031308 ? 12.92 * within : 1.055 * within ** (1 / 2.4) - 0.055));
};

/** The sRGB bytes of an Oklab colour; what the screen cannot show takes the nearest value of each byte. */
function rgbOf([L, a, b]: readonly [number, number, number]): Rgb {
  const l = (L + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (L - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (L - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return {
    red: gamma(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    green: gamma(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    blue: gamma(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  };
}

function mixed(part: number): Rgb {
  const place = part * (stops.length - 1);
  const k = Math.min(stops.length - 2, Math.floor(place));
  const [from, to] = [stops[k]!, stops[k + 1]!];
  const between = (axis: 0 | 1 | 2): number => from[axis] + (to[axis] - from[axis]) * (place - k);
  return rgbOf([between(0), between(1), between(2)]);
}

/** The ramp, the darkest first. */
export const ramp: readonly Rgb[] = Array.from({ length: levelCount }, (_, k) => mixed(k / (levelCount - 1)));

/** Exactly 0, which has no place on a logarithmic scale; and what float64 cannot hold. */
export const zeroColour: Rgb = { red: 118, green: 128, blue: 140 };
export const overflowColour: Rgb = { red: 224, green: 49, blue: 42 };

export const cssOf = ({ red, green, blue }: Rgb): string => `rgb(${red} ${green} ${blue})`;

/** Four bytes as the memory of a picture holds them, where the first comes first in memory, as it does wherever browsers run. */
export const texelOf = ({ red, green, blue }: Rgb): number => ((255 << 24) | (blue << 16) | (green << 8) | red) >>> 0;

/** Relative luminance, WCAG 2. */
export function luminance({ red, green, blue }: Rgb): number {
  const linear = (byte: number): number => (byte / 255 <= 0.04045 ? byte / 255 / 12.92 : ((byte / 255 + 0.055) / 1.055) ** 2.4);
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}
