import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bracketedBlock, layoutOf } from '../../../src/engine/interchange/layout.ts';
import { parametersFromStateDict, stateDictOf } from '../../../src/engine/interchange/stateDict.ts';
import type { NamedTensor } from '../../../src/engine/interchange/tensor.ts';
import type { Model } from '../../../src/engine/model.ts';
import { createNetwork, type Network } from '../../../src/engine/network.ts';
import { run, singles } from '../random.ts';
import { tensor } from './tensors.ts';

const vanilla: Model = {
  cell: 'rnn_tanh', topology: 'many-to-one', loss: 'bce', biases: 'two', timeReduction: 'sum', inputSize: 3, hiddenSize: 2, outputSize: 1,
};
const networkOf = (changes: Partial<Model> = {}): Network => createNetwork({ ...vanilla, ...changes });
const counting = (network: Network): Float64Array => Float64Array.from({ length: network.program.parameterCount }, (_, k) => k + 1);
const shapes = (tensors: readonly NamedTensor[]): (readonly [string, readonly number[]])[] => tensors.map(({ name, shape }) => [name, shape]);
const without = (tensors: readonly NamedTensor[], name: string): NamedTensor[] => tensors.filter((each) => each.name !== name);
const renamed = (tensors: readonly NamedTensor[], name: (name: string) => string): NamedTensor[] => tensors.map((each) => ({ ...each, name: name(each.name) }));

describe('a state_dict', () => {
  it('has the names and shapes that torch.nn gives: RNN, LSTM and GRU', () => {
    const namesOf = (rows: number): unknown => [
      ['weight_ih_l0', [rows, 3]], ['weight_hh_l0', [rows, 2]], ['bias_ih_l0', [rows]], ['bias_hh_l0', [rows]], ['fc.weight', [1, 2]], ['fc.bias', [1]],
    ];
    for (const biases of ['one', 'two'] as const) {
      for (const [cell, gates] of [['rnn_relu', 1], ['gru', 3], ['lstm', 4]] as const) {
        const network = networkOf({ cell, biases });
        expect(shapes(stateDictOf(network, counting(network)))).toEqual(namesOf(gates * 2));
      }
    }
  });

  it('has those of both directions, and of an encoder and a decoder', () => {
    const both = networkOf({ bidirectional: true, cell: 'lstm' });
    expect(shapes(stateDictOf(both, counting(both)))).toEqual([
      ['weight_ih_l0', [8, 3]], ['weight_hh_l0', [8, 2]], ['bias_ih_l0', [8]], ['bias_hh_l0', [8]],
      ['weight_ih_l0_reverse', [8, 3]], ['weight_hh_l0_reverse', [8, 2]], ['bias_ih_l0_reverse', [8]], ['bias_hh_l0_reverse', [8]],
      ['fc.weight', [1, 4]], ['fc.bias', [1]],
    ]);
    const pair = networkOf({ topology: 'encoder-decoder', decoderInputSize: 5, biases: 'one' });
    expect(shapes(stateDictOf(pair, counting(pair)))).toEqual([
      ['encoder.weight_ih_l0', [2, 3]], ['encoder.weight_hh_l0', [2, 2]], ['encoder.bias_ih_l0', [2]], ['encoder.bias_hh_l0', [2]],
      ['decoder.weight_ih_l0', [2, 5]], ['decoder.weight_hh_l0', [2, 2]], ['decoder.bias_ih_l0', [2]], ['decoder.bias_hh_l0', [2]],
      ['fc.weight', [1, 2]], ['fc.bias', [1]],
    ]);
    const feedforward = networkOf({ cell: 'feedforward_tanh', topology: 'one-to-one', biases: 'one' });
    expect(shapes(stateDictOf(feedforward, counting(feedforward)))).toEqual([
      ['hidden.weight', [2, 3]], ['hidden.bias', [2]], ['fc.weight', [1, 2]], ['fc.bias', [1]],
    ]);
  });

  it('stacks the gates i, f, g, o and r, z, n by rows', () => {
    for (const [cell, letters] of [['lstm', ['i', 'f', 'g', 'o']], ['gru', ['r', 'z', 'n']]] as const) {
      const network = networkOf({ cell });
      const parameters = counting(network);
      const [inputs] = stateDictOf(network, parameters) as [NamedTensor];
      const blocks = letters.map((letter) => network.program.parameters.find(({ symbol }) => symbol === `W_x${letter}`)!);
      expect([...inputs.data]).toEqual(blocks.flatMap(({ offset }) => [...parameters.subarray(offset, offset + 6)]));
    }
  });

  it('gives back the parameters it was made of, to the last bit, in any order of the tensors', () => {
    fc.assert(
      fc.property(singles, fc.nat(), ({ network, parameters }, turn) => {
        const tensors = stateDictOf(network, parameters);
        const k = turn % tensors.length;
        expect(parametersFromStateDict(network, [...tensors.slice(k), ...tensors.slice(0, k)])).toEqual(parameters);
      }),
    );
  });

  it('has every parameter once', () => {
    fc.assert(
      fc.property(singles, ({ network }) => {
        const all = stateDictOf(network, counting(network)).flatMap(({ data }) => [...data]).filter((value) => value !== 0);
        expect(all.toSorted((a, b) => a - b)).toEqual([...counting(network)]);
      }),
    );
  });

  it('shares no memory with the parameters', () => {
    const network = networkOf();
    const parameters = counting(network);
    stateDictOf(network, parameters).forEach(({ data }) => data.fill(0));
    expect(parameters).toEqual(counting(network));
  });

  it('is not made of the numbers of another network', () => {
    expect(() => stateDictOf(networkOf(), new Float64Array(3))).toThrow('This network has 17 parameters, but 3 numbers were given.');
  });
});

