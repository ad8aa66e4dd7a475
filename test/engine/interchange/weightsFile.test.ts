import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { writeNpy } from '../../../src/engine/interchange/npy.ts';
import { writeNpz } from '../../../src/engine/interchange/npz.ts';
import { writeSafetensors } from '../../../src/engine/interchange/safetensors.ts';
import { readWeightsFile } from '../../../src/engine/interchange/weightsFile.ts';
import { tensor } from './tensors.ts';

describe('a file of weights', () => {
  const tensors = [tensor('a', [2], [1, 2]), tensor('b', [1, 1], [3])];

  it('is told by its bytes', () => {
    expect(readWeightsFile(writeNpz(tensors))).toEqual(tensors);
    expect(readWeightsFile(writeSafetensors(tensors))).toEqual(tensors);
  });

  it('is told by its bytes where the length of a header looks like the beginning of another format', () => {
    // "PK" and 0x80 0x02 are the lengths 19280 and 640 of a header.
    for (const length of [0x4b50, 0x0280]) {
      const bare = writeSafetensors(tensors, { metadata: { a: '' } });
      const missing = length - Number(new DataView(bare.buffer).getBigUint64(0, true));
      const bytes = writeSafetensors(tensors, { metadata: { a: 'x'.repeat(missing) } });
      expect([bytes[0], bytes[1]]).toEqual([length & 255, length >> 8]);
      expect(readWeightsFile(bytes)).toEqual(tensors);
    }
  });

  it('is refused in words that say what it seems to be', () => {
    expect(() => readWeightsFile(writeNpy(tensors[0]!))).toThrow(/a \.npy file: a single array.*\.safetensors, \.npz and \.json/);
    expect(() => readWeightsFile(Uint8Array.of(0x89, 0x48, 0x44, 0x46, 13, 10, 26, 10, 0))).toThrow('This is an HDF5 file');
    expect(() => readWeightsFile(Uint8Array.of(0x80, 0x02, 0x8a, 0x0a, 0x6c, 0xfc, 0x9c, 0x46, 0xf9))).toThrow('This is pickled Python');
    expect(() => readWeightsFile(zipSync({ 'archive/data.pkl': strToU8('x') }))).toThrow('torch.save');
    expect(() => readWeightsFile(strToU8('hello, world'))).toThrow('This is not a safetensors file');
    expect(() => readWeightsFile(new Uint8Array(0))).toThrow('it has 0 bytes');
  });
});
