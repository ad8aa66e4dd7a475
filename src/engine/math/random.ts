// Seeded random numbers: (seed, path) → an endless stream, the same on every machine. Generator: sfc32 (C. Doty-Humphrey,
// PractRand), started from cyrb128 (bryc, public domain); normal numbers: G. Marsaglia's polar method (1964).

/** One stream of random numbers. Every call draws from it, so the order of the calls matters. */
export interface Random {
  /** A number between `low` and `high`, each as likely as any other; `high` itself does not occur. 53 random bits. */
  uniform(low: number, high: number): number;
  /** A normal number: mean 0, standard deviation 1. */
  normal(): number;
  /** A whole number from 0 to n − 1. Throws unless n is a whole number of at least 1. */
  integer(n: number): number;
  /** One item of the list, each as likely as any other. Throws on an empty list. */
  pick<Item>(list: readonly Item[]): Item;
}

/**
 * The stream named by a seed and a path, such as `stream(7, 'W_xh', 3)`. Streams of different names are independent, so
 * one weight's numbers do not move when another weight is added. The number 1 and the text '1' are different names.
 *
 * Only operations whose result IEEE 754 fixes to the last bit are used (whole numbers, + − × ÷ and the square root), so
 * a link gives the same network in every browser.
 *
 * @throws Error if the seed or a number of the path is not finite.
 */
export function stream(seed: number, ...path: readonly (string | number)[]): Random {
  for (const part of [seed, ...path]) {
    if (typeof part === 'number' && !Number.isFinite(part)) {
      throw new Error(`A random stream is named by finite numbers and words, but its name holds ${part}.`);
    }
  }
  // JSON keeps ['a', 'b'] and ['ab'], and 1 and '1', apart.
  const bits = sfc32(hash128(JSON.stringify([seed, ...path])));
  const unit = (): number => ((bits() >>> 5) * 2 ** 26 + (bits() >>> 6)) / 2 ** 53;

  const integer = (n: number): number => {
    if (!Number.isSafeInteger(n) || n < 1) {
      throw new Error(`A random whole number is drawn from 0 to n − 1, so n has to be 1, 2, 3, …, but n is ${n}.`);
    }
    return Math.floor(unit() * n);
  };

  let spare: number | undefined; // the polar method makes two numbers at a time
  const normal = (): number => {
    if (spare !== undefined) {
      const kept = spare;
      spare = undefined;
      return kept;
    }
    let u: number, v: number, s: number;
    do {
      u = 2 * unit() - 1;
      v = 2 * unit() - 1;
      s = u * u + v * v;
    } while (s >= 1 || s === 0);
    const stretch = Math.sqrt((-2 * logarithm(s)) / s);
    spare = v * stretch;
    return u * stretch;
  };

  return {
    uniform: (low, high) => {
      const x = low + (high - low) * unit();
      return x < high ? x : low; // rounding may land on `high`
    },
    normal,
    integer,
    pick: <Item>(list: readonly Item[]): Item => {
      if (list.length === 0) throw new Error('There is nothing to pick from: the list is empty.');
      return list[integer(list.length)] as Item; // the index is below the length
    },
  };
}

type State = [number, number, number, number];

function hash128(text: string): State {
  let a = 1779033703, b = 3144134277, c = 1013904242, d = 2773480762;
  for (let i = 0; i < text.length; i++) {
    const k = text.charCodeAt(i);
    a = b ^ Math.imul(a ^ k, 597399067);
    b = c ^ Math.imul(b ^ k, 2869860233);
    c = d ^ Math.imul(c ^ k, 951274213);
    d = a ^ Math.imul(d ^ k, 2716044179);
  }
  a = Math.imul(c ^ (a >>> 18), 597399067);
  b = Math.imul(d ^ (b >>> 22), 2869860233);
  c = Math.imul(a ^ (c >>> 17), 951274213);
  d = Math.imul(b ^ (d >>> 19), 2716044179);
  return [a ^ b ^ c ^ d, b ^ a, c ^ a, d ^ a];
}

/** 32 random bits a call, as a signed whole number. */
function sfc32([a, b, c, d]: State): () => number {
  const next = (): number => {
    const t = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + t) | 0;
    return t;
  };
  for (let i = 0; i < 15; i++) next(); // names that differ in one bit part ways
  return next;
}

/**
 * ln x for 0 < x < √2. Engines may differ in the last bit of Math.log; this series has no such freedom.
 * x = m · 2ᵉ with m near 1, and ln m = 2 artanh z, z = (m − 1)/(m + 1), |z| < 0.172.
 */
function logarithm(x: number): number {
  let m = x;
  let exponent = 0;
  while (m < Math.SQRT1_2) {
    m *= 2;
    exponent -= 1;
  }
  const z = (m - 1) / (m + 1);
  let sum = 0;
  for (let k = 21; k >= 1; k -= 2) sum = sum * z * z + 1 / k;
  return exponent * Math.LN2 + 2 * z * sum;
}