describe('two biases read into a network with one', () => {
  const oneAndTwo = (model: Model): [Network, Network] => [createNetwork({ ...model, biases: 'one' }), createNetwork({ ...model, biases: 'two' })];
  const isInBrackets = ({ model }: Network): boolean => bracketedBlock[model.cell] !== undefined;

  it('give the same outputs wherever they are accepted', () => {
    fc.assert(
      fc.property(singles, (situation) => {
        const [one, two] = oneAndTwo(situation.network.model);
        const parameters = Float64Array.from({ length: two.program.parameterCount }, (_, k) => Math.sin(k + situation.parameters[0]!));
        // Only what stands in brackets has to be zero.
        if (isInBrackets(one)) for (const { symbol, offset, rows } of two.program.parameters) if (symbol.startsWith('b_hn')) parameters.fill(0, offset, offset + rows);
        const outputs = [
          run({ ...situation, network: two, parameters }),
          run({ ...situation, network: one, parameters: parametersFromStateDict(one, stateDictOf(two, parameters)) }),
        ].map(({ trace }) => [...trace.values[trace.network.program.slots.findIndex(({ symbol }) => symbol === 'y')]!]);
        outputs[0]!.forEach((value, k) => expect(outputs[1]![k]).toBeCloseTo(value, 12));
      }),
    );
  });

  it('are refused for a GRU whose b_hn is not zero, as it stands inside r ⊙ (…)', () => {
    for (const bidirectional of [false, true]) {
      const [one, two] = oneAndTwo({ ...vanilla, cell: 'gru', bidirectional });
      const tensors = stateDictOf(two, new Float64Array(two.program.parameterCount));
      const last = tensors.findLast(({ name }) => name.startsWith('bias_hh'))!;
      expect(parametersFromStateDict(one, tensors)).toEqual(new Float64Array(one.program.parameterCount));
      last.data[3] = 0.5; // z's: it is added like any other
      expect(parametersFromStateDict(one, tensors).filter((value) => value === 0.5)).toHaveLength(1);
      last.data[5] = 0.25;
      expect(() => parametersFromStateDict(one, tensors)).toThrow(
        `${last.name} cannot be added to ${last.name.replace('hh', 'ih')}: its entry 6 is 0.25, and 0 is expected, as it belongs to the candidate n`,
      );
      expect(parametersFromStateDict(two, tensors).filter((value) => value === 0.25)).toHaveLength(1);
    }
  });

  it('need not both be there', () => {
    const network = networkOf({ biases: 'one' });
    const parameters = counting(network);
    expect(parametersFromStateDict(network, without(stateDictOf(network, parameters), 'bias_hh_l0'))).toEqual(parameters);
  });
});

