// Where two scores stand: one under the other, or side by side where the window is wide and they have no room otherwise; and how high each is.
import type { Anatomy } from '../anatomy/anatomy.ts';

type Arrangement = 'under' | 'beside';

export interface PairLayout {
  readonly arrangement: Arrangement;
  readonly width: number;
  /** Of each with the line over it. Where both together are higher than the window, it scrolls. */
  readonly heights: readonly [number, number];
  /** Whether both are in view and share their headings and words: the second goes without. */
  readonly isRepeat: boolean;
}

interface PairSpec {
  /** The room for both. */
  readonly width: number;
  readonly height: number;
  /** Width of the wider score, were it not scrolled. */
  readonly contentWidth: number;
  /** What each consists of. */
  readonly anatomies: readonly [Pick<Anatomy, 'staves'>, Pick<Anatomy, 'staves'>];
}

/** Narrower than this a score is not put beside another: the folded models alone would fill it. */
const leastBeside = 720;
/** In a narrow window a score is read by itself, and the line over it takes several lines. */
const narrow = 640;
/** Height of the line over a score. */
const head = 32;
/** Rows may be this much lower than they need to be read well before the window scrolls. */
const leastPart = 0.75;

export function pairLayout({ width, height, contentWidth, anatomies }: PairSpec): PairLayout {
  const needs = anatomies.map((each) => head + needOf(each, false));
  const shared = [needs[0] ?? 0, head + needOf(anatomies[1], true)];
  const fits = height >= leastPart * sum(shared);
  if (!fits && width / 2 >= leastBeside && contentWidth <= width / 2) return { arrangement: 'beside', width: Math.floor(width / 2), heights: [height, height], isRepeat: false };
  const isRepeat = fits && width >= narrow;
  return { arrangement: 'under', width, heights: isRepeat ? parted(shared, height) : parted(needs, Math.max(height, sum(needs))), isRepeat };
}

const sum = (all: readonly number[]): number => all.reduce((a, b) => a + b, 0);

/** A height shared out by need, none less than a third. */
function parted(needs: readonly number[], height: number): readonly [number, number] {
  const part = Math.min(Math.max((needs[0] ?? 0) / sum(needs), 1 / 3), 2 / 3);
  const first = Math.floor(height * part);
  return [first, height - first];
}

/** Heights in pixels: of a row with its number, of a row of inputs, which says it by colour too; of what stands around the rows of a stave. */
const row = 13;
const inputRow = 10;
const around = 20;
const footer = 14;
/** Headings above and words below, and what is left of their room where they are left out. */
const chrome = 64;
const bareChrome = 22;
/** More rows than these are not read one by one. */
const mostRows = 12;

/** The height at which a score is read well. */
export function needOf({ staves }: Pick<Anatomy, 'staves'>, isRepeat: boolean): number {
  const rows = staves.map(({ kind, rows: by }) => Math.min(Math.max(...by), mostRows) * (kind === 'inputs' ? inputRow : row));
  return sum(rows) + staves.length * around + footer + (isRepeat ? bareChrome : chrome);
}
