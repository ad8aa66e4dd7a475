// NumPy's .npy format: one array ↔ bytes. A magic word, a version, a header in Python's notation, then the numbers.
// Format: numpy.org, "numpy.lib.format", versions 1.0, 2.0 and 3.0.
import { strFromU8, strToU8 } from 'fflate';
import { decode, encode, numberTypes, type NumberTypeId } from './numberTypes.ts';
import { checkTensors, countOf, isShape, shapeInWords, type NamedTensor, type Precision } from './tensor.ts';

/** NumPy's codes of number types behind the sign of the byte order, with ours. */
const codes: Readonly<Record<string, NumberTypeId>> = {
  f8: 'float64', f4: 'float32', f2: 'float16', i8: 'int64', i4: 'int32', i2: 'int16', i1: 'int8', u1: 'uint8',
};

const magic = [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59]; // \x93NUMPY

export const isNpy = (bytes: Uint8Array): boolean => magic.every((byte, k) => bytes[k] === byte);

/** The bytes of a .npy file, format 1.0, little-endian. Throws an `Error` in words where a number is too large for float32. */
export function writeNpy(tensor: NamedTensor, precision: Precision = 'float64'): Uint8Array {
  checkTensors([tensor]);
  const { name, shape, data } = tensor;
  const tuple = shape.length === 1 ? `(${shape[0]},)` : `(${shape.join(', ')})`;
  const words = `{'descr': '${precision === 'float64' ? '<f8' : '<f4'}', 'fortran_order': False, 'shape': ${tuple}, }`;
  // Padded with blanks, and ended by a line feed, so that the numbers begin at a multiple of 64 bytes.
  const start = Math.ceil((10 + words.length + 1) / 64) * 64;
  const bytes = new Uint8Array(start + data.length * numberTypes[precision].bytes);
  bytes.set([...magic, 1, 0]);
  new DataView(bytes.buffer).setUint16(8, start - 10, true);
  bytes.set(strToU8(`${words.padEnd(start - 11)}\n`), 10);
  encode(name, data, precision, bytes, start);
  return bytes;
}

/**
 * Reads a .npy file under a name of the caller's. Numbers in Fortran's order are put row by row, big-endian ones turned
 * round. Throws an `Error` that says what was seen and what is expected.
 */
export function readNpy(name: string, bytes: Uint8Array): NamedTensor {
  const refuse = (words: string): Error => new Error(`The array "${name}" cannot be read: ${words}`);
  if (!isNpy(bytes) || bytes.length < 10) throw refuse('it does not begin as a .npy file, with \\x93NUMPY and a version.');
  const version = bytes[6]!;
  if (version < 1 || version > 3) throw refuse(`it is of version ${version} of the format, and versions 1 to 3 are known.`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const prefix = version === 1 ? 10 : 12;
  const length = version === 1 ? view.getUint16(8, true) : bytes.length < 12 ? Infinity : view.getUint32(8, true);
  const start = prefix + length;
  if (start > bytes.length) throw refuse(`its header should have ${length} bytes, but only ${Math.max(bytes.length - prefix, 0)} follow.`);
  const header = strFromU8(bytes.subarray(prefix, start), version < 3);

  const descr = /['"]descr['"]\s*:\s*['"]([^'"]*)['"]/.exec(header)?.[1];
  const order = /['"]fortran_order['"]\s*:\s*(True|False)/.exec(header)?.[1];
  const tuple = /['"]shape['"]\s*:\s*\(([\dL,\s]*)\)/.exec(header)?.[1];
  if (descr === undefined || order === undefined || tuple === undefined) {
    throw refuse(`its header should say descr, fortran_order and shape of plain numbers, but it is ${header.trim().slice(0, 120)}.`);
  }
  const [, sign, code] = /^([<>|=])(\w+)$/.exec(descr) ?? [];
  const type = code !== undefined && Object.hasOwn(codes, code) ? codes[code] : undefined;
  if (type === undefined || sign === '=') {
    throw refuse(`its numbers are of NumPy's type "${descr}", and these can be read: ${Object.keys(codes).join(', ')}. In Python, array.astype('<f8') makes it one of them.`);
  }
  // Python 2 wrote whole numbers with an L.
  const shape = tuple.split(',').map((side) => side.trim().replace(/L$/, '')).filter((side) => side !== '').map(Number);
  if (!isShape(shape)) throw refuse(`its shape should be whole numbers from 0, but it is (${tuple}).`);
  const expected = countOf(shape) * numberTypes[type].bytes;
  if (expected !== bytes.length - start) {
    throw refuse(`${shapeInWords(shape)} of type ${descr} take ${expected} bytes, but ${bytes.length - start} follow the header.`);
  }
  const data = decode(name, bytes.subarray(start), type, sign !== '>');
  return { name, shape, data: order === 'True' ? rowByRow(data, shape) : data };
}

/** Numbers whose first side runs fastest, put so that the last does. */
function rowByRow(data: Float64Array, shape: readonly number[]): Float64Array {
  const out = new Float64Array(data.length);
  const index = shape.map(() => 0);
  for (let from = 0; from < data.length; from++) {
    let to = 0;
    for (let side = 0; side < shape.length; side++) to = to * shape[side]! + index[side]!;
    out[to] = data[from]!;
    for (let side = 0; side < shape.length; side++) {
      index[side]! += 1;
      if (index[side]! < shape[side]!) break;
      index[side] = 0;
    }
  }
  return out;
}
