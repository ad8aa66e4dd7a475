// The matrix product C [M, N] = A [M, K] · B [K, N], or C += A·B, as code: every C[m][n] is the sum over k, in ascending order.
// Cut into tiles that fit the registers and stretches of k that fit the cache, after K. Goto and R. van de Geijn, "Anatomy of
// high-performance matrix multiplication" (2008); nothing is packed, as the matrices of a small network are in the cache anyway.
import type { FunctionWriter } from './function.ts';
import { counted, i32, memory, times, type Code, type Count } from './instructions.ts';
import { DOUBLE, VECTOR } from './lanes.ts';
import { line, lineRegisters } from './line.ts';
import { registers, tile, type Product, type Registers } from './tile.ts';

/** Tiles of 4 rows × 2 vectors have the best ratio of sums to reads among those that 16 registers hold; measured, as is the rest. */
const ROWS = 4;
const WIDTH = 2;
/** Terms after which the tiles of C are changed: rows of A and B beyond that drive each other out of the cache. */
const STRETCH = 64;

/**
 * Writes the product into `f`. M and K may be numbers of the running program, K of at least 1; addresses and counts are
 * taken once, at the beginning. The numbers are the same, bit by bit, as those of a loop over m, n and k.
 */
export function product(f: FunctionWriter, given: Product): void {
  const p: Product = {
    ...given,
    M: typeof given.M === 'number' ? given.M : f.let(given.M),
    a: { ...given.a, at: f.let(given.a.at) },
    b: { ...given.b, at: f.let(given.b.at) },
    c: { ...given.c, at: f.let(given.c.at) },
  };
  if (typeof p.K === 'number' && (p.K <= STRETCH || p.M === 1)) {
    overRows(f, p);
    return;
  }
  if (p.into === 'set') {
    f.loop(0, p.M, 1, (m) => f.run(memory.clear(i32.add(p.c.at, counted(times(m, p.c.row * DOUBLE))), i32.const(p.N * DOUBLE))));
  }
  const [a, b, left] = [f.let(p.a.at), f.let(p.b.at), f.let(counted(p.K))];
  const isEven = typeof p.K === 'number' && p.K % STRETCH === 0;
  const K = isEven ? STRETCH : f.local('i32');
  f.repeatWhile(() => {
    if (typeof K !== 'number') {
      f.set(K, left);
      f.when(i32.gt(left, i32.const(STRETCH)), () => f.set(K, i32.const(STRETCH)));
    }
    overRows(f, { ...p, K, a: { ...p.a, at: a }, b: { ...p.b, at: b }, into: 'add' });
    f.advance(a, STRETCH * p.a.column * DOUBLE);
    f.advance(b, STRETCH * p.b.row * DOUBLE);
    f.advance(left, -STRETCH);
    return i32.gt(left, i32.const(0));
  });
}

/** Four rows at a time, then what is left one by one. */
function overRows(f: FunctionWriter, p: Product): void {
  const whole: Count = typeof p.M === 'number' ? p.M - (p.M % ROWS) : f.let(i32.and(p.M, i32.const(-ROWS)));
  const inTiles = registers(f);
  f.loop(0, whole, ROWS, (m) => overColumns(f, p, inTiles, m));
  const alone = lineRegisters(f);
  f.loop(whole, p.M, 1, (m) => line(f, p, alone, m));
}

/** Tiles beside each other. A last tile of one vector alone would be slow: it joins the one before. */
function overColumns(f: FunctionWriter, p: Product, own: Registers, m: Code<'i32'>): void {
  const columns = 2 * WIDTH;
  const left = p.N % columns;
  const whole = Math.floor(p.N / columns) - (left > 0 && left <= 2 && p.N > columns ? 1 : 0);
  f.loop(0, whole * WIDTH * VECTOR, WIDTH * VECTOR, (n) => tile(f, p, own, { m, n, rows: ROWS, columns }));
  if (whole * columns < p.N) {
    tile(f, p, own, { m, n: i32.const(whole * WIDTH * VECTOR), rows: ROWS, columns: p.N - whole * columns });
  }
}
