// One tile of a matrix product as code: a block of C, at most 4 rows of 3 vectors of two doubles, stays in registers while k
// runs over A(m, k) · B[k][n].
import type { FunctionWriter, Local } from './function.ts';
import { counted, f64x2, i32, plus, times, v128, type Code, type Count } from './instructions.ts';
import { DOUBLE, pair, single, VECTOR, type Lanes } from './lanes.ts';

/** Matrices in memory. Strides count doubles; columns of B and C are contiguous, those of A need not be. */
export interface Product {
  /** Rows of A and C. */
  readonly M: Count;
  /** Columns of B and C. */
  readonly N: number;
  /** Columns of A, rows of B: the terms of each sum. */
  readonly K: Count;
  /** A(m, k) stands at `at` + m · row + k · column, so that a transposed A needs no copy. */
  readonly a: { readonly at: Code<'i32'>; readonly row: number; readonly column: number };
  readonly b: { readonly at: Code<'i32'>; readonly row: number };
  readonly c: { readonly at: Code<'i32'>; readonly row: number };
  /** Whether the sums replace what C holds, or are added to it. */
  readonly into: 'set' | 'add';
}

/** Which block of C: from row `m`, and from a column that is `n` bytes from a row's beginning. */
interface Block {
  readonly m: Code<'i32'>;
  readonly n: Code<'i32'>;
  readonly rows: number;
  readonly columns: number;
}

/** The variables of a product's tiles, which follow one another and so share them. */
export interface Registers {
  readonly a: Local<'i32'>;
  readonly b: Local<'i32'>;
  readonly c: Local<'i32'>;
  readonly end: Local<'i32'>;
  readonly factor: Local<'v128'>;
  readonly row: readonly Local<'v128'>[];
  readonly sums: readonly Local<'v128'>[];
}

export function registers(f: FunctionWriter): Registers {
  const vectors = (count: number): Local<'v128'>[] => Array.from({ length: count }, () => f.local('v128'));
  const [a, b, c, end] = [f.local('i32'), f.local('i32'), f.local('i32'), f.local('i32')];
  return { a, b, c, end, factor: f.local('v128'), row: vectors(3), sums: vectors(12) };
}

export function tile(f: FunctionWriter, p: Product, { a, b, c, end, factor, row, sums }: Registers, { m, n, rows, columns }: Block): void {
  const vectors = Math.ceil(columns / 2);
  const lanes = (v: number): Lanes => (2 * v + 1 < columns ? pair : single);
  const each = (visit: (sum: Local<'v128'>, r: number, v: number, offset: number) => void): void => {
    for (let r = 0; r < rows; r++) {
      for (let v = 0; v < vectors; v++) visit(sums[r * vectors + v]!, r, v, r * p.c.row * DOUBLE + v * VECTOR);
    }
  };
  /** The products of the k to which a and b point, or of one that is `ahead` of it. */
  const terms = (ahead: number): void => {
    for (let v = 0; v < vectors; v++) f.set(row[v]!, lanes(v).load(b, ahead * p.b.row * DOUBLE + v * VECTOR));
    for (let r = 0; r < rows; r++) {
      f.set(factor, v128.loadSplat(a, (r * p.a.row + ahead * p.a.column) * DOUBLE));
      for (let v = 0; v < vectors; v++) {
        const sum = sums[r * vectors + v]!;
        f.set(sum, f64x2.add(sum, f64x2.mul(factor, row[v]!)));
      }
    }
  };

  f.set(a, i32.add(p.a.at, counted(times(m, p.a.row * DOUBLE))));
  f.set(b, i32.add(p.b.at, n));
  f.set(c, i32.add(p.c.at, counted(plus(n, times(m, p.c.row * DOUBLE)))));
  each((sum, _r, v, offset) => f.set(sum, p.into === 'set' ? f64x2.const(0) : lanes(v).load(c, offset)));
  if (typeof p.K === 'number' && p.K <= 4) {
    for (let k = 0; k < p.K; k++) terms(k);
  } else {
    // Writing two or four turns of the loop one after another was measured: it is slower, by 5 to 25 %.
    f.set(end, i32.add(b, counted(times(p.K, p.b.row * DOUBLE))));
    f.repeatWhile(() => {
      terms(0);
      f.advance(a, p.a.column * DOUBLE);
      f.advance(b, p.b.row * DOUBLE);
      return i32.lt(b, end);
    });
  }
  each((sum, _r, v, offset) => f.run(lanes(v).store(c, sum, offset)));
}
