// Bytes ↔ float64 numbers, for every number type that weights are kept in. IEEE 754-2019 for binary16, 32 and 64;
// bfloat16 is the upper half of a binary32 (Google Brain, 2018).
import type { Precision } from './tensor.ts';

interface NumberType {
  /** Size of one number. */
  readonly bytes: number;
  readonly read: (view: DataView, at: number, isLittle: boolean) => number;
}

export const numberTypes = {
  float64: { bytes: 8, read: (view, at, isLittle) => view.getFloat64(at, isLittle) },
  float32: { bytes: 4, read: (view, at, isLittle) => view.getFloat32(at, isLittle) },
  float16: { bytes: 2, read: (view, at, isLittle) => fromHalf(view.getUint16(at, isLittle)) },
  bfloat16: { bytes: 2, read: (view, at, isLittle) => fromBrain(view.getUint16(at, isLittle)) },
  int64: { bytes: 8, read: (view, at, isLittle) => exact(view.getBigInt64(at, isLittle)) },
  int32: { bytes: 4, read: (view, at, isLittle) => view.getInt32(at, isLittle) },
  int16: { bytes: 2, read: (view, at, isLittle) => view.getInt16(at, isLittle) },
  int8: { bytes: 1, read: (view, at) => view.getInt8(at) },
  uint8: { bytes: 1, read: (view, at) => view.getUint8(at) },
} as const satisfies Readonly<Record<string, NumberType>>;

export type NumberTypeId = keyof typeof numberTypes;

/** binary16: one sign, 5 bits of exponent, 10 of fraction. */
function fromHalf(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 0x1f;
  const fraction = bits & 0x3ff;
  if (exponent === 0x1f) return fraction === 0 ? sign * Infinity : NaN;
  return exponent === 0 ? sign * fraction * 2 ** -24 : sign * (1024 + fraction) * 2 ** (exponent - 25);
}

const scratch = new DataView(new ArrayBuffer(4));

function fromBrain(bits: number): number {
  scratch.setUint16(0, bits);
  scratch.setUint16(2, 0);
  return scratch.getFloat32(0);
}

function exact(whole: bigint): number {
  const number = Number(whole);
  if (Number.isSafeInteger(number)) return number;
  throw new Error(`it has the whole number ${whole}, and only those up to ±${Number.MAX_SAFE_INTEGER} can be held exactly`);
}

/**
 * The numbers of a piece of a file, whose length is a multiple of the type's size. Throws an `Error` in words, beginning
 * with the tensor's name, for a whole number that float64 cannot hold.
 */
export function decode(name: string, bytes: Uint8Array, type: NumberTypeId, isLittle = true): Float64Array {
  const { bytes: size, read } = numberTypes[type];
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const out = new Float64Array(bytes.byteLength / size);
  try {
    for (let i = 0; i < out.length; i++) out[i] = read(view, i * size, isLittle);
  } catch (error) {
    throw new Error(`"${name}" cannot be read: ${error instanceof Error ? error.message : String(error)}.`, { cause: error });
  }
  return out;
}

/**
 * Little-endian bytes of numbers, `into` a file from byte `at` on. Throws an `Error` in words where a finite number is too
 * large for float32.
 */
export function encode(name: string, data: Float64Array, precision: Precision, into: Uint8Array, at: number): void {
  const view = new DataView(into.buffer, into.byteOffset, into.byteLength);
  if (precision === 'float64') {
    for (let i = 0; i < data.length; i++) view.setFloat64(at + i * 8, data[i]!, true);
    return;
  }
  for (let i = 0; i < data.length; i++) {
    const value = data[i]!;
    if (Number.isFinite(value) && !Number.isFinite(Math.fround(value))) {
      throw new Error(`"${name}" has the number ${value}, and float32 ends at ±3.4e38; write float64 instead.`);
    }
    view.setFloat32(at + i * 4, value, true);
  }
}
