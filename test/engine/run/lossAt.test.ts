import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lossAlone } from '../../../src/engine/gradient/paths.ts';
import { slotIndex } from '../../../src/engine/network.ts';
import { withLossAt } from '../../../src/engine/run/lossAt.ts';
import { Pass } from '../../../src/engine/run/pass.ts';
import { prepare, run, situations, situationOf } from '../random.ts';

const runs = { seed: 12, numRuns: 100 };
const near = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-11 * Math.max(1, Math.abs(a), Math.abs(b));

/** Two sequences, of which the second is the longer one. */
const uneven = situationOf(
  { cell: 'lstm', topology: 'many-to-many-synced', loss: 'mse', biases: 'one', timeReduction: 'mean', inputSize: 2, hiddenSize: 3, outputSize: 2 },
  { lengths: [[3, 1], [5, 1]], isOneHot: false, seed: 4 },
);

describe('a trace with one loss alone', () => {
  it('has that step’s loss for L, and no other is computed', () => {
    fc.assert(
      fc.property(situations, (situation) => {
        const whole = run(situation).trace;
        const L = slotIndex(whole.network.program, 'L');
        const at = (row: number, b: number): number => row * whole.sequences.length + b;
        for (const [b, { readoutRows }] of whole.sequences.entries()) {
          for (const row of [readoutRows[0]!, readoutRows.at(-1)!]) {
            const { trace } = prepare(situation);
            const pass = new Pass(withLossAt(trace, row, b), situation.parameters);
            pass.forward();
            expect(pass.totalLoss()).toBe(whole.values[L]![at(row, b)]);
            expect([...trace.values[L]!].flatMap((value, i) => (value === 0 || i === at(row, b) ? [] : [i]))).toEqual([]);
          }
        }
      }),
      runs,
    );
  });

  it('has its share of the gradient: those of all losses, as they are weighed, make up the whole', () => {
    fc.assert(
      fc.property(situations, (situation) => {
        const { trace } = run(situation);
        const sum = trace.parameterGradients.map(() => 0);
        for (const [b, { readoutRows, lossWeight }] of trace.sequences.entries()) {
          for (const row of readoutRows) lossAlone(trace, situation.parameters, row, b).parameterGradients.forEach((each, i) => (sum[i]! += each * lossWeight));
        }
        expect([...sum].filter((each, i) => !near(each, trace.parameterGradients[i]!))).toEqual([]);
      }),
      runs,
    );
  });

  it('shares its numbers, while the read-outs of the other trace stay', () => {
    const { trace } = prepare(uneven);
    const rows = trace.sequences.map(({ steps }) => steps.map(({ readout }) => readout?.row));
    const alone = withLossAt(trace, 2, 1);
    expect(alone.values).toBe(trace.values);
    expect(alone.gradients).toBe(trace.gradients);
    expect(alone.parameterGradients).toBe(trace.parameterGradients);
    expect(alone.sequences.map(({ readoutRows }) => readoutRows)).toEqual([[], [2]]);
    expect(alone.sequences.map(({ steps }) => steps.flatMap(({ readout }) => readout?.row ?? []))).toEqual([[], [2]]);
    expect(trace.sequences.map(({ steps }) => steps.map(({ readout }) => readout?.row))).toEqual(rows);
    expect(rows).toEqual([[1, 2, 3], [1, 2, 3, 4, 5]]);
  });

  it('has the steps of the longest sequence, as every trace', () => {
    const { trace } = prepare(uneven);
    const alone = withLossAt(trace, 3);
    expect(alone.steps).toBe(alone.sequences[1]!.steps);
    expect(alone.steps).toHaveLength(trace.stepCount);
  });

  it('has no loss where nothing is read out, and no sequence that is not there', () => {
    const { trace } = prepare(uneven);
    const pass = new Pass(withLossAt(trace, 4, 0), uneven.parameters);
    pass.forward();
    pass.backward();
    expect(pass.totalLoss()).toBe(0);
    expect(trace.parameterGradients.every((each) => each === 0)).toBe(true);
    expect(() => withLossAt(trace, 1, 2)).toThrow('The batch has 2 sequences, counted from 0, so there is no sequence 2.');
  });

  it('leaves the gradients of the trace as they are where it has gradients of its own', () => {
    const { trace } = run(uneven);
    const before = trace.gradients.map((each) => each.slice());
    const alone = lossAlone(trace, uneven.parameters, 2, 1);
    expect(alone.values).toBe(trace.values);
    expect(trace.gradients).toEqual(before);
    expect(alone.gradients.some((each, s) => each === trace.gradients[s])).toBe(false);
    expect(alone.parameterGradients).not.toEqual(trace.parameterGradients);
  });
});
