// WebAssembly's instructions as typed functions: each takes the code of its operands and gives the code of its result.
// So a program reads as a formula, f64x2.add(a, f64x2.mul(b, c)), and one that mixes types up does not compile in
// TypeScript. Opcodes: WebAssembly Core Specification 2.0, chapter 5.4.
import { float64, pattern64, signed, unsigned, type Bytes, type Pieces } from './encoding.ts';

/** i32: a count or an address; f64: one double; v128: two doubles, or two patterns of 64 bits. */
export type ValueType = 'i32' | 'f64' | 'v128';

/** Code that leaves a value of type T on the stack, or nothing. */
export interface Code<T extends ValueType | 'nothing'> {
  readonly type: T;
  readonly bytes: Pieces;
}

/** A whole number that is known now, while the program is written, or code that works it out when it runs. */
export type Count = number | Code<'i32'>;

/** Opcodes from 0xfd on are followed by a number of their own. */
const simd = (opcode: number): Bytes => [0xfd, ...unsigned(opcode)];

export const code = <T extends ValueType | 'nothing'>(type: T, ...parts: Pieces): Code<T> => ({ type, bytes: parts });

const unary =
  <A extends ValueType, R extends ValueType>(_from: A, to: R, opcode: Bytes) =>
  (a: Code<A>): Code<R> =>
    code(to, a.bytes, opcode);

const binary =
  <A extends ValueType, R extends ValueType>(_from: A, to: R, opcode: Bytes) =>
  (a: Code<A>, b: Code<A>): Code<R> =>
    code(to, a.bytes, b.bytes, opcode);

/** Reads at address + offset, in bytes. */
const load =
  <R extends ValueType>(to: R, opcode: Bytes) =>
  (address: Code<'i32'>, offset = 0): Code<R> =>
    code(to, address.bytes, opcode, alignment, unsigned(offset));

/** Writes at address + offset, in bytes. */
const store =
  <A extends ValueType>(_from: A, opcode: Bytes, lane: Bytes = []) =>
  (address: Code<'i32'>, value: Code<A>, offset = 0): Code<'nothing'> =>
    code('nothing', address.bytes, value.bytes, opcode, alignment, unsigned(offset), lane);

/** A hint: addresses are multiples of 2². */
const alignment: Bytes = [2];

export const i32 = {
  const: (value: number): Code<'i32'> => code('i32', [0x41], signed(value)),
  load: load('i32', [0x28]),
  store: store('i32', [0x36]),
  eqz: unary('i32', 'i32', [0x45]),
  eq: binary('i32', 'i32', [0x46]),
  lt: binary('i32', 'i32', [0x48]),
  gt: binary('i32', 'i32', [0x4a]),
  le: binary('i32', 'i32', [0x4c]),
  ge: binary('i32', 'i32', [0x4e]),
  add: binary('i32', 'i32', [0x6a]),
  sub: binary('i32', 'i32', [0x6b]),
  mul: binary('i32', 'i32', [0x6c]),
  and: binary('i32', 'i32', [0x71]),
  shl: binary('i32', 'i32', [0x74]),
  /** A double without what stands behind its point. */
  truncate: unary('f64', 'i32', [0xaa]),
} as const;

export const memory = {
  /** Sets `size` bytes from `at` on to 0. */
  clear: (at: Code<'i32'>, size: Code<'i32'>): Code<'nothing'> =>
    code('nothing', at.bytes, i32.const(0).bytes, size.bytes, [0xfc, 0x0b, 0]),
  /** Copies `size` bytes. */
  copy: (from: Code<'i32'>, to: Code<'i32'>, size: Code<'i32'>): Code<'nothing'> =>
    code('nothing', to.bytes, from.bytes, size.bytes, [0xfc, 0x0a, 0, 0]),
} as const;

export const f64 = {
  const: (value: number): Code<'f64'> => code('f64', [0x44], float64(value)),
  load: load('f64', [0x2b]),
  store: store('f64', [0x39]),
  lt: binary('f64', 'i32', [0x63]),
  gt: binary('f64', 'i32', [0x64]),
  abs: unary('f64', 'f64', [0x99]),
  neg: unary('f64', 'f64', [0x9a]),
  sqrt: unary('f64', 'f64', [0x9f]),
  add: binary('f64', 'f64', [0xa0]),
  sub: binary('f64', 'f64', [0xa1]),
  mul: binary('f64', 'f64', [0xa2]),
  div: binary('f64', 'f64', [0xa3]),
  min: binary('f64', 'f64', [0xa4]),
  max: binary('f64', 'f64', [0xa5]),
  /** The double nearest to a whole number. */
  convert: unary('i32', 'f64', [0xb7]),
} as const;

