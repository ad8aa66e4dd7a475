// Rows of tokens as boxes: each row with its name at the left, going on in further lines where the picture ends. Pure numbers.
import { textWidth, type Box } from '../../directLabels.ts';
import { ellipsised } from '../names.ts';

export interface TokenRow {
  readonly name: string;
  readonly tokens: readonly string[];
}

interface TokenInput {
  readonly rows: readonly TokenRow[];
  /** Whether tokens of the same step stand below each other; they then break into lines together. */
  readonly isAligned: boolean;
  readonly width: number;
  readonly textSize: number;
}

/** A token: its row, and its place in it, both 0-based. */
export interface TokenPlace {
  readonly row: number;
  readonly k: number;
}

interface PlacedToken extends TokenPlace, Box {
  readonly text: string;
}

export interface TokenRows {
  readonly tokens: readonly PlacedToken[];
  readonly names: readonly { readonly x: number; readonly y: number; readonly text: string }[];
  readonly height: number;
}

/** Letters of a token, and of a name, that are written out. */
const most = { token: 16, name: 18 };

/** In letters: a box, what stands below it, and what parts the lines. */
const heights = { box: 1.9, bar: 0.75, line: 0.35, block: 0.9 };

export function tokenRows({ rows, isAligned, width, textSize }: TokenInput): TokenRows {
  const left = Math.min(width * 0.4, Math.max(0, ...rows.map(({ name }) => textWidth(ellipsised(name, most.name), textSize))) + textSize);
  const tokens: PlacedToken[] = [];
  const names: { x: number; y: number; text: string }[] = [];
  const lineHeight = textSize * (heights.box + heights.bar + heights.line);
  let y = 0;
  const blocks = isAligned ? [rows.map((_, row) => row)] : rows.map((_, row) => [row]);
  for (const block of blocks) {
    for (const line of linesOf(widthsOf(block.map((row) => rows[row]!.tokens), textSize), width - left, textSize * 0.3)) {
      for (const row of block) {
        if (line[0]?.k === 0 || isAligned) names.push({ x: 0, y: y + (heights.box * textSize) / 2, text: ellipsised(rows[row]!.name, most.name) });
        for (const { k, x, wide } of line) {
          const text = rows[row]!.tokens[k];
          if (text !== undefined) tokens.push({ row, k, text: ellipsised(text, most.token), x: left + x, y, width: wide, height: heights.box * textSize });
        }
        y += lineHeight;
      }
      if (isAligned) y += heights.block * textSize;
    }
  }
  return { tokens, names, height: Math.max(0, y) };
}

/** Tokens are set in the face whose letters are all as wide as that, by their height. */
const letterWidth = 0.61;

/** The width of each column: that of its widest token. */
function widthsOf(rows: readonly (readonly string[])[], textSize: number): number[] {
  const T = Math.max(0, ...rows.map((tokens) => tokens.length));
  return Array.from({ length: T }, (_, k) => Math.max(textSize * 2, ...rows.map((tokens) => Array.from(ellipsised(tokens[k] ?? '', most.token)).length * textSize * letterWidth + textSize * 0.8)));
}

/** Columns in lines of at most that width; a line has one column at least. A row without any has one empty line. */
function linesOf(widths: readonly number[], room: number, gap: number): { k: number; x: number; wide: number }[][] {
  const lines: { k: number; x: number; wide: number }[][] = [[]];
  let x = 0;
  for (const [k, wide] of widths.entries()) {
    if (x + wide > room && lines.at(-1)!.length > 0) {
      lines.push([]);
      x = 0;
    }
    lines.at(-1)!.push({ k, x, wide });
    x += wide + gap;
  }
  return lines;
}

/** The token under a point; null between them. */
export function tokenAt({ tokens }: TokenRows, x: number, y: number): TokenPlace | null {
  return tokens.find((token) => x >= token.x && x < token.x + token.width && y >= token.y && y < token.y + token.height * 1.4) ?? null;
}

const arrows: Readonly<Record<string, readonly [down: number, right: number]>> = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] };

/** Where an arrow key goes from a token: along its row, or to the nearest place of the row beside it. Null for other keys; at the ends it stays. */
export function tokenMove(lengths: readonly number[], from: TokenPlace, key: string): TokenPlace | null {
  const arrow = arrows[key];
  if (!arrow) return null;
  const row = Math.min(lengths.length - 1, Math.max(0, from.row + arrow[0]));
  return { row, k: Math.min(lengths[row]! - 1, Math.max(0, from.k + arrow[1])) };
}
