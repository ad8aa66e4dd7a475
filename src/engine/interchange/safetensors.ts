// The safetensors format: tensors ↔ bytes. 8 bytes with the header's length N, N bytes of JSON, then the numbers, one tensor
// behind the other. Format: Hugging Face, github.com/huggingface/safetensors, "Format" in its README.
import { strToU8 } from 'fflate';
import { encode, decode, numberTypes } from './numberTypes.ts';
import { readHeader, safetensorsTypes } from './safetensorsHeader.ts';
import { checkTensors, type NamedTensor, type Precision } from './tensor.ts';

interface SafetensorsFile {
  /** In the order of their numbers in the file. */
  readonly tensors: readonly NamedTensor[];
  /** Words about the file, by name. */
  readonly metadata: Readonly<Record<string, string>>;
}

interface SafetensorsOptions {
  readonly precision?: Precision;
  readonly metadata?: Readonly<Record<string, string>>;
}

const byName = ({ name: a }: { name: string }, { name: b }: { name: string }): number => (a < b ? -1 : Number(a > b));

/** The JSON of an object whose keys stay in the order given, which an object's own keys such as "7" would not. */
const objectText = (entries: readonly (readonly [string, unknown])[]): string =>
  `{${entries.map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`).join(',')}}`;

/**
 * The bytes of a safetensors file, the same for the same tensors in any order: sorted by name, the numbers beginning at a
 * multiple of 8 bytes. Throws an `Error` in words where two have one name, a shape does not fit its numbers, or a number is
 * too large for float32.
 */
export function writeSafetensors(tensors: readonly NamedTensor[], { precision = 'float64', metadata = {} }: SafetensorsOptions = {}): Uint8Array {
  checkTensors(tensors);
  const sorted = tensors.toSorted(byName);
  const size = numberTypes[precision].bytes;
  const dtype = precision === 'float64' ? 'F64' : 'F32';
  const entries: [string, unknown][] = [];
  let end = 0;
  for (const { name, shape, data } of sorted) {
    if (name === '__metadata__') throw new Error('No tensor can be called "__metadata__": the file keeps its own words under that name.');
    const begin = end;
    end += data.length * size;
    entries.push([name, { dtype, shape, data_offsets: [begin, end] }]);
  }
  const words = Object.entries(metadata).map(([name, value]) => ({ name, value })).toSorted(byName);
  const about = words.length === 0 ? [] : [['__metadata__', Object.fromEntries(words.map(({ name, value }) => [name, value]))] as const];
  const header = strToU8(objectText([...about, ...entries]));
  const headerSize = Math.ceil(header.length / 8) * 8;

  const bytes = new Uint8Array(8 + headerSize + end);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(headerSize), true);
  bytes.fill(0x20, 8, 8 + headerSize);
  bytes.set(header, 8);
  let at = 8 + headerSize;
  for (const { name, data } of sorted) {
    encode(name, data, precision, bytes, at);
    at += data.length * size;
  }
  return bytes;
}

/**
 * Reads a safetensors file; F64, F32, F16, BF16 and whole numbers become float64. Every size in the file is checked against
 * the file before it is used. Throws an `Error` that says what was seen and what is expected.
 */
export function readSafetensors(bytes: Uint8Array): SafetensorsFile {
  const { entries, metadata, dataStart } = readHeader(bytes);
  const tensors = entries.map(({ name, type, shape, begin, end }): NamedTensor => ({
    name,
    shape,
    data: decode(name, bytes.subarray(dataStart + begin, dataStart + end), safetensorsTypes[type]),
  }));
  return { tensors, metadata };
}
