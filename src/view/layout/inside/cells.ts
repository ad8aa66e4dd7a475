// Cells of numbers: how large a number can be written in one, and how long a vector is in cells.
/** Space between cells, where they are large enough for it. */
export const spaceIn = (size: number): number => (size >= 12 ? 1.5 : size >= 5 ? 0.75 : 0);

/** The size of numbers in cells from one to the next of which it is so far. Five characters, as −0.54, have to fit. */
export const fontIn = (cellWidth: number, cellHeight: number): number =>
  Math.min(13, (cellHeight - spaceIn(cellHeight)) * 0.8, (cellWidth - spaceIn(cellWidth) - 3) / 3.03);
/** Smaller numbers cannot be read. */
export const leastFont = 7.5;

/** Vectors of more numbers than these are strips of colours, all equally long. */
export const mostCells = 16;

/** Length of a vector in cells. */
export const lengthOf = (size: number): number => (size > mostCells ? 10 : size);
