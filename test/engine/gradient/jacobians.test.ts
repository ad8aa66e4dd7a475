import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Jacobians, normsOf } from '../../../src/engine/gradient/jacobians.ts';
import { norm } from '../../../src/engine/math/linear.ts';
import { slotIndex } from '../../../src/engine/network.ts';
import { nearKink, prepare, run, singles, situationOf, type Situation } from '../random.ts';

const runs = { seed: 21, numRuns: 120 };
const near = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-7 * Math.max(1, Math.abs(a), Math.abs(b));

/** The joint state of a chain at a row, after a run in which one number of its first state was moved. */
function stateAfter(situation: Situation, chain: number, row: number, moved: number, by: number): number[] {
  const { chains, slots } = situation.network.program;
  const symbols = chains[chain]!.states.map((slot) => slots[slot]!.symbol);
  const first = chains[chain]!.axis === 1 ? chains[0]! : chains[chain]!;
  const H = situation.network.model.hiddenSize;
  const starts = first.states.map((slot) => slots[slot]!.symbol);
  const { trace, pass } = prepare(situation);
  const symbol = starts[Math.floor(moved / H)]!;
  const values = situation.initialStates[symbol]!.slice();
  values[moved % H]! += by;
  pass.start(values, symbol);
  pass.forward();
  return symbols.flatMap((each) => [...trace.values[slotIndex(situation.network.program, each)]!.subarray(row * H, (row + 1) * H)]);
}

describe('the Jacobians of a path of states', () => {
  it('multiply up to how the last state moves with the first: for gates, memories, both directions, and from encoder to decoder', () => {
    fc.assert(
      fc.property(singles, (situation) => {
        const { network, parameters } = situation;
        const { trace } = run(situation);
        fc.pre(network.program.states.length > 0 && !nearKink(situation, trace));
        network.program.chains.forEach((_, chain) => {
          const jacobians = new Jacobians(trace, parameters, chain);
          const last = jacobians.steps.at(-1)!;
          const whole = [...jacobians.products()].at(-1)!;
          expect(whole.k).toBe(0);
          for (let j = 0; j < jacobians.size; j++) {
            const [above, below] = [1e-5, -1e-5].map((by) => stateAfter(situation, last.chain, last.row, j, by)) as [number[], number[]];
            above.forEach((each, i) => expect(near(whole.matrix[i * jacobians.size + j]!, (each - below[i]!) / 2e-5)).toBe(true));
          }
        });
      }),
      runs,
    );
  });

  it('have the norms of their blocks: the identity at the end, never less Frobenius than spectral', () => {
    fc.assert(
      fc.property(singles, (situation) => {
        const { trace } = run(situation);
        fc.pre(situation.network.program.states.length > 0);
        const jacobians = new Jacobians(trace, situation.parameters);
        for (const part of jacobians.partsOf(0)) {
          const norms = jacobians.toFinal(part);
          expect(norms).toHaveLength(jacobians.steps.length + 1);
          expect(norms.at(-1)!.spectral).toBe(1);
          expect(norms.at(-1)!.fro).toBeCloseTo(Math.sqrt(part.size), 14);
          for (const { spectral, fro } of norms) expect(spectral).toBeLessThanOrEqual(fro * (1 + 1e-12));
        }
        const local = jacobians.local(0);
        expect(normsOf(local, jacobians.size).fro).toBeCloseTo(norm(local), 12);
      }),
      runs,
    );
  });

  it('tell how each loss moves with each state: with a single loss, just the gradient of BPTT', () => {
    fc.assert(
      fc.property(singles, (situation) => {
        const { trace } = run(situation);
        const { program } = situation.network;
        const [sequence] = trace.sequences;
        fc.pre(program.states.length > 0 && sequence!.readoutRows.length === 1);
        program.chains.forEach((_, chain) => {
          const jacobians = new Jacobians(trace, situation.parameters, chain);
          const norms = jacobians.lossToStates(sequence!.readoutRows[0]!, sequence!.lossWeight);
          jacobians.steps.forEach((step, k) => {
            const { states } = program.chains[step.chain]!;
            const H = program.slots[states[0]!]!.size;
            const gradient = trace.gradients[states[0]!]!.subarray(step.row * H, (step.row + 1) * H);
            expect(near(norms[k + 1]!, norm(gradient))).toBe(true);
          });
        });
      }),
      runs,
    );
  });

  it('are 0 across the beginning of a window that begins anew, as its states do not move with those before', () => {
    fc.assert(
      fc.property(singles, (each) => {
        const situation: Situation = { ...each, truncation: { window: 2, state: 'reset' } };
        const { trace } = run(situation);
        const { program } = situation.network;
        const [sequence] = trace.sequences;
        fc.pre(program.states.length > 0 && program.chains.length === 1 && sequence!.lengths[0] > 2);
        const T = sequence!.lengths[0];
        const begins = T - ((T - 1) % 2); // the first step of the last window
        const jacobians = new Jacobians(trace, situation.parameters);
        const norms = jacobians.toFinal();
        const losses = jacobians.lossToStates(T);
        for (let k = 0; k < begins; k++) expect([norms[k]!.fro, losses[k]]).toEqual([0, 0]);
        expect(norms[T]!.spectral).toBe(1);
      }),
      runs,
    );
  });

  it('are refused in words for a chain, a sequence or a step that there is not', () => {
    const situation = situationOf(
      { cell: 'lstm', topology: 'many-to-one', loss: 'mse', biases: 'one', timeReduction: 'sum', inputSize: 2, hiddenSize: 2, outputSize: 1 },
      { lengths: [[3, 0]], isOneHot: true, seed: 1 },
    );
    const { trace } = run(situation);
    expect(() => new Jacobians(trace, situation.parameters, 7)).toThrow('there is no chain 7');
    expect(() => new Jacobians(trace, situation.parameters, 0, 1)).toThrow('The batch has 1 sequence, counted from 0, so there is no sequence 1.');
    expect(() => new Jacobians(trace, situation.parameters).local(99)).toThrow('there is no step 99');
    expect(() => new Jacobians(trace, new Float64Array(0))).toThrow('but 0 numbers were given');
  });
});
