// Vector: the one array type of the engine, of float64 numbers: a vector [n], or a matrix [rows, cols] row by row.

/**
 * Float64 numbers. A matrix is a Vector of length rows × cols, row by row: entry (i, j) stands at i · cols + j.
 *
 * Annotate a variable that is assigned later with it: `let h: Vector = new Float64Array(n)`. Left to itself TypeScript
 * infers `Float64Array<ArrayBuffer>`, which then refuses a view on any other memory.
 */
export type Vector = Float64Array;
