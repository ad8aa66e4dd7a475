// One row of a matrix product alone, C[m] (+)= Σ_k A(m, k) · B[k], as code: eight rows of B at a time are read from beginning
// to end, as the cache likes it, while C passes by. This is the product of a matrix and a vector, too.
import type { FunctionWriter, Local } from './function.ts';
import { counted, f64x2, i32, times, v128, type Code } from './instructions.ts';
import { DOUBLE, overPairs } from './lanes.ts';
import type { Product } from './tile.ts';

/** Rows of B at a time; measured, 4 are a fifth slower, and more would not leave registers for the sums. */
const DEPTH = 8;

/** The variables of a product's lines, which follow one another and so share them. */
interface LineRegisters {
  readonly a: Local<'i32'>;
  readonly b: Local<'i32'>;
  readonly c: Local<'i32'>;
  readonly factors: readonly Local<'v128'>[];
}

export function lineRegisters(f: FunctionWriter): LineRegisters {
  return { a: f.local('i32'), b: f.local('i32'), c: f.local('i32'), factors: Array.from({ length: DEPTH }, () => f.local('v128')) };
}

/** Writes row m. With a K that is known only when the program runs the sums are added to C. */
export function line(f: FunctionWriter, p: Product, { a, b, c, factors }: LineRegisters, m: Code<'i32'>): void {
  /** Adds `depth` terms to every sum, or begins the sums with them. */
  const pass = (depth: number, into: Product['into']): void => {
    const used = factors.slice(0, depth);
    used.forEach((factor, k) => f.set(factor, v128.loadSplat(a, k * p.a.column * DOUBLE)));
    overPairs(f, p.N, (n, { load, store }) => {
      const [from, to] = [f.let(i32.add(b, n)), f.let(i32.add(c, n))];
      const terms = used.map((factor, k) => f64x2.mul(factor, load(from, k * p.b.row * DOUBLE)));
      const begin = into === 'add' ? load(to) : f64x2.const(0);
      f.run(store(to, terms.reduce(f64x2.add, begin)));
    });
    f.advance(a, depth * p.a.column * DOUBLE);
    f.advance(b, depth * p.b.row * DOUBLE);
  };

  f.set(a, i32.add(p.a.at, counted(times(m, p.a.row * DOUBLE))));
  f.set(b, p.b.at);
  f.set(c, i32.add(p.c.at, counted(times(m, p.c.row * DOUBLE))));
  if (typeof p.K === 'number') {
    const rest = p.K % DEPTH;
    const whole = p.K - rest;
    const begun = p.into === 'set' ? Math.min(DEPTH, p.K) : 0;
    if (begun > 0) pass(begun, 'set');
    f.loop(begun, whole, DEPTH, () => pass(DEPTH, 'add'));
    if (rest > 0 && whole + rest > begun) pass(rest, 'add');
  } else {
    if (p.into === 'set') throw new Error('The sums of a product whose K is not known yet are added to C.');
    const done = f.local('i32');
    f.loopOn(done, 0, i32.sub(p.K, i32.const(DEPTH - 1)), DEPTH, () => pass(DEPTH, 'add'));
    f.loopOn(done, done, p.K, 1, () => pass(1, 'add'));
  }
}
