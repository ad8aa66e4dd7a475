// The memory of recipes: never other numbers than the engine's own, only sooner.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ParameterChange, ParameterRecipe } from '../../src/engine/model.ts';
import { createNetwork } from '../../src/engine/network.ts';
import { parametersOf } from '../../src/engine/recipe/parameters.ts';
import { sameContent } from '../../src/worker/content.ts';
import { RecipeMemory } from '../../src/worker/recipes.ts';
import { difference, jobOf } from './support.ts';

const { model } = jobOf();
const network = createNetwork(model);
const update: ParameterChange = { kind: 'update', example: jobOf({ T: 5 }).example, learningRate: 0.2, times: 3 };
const set = (value: number): ParameterChange => ({ kind: 'set', symbol: 'W_hh', unit: 1, column: 2, value });
const scale: ParameterChange = { kind: 'scale', symbol: 'W_xh', factor: 1.5 };

/** The parameters, and how often the way to them paused: a measure of the work done. */
function ask(memory: RecipeMemory, recipe: ParameterRecipe, on = network): { parameters: Float64Array; pauses: number } {
  const making = memory.parametersOf(on, structuredClone(recipe));
  let pauses = 0;
  let next = making.next();
  for (; next.done !== true; next = making.next()) pauses += 1;
  return { parameters: next.value, pauses };
}

const recipe = (changes: readonly ParameterChange[], seed = 1): ParameterRecipe => jobOf({ seed, recipe: { changes } }).recipe;

describe('the memory of recipes', () => {
  it('does no training twice while a weight is dragged, and gives the same numbers', () => {
    const memory = new RecipeMemory();
    expect(ask(memory, recipe([set(0)])).pauses).toBeGreaterThan(0);
    for (const value of [0.1, 0.2, 0.3]) {
      const { parameters, pauses } = ask(memory, recipe([set(value)]));
      expect(pauses).toBe(0);
      expect(difference('parameters', parameters, parametersOf(network, recipe([set(value)])))).toBeNull();
    }
  });

  it('does only the update that is new when updates are added one by one', () => {
    const memory = new RecipeMemory();
    const changes: ParameterChange[] = [set(1)];
    ask(memory, recipe(changes));
    const single = 3 * 2; // 3 times forwards and backwards, each one short block
    for (let k = 0; k < 10; k++) {
      changes.push(update, scale);
      const { parameters, pauses } = ask(memory, recipe(changes));
      expect(pauses).toBe(single);
      expect(difference('parameters', parameters, parametersOf(network, recipe(changes)))).toBeNull();
    }
  });

  it('hands out buffers of one\'s own: what is done to them later changes nothing', () => {
    const memory = new RecipeMemory();
    const right = parametersOf(network, recipe([update]));
    for (let k = 0; k < 3; k++) {
      const { parameters } = ask(memory, recipe([update]));
      expect(difference('parameters', parameters, right)).toBeNull();
      parameters.fill(NaN);
    }
  });

  it('takes nothing from a recipe that was called off half way', () => {
    const memory = new RecipeMemory();
    const half = memory.parametersOf(network, recipe([update]));
    half.next();
    half.next();
    half.return(new Float64Array());
    expect(difference('parameters', ask(memory, recipe([])).parameters, parametersOf(network, recipe([])))).toBeNull();
  });

  it('keeps apart whatever leads to other numbers', () => {
    const memory = new RecipeMemory();
    const wider = createNetwork({ ...model, hiddenSize: 6 });
    ask(memory, recipe([]));
    expect(ask(memory, recipe([], 2)).pauses).toBeGreaterThan(0);
    expect(ask(memory, recipe([]), wider).parameters).toHaveLength(wider.program.parameterCount);
    expect(ask(memory, { ...recipe([]), initialStates: { h: [1, 1, 1, 1] } }).pauses).toBeGreaterThan(0);
  });

  it('gives the engine\'s numbers in any order of asking', () => {
    const changes = fc.array(fc.constantFrom(set(1), set(-0), set(0), scale, update), { maxLength: 4 });
    const asked = fc.array(fc.record({ changes, seed: fc.integer({ min: 1, max: 3 }) }), { maxLength: 12 });
    fc.assert(
      fc.property(asked, (recipes) => {
        const memory = new RecipeMemory();
        for (const each of recipes) {
          const wanted = recipe(each.changes, each.seed);
          expect(difference('parameters', ask(memory, wanted).parameters, parametersOf(network, wanted))).toBeNull();
        }
      }),
      { seed: 1, numRuns: 50 },
    );
  });
});

describe('the same content', () => {
  const value = { a: [1, 'b', null, undefined], c: Float64Array.of(1, NaN), d: { e: Int32Array.of(3), f: true } };

  it('is seen in a copy', () => {
    expect(sameContent(value, structuredClone(value))).toBe(true);
  });

  const others: readonly (readonly [string, unknown, unknown])[] = [
    ['another number', { a: 1 }, { a: 2 }],
    ['0 and −0', { a: 0 }, { a: -0 }],
    ['another key', { a: 1 }, { b: 1 }],
    ['a key more', { a: 1 }, { a: 1, b: undefined }],
    ['a list and a record', [], {}],
    ['a shorter list', [1, 2], [1]],
    ['a number in a typed array', Float64Array.of(1, 2), Float64Array.of(1, 3)],
    ['the kind of numbers', Float64Array.of(1), Int32Array.of(1)],
    ['a typed array and a list', Int32Array.of(1), [1]],
    ['a record and nothing', {}, null],
  ];
  for (const [name, a, b] of others) {
    it(`is not seen where they differ: ${name}`, () => {
      expect(sameContent(a, b)).toBe(false);
      expect(sameContent(b, a)).toBe(false);
    });
  }
});
