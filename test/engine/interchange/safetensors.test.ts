import { strToU8 } from 'fflate';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSafetensors, writeSafetensors } from '../../../src/engine/interchange/safetensors.ts';
import { hasNumpy, inFolder, runPython, unlessNumpy } from '../../support/python.ts';
import { outcomeOf, sorted, tensor, tensorsOf } from './tensors.ts';

/** A file with any header and any bytes behind it. */
function file(header: unknown, data: Uint8Array = new Uint8Array(0)): Uint8Array {
  const text = strToU8(typeof header === 'string' ? header : JSON.stringify(header));
  const bytes = new Uint8Array(8 + text.length + data.length);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(text.length), true);
  bytes.set(text, 8);
  bytes.set(data, 8 + text.length);
  return bytes;
}

const entry = (dtype: string, shape: unknown, data_offsets: unknown): unknown => ({ w: { dtype, shape, data_offsets } });

describe('a safetensors file', () => {
  it.each(['float64', 'float32'] as const)('gives back every tensor of %s that was written, to the last bit', (precision) => {
    fc.assert(
      fc.property(tensorsOf(precision), (tensors) => {
        expect(sorted(readSafetensors(writeSafetensors(tensors, { precision })).tensors)).toEqual(sorted(tensors));
      }),
    );
  });

  it('gives back its metadata', () => {
    const words = fc.dictionary(fc.string(), fc.string());
    fc.assert(
      fc.property(words, tensorsOf('float64'), (metadata, tensors) => {
        const read = readSafetensors(writeSafetensors(tensors, { metadata })).metadata;
        expect(new Map(Object.entries(read))).toEqual(new Map(Object.entries(metadata)));
      }),
    );
  });

  it('is the same whatever the order of the tensors, its numbers at a multiple of 8 bytes', () => {
    fc.assert(
      fc.property(tensorsOf('float64'), (tensors) => {
        const bytes = writeSafetensors(tensors);
        expect(writeSafetensors(tensors.toReversed())).toEqual(bytes);
        expect(new DataView(bytes.buffer).getBigUint64(0, true) % 8n).toBe(0n);
      }),
    );
  });

  it('has the bytes that the format says', () => {
    const bytes = writeSafetensors([tensor('b', [2], [1, -2]), tensor('a', [], [0.5])], { precision: 'float32', metadata: { format: 'pt' } });
    const header =
      '{"__metadata__":{"format":"pt"},"a":{"dtype":"F32","shape":[],"data_offsets":[0,4]},"b":{"dtype":"F32","shape":[2],"data_offsets":[4,12]}}';
    const expected = file(header.padEnd(Math.ceil(header.length / 8) * 8), new Uint8Array(Float32Array.of(0.5, 1, -2).buffer));
    expect(bytes).toEqual(expected);
  });

  it('is read in every number type that weights come in', () => {
    const types: readonly (readonly [string, ArrayBufferView, readonly number[]])[] = [
      ['F64', Float64Array.of(0.1, -2), [0.1, -2]],
      ['F32', Float32Array.of(0.1, -2), [Math.fround(0.1), -2]],
      ['F16', Uint16Array.of(0x3c00, 0xc000, 0x0001, 0x7bff, 0x7c00, 0x8000), [1, -2, 2 ** -24, 65504, Infinity, -0]],
      ['BF16', Uint16Array.of(0x3f80, 0xc000, 0x3dcd), [1, -2, 0.10009765625]],
      ['I64', BigInt64Array.of(5n, -7n), [5, -7]],
      ['I32', Int32Array.of(5, -7), [5, -7]],
      ['I16', Int16Array.of(5, -7), [5, -7]],
      ['I8', Int8Array.of(5, -7), [5, -7]],
      ['U8', Uint8Array.of(5, 249), [5, 249]],
    ];
    for (const [dtype, numbers, expected] of types) {
      const data = new Uint8Array(numbers.buffer);
      const bytes = file(entry(dtype, [expected.length], [0, data.length]), data);
      expect([dtype, ...readSafetensors(bytes).tensors[0]!.data]).toEqual([dtype, ...expected]);
    }
  });

  it.skipIf(!hasNumpy)(`is read by a few lines of Python${unlessNumpy}`, () => {
    const bytes = writeSafetensors([tensor('w', [2, 3], [1, 2, 3, 4, 5, 6e-300]), tensor('b', [1], [0.1])]);
    const code = `
import json, struct, numpy as np
raw = open('w.safetensors', 'rb').read()
n, = struct.unpack('<Q', raw[:8])
for name, entry in json.loads(raw[8:8 + n]).items():
    begin, end = entry['data_offsets']
    print(name, np.frombuffer(raw[8 + n + begin:8 + n + end], '<f8').reshape(entry['shape']).tolist())`;
    expect(inFolder({ 'w.safetensors': bytes }, (folder) => runPython(code, folder))).toBe('b [0.1]\nw [[1.0, 2.0, 3.0], [4.0, 5.0, 6e-300]]\n');
  });
});

