import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Clock } from '../../../src/engine/clock/clock.ts';
import { leavesOf } from '../../../src/engine/equation/numeric.ts';
import { Numbers } from '../../../src/engine/explain/numbers.ts';
import { run, situations, type Situation } from '../random.ts';
import { referencesOf } from '../explain/references.ts';
import { anyWindow } from '../windows.ts';
import { explain } from '../../../src/engine/explain/explanation.ts';

const runs = { seed: 12, numRuns: 60 };

function clockOf(situation: Situation, b = 0): { numbers: Numbers; clock: Clock } {
  const { trace } = run(situation);
  return { numbers: new Numbers(trace, situation.parameters, 0.1, b), clock: new Clock(situation.network, trace.sequences[b]!.steps) };
}

describe('the clock', () => {
  it('makes each number after the numbers that it is made of', () => {
    fc.assert(
      fc.property(anyWindow, (situation) => {
        const { numbers, clock } = clockOf(situation);
        for (const reference of referencesOf(numbers)) {
          const formula = explain(numbers, reference).numbers;
          const at = clock.madeAt(reference.symbol, reference.t);
          const later = (formula ? leavesOf(formula) : []).filter((leaf) => !(clock.madeAt(leaf.reference.symbol, leaf.reference.t) <= at));
          if (later.length > 0) throw new Error(`${JSON.stringify(reference)} at ${at} before ${JSON.stringify(later)}`);
        }
      }),
      runs,
    );
  });

  it('makes all that an iteration has, but for the gradients of the inputs', () => {
    fc.assert(
      fc.property(anyWindow, (situation) => {
        const { numbers, clock } = clockOf(situation);
        const never = referencesOf(numbers).filter(({ symbol, t }) => clock.madeAt(symbol, t) > clock.count);
        expect(never.filter(({ symbol }) => !/^dx(\.|_|$)/.test(symbol))).toEqual([]);
      }),
      runs,
    );
  });

  it('names at each playhead the operation whose number is made just then', () => {
    fc.assert(
      fc.property(anyWindow, (situation) => {
        const { clock, numbers } = clockOf(situation);
        for (let playhead = 1; playhead <= clock.count; playhead++) {
          const moment = clock.momentAt(playhead)!;
          expect(moment.index).toBe(playhead);
          if (moment.phase === 'update') continue;
          const t = moment.kind === 'total' ? undefined : moment.madeAt;
          expect(numbers.has(moment.makes, t)).toBe(true);
          // Several windows may begin with the initial state: its gradient is whole with the last that hands it back.
          const isPartial = moment.kind === 'pass' && situation.truncation?.state === 'reset' && moment.madeAt === 0;
          const last = isPartial ? Math.max(playhead, clock.madeAt(moment.makes, t)) : playhead;
          expect(clock.madeAt(moment.makes, t)).toBe(last);
        }
      }),
      runs,
    );
  });

  it('goes through each sequence of a batch by its own steps', () => {
    fc.assert(
      fc.property(situations, fc.nat(2), (situation, nth) => {
        const b = nth % situation.examples.length;
        const { clock, numbers } = clockOf(situation, b);
        const made = new Set(Array.from({ length: clock.count - 1 }, (_, k) => clock.momentAt(k + 1)!).map(({ makes, madeAt }) => `${makes} ${madeAt}`));
        const computed = referencesOf(numbers, b).filter(({ symbol, t }) => /^[hc](\.\w+)?$/.test(symbol) && t !== 0);
        expect(computed.filter(({ symbol, t }) => !made.has(`${symbol} ${t}`))).toEqual([]);
      }),
      runs,
    );
  });

  it('steps on and back by operation, word and phase through the same places', () => {
    fc.assert(
      fc.property(anyWindow, (situation) => {
        const { clock } = clockOf(situation);
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
