// The losses of one read-out with their slopes, as code: from scores y [Y] and targets to L and ∂L/∂y. The same formulas as in
// the table of operations: from the scores themselves, so that ±800 stays exact.
import { exponential, logarithm, logarithmOfOneAnd, sigmoid } from './elementary.ts';
import type { FunctionWriter, Local } from './function.ts';
import { f64, f64x2, i32, v128, type Code } from './instructions.ts';
import { DOUBLE, overPairs } from './lanes.ts';

/** Addresses of a read-out's numbers, its weight in the whole loss in both lanes, and how many scores there are. */
interface Scores {
  readonly y: Local<'i32'>;
  readonly slopes: Local<'i32'>;
  readonly target: Local<'i32'>;
  readonly weight: Local<'v128'>;
  readonly Y: number;
}

/** Writes the slopes, times the weight, and gives the loss, which is not yet weighted. */
type Loss = (f: FunctionWriter, scores: Scores) => Code<'f64'>;

const { add, sub, mul, div } = f64x2;
const zero = f64x2.const(0);
const half = (a: Code<'v128'>, count: 1 | 2): Code<'f64'> => (count === 2 ? f64.add(f64x2.first(a), f64x2.second(a)) : f64x2.first(a));

/** One loss a score, their mean over the scores. */
function each(loss: (f: FunctionWriter, z: Local<'v128'>, target: Local<'v128'>) => { value: Code<'v128'>; slope: Code<'v128'> }): Loss {
  return (f, { y, slopes, target, weight, Y }) => {
    const total = f.let(f64.const(0));
    const share = f.let(div(weight, f64x2.const(Y)));
    overPairs(f, Y, (at, { load, store, count }) => {
      const { value, slope } = loss(f, f.let(load(i32.add(y, at))), f.let(load(i32.add(target, at))));
      f.set(total, f64.add(total, half(f.let(value), count)));
      f.run(store(i32.add(slopes, at), mul(share, slope)));
    });
    return f64.div(total, f64.const(Y));
  };
}

export const losses: Readonly<Record<string, Loss>> = {
  /** (z − t)². */
  mse: each((f, z, target) => {
    const error = f.let(sub(z, target));
    return { value: mul(error, error), slope: add(error, error) };
  }),

  /** max(z, 0) − z·t + ln(1 + e^−|z|); a target of 0 has no z·t, also where z is infinite. */
  bce: each((f, z, target) => {
    const linear = sub(f64x2.pmax(z, zero), v128.and(mul(z, target), f64x2.ne(target, zero)));
    const rest = logarithmOfOneAnd(f, exponential(f, f64x2.neg(f64x2.abs(z))));
    return { value: add(linear, rest), slope: sub(sigmoid(f, z), target) };
  }),

  /** ln Σ e^y − y_c for the class c, with the largest score taken from all of them before. NaN is passed over until then. */
  cross_entropy: (f, { y, slopes, target, weight, Y }) => {
    const top = f.let(f64x2.const(-Infinity));
    overPairs(f, Y, (at, { load, count }) => {
      const place = i32.add(y, at);
      f.set(top, f64x2.pmax(top, count === 2 ? load(place) : v128.loadSplat(place)));
    });
    f.set(top, f64x2.pmax(top, f64x2.seconds(top, top)));
    f.set(top, f64x2.firsts(top, top));
    const total = f.let(f64.const(0));
    overPairs(f, Y, (at, { load, store, count }) => {
      const e = f.let(exponential(f, sub(load(i32.add(y, at)), top)));
      f.set(total, f64.add(total, half(e, count)));
      f.run(store(i32.add(slopes, at), e));
    });
    const scale = f.let(div(weight, f64x2.splat(total)));
    overPairs(f, Y, (at, { load, store }) => {
      const place = f.let(i32.add(slopes, at));
      f.run(store(place, mul(load(place), scale)));
    });
    const chosen = f.let(i32.mul(i32.truncate(f64.load(target)), i32.const(DOUBLE)));
    const slope = f.let(i32.add(slopes, chosen));
    f.run(f64.store(slope, f64.sub(f64.load(slope), f64x2.first(weight))));
    const score = f64.load(i32.add(y, chosen));
    return f64.sub(f64x2.first(logarithm(f, f64x2.splat(total))), f64.sub(score, f64x2.first(top)));
  },
};
