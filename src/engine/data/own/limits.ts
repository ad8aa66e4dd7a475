// How much of a table of one's own is read. More is named and left out, so that no file can freeze the page or fill its memory.

/** Bytes of a file, 5 MB of 1,024 · 1,024 each. */
export const mostBytes = 5 * 1024 * 1024;

export const mostRows = 20_000;

/** Time steps of one row, … */
export const mostSteps = 2_000;

/** … and of all rows together. */
export const mostStepsInAll = 600_000;

/** Different labels of one column. */
export const mostLabels = 100;

/** Cells of a line: as many as the steps of a row of numbers, and the one after them. */
export const mostColumns = mostSteps + 1;
