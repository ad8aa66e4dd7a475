// A reference to one number of the network: which symbol, at which time step, which unit. All 1-based, as on the screen.
// Drawing, formula, plot, exports and tests all point at numbers with it (docs/notation.md lists the symbols).

/**
 * Points at one number, or, with parts left out, at a whole row, matrix or symbol.
 * - `symbol`: `h`, `W_hh`, `dh`, … as docs/notation.md lists them; a leading `d` is ∂L/∂.
 * - `t`: time step, 1…T; 0 is the initial state. Left out for what has no time (parameters, their gradients, the total loss).
 * - `unit`: row, 1-based. `column`: column of a matrix, 1-based.
 */
export interface Reference {
  readonly symbol: string;
  readonly t?: number | undefined;
  readonly unit?: number | undefined;
  readonly column?: number | undefined;
  /** Another number that is pointed at with it, as a map's square points at a loss and a state: both light up. */
  readonly also?: Reference | undefined;
}

/** The text of `data-unit`: `row`, or `row,column`; empty where the reference has no unit. */
export function unitText(reference: Reference): string {
  if (reference.unit === undefined) return '';
  return reference.column === undefined ? `${reference.unit}` : `${reference.unit},${reference.column}`;
}

/** Whether two references point at the same number. */
export function sameReference(a: Reference | null, b: Reference | null): boolean {
  if (a === null || b === null) return a === b;
  return a.symbol === b.symbol && a.t === b.t && a.unit === b.unit && a.column === b.column && sameReference(a.also ?? null, b.also ?? null);
}
