// A golden case as a network that has read its sequence, forwards and backwards, with the numbers that PyTorch has of it.
import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import type { Model } from '../../../src/engine/model.ts';
import { createNetwork } from '../../../src/engine/network.ts';
import { Pass } from '../../../src/engine/run/pass.ts';
import { createTrace } from '../../../src/engine/run/trace.ts';

type Nested = number | readonly Nested[];
type Rows = readonly (readonly number[])[];

interface Spectral {
  readonly local: { readonly spectral: readonly number[]; readonly matrix?: readonly Rows[] };
  readonly toFinal: { readonly spectral: readonly number[]; readonly initial: { readonly spectral: number } };
}

interface Golden {
  readonly config: Omit<Model, 'biases'>;
  readonly params: Readonly<Record<string, { readonly data: Nested }>>;
  readonly inputs: Nested;
  readonly targets: Nested;
  readonly h0: Readonly<Record<string, readonly number[]>>;
  readonly c0?: Readonly<Record<string, readonly number[]>>;
  readonly expected: {
    readonly readout: { readonly loss: number };
    readonly chains: {
      readonly forward: {
        readonly pre: Readonly<Record<string, Rows>>;
        readonly gates?: Readonly<Record<string, Rows>>;
        readonly dL_dh: Rows;
        readonly dL_dh0: readonly number[];
        readonly dL_dc?: Rows;
        readonly dL_dc0?: readonly number[];
        readonly dWhhContribFro: readonly number[];
        readonly jac: { readonly h: Spectral; readonly c?: Spectral };
        readonly dLt_dhk: { readonly rows: readonly number[]; readonly norm: Rows; readonly initial: readonly number[] };
      };
    };
    readonly dL_dx: Rows;
  };
}

export const vanilla = ['05a-vanishing-sigmoid-T30', '05b-vanishing-relu-T30', '05c-vanishing-tanh-T30', '05d-exploding-relu-T30', '05e-diverging-relu-T30'];
export const gated = ['04a-ner-lstm', '04b-ner-gru', '12-lstm-h0-c0-digest'];

export const flat = (nested: Nested): number[] => (typeof nested === 'number' ? [nested] : nested.flatMap(flat));

export function golden(name: string) {
  const { config, params, inputs, targets, h0, c0, expected } = JSON.parse(readFileSync(new URL(`../../golden/${name}.json`, import.meta.url), 'utf8')) as Golden; // our own file
  const network = createNetwork({ ...config, biases: 'two' });
  const parameters = new Float64Array(network.program.parameterCount);
  // The gates are stacked in PyTorch's tensors, in the order of the declaration.
  const used = new Map<string, number>();
  for (const { offset, rows, columns, torch } of network.program.parameters) {
    const from = used.get(torch) ?? 0;
    used.set(torch, from + rows * columns);
    parameters.set(flat(params[torch]!.data).slice(from, from + rows * columns), offset);
  }
  const trace = createTrace(network, { inputs: { kind: 'dense', values: Float64Array.from(flat(inputs)) }, targets: Float64Array.from(flat(targets)) });
  const pass = new Pass(trace, parameters);
  pass.start(h0['forward']!);
  if (c0) pass.start(c0['forward']!, 'c');
  pass.forward();
  pass.backward();
  return { network, parameters, trace, p: trace.stepCount, expected: expected.chains.forward, dL_dx: expected.dL_dx, loss: expected.readout.loss };
}

/** Each number by itself to a billionth of it, however small: a gradient that has vanished to 1e-20 has to be right too. */
export function expectNumbers(found: ArrayLike<number>, wanted: readonly number[], what = ''): void {
  const isRight = (a: number | undefined, g: number): boolean => Object.is(a, g) || Math.abs((a ?? NaN) - g) <= Math.max(1e-9 * Math.abs(g), 1e-280);
  const wrong = wanted.flatMap((each, k) => (isRight(found[k], each) ? [] : [`${what}[${k}]: ${found[k]}, not ${each}`]));
  expect(wrong).toEqual([]);
  expect(found.length).toBe(wanted.length);
}
