// e^x, tanh x, σ(x) and ln x of two doubles at once, as code, each within about 2 units in the last place.
// x = n·ln 2 + r; e^r = (Q + rP) / (Q − rP) with P and Q polynomials in r², after S. Moshier's Cephes (exp.c, 1984 to 2000).
// Numerator and denominator are kept apart, so that tanh and σ need one division each.
import type { FunctionWriter, Local } from './function.ts';
import { f64x2, i64x2, v128, type Code } from './instructions.ts';

type Vector = Code<'v128'>;

const P = [0.00012617719307481058, 0.030299440770744195, 1] as const;
const Q = [3.0019850513866446e-6, 0.002524483403496841, 0.22726554820815503, 2] as const;
/** ln 2 in two parts; the first has few bits, so that n times it is exact. */
const LN2_HIGH = 6.93145751953125e-1;
const LN2_LOW = 1.4286068203094173e-6;
/** 1.5 · 2⁵²: added to a small number it leaves the nearest whole number in the lowest bits. */
const ROUND = 6755399441055744;
/** The bits of 1. */
const ONE = 1023n << 52n;
/** The bits of √½, less the exponent 1022 of the numbers from ½ to 1. */
const ROOT = 0x3fe6a09e667f3bcdn - (1022n << 52n);
/** 2 artanh z = z · Σ 2/(2k + 1) z^2k, the highest power first; |z| < 0.172. */
const ARTANH = Array.from({ length: 11 }, (_, i) => 2 / (2 * (10 - i) + 1));

const { add, sub, mul, div, lt, pmin, pmax } = f64x2;
const number = f64x2.const;

/** c₀ x^k + c₁ x^(k−1) + … */
const polynomial = (x: Vector, coefficients: readonly number[]): Vector =>
  coefficients.slice(1).reduce<Vector>((sum, c) => add(mul(sum, x), number(c)), number(coefficients[0]!));

/** e^(scale · x) as 2ⁿ · (q + p) / (q − p). */
interface Parts {
  /** 2ⁿ. */
  readonly power: Local<'v128'>;
  readonly p: Local<'v128'>;
  readonly q: Local<'v128'>;
}

/** `scale` is a power of two, which changes no digit. */
function parts(f: FunctionWriter, x: Local<'v128'>, scale: number, powerOf: bigint = ONE): Parts {
  const rounded = f.let(add(mul(x, number(scale * Math.LOG2E)), number(ROUND)));
  const n = f.let(sub(rounded, number(ROUND)));
  const r = f.let(sub(sub(x, mul(n, number(LN2_HIGH / scale))), mul(n, number(LN2_LOW / scale))));
  const square = f.let(mul(r, r));
  const scaled = (coefficients: readonly number[], first: number): number[] =>
    coefficients.map((c, i) => c * first * (scale * scale) ** (coefficients.length - 1 - i));
  return {
    power: f.let(i64x2.add(i64x2.shl(rounded, 52), i64x2.const(powerOf))),
    p: f.let(mul(r, polynomial(square, scaled(P, scale)))),
    q: f.let(polynomial(square, scaled(Q, 1))),
  };
}

/** e^x; 0 below −708, where it would lose digits, and ∞ above 709.78. NaN stays. */
export function exponential(f: FunctionWriter, argument: Vector): Vector {
  const given = f.let(argument);
  const x = f.let(pmax(pmin(given, number(710)), number(-708)));
  // Half of 2ⁿ, as 2¹⁰²⁴ is not a double.
  const { power, p, q } = parts(f, x, 1, ONE - (1n << 52n));
  const ratio = f.let(div(p, sub(q, p)));
  const half = f.let(mul(add(add(ratio, ratio), number(1)), power));
  return v128.andnot(add(half, half), lt(given, number(-708)));
}

/** σ(x) = 1 / (1 + e^−x); 0 below −708. NaN stays. */
export function sigmoid(f: FunctionWriter, argument: Vector): Vector {
  const given = f.let(argument);
  // From 40 on 1 + e^−x is 1.
  const x = f.let(pmax(pmin(given, number(40)), number(-708)));
  const { power, p, q } = parts(f, x, 1);
  const above = f.let(mul(power, add(q, p)));
  return v128.andnot(div(above, add(above, sub(q, p))), lt(given, number(-708)));
}

/**
 * tanh x = E / (E + 2) with E = e^2|x| − 1 and the sign of x. 1 is taken from 2ⁿ before the sum, so that small x lose no
 * digits; all is multiplied by q − p, so that there is one division. NaN stays.
 */
export function tanh(f: FunctionWriter, argument: Vector): Vector {
  const given = f.let(argument);
  // From 20 on tanh is 1.
  const x = f.let(pmin(f64x2.abs(given), number(20)));
  const { power, p, q } = parts(f, x, 2);
  const excess = f.let(add(mul(add(power, number(1)), p), mul(sub(power, number(1)), q)));
  const rest = f.let(sub(q, p));
  return v128.or(div(excess, add(excess, add(rest, rest))), v128.and(given, i64x2.const(1n << 63n)));
}

/** ln x for x > 0 that is not subnormal: x = 2^e · m with m near 1, and ln m = 2 artanh z, z = (m − 1)/(m + 1). ∞ and NaN stay. */
export function logarithm(f: FunctionWriter, argument: Vector): Vector {
  const x = f.let(argument);
  // Without the fraction of √½ the bits begin with an exponent that changes at √½, 2√½, 4√½ and so on.
  const e = f.let(i64x2.shrU(i64x2.sub(x, i64x2.const(ROOT)), 52));
  const m = f.let(i64x2.sub(x, i64x2.shl(i64x2.sub(e, i64x2.const(1022n)), 52)));
  const exponent = f.let(sub(v128.or(e, number(2 ** 52)), number(2 ** 52 + 1022)));
  const z = f.let(div(sub(m, number(1)), add(m, number(1))));
  const series = mul(z, polynomial(f.let(mul(z, z)), ARTANH));
  const result = add(add(series, mul(exponent, number(LN2_LOW))), mul(exponent, number(LN2_HIGH)));
  return v128.bitselect(result, x, f.let(lt(x, number(Infinity))));
}

/** ln(1 + u) for u from 0 to 1, with all its digits also where 1 + u has lost those of u. NaN stays. */
export function logarithmOfOneAnd(f: FunctionWriter, argument: Vector): Vector {
  const u = f.let(argument);
  const sum = f.let(add(u, number(1)));
  const lost = f.let(sub(u, sub(sum, number(1))));
  return add(logarithm(f, sum), div(lost, sum));
}
