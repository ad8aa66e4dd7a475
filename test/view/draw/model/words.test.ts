import { describe, expect, it } from 'vitest';
import { createNetwork } from '../../../../src/engine/network.ts';
import { writtenIn } from '../../../../src/engine/symbols/spelling.ts';
import { anatomyOf } from '../../../../src/view/anatomy/anatomy.ts';
import { fitting, headWays, lettersOf, widthOf, writtenAs } from '../../../../src/view/draw/model/words.ts';
import { base } from '../../layout/model/specs.ts';

describe('the letters of several matrices', () => {
  const network = createNetwork({ ...base, cell: 'lstm', biases: 'two' });
  const places = (...symbols: string[]): number[] => symbols.map((symbol) => network.program.parameters.findIndex((each) => each.symbol === symbol));

  it('are what they have in common, with a dot for the letter of any gate', () => {
    expect(lettersOf(network, places('W_xi', 'W_xf', 'W_xg'))).toBe('W_x·');
    expect(lettersOf(network, places('b_ii', 'b_if', 'b_hi'))).toBe('b');
    expect(lettersOf(network, places('W_hf'))).toBe('W_hf');
  });

  it('are written as the notation has them, without the chain, which the cell is named after', () => {
    expect(lettersOf(writtenIn(network, 'course'), places('W_xi', 'W_xf'))).toBe('W_i·');
    const pair = createNetwork({ ...base, topology: 'encoder-decoder' });
    expect(lettersOf(pair, [pair.program.parameters.findIndex(({ symbol }) => symbol === 'W_hh.decoder')])).toBe('W_hh');
  });
});

describe('a label', () => {
  it('is as long as its room allows', () => {
    const inRoom = (room: number): string => writtenAs('total', 'W_x·', 11, room);
    expect([80, 50, 30, 20].map(inRoom)).toEqual(['Σ ∂L/∂W_x·', '∂L/∂W_x·', '∂W_x·', 'W_x·']);
    for (const room of [80, 50, 30, 20]) expect(widthOf(inRoom(room), 11)).toBeLessThanOrEqual(room);
  });

  it('is at least its shortest form', () => {
    expect(fitting(['columns 1–20 of 600', '1–20 of 600'], 10, 5)).toBe('1–20 of 600');
  });
});

describe('the name of a cell', () => {
  const nameOf = (model: object, chain = 0): string[] => headWays(anatomyOf(createNetwork({ ...base, ...model }), false), chain);

  it('is its equation where it has one sum, its title where it has gates', () => {
    expect(nameOf({ cell: 'rnn_relu' })).toEqual(['h = ReLU(·)']);
    expect(nameOf({ cell: 'gru_original' })).toEqual(['GRU']);
    expect(nameOf({ cell: 'feedforward_sigmoid', topology: 'one-to-one' })).toEqual(['h = sigmoid(·)']);
  });

  it('is that of its chain where there are two', () => {
    expect(nameOf({ cell: 'lstm', bidirectional: true }, 1)).toEqual(['reverse · LSTM', 'reverse']);
    expect(nameOf({ topology: 'encoder-decoder' }, 1)).toEqual(['decoder · tanh', 'decoder']);
  });
});
