// The formula of an update with a clipped gradient is LaTeX that can be typeset, and its numbers give the new weight.
import { renderToString } from 'katex';
import { describe, expect, it } from 'vitest';
import { numberOf } from '../../../src/engine/equation/numeric.ts';
import { Numbers } from '../../../src/engine/explain/numbers.ts';
import { run, situationOf } from '../random.ts';
import { explain } from '../../../src/engine/explain/explanation.ts';

const situation = situationOf(
  { cell: 'rnn_tanh', topology: 'many-to-one', loss: 'bce', biases: 'one', timeReduction: 'sum', inputSize: 3, hiddenSize: 2, outputSize: 1 },
  { lengths: [[3, 0]], isOneHot: true, seed: 2 },
);

describe('the formula of an update', () => {
  it.each([undefined, { norm: 0.01 }, { value: 0.001 }, { norm: 0.01, value: 0.02 }])('can be typeset and gives the number, clipped by %o', (clipping) => {
    const { trace } = run(situation);
    const numbers = new Numbers(trace, situation.parameters, 0.5, 0, clipping);
    const explanation = explain(numbers, { symbol: 'W_hh_new', unit: 1, column: 2 });
    const latex = explanation.symbols ?? '';
    expect(() => renderToString(latex, { throwOnError: true, trust: true, strict: 'ignore' })).not.toThrow();
    expect(latex).toContain('\\eta');
    // A backslash that was swallowed leaves a form feed or a tab.
    expect([...latex].filter((sign) => sign < ' ')).toEqual([]);
    expect(numberOf(explanation.numbers!)).toBeCloseTo(explanation.value, 12);
  });
});
