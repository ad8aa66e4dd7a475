import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Clock } from '../../src/engine/clock.ts';
import { leavesOf, numberOf } from '../../src/engine/equation/numeric.ts';
import { createNetwork } from '../../src/engine/network.ts';
import { Numbers } from '../../src/engine/numbers.ts';
import { Pass } from '../../src/engine/pass.ts';
import type { Reference } from '../../src/engine/reference.ts';
import { createTrace } from '../../src/engine/trace.ts';
import { run, singles, type Situation } from './random.ts';

const runs = { seed: 11, numRuns: 60 };

function numbersOf(situation: Situation): { numbers: Numbers; clock: Clock } {
  const { trace } = run(situation);
  return { numbers: new Numbers(trace, situation.parameters, 0.1), clock: new Clock(situation.network, trace.steps) };
}

/** Every reference that an iteration makes, unit by unit. */
function referencesOf(numbers: Numbers): Reference[] {
  const { network, steps } = numbers.trace;
  const { slots, parameters } = network.program;
  const references: Reference[] = [{ symbol: 'L', unit: 1 }];
  for (const { row: t, readout } of steps) {
    for (const { symbol, size, stage, hasGradient, isState } of slots) {
      if (stage === 'given' || (stage !== 'cell' && !readout)) continue;
      for (let unit = 1; unit <= size; unit++) {
        references.push({ symbol, t, unit });
        if (hasGradient) references.push({ symbol: `d${symbol}`, t, unit });
        if (isState) references.push({ symbol: `norm_d${symbol}`, t });
      }
    }
  }
  for (const { symbol, rows, columns } of parameters) {
    for (let unit = 1; unit <= rows; unit++) {
      for (let column = 1; column <= columns; column++) {
        references.push({ symbol: `d${symbol}`, unit, column }, { symbol: `${symbol}_new`, unit, column });
        for (const { row: t } of steps) {
          references.push({ symbol: `d${symbol}`, t, unit, column }, { symbol: `sum_d${symbol}`, t, unit, column });
        }
      }
    }
  }
  return references;
}

const near = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));

describe('every number explains itself', () => {
  it('with a formula whose numbers give the number', () => {
    fc.assert(
      fc.property(singles, (situation) => {
        const { numbers } = numbersOf(situation);
        for (const reference of referencesOf(numbers)) {
          const { value, numbers: formula } = numbers.explain(reference);
          if (formula && !near(numberOf(formula), value)) {
            throw new Error(`${JSON.stringify(reference)}: ${numberOf(formula)} instead of ${value}`);
          }
        }
      }),
      runs,
    );
  });

  it('and each term of it is a number with the value it shows, that can be opened in turn down to what is given', () => {
    fc.assert(
      fc.property(singles, (situation) => {
        const { numbers } = numbersOf(situation);
        const open = (reference: Reference, depth: number): void => {
          expect(depth).toBeLessThan(80);
          const { numbers: formula } = numbers.explain(reference);
          const leaves = formula ? leavesOf(formula) : [];
          for (const leaf of leaves) expect(Object.is(numbers.value(leaf.reference), leaf.value)).toBe(true);
          const last = leaves.at(-1);
          if (last) open(last.reference, depth + 1);
        };
        for (const reference of referencesOf(numbers).slice(-40)) open(reference, 0);
        open({ symbol: 'L', unit: 1 }, 0);
      }),
      runs,
    );
  });
});

describe('a loss from extreme scores', () => {
  it.each([
    ['bce', 1, [800], 0, 800],
    ['bce', 1, [-800], 1, 800],
    ['bce', 1, [40], 1, Math.log1p(Math.exp(-40))],
    ['cross_entropy', 2, [800, -800], 1, 1600],
  ] as const)('%s of %i output(s) at %j is explained from the scores', (loss, outputSize, logits, target, expected) => {
    const network = createNetwork({
      cell: 'rnn_tanh', topology: 'one-to-one', loss, biases: 'one', timeReduction: 'sum', inputSize: 1, hiddenSize: 1, outputSize,
    });
    const parameters = new Float64Array(network.program.parameterCount);
    parameters.set(logits, network.program.parameters.find(({ symbol }) => symbol === 'b_y')!.offset);
    const { numbers } = numbersOf({
      network,
      parameters,
      initialStates: {},
      examples: [{ inputs: { kind: 'dense', values: new Float64Array(1) }, targets: Float64Array.of(target) }],
    });
    const { value, numbers: formula } = numbers.explain({ symbol: 'L', t: 1, unit: 1 });
    expect(value).toBe(expected);
    expect(numberOf(formula!)).toBeCloseTo(expected, 15);
  });
});

describe('the clock', () => {
  it('makes each number after the numbers that it is made of', () => {
    fc.assert(
      fc.property(singles, (situation) => {
        const { numbers, clock } = numbersOf(situation);
        for (const reference of referencesOf(numbers)) {
          const formula = numbers.explain(reference).numbers;
          const at = clock.madeAt(reference.symbol, reference.t);
          for (const leaf of formula ? leavesOf(formula) : []) {
            const before = clock.madeAt(leaf.reference.symbol, leaf.reference.t);
            if (!(before <= at)) {
              throw new Error(`${JSON.stringify(reference)} at ${at} before ${JSON.stringify(leaf.reference)} at ${before}`);
            }
          }
        }
      }),
      runs,
    );
  });

  it('names at each playhead the operation whose number is made just then', () => {
    fc.assert(
      fc.property(singles, (situation) => {
        const { clock } = numbersOf(situation);
        for (let playhead = 1; playhead <= clock.count; playhead++) {
          const moment = clock.momentAt(playhead)!;
          expect(moment.index).toBe(playhead);
          if (moment.phase === 'update') continue;
          const t = moment.kind === 'total' ? undefined : moment.madeAt;
          // With a single loss the total is that step's loss, made with it.
          expect(clock.madeAt(moment.makes, t)).toBe(playhead);
        }
      }),
      runs,
    );
  });

  it('steps on and back by operation, word and phase through the same places', () => {
    fc.assert(
      fc.property(singles, (situation) => {
        const { clock } = numbersOf(situation);
        for (const size of ['operation', 'word', 'phase'] as const) {
          const places = [0];
          while (places.at(-1)! < clock.count) places.push(clock.step(places.at(-1)!, size, 1));
          const back = [clock.count];
          while (back.at(-1)! > 0) back.push(clock.step(back.at(-1)!, size, -1));
          expect(back.reverse()).toEqual(places);
        }
      }),
      runs,
    );
  });
});
