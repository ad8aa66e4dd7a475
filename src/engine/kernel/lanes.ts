// Vectors of any length, two doubles at a time: pairs, and at the end of an odd length one double alone, so that nothing
// beside the vector is read or written.
import type { FunctionWriter, Local } from './function.ts';
import { i32, v128, type Code } from './instructions.ts';

/** Bytes of a 32-bit word, of one double, and of a vector of two. */
export const WORD = 4;
export const DOUBLE = 8;
export const VECTOR = 16;

/** How two lanes, or one, are read and written. */
export interface Lanes {
  readonly count: 1 | 2;
  readonly load: (address: Code<'i32'>, offset?: number) => Code<'v128'>;
  readonly store: (address: Code<'i32'>, value: Code<'v128'>, offset?: number) => Code<'nothing'>;
}

export const pair: Lanes = { count: 2, load: v128.load, store: v128.store };
/** Lane 1 is 0. */
export const single: Lanes = { count: 1, load: v128.loadOne, store: v128.storeOne };

/** Runs `body` over a vector of `length` doubles; `at` is how many bytes from its beginning. */
export function overPairs(f: FunctionWriter, length: number, body: (at: Local<'i32'>, lanes: Lanes) => void): void {
  f.loop(0, (length >> 1) * VECTOR, VECTOR, (at) => body(at, pair));
  if (length % 2 === 1) body(f.let(i32.const((length - 1) * DOUBLE)), single);
}
