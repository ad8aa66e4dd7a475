// One training iteration to compute: which network, how its parameters came to be, what it reads, and η.
import type { Clipping, Example, Feeding, Model, ParameterRecipe } from './model.ts';

export interface Job {
  readonly model: Model;
  readonly recipe: ParameterRecipe;
  readonly example: Example;
  /** η of the update that closes the iteration. */
  readonly learningRate: number;
  /** How the gradient of that update is made smaller; not at all where left out. */
  readonly clipping?: Clipping | undefined;
  /** What is read after the first step; what the example says where left out. */
  readonly feeding?: Feeding | undefined;
}