export const v128 = {
  /** Reads 16 bytes; they need not be aligned. */
  load: load('v128', simd(0x00)),
  /** Reads one double into both lanes. */
  loadSplat: load('v128', simd(0x0a)),
  /** Reads one double into lane 0; lane 1 is 0. */
  loadOne: load('v128', simd(0x5d)),
  /** Reads one double into lane 0; lane 1 is that of `rest`. */
  loadInto: (address: Code<'i32'>, rest: Code<'v128'>, offset = 0): Code<'v128'> =>
    code('v128', address.bytes, rest.bytes, simd(0x57), alignment, unsigned(offset), [0]),
  store: store('v128', simd(0x0b)),
  /** Writes lane 0 alone. */
  storeOne: store('v128', simd(0x5b), [0]),
  not: unary('v128', 'v128', simd(0x4d)),
  and: binary('v128', 'v128', simd(0x4e)),
  /** a and not b. */
  andnot: binary('v128', 'v128', simd(0x4f)),
  or: binary('v128', 'v128', simd(0x50)),
  xor: binary('v128', 'v128', simd(0x51)),
  /** The bits of a where the mask is set, of b elsewhere. */
  bitselect: (a: Code<'v128'>, b: Code<'v128'>, mask: Code<'v128'>): Code<'v128'> =>
    code('v128', a.bytes, b.bytes, mask.bytes, simd(0x52)),
} as const;

const vectorBinary = (opcode: number) => binary('v128', 'v128', simd(opcode));
const vectorUnary = (opcode: number) => unary('v128', 'v128', simd(opcode));
/** Sixteen bytes picked from the 32 of two vectors. */
const shuffle = (lanes: readonly [number, number]) => (a: Code<'v128'>, b: Code<'v128'>): Code<'v128'> =>
  code('v128', a.bytes, b.bytes, simd(0x0d), lanes.flatMap((lane) => Array.from({ length: 8 }, (_, byte) => lane * 8 + byte)));

/** Two doubles. A comparison gives all ones in a lane where it holds, and zeros where not. */
export const f64x2 = {
  /** The same number in both lanes. */
  const: (value: number): Code<'v128'> => code('v128', simd(0x0c), float64(value), float64(value)),
  splat: unary('f64', 'v128', simd(0x14)),
  first: (a: Code<'v128'>): Code<'f64'> => code('f64', a.bytes, simd(0x21), [0]),
  second: (a: Code<'v128'>): Code<'f64'> => code('f64', a.bytes, simd(0x21), [1]),
  /** (a₀, b₀) and (a₁, b₁): the rows of [a; b] turned to columns. */
  firsts: shuffle([0, 2]),
  seconds: shuffle([1, 3]),
  eq: vectorBinary(0x47),
  ne: vectorBinary(0x48),
  lt: vectorBinary(0x49),
  gt: vectorBinary(0x4a),
  le: vectorBinary(0x4b),
  ge: vectorBinary(0x4c),
  nearest: vectorUnary(0x94),
  abs: vectorUnary(0xec),
  neg: vectorUnary(0xed),
  sqrt: vectorUnary(0xef),
  add: vectorBinary(0xf0),
  sub: vectorBinary(0xf1),
  mul: vectorBinary(0xf2),
  div: vectorBinary(0xf3),
  /** NaN if either is; −0 below 0. Several machine instructions where pmin and pmax are one. */
  min: vectorBinary(0xf4),
  max: vectorBinary(0xf5),
  /** b < a ? b : a, so that a NaN in a stays. */
  pmin: vectorBinary(0xf6),
  /** a < b ? b : a, so that a NaN in a stays. */
  pmax: vectorBinary(0xf7),
} as const;

/** Two patterns of 64 bits. */
export const i64x2 = {
  /** The same pattern in both lanes. */
  const: (value: bigint): Code<'v128'> => code('v128', simd(0x0c), pattern64(value), pattern64(value)),
  shl: (a: Code<'v128'>, bits: number): Code<'v128'> => code('v128', a.bytes, i32.const(bits).bytes, simd(0xcb)),
  shrU: (a: Code<'v128'>, bits: number): Code<'v128'> => code('v128', a.bytes, i32.const(bits).bytes, simd(0xcd)),
  add: vectorBinary(0xce),
  sub: vectorBinary(0xd1),
} as const;

/** A count as code. */
export const counted = (count: Count): Code<'i32'> => (typeof count === 'number' ? i32.const(count) : count);

/** a + b and a · b, worked out now where both are known. */
export function plus(a: Count, b: Count): Count {
  if (typeof a === 'number' && typeof b === 'number') return a + b;
  if (a === 0) return b;
  if (b === 0) return a;
  return i32.add(counted(a), counted(b));
}

export function times(a: Count, b: Count): Count {
  if (typeof a === 'number' && typeof b === 'number') return a * b;
  if (a === 0 || b === 0) return 0;
  if (a === 1) return b;
  if (b === 1) return a;
  return i32.mul(counted(a), counted(b));
}
