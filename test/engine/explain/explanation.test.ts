import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leavesOf, numberOf } from '../../../src/engine/equation/numeric.ts';
import type { Model } from '../../../src/engine/model.ts';
import { createNetwork } from '../../../src/engine/network.ts';
import { Numbers } from '../../../src/engine/explain/numbers.ts';
import type { Reference } from '../../../src/engine/reference.ts';
import { run, singles, situationOf, situations, type Situation } from '../random.ts';
import { referencesOf } from './references.ts';
import { anyWindow } from '../windows.ts';
import { explain } from '../../../src/engine/explain/explanation.ts';

const runs = { seed: 11, numRuns: 80 };

const numbersOf = (situation: Situation, b = 0): Numbers => new Numbers(run(situation).trace, situation.parameters, 0.1, b);

/** 0/0 is a number of its own: a gradient of no length has no factor. */
const near = (a: number, b: number): boolean => Object.is(a, b) || Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));

/** What the formulas of these numbers make of them, where that is another number. */
function wrong(numbers: Numbers, references: readonly Reference[]): string[] {
  return references.flatMap((reference) => {
    const { value, numbers: formula } = explain(numbers, reference);
    return formula && !near(numberOf(formula), value) ? [`${JSON.stringify(reference)}: ${numberOf(formula)} instead of ${value}`] : [];
  });
}

/** What is given rather than computed, or made of more than one sequence. */
const isGiven = ({ symbol, t }: Reference): boolean => /^(x|target|eta|dL$|W_|b_)/.test(symbol) && !symbol.includes('·') && !symbol.endsWith('_new') || t === 0;

describe('every number explains itself', () => {
  it('with a formula whose numbers give the number', () => {
    fc.assert(
      fc.property(anyWindow, (situation) => {
        const numbers = numbersOf(situation);
        expect(wrong(numbers, referencesOf(numbers))).toEqual([]);
      }),
      runs,
    );
  });

  it('where it is of one sequence of a batch, and says in words what is of all of them', () => {
    fc.assert(
      fc.property(situations, fc.nat(2), (situation, nth) => {
        const B = situation.examples.length;
        const b = nth % B;
        const numbers = numbersOf(situation, b);
        const references = referencesOf(numbers, b);
        expect(wrong(numbers, references)).toEqual([]);
        const terms = references.filter(({ symbol, t }) => /^d[Wb]_\w+(\.\w+)?$/.test(symbol) && t !== undefined);
        const words = new Set(terms.map((each) => explain(numbers, each).words));
        expect([...words]).toEqual(B === 1 ? [''] : [`what this step adds to the sum, of all ${B} sequences of the batch together`]);
      }),
      runs,
    );
  });

  it('unless it is given, or the way back to it is cut', () => {
    fc.assert(
      fc.property(singles, (situation) => {
        const numbers = numbersOf(situation);
        const silent = referencesOf(numbers).filter((reference) => !isGiven(reference) && explain(numbers, reference).numbers === null);
        expect(silent.filter(({ symbol }) => symbol !== 'dL')).toEqual([]);
      }),
      runs,
    );
  });

  it('and each term of it is a number with the value it shows, that can be opened in turn down to what is given', () => {
    fc.assert(
      fc.property(anyWindow, fc.array(fc.nat(), { minLength: 20, maxLength: 20 }), (situation, seeds) => {
        const numbers = numbersOf(situation);
        const pick = <Item>(items: readonly Item[], seed: number): Item => items[seed % items.length]!;
        const open = (reference: Reference, seed: number, depth = 0): void => {
          expect(depth).toBeLessThan(200);
          expect(numbers.has(reference.symbol, reference.t)).toBe(true);
          const { numbers: formula } = explain(numbers, reference);
          const leaves = formula ? leavesOf(formula) : [];
          for (const leaf of leaves) expect(Object.is(numbers.value(leaf.reference), leaf.value)).toBe(true);
          if (leaves.length > 0) open(pick(leaves, seed + depth).reference, seed, depth + 1);
        };
        const references = referencesOf(numbers);
        for (const seed of seeds) open(pick(references, seed), seed);
        open({ symbol: 'L', unit: 1 }, 0);
      }),
      runs,
    );
  });
});

