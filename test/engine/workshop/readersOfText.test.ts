import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { negation } from '../../../src/engine/data/sets/negation.ts';
import { modelFor } from '../../../src/engine/data/model.ts';
import { prepareDataset, readRow } from '../../../src/engine/data/prepare.ts';
import { encodedFor, type DataReader } from '../../../src/engine/data/readers.ts';
import { stream } from '../../../src/engine/math/random.ts';
import { createNetwork } from '../../../src/engine/network.ts';
import { initialParameters } from '../../../src/engine/recipe/parameters.ts';
import { evaluate } from '../../../src/engine/workshop/evaluate.ts';
import { readerSize } from '../../../src/engine/workshop/readerSizes.ts';
import { accuracyOn, decidedByOrder } from '../../../src/engine/workshop/reordered.ts';

const data = prepareDataset(negation.build(''), { switches: { lowerCase: true, stopWords: false, stems: false }, mostWords: 2000, share: 0.2, seed: 1 });

function answersTo(reader: DataReader, texts: readonly string[]): number[] {
  const { task, example } = encodedFor(reader, data);
  const model = modelFor(task, { cell: reader === 'sequence' ? 'rnn_tanh' : 'feedforward_tanh', hiddenSize: 5, bidirectional: false });
  const parameters = initialParameters(createNetwork(model), { initialisation: { scheme: 'uniform', seed: 4, scale: 1 }, baseInputSize: model.inputSize });
  const steps = evaluate({ model, parameters, examples: texts.map((text) => example(readRow(data, text))) });
  let next = steps.next();
  while (next.done !== true) next = steps.next();
  return next.value.answers.map((answer) => answer[0]!);
}

describe('words in another order', () => {
  const words = ['not', 'good', 'but', 'bad', 'this', 'movie'];

  it('leave a bag’s answer as it is, to the last bit', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(words, { minLength: words.length }), (order) => {
        const [written, moved] = answersTo('bag', [words.join(' '), order.join(' ')]);
        expect(moved).toBe(written);
      }),
      { numRuns: 20 },
    );
  });

  it.each(['sequence', 'padded'] as const)('change the answer of a network that reads them as %s', (reader) => {
    const [written, moved] = answersTo(reader, ['not good but bad this movie', 'not bad but good this movie']);
    expect(Math.abs(moved! - written!)).toBeGreaterThan(1e-4);
  });
});

describe('reviews that the order alone decides', () => {
  const found = decidedByOrder(data.rows);

  it('are those whose very words are another review with the other label', () => {
    expect(found.size).toBe(280);
    const bag = (k: number): string => data.rows[k]!.reading.tokens[0].toSorted().join(' ');
    for (const [k, { reading }] of data.rows.entries()) {
      const hasTwin = data.rows.some((other, j) => bag(j) === bag(k) && other.reading.targets[0] !== reading.targets[0]);
      expect(found.has(k)).toBe(hasTwin);
    }
  });

  it('are not those that stand there twice with one label', () => {
    const [row] = data.rows;
    expect(decidedByOrder([row!, row!]).size).toBe(0);
  });
});

describe('right answers on some of the rows', () => {
  const model = modelFor(data.task, { cell: 'rnn_tanh', hiddenSize: 2, bidirectional: false });
  const examples = [1, 0, 1].map((target) => ({ inputs: { kind: 'one-hot', indices: Int32Array.of(0) } as const, targets: Float64Array.of(target) }));
  const answers = [0.9, 0.8, 0.2].map((answer) => Float64Array.of(answer));

  it('are counted on these alone', () => {
    expect(accuracyOn(model, examples, { answers }, [0, 1, 2])).toBe(1 / 3);
    expect(accuracyOn(model, examples, { answers }, [0])).toBe(1);
    expect(accuracyOn(model, examples, { answers }, [1, 2])).toBe(0);
  });

  it('are unknown where there are none', () => {
    expect(accuracyOn(model, examples, { answers }, [])).toBeNull();
  });
});

describe('the weights of a network that reads texts', () => {
  it('are a million for ten words of a vocabulary of 10,000 and ten units, and 100,100 for an RNN', () => {
    const sizes = { length: 10, vocabulary: 10_000, units: 10 };
    expect(readerSize('padded', sizes)).toMatchObject({ inputWeights: 1_000_000, recurrentWeights: 0, made: 1_000_021, problem: null });
    expect(readerSize('sequence', sizes)).toMatchObject({ inputWeights: 100_000, recurrentWeights: 100, made: 100_121 });
    expect(readerSize('bag', sizes)).toMatchObject({ inputWeights: 100_000, recurrentWeights: 0, made: 100_021 });
  });

  it('are those of the network that is made, without biases and output', () => {
    const random = stream(2, 'sizes');
    for (let k = 0; k < 12; k++) {
      const sizes = { length: 1 + random.integer(30), vocabulary: 10 + random.integer(300), units: 1 + random.integer(40) };
      for (const reader of ['bag', 'padded', 'sequence'] as const) {
        const { made, inputWeights, recurrentWeights } = readerSize(reader, sizes);
        // b_h of H, W_hy of H, b_y of one.
        expect(made).toBe(inputWeights + recurrentWeights + 2 * sizes.units + 1);
      }
    }
  });

  it('grow with the longest text for padded words alone', () => {
    const sizes = { length: 10, vocabulary: 50, units: 4 };
    for (const reader of ['bag', 'sequence'] as const) expect(readerSize(reader, { ...sizes, length: 200 })).toEqual(readerSize(reader, sizes));
    expect(readerSize('padded', { ...sizes, length: 200 }).inputWeights).toBe(20 * readerSize('padded', sizes).inputWeights);
  });

  it('are counted also where the network would be too large to be made, and the reason is in words', () => {
    const { inputWeights, made, problem } = readerSize('padded', { length: 200, vocabulary: 100_000, units: 512 });
    expect([inputWeights, made]).toEqual([10_240_000_000, null]);
    expect(problem).toMatch(/^This network would have 10,240,001,025 parameters; the limit is 50,000,000\./);
  });
});
