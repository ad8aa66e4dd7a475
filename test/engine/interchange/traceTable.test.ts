// All numbers of a pass as a table and as JSON: every symbol at every step that it has, each number as the trace has it.
import { describe, expect, it } from 'vitest';
import { traceColumns, traceCsv, traceJson, type Tokens } from '../../../src/engine/interchange/traceTable.ts';
import { Numbers } from '../../../src/engine/explain/numbers.ts';
import { createNetwork } from '../../../src/engine/network.ts';
import { initialParameters } from '../../../src/engine/recipe/parameters.ts';
import { Pass } from '../../../src/engine/run/pass.ts';
import { createTrace, type Trace } from '../../../src/engine/run/trace.ts';
import type { Example, Model } from '../../../src/engine/model.ts';
import { model } from '../workshop/trainings.ts';

const example: Example = { inputs: { kind: 'one-hot', indices: Int32Array.of(2, 0, -1) }, targets: Float64Array.of(1) };
const tokens: Tokens = [['movie', 'was, "so"', 'good'], []];

function passOf(of: Model, read: Example): { readonly trace: Trace; readonly parameters: Float64Array } {
  const network = createNetwork(of);
  const parameters = initialParameters(network, { initialisation: { scheme: 'uniform', scale: 1, seed: 5 }, baseInputSize: of.inputSize });
  const trace = createTrace(network, read);
  const pass = new Pass(trace, parameters);
  pass.forward();
  pass.backward();
  return { trace, parameters };
}

/** A line's cells, where none is in quotes. */
const cellsOf = (line: string): string[] => line.split(',');

describe('a pass as a table', () => {
  const { trace, parameters } = passOf(model, example);
  const lines = [...traceCsv(trace, parameters, tokens)].join('').trimEnd().split('\n');

  it('has a line for every symbol, step and unit, and for every weight', () => {
    expect(lines[0]).toBe(traceColumns.map(([name]) => name).join(','));
    const count = (symbol: string): number => lines.filter((line) => line.startsWith(`${symbol},`)).length;
    expect([count('x'), count('h'), count('a'), count('y'), count('p'), count('target'), count('L')]).toEqual([18, 16, 12, 1, 1, 1, 1]);
    expect([count('W_xh'), count('W_hh'), count('b_h'), count('W_hy'), count('b_y')]).toEqual([24, 16, 4, 4, 1]);
  });

  it('has each number and its gradient with all digits, as the explanations have them', () => {
    const numbers = new Numbers(trace, parameters, 0.1);
    const plain = lines.slice(1).filter((line) => !line.includes('"')).map(cellsOf);
    let compared = 0;
    for (const [symbol = '', t = '', , unit, column = '', value, gradient] of plain) {
      const reference = { symbol, unit: Number(unit), ...(t !== '' && { t: Number(t) }), ...(column !== '' && { column: Number(column) }) };
      expect([symbol, t, unit, column, Number(value)]).toEqual([symbol, t, unit, column, numbers.value(reference)]);
      if (gradient === '') continue;
      expect(Number(gradient)).toBe(numbers.value({ ...reference, symbol: `d${symbol}` }));
      compared++;
    }
    expect(compared).toBeGreaterThan(60);
  });

  it('has the token of a step, in quotes where it needs them, and x as it is read', () => {
    expect(lines).toContain('x,1,movie,3,,1,');
    expect(lines).toContain('x,2,"was, ""so""",1,,1,');
    expect(lines.filter((line) => line.startsWith('x,3,good')).every((line) => line.endsWith(',0,'))).toBe(true);
  });

  it('has an encoder’s and a decoder’s steps by their own clocks', () => {
    const pair: Model = { ...model, topology: 'encoder-decoder', loss: 'cross_entropy', outputSize: 3, decoderInputSize: 4 };
    const read: Example = { inputs: { kind: 'one-hot', indices: Int32Array.of(1, 2) }, decoderInputs: { kind: 'one-hot', indices: Int32Array.of(0, 3, 1) }, targets: Float64Array.of(0, 1, 2) };
    const { trace: both, parameters: weights } = passOf(pair, read);
    const rows = [...traceCsv(both, weights, [['a', 'b'], ['<start>', 'x', 'y']])].join('').split('\n').map(cellsOf);
    const stepsOf = (symbol: string): string[] => [...new Set(rows.filter(([each]) => each === symbol).map(([, t = '', token = '']) => `${t} ${token}`.trim()))];
    expect(stepsOf('h.encoder')).toEqual(['0', '1 a', '2 b']);
    expect(stepsOf('h.decoder')).toEqual(['1 <start>', '2 x', '3 y']);
    expect(stepsOf('p')).toEqual(['1 <start>', '2 x', '3 y']);
  });
});

describe('a pass as JSON', () => {
  it('has the same numbers as the table', () => {
    const { trace, parameters } = passOf(model, example);
    const content = JSON.parse([...traceJson(trace, parameters, tokens, { loss: 0.5 })].join('')) as {
      loss: number; steps: { symbol: string; t: number; token: string; values: number[]; gradients: number[] | null }[]; parameters: { symbol: string; rows: number; columns: number; gradients: number[] }[];
    };
    expect(content.loss).toBe(0.5);
    const lines = content.steps.flatMap(({ values }) => values).length + content.parameters.flatMap(({ gradients }) => gradients).length;
    expect(lines).toBe([...traceCsv(trace, parameters, tokens)].join('').trimEnd().split('\n').length - 1);
    const h3 = content.steps.find(({ symbol, t }) => symbol === 'h' && t === 3);
    expect(h3?.token).toBe('good');
    expect(h3?.values).toEqual([...trace.values[trace.network.program.slots.findIndex(({ symbol }) => symbol === 'h')]!.subarray(12, 16)]);
    expect(h3?.gradients?.every((value) => value !== 0)).toBe(true);
    expect(content.steps.find(({ symbol }) => symbol === 'p')?.gradients).toBeNull();
  });
});
