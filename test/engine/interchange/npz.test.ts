import { strToU8, zipSync } from 'fflate';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readNpy, writeNpy } from '../../../src/engine/interchange/npy.ts';
import { readNpz, writeNpz } from '../../../src/engine/interchange/npz.ts';
import { hasNumpy, inFolder, runPython, unlessNumpy } from '../../support/python.ts';
import { outcomeOf, sorted, tensor, tensorsOf } from './tensors.ts';

/** A .npy file with any header and any bytes behind it. */
function file(header: string, data: Uint8Array = new Uint8Array(0), version = 1): Uint8Array {
  const text = strToU8(header);
  const prefix = version === 1 ? 10 : 12;
  const bytes = new Uint8Array(prefix + text.length + data.length);
  bytes.set([0x93, ...strToU8('NUMPY'), version, 0]);
  const view = new DataView(bytes.buffer);
  if (version === 1) view.setUint16(8, text.length, true);
  else view.setUint32(8, text.length, true);
  bytes.set(text, prefix);
  bytes.set(data, prefix + text.length);
  return bytes;
}

const header = (descr: string, shape: string, order = 'False'): string => `{'descr': '${descr}', 'fortran_order': ${order}, 'shape': ${shape}, }`;
const eight = new Uint8Array(8);

describe('an .npz file', () => {
  it.each([
    ['float64', false], ['float64', true], ['float32', false], ['float32', true],
  ] as const)('gives back every tensor of %s that was written, compressed: %s', (precision, isCompressed) => {
    fc.assert(
      fc.property(tensorsOf(precision), (tensors) => {
        expect(sorted(readNpz(writeNpz(tensors, { precision, isCompressed })))).toEqual(sorted(tensors));
      }),
    );
  });

  it('has the same bytes for the same tensors', () => {
    const tensors = [tensor('a', [2], [1, 2]), tensor('b', [], [3])];
    expect(writeNpz(tensors)).toEqual(writeNpz(tensors));
  });

  it.skipIf(!hasNumpy)(`of ours is loaded by numpy.load${unlessNumpy}`, () => {
    const code = `
import numpy as np
for name in ['plain', 'packed', 'short']:
    with np.load(name + '.npz') as file:
        print([(key, file[key].dtype.str, file[key].shape, file[key].tolist()) for key in file.files])`;
    const tensors = [tensor('weight_ih_l0', [2, 3], [1, 2, 3, 4, 5, 1e-300]), tensor('fc.bias', [1], [0.5]), tensor('one', [], [7]), tensor('none', [0, 2], [])];
    const printed = inFolder(
      {
        'plain.npz': writeNpz(tensors),
        'packed.npz': writeNpz(tensors, { isCompressed: true }),
        'short.npz': writeNpz(tensors.slice(1), { precision: 'float32' }),
      },
      (folder) => runPython(code, folder),
    );
    const all = "('weight_ih_l0', '<f8', (2, 3), [[1.0, 2.0, 3.0], [4.0, 5.0, 1e-300]]), ('fc.bias', '<f8', (1,), [0.5]), ('one', '<f8', (), 7.0), ('none', '<f8', (0, 2), [])";
    expect(printed.split('\n').slice(0, 3)).toEqual([
      `[${all}]`, `[${all}]`, "[('fc.bias', '<f4', (1,), [0.5]), ('one', '<f4', (), 7.0), ('none', '<f4', (0, 2), [])]",
    ]);
  });

  it.skipIf(!hasNumpy).each(['savez', 'savez_compressed'])(`of numpy.%s is read here, in any type, order and byte order${unlessNumpy}`, (writer) => {
    const code = `
import numpy as np
a = np.arange(24).reshape(2, 3, 4)
np.${writer}('w.npz', **{
  'f8': a.astype('<f8') / 7, 'f4': a.astype('<f4') / 8, 'f2': a.astype('<f2') / 8, 'i8': a.astype('<i8') - 5, 'i4': a.astype('<i4') - 5,
  'u1': a.astype('u1'), 'big': a.astype('>f8') / 7, 'big4': a.astype('>i4'), 'fortran': np.asfortranarray(a / 7),
  'turned': (a[0] / 7).T, 'fc.weight': a[0] / 7, 'one': np.array(2.5), 'none': np.zeros((0, 3)), 'vector': np.ones(3)})`;
    const tensors = inFolder({}, (folder) => {
      runPython(code, folder);
      return readNpz(readFileSync(join(folder, 'w.npz')));
    });
    const a = Array.from({ length: 24 }, (_, k) => k);
    const seventh = a.map((k) => k / 7);
    const cube = [2, 3, 4];
    const matrix = seventh.slice(0, 12);
    const turned = a.slice(0, 12).map((k) => matrix[(k % 3) * 4 + Math.floor(k / 3)]!);
    expect(tensors).toEqual([
      tensor('f8', cube, seventh), tensor('f4', cube, a.map((k) => k / 8)), tensor('f2', cube, a.map((k) => k / 8)),
      tensor('i8', cube, a.map((k) => k - 5)), tensor('i4', cube, a.map((k) => k - 5)), tensor('u1', cube, a),
      tensor('big', cube, seventh), tensor('big4', cube, a), tensor('fortran', cube, seventh), tensor('turned', [4, 3], turned),
      tensor('fc.weight', [3, 4], matrix), tensor('one', [], [2.5]), tensor('none', [0, 3], []), tensor('vector', [3], [1, 1, 1]),
    ]);
  });
});

