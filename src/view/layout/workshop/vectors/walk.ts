// Where one example of word2vec stands in its picture, as numbers: the sentence, the matrix that is read and h, the words that are scored, each
// with room for its vector, the gradient and the new vector one below the other, and a line for the loss.
import { textWidth, type Box, type Point } from '../../directLabels.ts';

export interface WalkInput {
  /** Words of the sentence; the last one may stand for those that have no room. */
  readonly tokens: readonly string[];
  /** Rows of the matrix in view; how many words are read; how many are scored. */
  readonly matrixRows: number;
  readonly reads: number;
  readonly scores: number;
  /** Characters of the longest name among rows and scores. */
  readonly longest: number;
  readonly width: number;
  readonly textSize: number;
  /** Whether what is scored stands below what is read, rather than beside it. */
  readonly isStacked: boolean;
}

/** A vector with what becomes of it: three strips one below the other. */
interface VectorPlace {
  readonly name: Point;
  readonly strips: readonly [Box, Box, Box];
}

export interface WalkGeometry {
  readonly tokens: readonly Box[];
  readonly titles: { readonly matrix: Point; readonly hidden: Point; readonly moved: Point; readonly scores: Point };
  /** Each row of the matrix: its one-hot number, its name, its strip. */
  readonly matrix: readonly { readonly one: Point; readonly name: Point; readonly strip: Box }[];
  /** By how much a row that is read comes out. */
  readonly slide: number;
  /** h and ∂L/∂h. */
  readonly hidden: { readonly name: Point; readonly strips: readonly [Box, Box] };
  readonly moved: readonly VectorPlace[];
  readonly scores: readonly VectorPlace[];
  /** Right ends of the numbers beside a score: u · h, probability, what is wanted, ∂L/∂. */
  readonly columns: readonly [number, number, number, number];
  readonly loss: Point;
  readonly height: number;
}

export function walkGeometry({ tokens, matrixRows, reads, scores, longest, width, textSize, isStacked }: WalkInput): WalkGeometry {
  const em = textSize;
  const [strip, gap] = [Math.round(em * 0.85), 2];
  const row = strip + 3;
  const block = 3 * (strip + gap) + em * 0.55;
  const nameWidth = Math.min(em * 7, textWidth('m'.repeat(Math.max(3, longest)), em) * 1.16 + 4);
  const sentence = wrapped(tokens, width, em);
  const top = sentence.height + em * 1.1;
  const columnGap = em * 2;
  const leftWidth = isStacked ? width : Math.round((width - columnGap) * 0.42);
  const right = isStacked ? 0 : leftWidth + columnGap;
  const rightWidth = isStacked ? width : width - right;

  const slide = em * 1.6;
  const stripLeft = em * 2.2 + nameWidth;
  const stripWidth = Math.max(20, leftWidth - stripLeft - slide);
  const head = em * 1.7;
  const matrix = Array.from({ length: matrixRows }, (_, k) => {
    const y = top + head + k * row;
    return { one: { x: em * 0.9, y: y + strip / 2 }, name: { x: stripLeft - 6, y: y + strip / 2 }, strip: { x: stripLeft, y, width: stripWidth, height: strip } };
  });
  let y = top + head + matrixRows * row + em * 0.4;
  const at = (left: number, place: number, wide: number): Box => ({ x: left, y: place, width: wide, height: strip });
  const hiddenTitle = { x: 0, y: y + em };
  const hiddenTop = y + em * 1.5;
  const hidden = { name: { x: stripLeft + slide - 6, y: hiddenTop + strip / 2 }, strips: [at(stripLeft + slide, hiddenTop, stripWidth), at(stripLeft + slide, hiddenTop + strip + gap, stripWidth)] as const };
  y = hiddenTop + 2 * (strip + gap) + em * 0.4;
  const placesOf = (count: number, from: number, left: number, wide: number): VectorPlace[] =>
    Array.from({ length: count }, (_, k) => {
      const at0 = from + k * block;
      const strips = [0, 1, 2].map((each) => at(left, at0 + each * (strip + gap), wide)) as [Box, Box, Box]; // three of them
      return { name: { x: left - 6, y: at0 + strip / 2 }, strips };
    });
  const movedTitle = { x: 0, y: y + em };
  const moved = placesOf(reads, y + em * 1.5, stripLeft + slide, stripWidth);
  const leftEnd = y + em * 1.5 + reads * block;

  const scoresTop = isStacked ? leftEnd + em * 0.6 : top;
  const scoreLeft = right + nameWidth;
  // Where there is little room the numbers stand closer, and the strip keeps some.
  const column = Math.min(em, (rightWidth - nameWidth - 24) / columnWidths.reduce((a, b) => a + b, 0));
  const scoreWidth = rightWidth - nameWidth - columnWidths.reduce((a, b) => a + b, 0) * column - 4;
  const ends = columnWidths.map((_, k) => scoreLeft + scoreWidth + column * columnWidths.slice(0, k + 1).reduce((a, b) => a + b, 0));
  const placed = placesOf(scores, scoresTop + head, scoreLeft, scoreWidth);
  const lossY = scoresTop + head + scores * block + em * 1.1;
  return {
    tokens: sentence.boxes,
    titles: { matrix: { x: 0, y: top + em }, hidden: hiddenTitle, moved: movedTitle, scores: { x: right, y: scoresTop + em } },
    matrix,
    slide,
    hidden,
    moved,
    scores: placed,
    columns: ends as [number, number, number, number], // as many as there are widths
    loss: { x: right, y: lossY },
    height: Math.ceil(Math.max(leftEnd, lossY + em * 0.8)),
  };
}

/** Of the numbers beside a score, in letters' sizes: u · h, probability, what is wanted, their difference. */
const columnWidths: readonly number[] = [4.4, 4.4, 4, 5.4];

/** Words one after another, in lines as wide as there is room. */
function wrapped(tokens: readonly string[], width: number, em: number): { readonly boxes: readonly Box[]; readonly height: number } {
  const [padding, gap, high] = [em * 0.5, em * 0.35, em * 1.9];
  const boxes: Box[] = [];
  let [x, y] = [0, 0];
  for (const token of tokens) {
    const wide = textWidth(token, em) + 2 * padding;
    if (x > 0 && x + wide > width) [x, y] = [0, y + high + gap];
    boxes.push({ x, y, width: wide, height: high });
    x += wide + gap;
  }
  return { boxes, height: y + high };
}
