// What the table of cells says of each: its names, and the equations it declares.
import type { Declaration } from '../equation/expression.ts';

/** `one`: a single b_h. `two`: PyTorch's b_ih and b_hh, which are added, so that both are trained. */
export type BiasId = 'one' | 'two';

export interface Cell {
  /** For menus and captions. */
  readonly title: string;
  /** The kind of cell, as in a link's `cell=`. Cells of one family differ in their activation alone. */
  readonly family: string;
  /** The activation as on a button; lower-case in a link's `activation=`. */
  readonly activation: string;
  /** γ, the steepest slope that the activation has anywhere. */
  readonly steepestSlope: number;
  /** The largest size that a unit of its state can have; Infinity where nothing holds it. */
  readonly largestState: number;
  /** What sets it apart from the other cells of its name, in a sentence for a student; left out where its activation says it. */
  readonly note?: string;
  readonly declare: (biases: BiasId) => Declaration;
}
