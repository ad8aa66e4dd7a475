// How symbols are written, in LaTeX and in plain text.
import fc from 'fast-check';
import { renderToString } from 'katex';
import { describe, expect, it } from 'vitest';
import type { Model } from '../../../src/engine/model.ts';
import { createNetwork, type Network } from '../../../src/engine/network.ts';
import { Numbers } from '../../../src/engine/explain/numbers.ts';
import { notationOf, parseSymbol, plainText, roleOf } from '../../../src/engine/symbols/symbols.ts';
import { plainLatex } from '../../docs/equations.ts';
import { run } from '../random.ts';
import { referencesOf } from '../explain/references.ts';
import { anyWindow } from '../windows.ts';
import { explain } from '../../../src/engine/explain/explanation.ts';

const networkOf = (model: Partial<Model>): Network =>
  createNetwork({
    cell: 'rnn_tanh', topology: 'many-to-one', loss: 'bce', biases: 'one', timeReduction: 'sum', inputSize: 2, hiddenSize: 2, outputSize: 1, ...model,
  });
const networks = {
  rnn: networkOf({}),
  lstm: networkOf({ cell: 'lstm' }),
  gru: networkOf({ cell: 'gru', biases: 'two' }),
  original: networkOf({ cell: 'gru_original' }),
  both: networkOf({ bidirectional: true }),
  split: networkOf({ topology: 'encoder-decoder' }),
};

const written: readonly (readonly [keyof typeof networks, string, number | undefined, latex: string, text: string])[] = [
  ['rnn', 'h', 12, 'h_{12}', 'h₁₂'],
  ['rnn', 'W_hh·h', 3, 'W_{hh}\\, h_{2}', 'W_hh·h₂'],
  ['rnn', 'W_xh_new', undefined, 'W_{xh}^{\\text{new}}', 'new W_xh'],
  ['rnn', 'sum_dW_hh', 2, '\\sum_{s \\ge 2} \\frac{\\partial L}{\\partial W_{hh}}\\Big|_{s}', '∂L/∂W_hh so far, down to t = 2'],
  ['lstm', 'a_f', 3, 'a_{f,3}', 'a_f(3)'],
  ['lstm', 'f⊙c', 3, 'f_{3} \\odot c_{2}', 'f₃⊙c₂'],
  ['lstm', 'tanh_c', 3, '\\tanh\\left(c_{3}\\right)', 'tanh c₃'],
  ['lstm', 'df⊙c', 3, '\\frac{\\partial L}{\\partial \\left(f_{3} \\odot c_{2}\\right)}', '∂L/∂(f₃⊙c₂)'],
  ['lstm', 'dc_here', 3, '\\frac{\\partial L}{\\partial c_{3}}\\Big|_{\\text{own step}}', '∂L/∂c₃ from its own step'],
  ['lstm', 'dc_next', 3, '\\frac{\\partial L}{\\partial c_{3}}\\Big|_{\\text{future}}', '∂L/∂c₃ from the future'],
  ['gru', '(1−z)⊙n', 2, '\\left(1 - z_{2}\\right) \\odot n_{2}', '(1−z₂)⊙n₂'],
  ['gru', 'r⊙hn', 2, 'r_{2} \\odot \\mathrm{hn}_{2}', 'r₂⊙hn₂'],
  ['original', 'W_hn·(r⊙h)', 2, 'W_{hn}\\, \\left(r_{2} \\odot h_{1}\\right)', 'W_hn·(r₂⊙h₁)'],
  ['both', 'h.reverse', 2, '\\overleftarrow{h}_{2}', 'reverse h₂'],
  ['both', 'W_hh·h.reverse', 2, '\\overleftarrow{W}_{hh}\\, \\overleftarrow{h}_{3}', 'reverse W_hh·h₃'],
  ['both', 'sum_dW_hh.reverse', 2, '\\sum_{s \\le 2} \\frac{\\partial L}{\\partial \\overleftarrow{W}_{hh}}\\Big|_{s}', 'reverse ∂L/∂W_hh so far, up to t = 2'],
  ['both', 'norm_dh.reverse', 2, '\\left\\lVert \\frac{\\partial L}{\\partial \\overleftarrow{h}_{2}} \\right\\rVert', 'reverse ‖∂L/∂h₂‖'],
  ['split', 'dh.decoder', 2, '\\frac{\\partial L}{\\partial h_{2}^{\\mathrm{dec}}}', 'decoder ∂L/∂h₂'],
  ['split', 'W_hh.encoder_new', undefined, 'W_{hh}^{\\mathrm{enc},\\,\\text{new}}', 'encoder new W_hh'],
  ['split', 'factor.decoder', 2, '\\mathrm{factor}_{2}^{\\mathrm{dec}}', 'decoder factor at t = 2'],
  ['split', 'x.decoder', 1, 'x_{1}^{\\mathrm{dec}}', 'decoder x₁'],
];

