import { describe, expect, it } from 'vitest';
import { matchedHiddenSize, parameterCountOf } from '../../../src/engine/laboratory/matched.ts';
import { networkOf, wordCount } from '../../../src/engine/laboratory/network.ts';
import { exampleOf, parametersOf, prepare } from '../../../src/engine/laboratory/prepare.ts';
import { keepingGate, recurrentReach } from '../../../src/engine/laboratory/recurrent.ts';
import type { Stretch } from '../../../src/engine/laboratory/setup.ts';
import { lossAlone } from '../../../src/engine/gradient/paths.ts';
import { parameterOf } from '../../../src/engine/network.ts';
import { initialParameters } from '../../../src/engine/recipe/parameters.ts';
import type { SchemeId } from '../../../src/engine/recipe/schemeNames.ts';
import { Pass } from '../../../src/engine/run/pass.ts';
import { createTrace } from '../../../src/engine/run/trace.ts';
import { laboratoryCells, setupOf } from './setups.ts';

const schemes: readonly SchemeId[] = ['uniform', 'xavier', 'orthogonal', 'identity'];
const relative = (found: number, wanted: number): number => Math.abs(found / wanted - 1);

describe('the sequence of a setup', () => {
  const wordsOf = (steps: number, seed: number): number[] => {
    const { inputs } = exampleOf({ steps, seed, strength: 2.5, lossAt: 1 });
    if (inputs.kind !== 'dense') throw new Error('The inputs are dense.');
    return Array.from({ length: steps }, (_, t) => inputs.values.subarray(t * wordCount, (t + 1) * wordCount).indexOf(2.5));
  };

  it('is a word at every step, as strong as asked, the same for all networks and however long', () => {
    expect(wordsOf(40, 3)).toEqual(wordsOf(200, 3).slice(0, 40));
    expect(wordsOf(40, 3)).not.toEqual(wordsOf(40, 4));
    expect(new Set(wordsOf(200, 3))).toEqual(new Set([0, 1, 2, 3, 4]));
    const { inputs } = exampleOf({ steps: 30, seed: 1, strength: 2.5, lossAt: 1 });
    expect(inputs.kind === 'dense' && inputs.values.reduce((a, b) => a + b)).toBe(30 * 2.5);
  });

  it('asks at every step for what the first word said', () => {
    const byWord = new Map<number, number>();
    for (let seed = 0; seed < 60; seed++) {
      const { targets } = exampleOf({ steps: 5, seed, strength: 1, lossAt: 1 });
      expect(new Set(targets).size).toBe(1);
      const [word] = wordsOf(5, seed) as [number];
      expect(byWord.get(word) ?? targets[0]).toBe(targets[0]);
      byWord.set(word, targets[0]!);
    }
    expect(new Set(byWord.values())).toEqual(new Set([1, -1]));
  });

  it('is refused in words where it cannot be', () => {
    const of = (sequence: Parameters<typeof setupOf>[0]) => () => prepare(setupOf(sequence));
    expect(of({ sequence: { steps: 1 } })).toThrow('2 to 1,000 steps, but this one would have 1');
    expect(of({ sequence: { steps: 1_001 } })).toThrow('would have 1001');
    expect(of({ sequence: { steps: 8, lossAt: 9 } })).toThrow('one of the steps 1 to 8, but it is put at 9');
    expect(of({ sequence: { steps: 8, lossAt: 0 } })).toThrow('put at 0');
    expect(of({ sequence: { strength: NaN } })).toThrow('but it is NaN');
    expect(of({ network: { hiddenSize: 0 } })).toThrow('hidden units must be a whole number from 1');
    expect(of({ network: { stretch: { by: 'radius', value: -1 } } })).toThrow('a number from 0, but it is -1');
    expect(of({ network: { cell: 'lstm', gateBias: Infinity } })).toThrow('bias of the gate');
    expect(of({ network: { cell: 'feedforward_tanh' } })).toThrow('no memory');
  });
});

