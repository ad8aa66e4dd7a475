// The playhead of a second network that goes along with the first.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Clock, type StepSize } from '../../../src/engine/clock/clock.ts';
import { sameMoment } from '../../../src/engine/clock/sameMoment.ts';
import type { CellId, Model } from '../../../src/engine/model.ts';
import { createNetwork } from '../../../src/engine/network.ts';
import { topologyOf } from '../../../src/engine/topology/index.ts';

const base: Model = { cell: 'rnn_tanh', topology: 'many-to-many-synced', loss: 'cross_entropy', biases: 'one', timeReduction: 'sum', inputSize: 3, hiddenSize: 2, outputSize: 2 };

function clockOf(part: Partial<Model>, T: number): Clock {
  const model = { ...base, ...part };
  return new Clock(createNetwork(model), topologyOf(model).steps([T, model.topology === 'encoder-decoder' ? 2 : 0]));
}

const cells: readonly CellId[] = ['rnn_tanh', 'lstm', 'gru', 'gru_original'];
const anyPair = fc.record({
  own: fc.constantFrom(...cells),
  other: fc.constantFrom(...cells),
  topology: fc.constantFrom('many-to-one', 'many-to-many-synced', 'encoder-decoder' as const),
  ways: fc.constantFrom([false, false], [true, false], [false, true], [true, true]),
  T: fc.integer({ min: 1, max: 5 }),
});

const pairOf = ({ own, other, topology, ways, T }: typeof anyPair extends fc.Arbitrary<infer P> ? P : never): [Clock, Clock] => {
  const isBoth = (k: number): boolean => ways[k] === true && topology !== 'encoder-decoder';
  return [clockOf({ cell: own, topology, bidirectional: isBoth(0) }, T), clockOf({ cell: other, topology, bidirectional: isBoth(1) }, T)];
};

describe('a second network on the same clock', () => {
  it('never goes back, and begins and ends with the first, also phase by phase', () => {
    fc.assert(
      fc.property(anyPair, (pair) => {
        const [own, other] = pairOf(pair);
        const places = Array.from({ length: own.count + 1 }, (_, p) => sameMoment(own, p, other));
        expect(places.every((place, p) => p === 0 || place >= (places[p - 1] ?? 0))).toBe(true);
        expect([places[0], places.at(-1)]).toEqual([0, other.count]);
        own.phases.forEach(({ to }, k) => expect(places[to]).toBe(other.phases[k]?.to));
      }),
    );
  });

  it('ends every time step together with the first, where both go through the same steps', () => {
    fc.assert(
      fc.property(anyPair, (pair) => {
        const [own, other] = pairOf({ ...pair, ways: [false, false] });
        const stops = (clock: Clock, size: StepSize): number[] => {
          const list = [0];
          while ((list.at(-1) ?? 0) < clock.count) list.push(clock.step(list.at(-1) ?? 0, size, 1));
          return list;
        };
        expect(stops(own, 'word').map((p) => sameMoment(own, p, other))).toEqual(stops(other, 'word'));
      }),
    );
  });

  it('is the same playhead for the same network', () => {
    const clock = clockOf({ cell: 'lstm' }, 3);
    expect(Array.from({ length: clock.count + 1 }, (_, p) => sameMoment(clock, p, clock))).toEqual(Array.from({ length: clock.count + 1 }, (_, p) => p));
  });
});