describe('the names of a state_dict', () => {
  it.each(['rnn.', 'lstm.', 'gru.', 'model.rnn.', 'module.', '_orig_mod.lstm.'])('may carry %s before them', (prefix) => {
    const network = networkOf({ bidirectional: true });
    const parameters = counting(network);
    const tensors = renamed(stateDictOf(network, parameters), (name) => (name.startsWith('fc.') ? name : prefix + name));
    expect(parametersFromStateDict(network, tensors)).toEqual(parameters);
  });

  it('may carry it behind encoder and decoder', () => {
    const network = networkOf({ topology: 'encoder-decoder' });
    const parameters = counting(network);
    const tensors = renamed(stateDictOf(network, parameters), (name) => name.replace('coder.', 'coder.gru.'));
    expect(parametersFromStateDict(network, tensors)).toEqual(parameters);
  });

  it('are not taken twice', () => {
    const network = networkOf();
    const tensors = stateDictOf(network, counting(network));
    const again = { ...tensors[0]!, name: 'rnn.weight_ih_l0' };
    expect(() => parametersFromStateDict(network, [...tensors, again])).toThrow('There twice: weight_ih_l0 and rnn.weight_ih_l0.');
  });
});

describe('a state_dict of another network', () => {
  it('is refused in one message that names every tensor that does not fit', () => {
    const network = networkOf();
    const tensors = [
      ...without(without(stateDictOf(network, counting(network)), 'weight_hh_l0'), 'fc.weight'),
      tensor('fc.weight', [2, 1], [1, 2]),
      tensor('weight_ih_l1', [2, 2], [1, 2, 3, 4]),
      tensor('scale', [], [1]),
    ];
    expect(() => parametersFromStateDict(network, without(tensors, 'fc.bias'))).toThrow(
      new Error(
        [
          'These weights do not fit the network, so nothing was changed.',
          'Missing: weight_hh_l0 (2 × 2); fc.bias (1 number).',
          'Of another shape: fc.weight is 2 × 1 instead of 1 × 2 (its rows are the columns).',
          'Not expected: weight_ih_l1 (2 × 2); scale (a single number).',
        ].join('\n'),
      ),
    );
  });

  it('is told by the count of its gates', () => {
    const lstm = networkOf({ cell: 'lstm' });
    expect(() => parametersFromStateDict(networkOf({ cell: 'gru' }), stateDictOf(lstm, counting(lstm)))).toThrow(
      'weight_ih_l0 is 8 × 3 instead of 6 × 3; weight_hh_l0 is 8 × 2 instead of 6 × 2; bias_ih_l0 is 8 numbers instead of 6 numbers',
    );
  });

  it('is not listed to its end', () => {
    const many = Array.from({ length: 100 }, (_, k) => tensor(`layer${k}`, [1], [k]));
    expect(() => parametersFromStateDict(networkOf(), many)).toThrow(/layer11 \(1 number\); and 88 more\./);
  });

  it('is refused where a tensor is not what it says', () => {
    const network = networkOf();
    const tensors = stateDictOf(network, counting(network));
    const broken = tensors.map((each) => (each.name === 'fc.weight' ? { ...each, data: new Float64Array(1) } : each));
    expect(() => parametersFromStateDict(network, broken)).toThrow('The shape of "fc.weight" is 1 × 2, which takes 2 numbers, but it has 1.');
    expect(layoutOf(network).map(({ name }) => name)).toEqual(tensors.map(({ name }) => name));
  });
});
