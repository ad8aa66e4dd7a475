// What the golden cases do not hold: batches against their sequences, both directions of every topology, long arrays, free running.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Digest } from '../../src/cli/digest.ts';
import { answer } from '../../src/cli/reference.ts';
import { stream } from '../../src/engine/math/random.ts';
import { compare } from './compare.ts';

type Json = Record<string, unknown>;
type Rows = number[][];

const load = (name: string): Json => JSON.parse(readFileSync(new URL(`../golden/${name}.json`, import.meta.url), 'utf8')) as Json;
const close = { atol: 1e-14, rtol: 1e-12, rowRel: null };

interface Answer {
  readonly expected: {
    readonly grads: Record<string, Rows>;
    readonly readout: { readonly loss: number; readonly logits: Rows };
    readonly chains: Record<string, { readonly h: Rows; readonly dL_dh: Rows; readonly dWhhContrib: Digest }>;
    readonly freeRunning?: { readonly argmax: number[]; readonly tokens?: string[] };
    readonly paramsAfterEpoch?: Record<string, unknown>;
  };
}
const answerTo = (json: Json): Answer => answer(json) as unknown as Answer;

describe('a batch', () => {
  it('has the mean of the losses and gradients of its sequences', () => {
    const batch = load('10b-batch3-gru-T6') as Json & { config: Json; inputs: number[][][]; targets: number[][][]; h0: { forward: Rows } };
    const whole = answerTo(batch).expected;
    const single = [0, 1, 2].map((b) => answerTo({
      ...batch,
      config: { ...batch.config, batch: 1 },
      inputs: batch.inputs.map((rows) => rows[b]),
      targets: batch.targets.map((rows) => rows[b]),
      h0: { forward: batch.h0.forward[b] },
    }).expected);
    const mean = (of: (each: Answer['expected']) => unknown): number =>
      single.reduce((sum, each) => sum + (of(each) as number), 0) / 3;
    expect(whole.readout.loss).toBeCloseTo(mean(({ readout }) => readout.loss), 14);
    const means = Object.fromEntries(Object.entries(whole.grads).map(([name, rows]) =>
      [name, rows.map((row, i) => (Array.isArray(row) ? row.map((_, j) => mean(({ grads }) => grads[name]![i]![j])) : mean(({ grads }) => grads[name]![i])))]));
    expect(compare(whole.grads, means, close).failures).toEqual([]);
    // A state's own gradient has the batch's mean in it too.
    expect(whole.chains['forward']!.dL_dh[0]![1]).toEqual(single[1]!.chains['forward']!.dL_dh[0]!.map((each) => expect.closeTo(each / 3, 14) as number));
  });
});

describe('both directions', () => {
  const tagging = load('03b-ner-birnn-tanh') as Json & { config: Json; inputs: unknown[]; targets: unknown[] };

  it('of one to many are those of many to many in step, as all inputs are given', () => {
    const many = { ...tagging, config: { ...tagging.config, topology: 'one-to-many' } };
    expect(answer(many)).toEqual(answer(tagging));
  });

  it('of one to one are those of many to one with a single step', () => {
    const config = { ...tagging.config, T: 1, readoutSteps: [0] };
    const [one, many] = ['one-to-one', 'many-to-one'].map((topology) =>
      answer({ ...tagging, config: { ...config, topology }, inputs: tagging.inputs.slice(0, 1), targets: tagging.targets.slice(0, 1) }));
    expect(one).toEqual(many);
    const long = { ...tagging, config: { ...tagging.config, topology: 'one-to-one' } };
    expect(() => answer(long)).toThrow('inputs has 6 steps, but 1 is expected for one-to-one.');
  });
});

describe('free running', () => {
  const next = load('02-next-letter-namaste') as Json & { config: Json; tokens: { outputVocab: string[] } };

  it('is there where outputs can be inputs, in words where the file has them', () => {
    const { argmax, tokens } = answerTo(next).expected.freeRunning!;
    expect(tokens).toEqual(argmax.map((index) => next.tokens.outputVocab[index]));
    expect(answerTo({ ...next, tokens: undefined }).expected.freeRunning).toEqual(expect.not.objectContaining({ tokens }));
  });

  it.each(['04a-ner-lstm', '07a-one-to-many-zero-input', '09-sine-window-regression', '10a-batch3-rnn-T6'])('is not there in %s', (name) => {
    expect(answerTo(load(name)).expected).not.toHaveProperty('freeRunning');
  });
});

describe('what would be long', () => {
  it('is a digest, which has the sum of all terms of the gradient in it', () => {
    const [H, T] = [20, 640];
    const random = stream(7, 'long case');
    const rows = (count: number, size: number): Rows => Array.from({ length: count }, () => Array.from({ length: size }, () => random.uniform(-0.2, 0.2)));
    const parameter = (data: Rows | number[]) => ({ shape: Array.isArray(data[0]) ? [data.length, data[0].length] : [data.length], data });
    const { expected } = answerTo({
      kind: 'sequence',
      config: {
        cell: 'rnn_tanh', topology: 'many-to-one', bidirectional: false, inputSize: 1, hiddenSize: H, outputSize: 1,
        batch: 1, loss: 'mse', timeReduction: 'sum',
      },
      params: {
        weight_ih_l0: parameter(rows(H, 1)), weight_hh_l0: parameter(rows(H, H)),
        bias_ih_l0: parameter(rows(1, H)[0]!), bias_hh_l0: parameter(rows(1, H)[0]!),
        'fc.weight': parameter(rows(1, H)), 'fc.bias': parameter([0.5]),
      },
      inputs: rows(T, 1), targets: [[1]], h0: { forward: rows(1, H)[0] },
    });
    const { dWhhContrib, h } = expected.chains['forward']!;
    expect(dWhhContrib).toMatchObject({ digest: true, shape: [T, H, H] });
    const total = expected.grads['weight_hh_l0']!.flat().reduce((sum, each) => sum + each, 0);
    expect(dWhhContrib.sum).toBeCloseTo(total, 12);
    // States are always whole.
    expect(h).toHaveLength(T);
  });

  it('keeps 1, 2, 5, 10, … and the last of the snapshots of a long training', () => {
    const training = load('01-review-training-50-epochs') as Json & { config: Json; dataset: unknown[] };
    const epochs = (count: number): string[] =>
      Object.keys(answerTo({ ...training, dataset: training.dataset.slice(0, 1), config: { ...training.config, epochs: count } }).expected.paramsAfterEpoch!);
    expect(epochs(12)).toHaveLength(12);
    expect(epochs(30_000).slice(-4)).toEqual(['5000', '10000', '20000', '30000']);
  });
});