describe('a .npy file', () => {
  it('has its numbers at a multiple of 64 bytes, behind a line feed', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(3), { maxLength: 20 }), (sides) => {
        const shape = [0, ...sides];
        const bytes = writeNpy({ name: 'w', shape, data: new Float64Array(0) });
        expect(bytes.length % 64).toBe(0);
        expect(bytes.at(-1)).toBe(10);
        expect(readNpy('w', bytes).shape).toEqual(shape);
      }),
    );
  });

  it.each([1, 2, 3])('is read in version %i of the format', (version) => {
    const data = new Uint8Array(Float64Array.of(0.5).buffer);
    expect(readNpy('w', file(header('<f8', '(1L,)'), data, version))).toEqual(tensor('w', [1], [0.5]));
  });

  const wrong: readonly (readonly [string, Uint8Array, RegExp])[] = [
    ['is empty', new Uint8Array(0), /does not begin as a \.npy file/],
    ['is of an unknown version', file(header('<f8', '(1,)'), eight, 9), /of version 9 of the format, and versions 1 to 3 are known/],
    ['ends within its header', file(header('<f8', '(1,)')).subarray(0, 40), /its header should have \d+ bytes, but only 30 follow/],
    ['ends within the length of its header', file('', eight, 2).subarray(0, 11), /header should have Infinity bytes, but only 0 follow/],
    ['holds Python objects', file(header('|O', '(1,)'), eight), /NumPy's type "\|O", and these can be read: f8, f4/],
    ['holds text', file(header('<U3', '(1,)'), eight), /type "<U3"/],
    ['holds records', file(`{'descr': [('a', '<f8')], 'fortran_order': False, 'shape': (1,), }`, eight), /header should say descr/],
    ['has no shape', file(`{'descr': '<f8', 'fortran_order': False}`, eight), /header should say descr, fortran_order and shape/],
    ['has a negative side', file(header('<f8', '(-1,)'), eight), /header should say/],
    ['has a side that is no number', file(header('<f8', '(1 2,)'), eight), /shape should be whole numbers from 0, but it is \(1 2,\)/],
    ['has fewer numbers than its shape', file(header('<f8', '(1000000, 1000000)'), eight), /1000000 × 1000000 of type <f8 take 8000000000000 bytes, but 8 follow/],
    ['has bytes to spare', file(header('<f8', '()'), new Uint8Array(16)), /a single number of type <f8 take 8 bytes, but 16 follow/],
  ];
  it.each(wrong)('is refused in words where it %s', (_what, bytes, words) => {
    expect(() => readNpy('w', bytes)).toThrow(words);
    expect(() => readNpy('w', bytes)).toThrow('The array "w" cannot be read: ');
  });
});

describe('an .npz file that is none', () => {
  it('is refused in words', () => {
    expect(() => readNpz(new Uint8Array(0))).toThrow('This is no zip archive, as an .npz file is one');
    expect(() => readNpz(strToU8('PK\x03\x04, and then nothing'.padEnd(100)))).toThrow('This is no zip archive');
    expect(() => readNpz(zipSync({ 'notes.txt': strToU8('hello') }))).toThrow('it holds "notes.txt", and only arrays');
    expect(() => readNpz(zipSync({ 'model/data.pkl': strToU8('hello') }))).toThrow('it is one of torch.save');
  });

  /** The archive with the size that its list of files gives for the first one replaced. */
  function claiming(bytes: Uint8Array, size: number): Uint8Array {
    const out = bytes.slice();
    const view = new DataView(out.buffer);
    const list = view.getUint32(out.length - 6, true);
    view.setUint32(list + 24, size, true);
    return out;
  }

  it('is refused before memory is taken, where it claims a size that it cannot have', () => {
    const [plain, packed] = [false, true].map((isCompressed) => writeNpz([tensor('w', [3], [1, 2, 3])], { isCompressed })) as [Uint8Array, Uint8Array];
    for (const bytes of [claiming(plain, 4e9), claiming(packed, 4e9)]) {
      expect(() => readNpz(bytes)).toThrow(/it says that "w\.npy" has 4000000000 bytes, packed in \d+, which cannot be in an archive of/);
    }
    expect(() => readNpz(claiming(packed, 100))).toThrow('The array "w" cannot be read');
  });

  it('is refused where it unpacks to more than is allowed', () => {
    const bytes = writeNpz([tensor('a', [40], Array.from({ length: 40 }, () => 0)), tensor('b', [1], [1])], { isCompressed: true });
    expect(readNpz(bytes, 128 + 320 + 128 + 8)).toHaveLength(2);
    expect(() => readNpz(bytes, 128 + 320 + 128 + 7)).toThrow('it unpacks to more than 0.000583 MB');
  });

  it('is refused or read, but never answered with another error, whatever its bytes', () => {
    const known = writeNpz([tensor('w', [2, 3], [1, 2, 3, 4, 5, 6]), tensor('b', [1], [0.5])], { isCompressed: true });
    const damages = fc.array(fc.tuple(fc.nat(known.length - 1), fc.nat(255)), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(damages, fc.integer({ min: 0, max: known.length }), (changes, length) => {
        const bytes = known.slice();
        for (const [at, value] of changes) bytes[at] = value;
        for (const part of [bytes, bytes.subarray(0, length)]) {
          expect(outcomeOf(() => readNpz(part))).toMatch(/^read$|^Error: (This is no zip archive|This \.npz file cannot be read: |The array ".*" cannot be read: |".*" cannot be read: )/s);
        }
      }),
      { numRuns: 500 },
    );
  });
});
