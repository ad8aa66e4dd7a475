import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { float64, list, pattern64, signed, text, unsigned } from '../../../src/engine/kernel/encoding.ts';

describe('numbers as LEB128', () => {
  it('are those of the specification', () => {
    expect(unsigned(0)).toEqual([0]);
    expect(unsigned(624_485)).toEqual([0xe5, 0x8e, 0x26]);
    expect(unsigned(2 ** 32 - 1)).toEqual([0xff, 0xff, 0xff, 0xff, 0x0f]);
    expect(signed(-123_456)).toEqual([0xc0, 0xbb, 0x78]);
    expect(signed(63)).toEqual([63]);
    expect(signed(64)).toEqual([0xc0, 0]);
    expect(signed(-64)).toEqual([0x40]);
  });

  it('are read back by adding seven bits at a time', () => {
    const read = (bytes: readonly number[]): number => bytes.reduce((sum, byte, k) => sum + (byte & 0x7f) * 2 ** (7 * k), 0);
    fc.assert(fc.property(fc.nat(2 ** 31 - 1), (value) => read(unsigned(value)) === value));
    const extended = (bytes: readonly number[]): number => (bytes[bytes.length - 1]! & 0x40 ? read(bytes) - 2 ** (7 * bytes.length) : read(bytes));
    fc.assert(fc.property(fc.integer(), (value) => extended(signed(value)) === value));
  });

  it('are whole and of 32 bits, or refused', () => {
    expect(() => unsigned(-1)).toThrow(/whole number from 0/);
    expect(() => unsigned(1.5)).toThrow(/1\.5/);
    expect(() => signed(2 ** 40)).toThrow(/32 bits/);
  });
});

describe('doubles, patterns, names and lists', () => {
  it('have their bytes lowest first, and lists their length before them', () => {
    expect(float64(1)).toEqual([0, 0, 0, 0, 0, 0, 0xf0, 0x3f]);
    expect(pattern64(0x3ffn)).toEqual([0xff, 3, 0, 0, 0, 0, 0, 0]);
    expect(text('env')).toEqual([3, 0x65, 0x6e, 0x76]);
    expect(list([[7, 8], [9]])).toEqual([2, 7, 8, 9]);
  });
});
