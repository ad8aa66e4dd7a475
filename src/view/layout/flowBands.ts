// Where a plot of the gradient says in words that it has vanished or exploded: regions at its lower and upper edge.
import { holds, shared, textWidth, type Box, type Point } from './directLabels.ts';
import { explodedAbove, vanishedBelow } from './flowFate.ts';
import type { Decades } from './logAxis.ts';

export interface Band extends Box {
  readonly kind: 'vanished' | 'exploded';
  readonly text: string;
  /** Where its words stand; null where there is no room for them. */
  readonly textBox: (Box & { readonly anchor: 'start' | 'middle' | 'end' }) | null;
}

/**
 * `level`: exponent of the gradient nearest to the loss. Where several lines have one each, the lowest and the highest of them: the bands
 * then hold what has vanished, or exploded, for every line. `ink`: what the words keep away from where they can; `names`: what they never cover.
 */
export function bandsOf(
  level: number | { readonly lowest: number; readonly highest: number },
  { low, high }: Decades,
  yOf: (exponent: number) => number,
  box: Box,
  words: Readonly<Record<Band['kind'], string>>,
  textSize: number,
  ink: readonly Point[],
  names: readonly Box[] = [],
): Band[] {
  const { lowest, highest } = typeof level === 'number' ? { lowest: level, highest: level } : level;
  const bottom = box.y + box.height;
  const band = (kind: Band['kind'], y: number, height: number): Band => {
    const area = { x: box.x, y, width: box.width, height };
    return { kind, ...area, ...wordsIn(area, kind === 'exploded', [...new Set([words[kind], kind])], textSize, ink, names) };
  };
  const exploded = highest + Math.log10(explodedAbove);
  const vanished = lowest + Math.log10(vanishedBelow);
  const bands: Band[] = [];
  if (exploded < high) bands.push(band('exploded', box.y, yOf(Math.max(low, exploded)) - box.y));
  if (vanished > low) {
    const y = yOf(Math.min(high, vanished));
    bands.push(band('vanished', y, bottom - y));
  }
  return bands;
}

/**
 * A band's words along its outer edge, at the right, in the middle or at the left: the long ones where no line runs, else the short ones; where
 * lines are everywhere, over the fewest of them, but never over a line's name.
 */
function wordsIn(area: Box, isTop: boolean, texts: readonly string[], textSize: number, ink: readonly Point[], names: readonly Box[]): Pick<Band, 'text' | 'textBox'> {
  const height = textSize * 1.35;
  const y = isTop ? area.y + 3 : area.y + area.height - height - 3;
  let best: { readonly covered: number; readonly found: Pick<Band, 'text' | 'textBox'> } | null = null;
  for (const text of area.height < height + 4 ? [] : texts) {
    const width = textWidth(text, textSize);
    if (area.width < width + 16) continue;
    const size = { y, width, height };
    const places = [
      { ...size, x: area.x + area.width - width - 8, anchor: 'end' },
      { ...size, x: area.x + (area.width - width) / 2, anchor: 'middle' },
      { ...size, x: area.x + 8, anchor: 'start' },
    ] as const;
    for (const textBox of places) {
      if (names.some((name) => shared(name, textBox) > 0)) continue;
      const covered = ink.filter((point) => holds(textBox, point)).length;
      if (best === null || covered < best.covered) best = { covered, found: { text, textBox } };
    }
    if (best?.covered === 0) break;
  }
  return best?.found ?? { text: texts[0] ?? '', textBox: null };
}
