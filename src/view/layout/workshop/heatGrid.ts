// The states over a sentence as a grid in numbers: a row a unit, a column a word; where names stand, and which number lies under a point.
import { ellipsised } from './names.ts';
import { textWidth, type Box } from '../directLabels.ts';

interface HeatInput {
  /** Names of the units, and the words, in their order. */
  readonly units: readonly string[];
  readonly words: readonly string[];
  /** Where it may stand, its title included. */
  readonly place: Box;
  readonly textSize: number;
}

export interface HeatGrid {
  readonly box: Box;
  readonly title: { readonly x: number; readonly y: number };
  readonly unitNames: readonly { readonly unit: number; readonly x: number; readonly y: number; readonly text: string }[];
  /** Turned words go up to the right from their place. */
  readonly words: readonly { readonly step: number; readonly x: number; readonly y: number; readonly text: string; readonly isTurned: boolean }[];
  readonly hasNumbers: boolean;
}

/** A number of the grid: unit and step, both 0-based. */
export interface HeatPlace {
  readonly unit: number;
  readonly step: number;
}

/** Degrees by which a word is turned where columns are narrow. */
export const turn = 50;
const up = Math.sin((turn * Math.PI) / 180);

/** Digits are wider than letters on the average. */
const wideDigits = 1.2;

/** Letters of a word that have room when it is turned. */
const mostLetters = 12;

export function heatGrid({ units, words, place, textSize }: HeatInput): HeatGrid {
  const left = Math.max(...units.map((name) => textWidth(name, textSize))) * wideDigits + 6;
  const full = words.map((word) => ellipsised(word, mostLetters));
  const widest = Math.max(...full.map((word) => textWidth(word, textSize)));
  const width = Math.max(20, place.width - left - textSize * 0.5);
  const isTurned = widest > width / words.length;
  // The last word, turned, ends to the right of its column.
  const across = isTurned ? Math.max(20, width - widest * Math.cos((turn * Math.PI) / 180)) : width;
  const wide = across / words.length;
  const head = textSize * 1.7 + (isTurned ? widest * up + textSize * 0.6 : textSize * 1.3);
  const box = { x: place.x + left, y: place.y + head, width: across, height: Math.max(20, place.height - head - 2) };
  const high = box.height / units.length;
  const everyUnit = Math.ceil((textSize * 1.15) / high);
  const everyWord = Math.ceil((textSize * 1.15) / wide);
  return {
    box,
    title: { x: place.x, y: place.y + textSize * 1.1 },
    unitNames: units.flatMap((text, unit) => (unit % everyUnit === 0 ? [{ unit, text, x: box.x - 6, y: box.y + (unit + 0.5) * high }] : [])),
    words: full.flatMap((text, step) => (step % everyWord === 0 ? [{ step, text, isTurned, x: box.x + (step + 0.5) * wide, y: box.y - textSize * 0.45 }] : [])),
    hasNumbers: wide >= textSize * 2.9 && high >= textSize * 1.3,
  };
}

/** The number under a point; null beside the grid. */
export function heatPlaceAt({ box }: HeatGrid, units: number, steps: number, x: number, y: number): HeatPlace | null {
  if (x < box.x || y < box.y || x >= box.x + box.width || y >= box.y + box.height) return null;
  return { unit: Math.floor(((y - box.y) / box.height) * units), step: Math.floor(((x - box.x) / box.width) * steps) };
}

const arrows: Readonly<Record<string, readonly [down: number, right: number]>> = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] };

/** Where an arrow key goes from a number, from none to the first; null for other keys. At the edges it stays. */
export function heatMove(from: HeatPlace | null, key: string, units: number, steps: number): HeatPlace | null {
  const arrow = arrows[key];
  if (!arrow) return null;
  if (!from) return { unit: 0, step: 0 };
  const within = (value: number, count: number): number => Math.min(count - 1, Math.max(0, value));
  return { unit: within(from.unit + arrow[0], units), step: within(from.step + arrow[1], steps) };
}
