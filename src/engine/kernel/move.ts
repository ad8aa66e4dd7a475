// Numbers moved about in memory, as code: matrices turned round, rows gathered and scattered, columns added up.
import type { FunctionWriter, Local } from './function.ts';
import { counted, f64x2, i32, plus, times, v128, type Code, type Count } from './instructions.ts';
import { DOUBLE, overPairs, pair, single, VECTOR, WORD } from './lanes.ts';

type Into = 'set' | 'add';

/** Where the rows of a matrix are: the first one, and from one to the next in doubles. */
export interface Rows {
  readonly at: Count;
  readonly row: number;
}

/**
 * to [columns, rows] = from [rows, columns] turned round. Eight columns at a time, a line of the cache, so that each line
 * that is read is read once and the eight that are written stay at hand.
 */
export function transpose(f: FunctionWriter, from: Rows, rows: number, columns: number, to: Rows): void {
  /** `width` columns from c (bytes): two rows after the other, and a last one alone. */
  const panel = (c: Code<'i32'>, width: number): void => {
    const read = f.let(i32.add(counted(from.at), c));
    const write = f.let(i32.add(counted(to.at), counted(times(c, to.row))));
    const block = (height: 1 | 2): void => {
      for (let k = 0; k < width; k += 2) {
        const isPair = k + 1 < width;
        const row = (r: number): Code<'v128'> => (isPair ? v128.load : v128.loadOne)(read, r * from.row * DOUBLE + k * DOUBLE);
        const [upper, lower] = [f.let(row(0)), f.let(height === 2 ? row(1) : f64x2.const(0))];
        const store = height === 2 ? v128.store : v128.storeOne;
        f.run(store(write, f64x2.firsts(upper, lower), k * to.row * DOUBLE));
        if (isPair) f.run(store(write, f64x2.seconds(upper, lower), (k + 1) * to.row * DOUBLE));
      }
    };
    f.loop(0, rows >> 1, 1, () => {
      block(2);
      f.advance(read, 2 * from.row * DOUBLE);
      f.advance(write, VECTOR);
    });
    if (rows % 2 === 1) block(1);
  };
  const whole = columns - (columns % 8);
  f.loop(0, whole * DOUBLE, 8 * DOUBLE, (c) => panel(c, 8));
  if (columns > whole) panel(i32.const(whole * DOUBLE), columns - whole);
}

/** to[r] = from[table[r]] for `count` rows of `width` doubles; the table has 32-bit positions. */
export function gather(f: FunctionWriter, count: Count, table: Code<'i32'>, width: number, from: Rows, to: Rows): void {
  f.loop(0, count, 1, (r) => {
    copy(f, width, rowAt(f, from, wordAt(table, r)), rowAt(f, to, r));
  });
}

/** to[table[r]] = from[r], or += with `into` 'add'. */
export function scatter(f: FunctionWriter, count: Count, table: Code<'i32'>, width: number, from: Rows, to: Rows, into: Into = 'set'): void {
  f.loop(0, count, 1, (r) => {
    copy(f, width, rowAt(f, from, r), rowAt(f, to, wordAt(table, r)), into);
  });
}

const wordAt = (table: Code<'i32'>, r: Code<'i32'>): Code<'i32'> => i32.load(i32.add(table, i32.mul(r, i32.const(WORD))));
const rowAt = (f: FunctionWriter, { at, row }: Rows, r: Code<'i32'>): Local<'i32'> =>
  f.let(i32.add(counted(at), i32.mul(r, i32.const(row * DOUBLE))));

/** `width` doubles from one place to another. */
function copy(f: FunctionWriter, width: number, from: Code<'i32'>, to: Code<'i32'>, into: Into = 'set'): void {
  overPairs(f, width, (at, lanes) => {
    const target = f.let(i32.add(to, at));
    const value = lanes.load(i32.add(from, at));
    f.run(lanes.store(target, into === 'set' ? value : f64x2.add(lanes.load(target), value)));
  });
}

/** to[c] += Σ_r m[r][c] over `count` rows, in their order. */
export function columnSums(f: FunctionWriter, count: Count, columns: number, m: Rows, to: number): void {
  const rows = typeof count === 'number' ? count : f.let(count);
  const row = f.local('i32');
  const end = f.let(i32.add(counted(m.at), counted(times(rows, m.row * DOUBLE))));
  /** `vectors` vectors from column c (bytes), or one double. */
  const strip = (c: Code<'i32'>, vectors: number, isSingle: boolean): void => {
    const { load, store } = isSingle ? single : pair;
    const sums: Local<'v128'>[] = Array.from({ length: vectors }, (_, v) => f.let(load(c, to + v * VECTOR)));
    f.loopOn(row, counted(plus(m.at, c)), end, m.row * DOUBLE, () => {
      sums.forEach((sum, v) => f.set(sum, f64x2.add(sum, load(row, v * VECTOR))));
    });
    sums.forEach((sum, v) => f.run(store(c, sum, to + v * VECTOR)));
  };
  const vectors = columns >> 1;
  const whole = vectors - (vectors % 4);
  f.loop(0, whole * VECTOR, 4 * VECTOR, (c) => strip(c, 4, false));
  f.loop(whole * VECTOR, vectors * VECTOR, VECTOR, (c) => strip(c, 1, false));
  if (columns % 2 === 1) strip(f.let(i32.const((columns - 1) * DOUBLE)), 1, true);
}