const model: Model = {
  cell: 'rnn_tanh', topology: 'many-to-one', loss: 'bce', biases: 'one', timeReduction: 'sum', inputSize: 2, hiddenSize: 2, outputSize: 1,
};
const shape = { lengths: [[3, 2]] as const, isOneHot: true, seed: 4 };

describe('the words of an explanation', () => {
  it('say that the way back is cut where a window ends', () => {
    const numbers = numbersOf({ ...situationOf(model, shape), truncation: { window: 2, state: 'carried' } });
    expect(explain(numbers, { symbol: 'dh', t: 2, unit: 1 })).toMatchObject({ value: 0, numbers: null, words: expect.stringMatching(/cut/) as unknown });
    expect(explain(numbers, { symbol: 'dh_next', t: 2, unit: 1 }).words).toMatch(/cut/);
    expect(explain(numbers, { symbol: 'dh', t: 1, unit: 1 }).numbers).not.toBeNull();
  });

  it('say where there is no word to read', () => {
    const situation = situationOf(model, shape);
    const examples = situation.examples.map((each) => ({ ...each, inputs: { kind: 'one-hot' as const, indices: Int32Array.of(0, -1, 1) } }));
    const numbers = numbersOf({ ...situation, examples });
    expect(explain(numbers, { symbol: 'x', t: 1, unit: 1 }).words).toBe('the input: 1 at the row of this word, 0 elsewhere');
    expect(explain(numbers, { symbol: 'x', t: 2, unit: 1 }).words).toBe('the input: no word here, so 0 in every row');
    expect(explain(numbers, { symbol: 'W_xh·x', t: 2, unit: 1 })).toMatchObject({ value: 0, numbers: { kind: 'number', value: 0 } });
  });

  it('say that the decoder is handed its first state', () => {
    const numbers = numbersOf(situationOf({ ...model, topology: 'encoder-decoder' }, shape));
    expect(explain(numbers, { symbol: 'h.decoder', t: 0, unit: 1 }).words).toBe('the decoder begins with the state that it is handed');
    expect(numbers.has('h.decoder', 0)).toBe(false);
    const { numbers: formula } = explain(numbers, { symbol: 'W_hh·h.decoder', t: 1, unit: 1 });
    expect(leavesOf(formula!).map(({ reference }) => reference)).toContainEqual({ symbol: 'h.encoder', t: 3, unit: 1 });
  });

  it('say of what is not there that it is not', () => {
    const numbers = numbersOf(situationOf(model, shape));
    expect(explain(numbers, { symbol: 'cheese' })).toMatchObject({ value: NaN, words: 'this network has no such number' });
    expect(explain(numbers, { symbol: 'y', t: 1, unit: 1 }).words).toBe('y has no number at this step');
    expect([numbers.has('y', 1), numbers.has('h', 4), numbers.has('dx', 1), numbers.has('dh_next', 3)]).toEqual([false, false, false, false]);
  });
});

describe('a loss from extreme scores', () => {
  it.each([
    ['bce', 1, [800], 0, 800],
    ['bce', 1, [-800], 1, 800],
    ['bce', 1, [40], 1, Math.log1p(Math.exp(-40))],
    ['cross_entropy', 2, [800, -800], 1, 1600],
  ] as const)('%s of %i output(s) at %j is explained from the scores', (loss, outputSize, logits, target, expected) => {
    const network = createNetwork({ ...model, topology: 'one-to-one', loss, inputSize: 1, hiddenSize: 1, outputSize });
    const parameters = new Float64Array(network.program.parameterCount);
    parameters.set(logits, network.program.parameters.find(({ symbol }) => symbol === 'b_y')!.offset);
    const numbers = numbersOf({
      network,
      parameters,
      initialStates: {},
      examples: [{ inputs: { kind: 'dense', values: new Float64Array(1) }, targets: Float64Array.of(target) }],
    });
    const { value, numbers: formula } = explain(numbers, { symbol: 'L', t: 1, unit: 1 });
    expect(value).toBe(expected);
    expect(numberOf(formula!)).toBeCloseTo(expected, 15);
  });
});
