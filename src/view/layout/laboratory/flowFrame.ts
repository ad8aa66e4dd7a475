// How the flow plot divides its place: the plot, a strip a network below it, and the list of values at the right, or below where it is narrow.
import { textWidth, type Box } from '../directLabels.ts';

export interface FlowFrame {
  readonly box: Box;
  /** One row a network, from the top. */
  readonly stripRows: readonly Box[];
  /** The middle of the line of text below the strips. */
  readonly footY: number;
  readonly list: {
    readonly isBelow: boolean;
    /** The middle of the heading's line. */
    readonly headY: number;
    /** One row a network, from the top. */
    readonly rows: readonly Box[];
    /** Lines of text a row has room for. */
    readonly lineCount: 2 | 3;
  };
  /** Beside the strips, where there is room for words about them. */
  readonly words: Box | null;
}

interface FrameInput {
  readonly width: number;
  readonly height: number;
  readonly textSize: number;
  /** Those at the left of the strips, which the plot begins right of. */
  readonly names: readonly string[];
}

/** Widths of the text below which the list stands below the strips. */
const narrow = 48;

/** Whether the list stands below. */
const isNarrow = (width: number, textSize: number): boolean => width < textSize * narrow;

/** The height with which the plot itself is neither flat nor steep. */
export function flowHeight(width: number, textSize: number, count: number): number {
  const below = isNarrow(width, textSize);
  const plot = Math.min(420, Math.max(textSize * 19, width * (below ? 0.7 : 0.4)));
  return Math.round(plot + textSize * 5 + count * (stripHeight(below, textSize) + stripGap) + (below ? listHeight(count, textSize) : 0));
}

const stripGap = 6;
const stripHeight = (isBelow: boolean, textSize: number): number => Math.round(textSize * (isBelow ? 1.5 : 1.9));
const listHeight = (count: number, textSize: number): number => textSize * (2 + count * 3.1);

export function flowFrame({ width, height, textSize, names }: FrameInput): FlowFrame {
  const count = names.length;
  const isBelow = isNarrow(width, textSize);
  const listWidth = isBelow ? 0 : textSize * 15.5;
  const left = Math.ceil(Math.max(textSize * 3.6, ...names.map((name) => textWidth(name, textSize) + 12)));
  const top = textSize * 0.8;
  const stripsHeight = count * (stripHeight(isBelow, textSize) + stripGap);
  const under = textSize * 2.3 + stripsHeight + textSize * 1.6 + (isBelow ? listHeight(count, textSize) : 0);
  const box: Box = { x: left, y: top, width: Math.max(40, width - left - listWidth - 4), height: Math.max(60, height - under - top) };
  const stripsTop = Math.round(box.y + box.height + textSize * 2.3);
  const stripRows = names.map((_, k) => ({ x: box.x, y: stripsTop + k * (stripHeight(isBelow, textSize) + stripGap), width: box.width, height: stripHeight(isBelow, textSize) }));
  const stripsBottom = stripsTop + stripsHeight;
  const listX = isBelow ? 4 : box.x + box.width + textSize * 2.2;
  const listTop = isBelow ? stripsBottom + textSize * 1.8 : box.y;
  const rowWidth = width - listX - 4;
  const room = isBelow ? textSize * 3.1 : Math.min(textSize * 4.9, (box.height - textSize * 2) / Math.max(1, count));
  const lineCount = isBelow || room < textSize * 4.3 ? 2 : 3;
  const rows = names.map((_, k) => ({ x: listX, y: listTop + textSize * 1.9 + k * room, width: rowWidth, height: Math.min(room, textSize * (lineCount === 3 ? 4.1 : 2.7)) }));
  return {
    box,
    stripRows,
    footY: stripsBottom + textSize * 0.7,
    list: { isBelow, headY: listTop + textSize * 0.7, rows, lineCount },
    words: isBelow ? null : { x: listX, y: stripsTop, width: rowWidth, height: stripsHeight },
  };
}
