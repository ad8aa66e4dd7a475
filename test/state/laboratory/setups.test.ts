import { describe, expect, it } from 'vitest';
import { parameterCountOf } from '../../../src/engine/laboratory/matched.ts';
import { initialLaboratory } from '../../../src/state/laboratory/defaults.ts';
import { laboratoryCells } from '../../../src/state/laboratory/laboratory.ts';
import { duelSetupsOf, setupsOf } from '../../../src/state/laboratory/setups.ts';

describe('what the engine is asked about', () => {
  it('is the same sequence for all networks, and a gate’s bias only where there is such a gate', () => {
    const setups = setupsOf(initialLaboratory);
    for (const cell of laboratoryCells) {
      expect(setups[cell].sequence).toEqual({ steps: 30, seed: 7, strength: 1, lossAt: 30 });
      expect(setups[cell].network).toMatchObject({ cell, hiddenSize: 16, stretch: { by: 'singular', value: 0.95 } });
    }
    expect(laboratoryCells.map((cell) => setups[cell].network.gateBias)).toEqual([null, null, null, 1, 1]);
  });

  it('takes an earlier loss, but none beyond the end', () => {
    expect(setupsOf({ ...initialLaboratory, lossAt: 12 }).gru.sequence.lossAt).toBe(12);
    expect(setupsOf({ ...initialLaboratory, steps: 9, lossAt: 12 }).gru.sequence.lossAt).toBe(9);
  });

  it('has as many units as bring every network nearest to the parameters of the vanilla one', () => {
    const setups = setupsOf({ ...initialLaboratory, matched: 'parameters', hiddenSize: 32 });
    const wanted = parameterCountOf({ cell: 'rnn_tanh', hiddenSize: 32 });
    expect(setups.rnn_tanh.network.hiddenSize).toBe(32);
    for (const cell of laboratoryCells) {
      const { hiddenSize } = setups[cell].network;
      const away = (size: number): number => Math.abs(parameterCountOf({ cell, hiddenSize: size }) - wanted);
      expect(away(hiddenSize)).toBeLessThanOrEqual(Math.min(away(hiddenSize - 1), away(hiddenSize + 1)));
    }
  });

  it('gives each side of a duel what it does otherwise', () => {
    const [first, second] = duelSetupsOf({ ...initialLaboratory, duel: [{ cell: 'lstm', gateBias: null, strength: 4 }, { cell: 'gru', hiddenSize: 3, scheme: 'orthogonal', stretch: null }] });
    expect(first).toMatchObject({ sequence: { strength: 4 }, network: { cell: 'lstm', hiddenSize: 16, gateBias: null, stretch: { value: 0.95 } } });
    expect(second).toMatchObject({ sequence: { strength: 1 }, network: { cell: 'gru', hiddenSize: 3, gateBias: 1, scheme: 'orthogonal', stretch: null } });
  });
});
