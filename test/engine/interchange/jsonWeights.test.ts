// Weights as JSON: every number back to the last bit, and wrong files met with words.
import { strToU8 } from 'fflate';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readJsonWeights, writeJsonWeights } from '../../../src/engine/interchange/jsonWeights.ts';
import { readWeightsFile } from '../../../src/engine/interchange/weightsFile.ts';
import { writeSafetensors } from '../../../src/engine/interchange/safetensors.ts';
import { model } from '../workshop/trainings.ts';
import { sorted, tensor, tensorsOf } from './tensors.ts';

describe('weights as JSON', () => {
  it('come back to the last bit, with what is no finite number', () => {
    const filled = tensorsOf('float64').map((tensors) => tensors.filter(({ shape }) => !shape.includes(0)));
    fc.assert(fc.property(filled, (tensors) => {
      expect(sorted(readJsonWeights(writeJsonWeights(model, tensors)))).toEqual(sorted(tensors));
    }));
  });

  it('have a matrix row by row, and say of which network they are', () => {
    const content = JSON.parse(writeJsonWeights(model, [tensor('a', [2, 3], [1, 2, 3, 4, 5, 0.1])])) as unknown;
    expect(content).toEqual({ format: 'unrolled-weights', model, tensors: { a: [[1, 2, 3], [4, 5, 0.1]] } });
  });

  it('are told from safetensors by their bytes, also where the length of a header looks like “{”', () => {
    const tensors = [tensor('a', [2], [1, 2])];
    expect(readWeightsFile(strToU8(writeJsonWeights(model, tensors)))).toEqual(tensors);
    // A header that is not padded, as others may write it: 0x7b bytes long, blanks at its end.
    const written = writeSafetensors(tensors);
    const length = Number(new DataView(written.buffer).getBigUint64(0, true));
    const odd = new Uint8Array(written.length + 0x7b - length);
    odd.set([0x7b]);
    odd.fill(0x20, 8, 8 + 0x7b);
    odd.set(written.subarray(8, 8 + length), 8);
    odd.set(written.subarray(8 + length), 8 + 0x7b);
    expect(readWeightsFile(odd)).toEqual(tensors);
  });

  it('that are something else are met with what was seen and what is expected', () => {
    const read = (text: string) => () => readJsonWeights(text);
    expect(read('{"format": ')).toThrow('it is no JSON to its end');
    expect(read('{"format": "other"}')).toThrow('says "format": "unrolled-weights"');
    expect(read('{"format": "unrolled-weights", "tensors": {"a": [[1, 2], [3]]}}')).toThrow('The rows of "a" are not all of one length: 2');
    expect(read('{"format": "unrolled-weights", "tensors": {"a": [1, "x"]}}')).toThrow('"a" holds "x" where a number is expected');
    expect(read(`{"format": "unrolled-weights", "tensors": {"a": ${'['.repeat(20)}${']'.repeat(20)}}}`)).toThrow('more than 8 deep');
  });
});