describe('the weights of a setup', () => {
  it.each(laboratoryCells.flatMap((cell) => schemes.map((scheme) => [cell, scheme] as const)))('stretch as far as asked, and nothing else moves: %s, %s', (cell, scheme) => {
    const start = setupOf({ network: { cell, scheme, hiddenSize: 6, stretch: null } });
    const network = networkOf(start.network);
    const own = initialParameters(network, { initialisation: { scheme, scale: 1, seed: start.sequence.seed }, baseInputSize: wordCount });
    expect(parametersOf(start, network)).toEqual(own);
    for (const stretch of [{ by: 'singular', value: 0.3 }, { by: 'singular', value: 4 }, { by: 'radius', value: 1.2 }] as Stretch[]) {
      const { parameters, reach } = prepare(setupOf({ network: { ...start.network, stretch } }));
      const found = recurrentReach(network, parameters);
      expect(relative(stretch.by === 'singular' ? found.stretch : found.radius, stretch.value)).toBeLessThan(1e-12);
      expect(relative(reach.stretch, found.stretch)).toBeLessThan(1e-12);
      expect(relative(reach.radius, found.radius)).toBeLessThan(1e-10);
      // One factor for all gates: what they have to do with each other stays.
      const factors = new Set<string>();
      const moved = new Set<string>();
      for (const { role, offset, rows, columns } of network.program.parameters) {
        for (let i = offset; i < offset + rows * columns; i++) {
          if (parameters[i] !== own[i]) moved.add(role);
          if (role === 'recurrent' && own[i] !== 0) factors.add((parameters[i]! / own[i]!).toPrecision(12));
        }
      }
      expect([...moved]).toEqual(['recurrent']);
      expect(factors.size).toBe(1);
    }
  });

  it('may stretch nothing at all', () => {
    const { parameters, network, reach, trace } = prepare(setupOf({ network: { stretch: { by: 'singular', value: 0 } } }));
    const { offset } = parameterOf(network.program, 'W_hh')!;
    expect(parameters.subarray(offset, offset + 16).every((each) => each === 0)).toBe(true);
    expect(reach).toEqual({ stretch: 0, radius: 0 });
    expect(trace.parameterGradients.some((each) => each !== 0)).toBe(true);
  });

  it('have the bias of the gate that keeps the old state, where there is one', () => {
    for (const [cell, symbol] of [['lstm', 'b_f'], ['gru', 'b_z'], ['gru_original', 'b_z']] as const) {
      const { network, parameters } = prepare(setupOf({ network: { cell, gateBias: 2.5 } }));
      const plain = prepare(setupOf({ network: { cell } })).parameters;
      const { offset, rows } = parameterOf(network.program, symbol)!;
      parameters.forEach((each, i) => expect(each).toBe(i >= offset && i < offset + rows ? 2.5 : plain[i]));
      expect(keepingGate(network)!.gate).toBe(symbol.slice(2));
    }
    for (const cell of ['rnn_tanh', 'rnn_relu', 'rnn_sigmoid'] as const) {
      expect(prepare(setupOf({ network: { cell, gateBias: 2.5 } })).parameters).toEqual(prepare(setupOf({ network: { cell } })).parameters);
    }
  });

  it('are no one’s to change by accident: two setups that differ in scale alone do not share them', () => {
    const [a, b] = [0.5, 2].map((value) => prepare(setupOf({ network: { stretch: { by: 'singular', value } } })).parameters);
    a!.fill(7);
    expect(b!.includes(7)).toBe(false);
    expect(prepare(setupOf()).parameters.includes(7)).toBe(false);
  });
});

describe('a prepared run', () => {
  it.each(laboratoryCells)('has the gradients of one loss alone, wherever it stands: %s', (cell) => {
    for (const lossAt of [1, 3, 8]) {
      const { network, parameters, example, trace, everyLoss, loss } = prepare(setupOf({ sequence: { steps: 8, lossAt }, network: { cell } }));
      const whole = createTrace(network, example);
      new Pass(whole, parameters).forward();
      const alone = lossAlone(whole, parameters, lossAt);
      trace.gradients.forEach((each, s) => expect([...each]).toEqual([...alone.gradients[s]!]));
      expect([...trace.parameterGradients]).toEqual([...alone.parameterGradients]);
      const L = network.program.slots.findIndex(({ symbol }) => symbol === 'L');
      expect(loss).toBe(whole.values[L]![lossAt]);
      expect(everyLoss.values).toBe(trace.values);
    }
  });
});

describe('units that make networks alike in size', () => {
  it('are as near as whole units allow', () => {
    for (const cell of laboratoryCells) {
      for (const H of [1, 2, 7, 16, 32, 64]) {
        const found = matchedHiddenSize(cell, { cell: 'rnn_tanh', hiddenSize: H });
        const away = (hiddenSize: number): number => Math.abs(parameterCountOf({ cell, hiddenSize }) - parameterCountOf({ cell: 'rnn_tanh', hiddenSize: H }));
        for (const other of [Math.max(1, found - 1), found + 1]) expect(away(found)).toBeLessThanOrEqual(away(other));
      }
    }
    expect(matchedHiddenSize('rnn_relu', { cell: 'rnn_tanh', hiddenSize: 16 })).toBe(16);
    expect(matchedHiddenSize('lstm', { cell: 'rnn_tanh', hiddenSize: 32 })).toBeLessThan(20);
    expect(matchedHiddenSize('rnn_tanh', { cell: 'lstm', hiddenSize: 16 })).toBeGreaterThan(30);
  });
});
