// Where a plot of the gradient says in words that it has vanished or exploded: regions at its lower and upper edge.
import { holds, textWidth, type Box, type Point } from './directLabels.ts';
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
 * then hold what has vanished, or exploded, for every line.
 */
export function bandsOf(
  level: number | { readonly lowest: number; readonly highest: number },
  { low, high }: Decades,
  yOf: (exponent: number) => number,
  box: Box,
  words: Readonly<Record<Band['kind'], string>>,
  textSize: number,
  ink: readonly Point[],
): Band[] {
  const { lowest, highest } = typeof level === 'number' ? { lowest: level, highest: level } : level;
  const bottom = box.y + box.height;
  const band = (kind: Band['kind'], y: number, height: number): Band => {
    const area = { x: box.x, y, width: box.width, height };
    return { kind, ...area, text: words[kind], textBox: bandText(area, kind === 'exploded', words[kind], textSize, ink) };
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

/** A band's words along its outer edge, at the right, in the middle or at the left: where the fewest lines run. */
function bandText(area: Box, isTop: boolean, text: string, textSize: number, ink: readonly Point[]): Band['textBox'] {
  const width = textWidth(text, textSize);
  const height = textSize * 1.35;
  if (area.height < height + 4 || area.width < width + 16) return null;
  const y = isTop ? area.y + 3 : area.y + area.height - height - 3;
  const size = { y, width, height };
  const places = [
    { ...size, x: area.x + area.width - width - 8, anchor: 'end' },
    { ...size, x: area.x + (area.width - width) / 2, anchor: 'middle' },
    { ...size, x: area.x + 8, anchor: 'start' },
  ] as const;
  const covered = places.map((each) => ink.filter((point) => holds(each, point)).length);
  return places[covered.indexOf(Math.min(...covered))]!;
}
