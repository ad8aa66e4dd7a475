// What comes back over one single use of a value: the uses of a value add up to its gradient, and slopes are what they are multiplied by.
import { describe, expect, it } from 'vitest';
import { cellIds, cells } from '../../../src/engine/cells/index.ts';
import { Numbers } from '../../../src/engine/explain/numbers.ts';
import { createNetwork } from '../../../src/engine/network.ts';
import { parametersOf } from '../../../src/engine/recipe/parameters.ts';
import { Pass } from '../../../src/engine/run/pass.ts';
import { createTrace, type Trace } from '../../../src/engine/run/trace.ts';
import type { CellId, Model } from '../../../src/engine/model.ts';
import type { Truncation } from '../../../src/engine/run/sequences.ts';

const T = 3;
const sizes = { loss: 'cross_entropy', biases: 'two', timeReduction: 'sum', inputSize: 3, hiddenSize: 4, outputSize: 2 } as const;

interface Ran {
  readonly trace: Trace;
  readonly numbers: Numbers;
  readonly loss: number;
}

/** A network that reads dense numbers, run both ways; one number of x or of the first state may be moved a little. */
function run(cell: CellId, nudge: { x?: number; state?: string; at?: number; by?: number } = {}, truncation?: Truncation): Ran {
  const isPlain = cells[cell].declare('one').states.length === 0;
  const model: Model = { ...sizes, cell, topology: isPlain ? 'one-to-one' : 'many-to-many-synced' };
  const network = createNetwork(model);
  const count = isPlain ? 1 : T;
  const values = Float64Array.from({ length: count * 3 }, (_, k) => Math.sin(1.3 * k + 0.4));
  if (nudge.x !== undefined) values[nudge.x]! += nudge.by ?? 0;
  const recipe = { initialisation: { scheme: 'uniform', scale: 1, seed: 3 }, baseInputSize: 3, training: { rows: [], epochs: 0, learningRate: 0.1 }, changes: [] } as const;
  const parameters = parametersOf(network, recipe);
  const trace = createTrace(network, { inputs: { kind: 'dense', values }, targets: Float64Array.from({ length: count }, (_, k) => k % 2) }, truncation);
  const pass = new Pass(trace, parameters);
  const state = new Float64Array(4).fill(0.2);
  if (nudge.state !== undefined) {
    state[nudge.at ?? 0]! += nudge.by ?? 0;
    pass.start(state, nudge.state);
  }
  pass.forward();
  pass.clearGradients();
  pass.backward();
  return { trace, numbers: new Numbers(trace, parameters, 0.1), loss: pass.totalLoss() };
}

/** What comes back to a value at row t over all its uses by steps of the cell that write `row`. */
function broughtTo({ trace, numbers }: Ran, slot: number, time: 'now' | 'previous', row: number): Float64Array {
  const { program } = trace.network;
  const sum = new Float64Array(program.slots[slot]?.size ?? 0);
  program.instructions.forEach(({ args, chain }, at) => {
    if (chain < 0) return;
    args.forEach((arg, k) => {
      if (arg.kind !== 'slot' || arg.index !== slot || arg.time !== time) return;
      numbers.useGradient(at, k, row)?.forEach((each, i) => (sum[i]! += each));
    });
  });
  return sum;
}

const centralDifference = (loss: (by: number) => number): number => (loss(1e-5) - loss(-1e-5)) / 2e-5;

describe.each(cellIds)('the uses of a value in %s', (cell) => {
  const ran = run(cell);
  const { program } = ran.trace.network;

  it('bring its whole gradient together', () => {
    program.slots.forEach((slot, index) => {
      if (slot.stage !== 'cell' || !slot.hasGradient) return;
      for (let t = 1; t <= ran.trace.stepCount; t++) {
        const within = broughtTo(ran, index, 'now', t);
        const later = slot.isState && t < ran.trace.stepCount ? broughtTo(ran, index, 'previous', t + 1) : [];
        for (let unit = 1; unit <= slot.size; unit++) {
          const out = ran.numbers.has(`d${slot.symbol}_out`, t) ? ran.numbers.value({ symbol: `d${slot.symbol}_out`, t, unit }) : 0;
          // Where nothing meets, what is read out has no name of its own.
          const isOnlyRead = !slot.isState && within.every((each) => each === 0);
          if (isOnlyRead) continue;
          expect((within[unit - 1] ?? 0) + (later[unit - 1] ?? 0) + out).toBeCloseTo(ran.numbers.value({ symbol: `d${slot.symbol}`, t, unit }), 12);
        }
      }
    });
  });

  it('of the input bring what a small change of the input would change', () => {
    for (let x = 0; x < ran.trace.stepCount * 3; x++) {
      const wanted = centralDifference((by) => run(cell, { x, by }).loss);
      expect(broughtTo(ran, program.chains[0]?.input ?? 0, 'now', Math.floor(x / 3) + 1)[x % 3]).toBeCloseTo(wanted, 7);
    }
  });

  it('of the first state bring what a small change of it would change', () => {
    for (const state of program.states) {
      const symbol = program.slots[state]?.symbol ?? '';
      for (let at = 0; at < 4; at++) {
        const wanted = centralDifference((by) => run(cell, { state: symbol, at, by }).loss);
        expect(broughtTo(run(cell, { state: symbol }), state, 'previous', 1)[at]).toBeCloseTo(wanted, 7);
      }
    }
  });

  it('multiply by their slopes, unit by unit, wherever units are not mixed', () => {
    let seen = 0;
    program.instructions.forEach(({ args, chain, out, operation }, at) => {
      if (chain < 0) return;
      args.forEach((arg, k) => {
        if (arg.kind !== 'slot') return;
        const [slopes, brought] = [ran.numbers.useSlopes(at, k, 1), ran.numbers.useGradient(at, k, 1)];
        expect(slopes === null).toBe(operation === 'multiply');
        slopes?.forEach((slope, i) => {
          seen += 1;
          expect(slope * ran.numbers.value({ symbol: `d${program.slots[out]?.symbol}`, t: 1, unit: i + 1 })).toBeCloseTo(brought?.[i] ?? NaN, 14);
        });
      });
    });
    expect(seen).toBeGreaterThan(0);
  });
});

describe('a use that hands nothing back', () => {
  const { instructions } = run('lstm').trace.network.program;
  const at = instructions.findIndex(({ args }) => args.some((arg) => arg.kind === 'slot' && arg.time === 'previous'));
  const k = instructions[at]?.args.findIndex((arg) => arg.kind === 'slot') ?? -1;

  it('is one over a cut, one of a parameter, and one that there is not', () => {
    const { numbers } = run('lstm', {}, { window: 2, state: 'carried' });
    expect(numbers.useGradient(at, k, 2)).not.toBeNull();
    expect(numbers.useGradient(at, k, 3)).toBeNull();
    expect(numbers.useSlopes(at, k, 3)).toBeNull();
    expect(numbers.useGradient(at, 1 - k, 2)).toBeNull();
    expect(numbers.useGradient(at, 9, 2)).toBeNull();
    expect(numbers.useGradient(999, 0, 2)).toBeNull();
    expect(numbers.useGradient(at, k, 99)).toBeNull();
  });
});
