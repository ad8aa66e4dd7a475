// Parameters by their recipes, with a memory: while a weight is dragged, only the last change of the recipe is new.
import type { Model, ParameterRecipe } from '../engine/model.ts';
import type { Network } from '../engine/network.ts';
import { changesOf, trainingOf } from '../engine/recipe/parameters.ts';
import { sameContent } from './content.ts';

/** Parameters as they stood after training and the first few changes. */
interface Kept {
  readonly model: Model;
  readonly base: Omit<ParameterRecipe, 'changes'>;
  readonly changes: ParameterRecipe['changes'];
  readonly parameters: Float64Array;
}

/** How many are kept, the latest first. */
const keptCount = 4;

export class RecipeMemory {
  private kept: readonly Kept[] = [];

  /**
   * The parameters that a recipe leads to, in a new buffer: the same numbers as the engine's `parametersOf`. Begins where
   * an earlier recipe stood that this one continues; pauses often. Recipes it has seen must not be changed afterwards.
   */
  *parametersOf(network: Network, recipe: ParameterRecipe): Generator<void, Float64Array> {
    const { changes, ...base } = recipe;
    const known = this.longest(network.model, base, changes);
    const parameters = known ? known.parameters.slice() : yield* trainingOf(network, recipe);
    const start = known?.changes.length ?? 0;
    // Updates take time, other changes none; so what is worth keeping is where the last update ended.
    const worth = Math.max(start, changes.findLastIndex((change) => change.kind === 'update') + 1);
    yield* changesOf(network, recipe, parameters, start, worth);
    this.keep({ model: network.model, base, changes: changes.slice(0, worth), parameters: parameters.slice() }, known);
    yield* changesOf(network, recipe, parameters, worth);
    return parameters;
  }

  private longest(model: Model, base: Kept['base'], changes: Kept['changes']): Kept | undefined {
    let best: Kept | undefined;
    for (const each of this.kept) {
      if (best && each.changes.length <= best.changes.length) continue;
      const isBeginning = each.changes.every((change, k) => sameContent(change, changes[k]));
      if (isBeginning && sameContent(each.model, model) && sameContent(each.base, base)) best = each;
    }
    return best;
  }

  /** Puts `next` first; what it continues stays, unless it is the same. */
  private keep(next: Kept, known: Kept | undefined): void {
    const isSame = known?.changes.length === next.changes.length;
    const first = isSame ? known : next;
    this.kept = [first, ...this.kept.filter((each) => each !== first)].slice(0, keptCount);
  }
}