describe('a safetensors file that is none', () => {
  const eight = new Uint8Array(8);
  const wrong: readonly (readonly [string, Uint8Array, RegExp])[] = [
    ['is empty', new Uint8Array(0), /it has 0 bytes, and the length of its header alone takes 8/],
    ['promises a longer header than it has', Uint8Array.of(255, 255, 255, 255, 255, 255, 255, 255, 123), /should have 18446744073709551615 bytes, but only 1 follow/],
    ['has an empty header', new Uint8Array(8), /should begin with "\{"/],
    ['begins with something else', file('[]'), /should begin with "\{"/],
    ['has no JSON for a header', file('{"w":'), /is no JSON/],
    ['has a word where a tensor should be', file({ w: 'words' }), /"w" should have dtype, shape and data_offsets, but it is "words"/],
    ['has a type that is not known', file(entry('F8_E4M3', [1], [0, 1])), /"w" has numbers of type "F8_E4M3", and these can be read: F64, /],
    ['has the name of a method for a type', file(entry('toString', [1], [0, 1])), /type "toString"/],
    ['has a negative side', file(entry('F64', [-1], [0, 8]), eight), /shape of "w" should be .* but it is \[-1\]/],
    ['has half a side', file(entry('F64', [0.5], [0, 4])), /but it is \[0.5\]/],
    ['has one offset', file(entry('F64', [1], [8]), eight), /data_offsets of "w" should be two whole numbers/],
    ['has offsets that run backwards', file(entry('F64', [1], [8, 0]), eight), /takes 8 bytes, but its data_offsets are \[8,0\]/],
    ['has a shape far larger than its numbers', file(entry('F64', [2 ** 40, 2 ** 40], [0, 8]), eight), /"w" is 1099511627776 × 1099511627776 of type F64/],
    ['ends too early', file(entry('F64', [2], [0, 16]), eight), /its tensors take 16 bytes, but 8 bytes follow/],
    ['has bytes to spare', file(entry('F64', [0], [0, 0]), eight), /its tensors take 0 bytes, but 8 bytes follow/],
    ['has a gap', file({ a: { dtype: 'U8', shape: [1], data_offsets: [1, 2] } }, eight), /"a" should begin at byte 0, .* begin at 1/],
    ['has two tensors in one place', file({ a: { dtype: 'U8', shape: [8], data_offsets: [0, 8] }, b: { dtype: 'U8', shape: [8], data_offsets: [0, 8] } }, eight), /"b" should begin at byte 8/],
    ['has numbers for metadata', file({ __metadata__: { epoch: 3 } }), /__metadata__ should be words by name, but it is \{"epoch":3\}/],
    ['has a whole number too large for float64', file(entry('I64', [1], [0, 8]), new Uint8Array(BigInt64Array.of(2n ** 62n).buffer)), /"w" cannot be read: it has the whole number 4611686018427387904/],
  ];
  it.each(wrong)('is refused in words where it %s', (_what, bytes, words) => {
    expect(() => readSafetensors(bytes)).toThrow(words);
  });

  it('is refused or read, but never answered with another error, whatever its bytes', () => {
    const known = writeSafetensors([tensor('w', [2, 3], [1, 2, 3, 4, 5, 6])], { metadata: { a: 'b' } });
    const damages = fc.array(fc.tuple(fc.nat(known.length - 1), fc.nat(255)), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(damages, fc.integer({ min: 0, max: known.length }), (changes, length) => {
        const bytes = known.slice();
        for (const [at, value] of changes) bytes[at] = value;
        expect(outcomeOf(() => readSafetensors(bytes.subarray(0, length)))).toMatch(/^read$|^Error: (This is not a safetensors file that can be read: |".*" cannot be read: )/s);
      }),
      { numRuns: 500 },
    );
  });
});

describe('writing safetensors', () => {
  it('refuses in words what the format cannot hold', () => {
    expect(() => writeSafetensors([tensor('a', [], [1]), tensor('a', [], [2])])).toThrow('Two tensors are called "a"');
    expect(() => writeSafetensors([tensor('a', [2], [1])])).toThrow('The shape of "a" is 2 numbers, which takes 2 numbers, but it has 1.');
    expect(() => writeSafetensors([tensor('a', [], [1e300])], { precision: 'float32' })).toThrow('"a" has the number 1e+300');
    expect(() => writeSafetensors([tensor('\ufeffa', [], [1])])).toThrow('begins with an invisible byte order mark');
    expect(() => writeSafetensors([tensor('__metadata__', [], [1])])).toThrow('No tensor can be called "__metadata__"');
  });
});