describe('a symbol', () => {
  it.each(written)('of the %s network, %s at %s, is written %s and said %s', (network, symbol, t, latex, text) => {
    expect(plainLatex(notationOf(networks[network], { symbol, t }).latex)).toBe(latex);
    expect(plainText(networks[network], { symbol, t })).toBe(text);
  });

  it('has its unit beside it in plain text', () => {
    expect(plainText(networks.split, { symbol: 'h.decoder', t: 3, unit: 2 })).toBe('decoder h₃[2]');
    expect(plainText(networks.lstm, { symbol: 'dW_hf', t: 3, unit: 1, column: 2 })).toBe('∂L/∂W_hf[1,2] at t = 3');
  });

  it('has the colour of what it is', () => {
    const roles = ['x', 'W_xf·x', 'W_xf', 'W_hf', 'f', 'c', 'tanh_c', 'W_hy', 'p', 'dc', 'eta'].map((symbol) => roleOf(networks.lstm, symbol));
    expect(roles).toEqual(['input', 'input', 'input', 'state', 'state', 'state', 'state', 'output', 'output', 'gradient', 'neutral']);
    expect(['x.decoder', 'W_xh·x.decoder', 'h.decoder'].map((symbol) => roleOf(networks.split, symbol))).toEqual(['input', 'input', 'state']);
  });

  it('that no network has is nothing but itself', () => {
    expect(parseSymbol(networks.lstm, 'constructor')).toEqual({ kind: 'other', base: 'constructor', index: -1 });
    expect(parseSymbol(networks.rnn, 'dc')).toMatchObject({ kind: 'other' });
    expect(plainText(networks.rnn, { symbol: 'toString', t: 1 })).toBe('toString');
  });
});

/** What colours a formula is an extension; all else is to be LaTeX. */
const options = { strict: (code: string) => (code === 'htmlExtension' ? 'ignore' : 'error'), throwOnError: true, trust: true };

describe('the equation of every number', () => {
  it('is LaTeX that can be read, with the references that it names', () => {
    fc.assert(
      fc.property(anyWindow, (situation) => {
        const numbers = new Numbers(run(situation).trace, situation.parameters, 0.1);
        const equations = new Set(referencesOf(numbers).flatMap((reference) => explain(numbers, { ...reference, unit: 1 }).symbols ?? []));
        for (const latex of equations) {
          expect(() => renderToString(latex, options)).not.toThrow();
          for (const [, symbol = '', t] of latex.matchAll(/\\htmlData\{symbol=([^,}]*)(?:,t=(\d+))?\}/g)) {
            const isThere = symbol === 'L' || symbol === 'dL' || numbers.has(symbol, t === undefined ? undefined : Number(t));
            if (!isThere) throw new Error(`${latex} names ${symbol} at ${t}`);
          }
        }
      }),
      { seed: 13, numRuns: 25 },
    );
  });
});
