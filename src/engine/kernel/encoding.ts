// Numbers, names and lists as the bytes of a WebAssembly binary. WebAssembly Core Specification 2.0, chapter 5.

export type Bytes = readonly number[];

/** Bytes with bytes inside: put together without copying, and laid flat once at the end. */
export type Pieces = readonly (number | Pieces)[];

export function flat(pieces: Pieces): number[] {
  const bytes: number[] = [];
  const lay = (each: Pieces): void => {
    for (const piece of each) {
      if (typeof piece === 'number') bytes.push(piece);
      else lay(piece);
    }
  };
  lay(pieces);
  return bytes;
}

/** A whole number from 0 up to 2³² − 1 as LEB128: seven bits a byte, the lowest first, the top bit set while more follow. */
export function unsigned(value: number): Bytes {
  if (!Number.isInteger(value) || value < 0 || value >= 2 ** 32) {
    throw new Error(`A count or an offset is a whole number from 0 up to 2³² − 1, but it is ${value}.`);
  }
  const bytes: number[] = [];
  let rest = value;
  do {
    const low = rest & 0x7f;
    rest = Math.floor(rest / 128);
    bytes.push(rest > 0 ? low | 0x80 : low);
  } while (rest > 0);
  return bytes;
}

/** A whole number of 32 bits as signed LEB128: the same, until only copies of the sign remain. */
export function signed(value: number): Bytes {
  if (!Number.isInteger(value) || value < -(2 ** 31) || value >= 2 ** 32) {
    throw new Error(`An i32 constant is a whole number of 32 bits, but it is ${value}.`);
  }
  const bytes: number[] = [];
  for (let rest = value | 0; ; ) {
    const low = rest & 0x7f;
    rest >>= 7;
    const isLast = (rest === 0 && low < 0x40) || (rest === -1 && low >= 0x40);
    bytes.push(isLast ? low : low | 0x80);
    if (isLast) return bytes;
  }
}

const eight = new DataView(new ArrayBuffer(8));

/** The eight bytes of a float64, the lowest first. */
export function float64(value: number): Bytes {
  eight.setFloat64(0, value, true);
  return [...new Uint8Array(eight.buffer)];
}

/** The eight bytes of a 64-bit pattern, the lowest first. */
export function pattern64(value: bigint): Bytes {
  eight.setBigUint64(0, value, true);
  return [...new Uint8Array(eight.buffer)];
}

/** How many there are, then each. */
export const list = (items: readonly Bytes[]): Bytes => flat([unsigned(items.length), items]);

/** How many bytes, then the bytes. */
export const sized = (bytes: Bytes): Bytes => flat([unsigned(bytes.length), bytes]);

/** A name of ASCII letters and digits. */
export const text = (name: string): Bytes => sized([...name].map((letter) => letter.codePointAt(0) ?? 0));
