// The two ways to write a network's symbols.
import { describe, expect, it } from 'vitest';
import { Clock } from '../../../src/engine/clock/clock.ts';
import { Numbers } from '../../../src/engine/explain/numbers.ts';
import type { Model } from '../../../src/engine/model.ts';
import { createNetwork, type Network } from '../../../src/engine/network.ts';
import { Pass } from '../../../src/engine/run/pass.ts';
import { createTrace } from '../../../src/engine/run/trace.ts';
import { respell, writtenIn } from '../../../src/engine/symbols/spelling.ts';
import { notationOf, plainText } from '../../../src/engine/symbols/symbols.ts';
import { explain } from '../../../src/engine/explain/explanation.ts';

const networkOf = (model: Partial<Model>): Network =>
  createNetwork({
    cell: 'rnn_tanh', topology: 'many-to-one', loss: 'bce', biases: 'one', timeReduction: 'sum', inputSize: 2, hiddenSize: 2, outputSize: 1, ...model,
  });
const course = (model: Partial<Model> = {}): Network => writtenIn(networkOf(model), 'course');
const written = (network: Network, symbol: string, t?: number): string => plainText(network, { symbol, t });

describe('the notation of courses', () => {
  it('writes W_i, W_h, O and W_o for W_xh, W_hh, h and W_hy, in text and in formulas', () => {
    const network = course();
    expect(['W_xh', 'W_hh', 'b_h', 'W_hy', 'b_y'].map((symbol) => written(network, symbol))).toEqual(['W_i', 'W_h', 'b', 'W_o', 'b_o']);
    expect(written(network, 'h', 3)).toBe('O₃');
    expect(written(network, 'W_hh·h', 3)).toBe('W_h·O₂');
    expect(written(network, 'dh_next', 3)).toBe('∂L/∂O₃ from the future');
    expect(notationOf(network, { symbol: 'W_hh·h', t: 3 }).latex).toContain('W_{h}');
    expect(notationOf(network, { symbol: 'dh', t: 3 }).latex).toContain('\\partial O_{3}');
  });

  it('leaves the references as they are', () => {
    expect(notationOf(course(), { symbol: 'h', t: 3 }).latex).toContain('symbol=h,t=3');
  });

  it('keeps h and the read-out of a cell with an output gate o, since O and o, b_o and b_o would be confused', () => {
    const network = course({ cell: 'lstm' });
    expect(['W_xf', 'W_hf', 'b_o', 'W_hy', 'b_y'].map((symbol) => written(network, symbol))).toEqual(['W_if', 'W_hf', 'b_o', 'W_hy', 'b_y']);
    expect(written(network, 'h', 2)).toBe('h₂');
  });

  it('never gives two symbols of one network the same name', () => {
    for (const cell of ['rnn_tanh', 'lstm', 'gru', 'gru_original'] as const) {
      for (const biases of ['one', 'two'] as const) {
        const network = course({ cell, biases });
        const names = [...network.program.slots, ...network.program.parameters].map(({ symbol }) => written(network, symbol));
        expect(new Set(names).size).toBe(names.length);
      }
    }
  });

  it('keeps the marks of chains', () => {
    expect(written(course({ bidirectional: true }), 'W_xh.reverse')).toBe('reverse W_i');
  });

  it('is spoken by the clock and by explanations', () => {
    const network = course();
    const trace = { ...createTrace(networkOf({}), { inputs: { kind: 'one-hot', indices: Int32Array.of(0, 1) }, targets: Float64Array.of(1) }), network };
    const parameters = new Float64Array(network.program.parameterCount).fill(0.5);
    const pass = new Pass(trace, parameters);
    pass.forward();
    pass.backward();
    const clock = new Clock(network, trace.steps);
    const said = Array.from({ length: clock.count }, (_, k) => clock.momentAt(k + 1)?.words ?? '').join('\n');
    expect(said).toContain('multiply the memory by W_h');
    expect(said).not.toMatch(/W_xh|W_hh|W_hy|b_y/);
    const { symbols } = explain(new Numbers(trace, parameters, 0.1), { symbol: 'h', t: 2, unit: 1 });
    expect(symbols).toContain('W_{i}');
    expect(symbols).not.toMatch(/\{xh\}|\{hh\}/);
  });
});

describe('words that speak of symbols', () => {
  it('are written anew where a symbol stands for itself, and nowhere else', () => {
    expect(respell(course(), 'W_hhᵀ and h₃, h_0, h; the path; h_n; b_h')).toBe('W_hᵀ and O₃, O_0, O; the path; h_n; b');
  });

  it('stay as they are in the notation of papers', () => {
    expect(respell(networkOf({}), 'by W_hh')).toBe('by W_hh');
  });
});

describe('a network written in a notation', () => {
  it('is the same object each time, so that what is known of it is found again', () => {
    const network = networkOf({});
    expect(writtenIn(network, 'course')).toBe(writtenIn(network, 'course'));
    expect(writtenIn(writtenIn(network, 'course'), 'papers')).toBe(network);
    expect(writtenIn(network, 'papers')).toBe(network);
  });
});
