// The table of operations: forward, backward, shape rule, notation and words of each, side by side.
// Vectors are columns; `out` and `args` are places in the trace or in the parameters. Backward adds to the gradients.
import type { Notation } from './notation.ts';
import { atom, call, hadamard, joined, prime, product, squared, sum, transposed } from './notation.ts';
import type { Numeric } from './numeric.ts';
import { callOf, literal, numberOf, productOf, sumOf } from './numeric.ts';

/**
 * A vector or matrix (row-major, `rows` × `columns`) inside a larger array, beginning at `at`; its gradient, in an
 * array of its own, at `gradientAt`. An empty gradient array means that no gradient is wanted.
 * `hot` ≥ 0 marks a one-hot vector that is not stored: only its index is known.
 */
export interface Place {
  values: Float64Array;
  at: number;
  gradients: Float64Array;
  gradientAt: number;
  rows: number;
  columns: number;
  hot: number;
}

export interface Shape {
  readonly rows: number;
  readonly columns: number;
}

/** How an operand is written and read when a number is explained; `d` is its gradient. Units are 0-based. */
export interface Operand {
  readonly place: Place;
  value(unit: number, column?: number): Numeric;
  gradient(unit: number, column?: number): Numeric;
}

export interface Operation {
  /** Infinitive, for captions. */
  readonly word: string;
  /** Throws an `Error` with what was seen and what is expected when shapes don't fit. */
  shape(args: readonly Shape[]): Shape;
  forward(out: Place, args: readonly Place[]): void;
  backward(out: Place, args: readonly Place[]): void;
  /** Whether a gradient flows to operand k. */
  flowsTo(k: number): boolean;
  /** out = … in symbols. */
  notation(args: readonly Notation[]): Notation;
  /** What flows to operand `k`, in symbols, from `g` = ∂L/∂out. */
  backwardNotation(k: number, g: Notation, out: Notation, args: readonly Notation[]): Notation;
  /** out[unit] = … in numbers. */
  explain(unit: number, args: readonly Operand[]): Numeric;
  /** What flows to operand k, at [unit, column], in numbers. */
  explainBackward(k: number, unit: number, column: number, out: Operand, args: readonly Operand[]): Numeric;
}

const sizeText = (shape: Shape): string => `${shape.rows}×${shape.columns}`;

function same(args: readonly Shape[]): Shape {
  const first = args[0] as Shape;
  for (const arg of args) {
    if (arg.rows !== first.rows || arg.columns !== first.columns) {
      throw new Error(`These must have the same size, but one is ${sizeText(first)} and another ${sizeText(arg)}.`);
    }
  }
  return first;
}

/** 1 / (1 + e^−z), exact to rounding on both sides: e^z is never taken of a large number. */
export function logistic(z: number): number {
  if (z >= 0) return 1 / (1 + Math.exp(-z));
  const e = Math.exp(z);
  return e / (1 + e);
}

/** An elementwise function with its derivative, written by its own value (tanh′ = 1 − tanh²). */
interface Elementwise {
  readonly word: string;
  value(z: number): number;
  /** φ′(z) from z and φ(z). */
  derivative(z: number, value: number): number;
  notation(arg: Notation): Notation;
  derivativeNotation(arg: Notation, out: Notation): Notation;
  explain(arg: Numeric): Numeric;
  explainDerivative(arg: Numeric, out: Numeric): Numeric;
}

function elementwise(f: Elementwise): Operation {
  return {
    word: f.word,
    shape: (args) => same(args),
    forward(out, args) {
      const z = args[0] as Place;
      for (let i = 0; i < out.rows; i++) out.values[out.at + i] = f.value(z.values[z.at + i] as number);
    },
    backward(out, args) {
      const z = args[0] as Place;
      if (z.gradients.length === 0) return;
      for (let i = 0; i < out.rows; i++) {
        const slope = f.derivative(z.values[z.at + i] as number, out.values[out.at + i] as number);
        z.gradients[z.gradientAt + i]! += (out.gradients[out.gradientAt + i] as number) * slope;
      }
    },
    flowsTo: () => true,
    notation: (args) => f.notation(args[0] as Notation),
    backwardNotation: (_k, g, out, args) => hadamard([g, f.derivativeNotation(args[0] as Notation, out)]),
    explain: (unit, args) => f.explain((args[0] as Operand).value(unit)),
    explainBackward(_k, unit, _column, out, args) {
      return productOf([out.gradient(unit), f.explainDerivative((args[0] as Operand).value(unit), out.value(unit))]);
    },
  };
}

/** dL/dy is written into the logits' gradient; the probabilities stand by for reading, no gradient goes through them. */
interface LossRow {
  readonly word: string;
  /** The loss of one step from logits y and target. */
  value(y: Place, target: Place): number;
  /** ∂loss/∂y[k]. */
  slope(y: Place, p: Place, target: Place, k: number): number;
  notation(p: Notation, target: Notation): Notation;
  slopeNotation(p: Notation, target: Notation): Notation;
  explain(p: Operand, target: Operand, y: Operand): Numeric;
  explainSlope(p: Operand, target: Operand, k: number): Numeric;
}

function loss(f: LossRow): Operation {
  return {
    word: f.word,
    shape: () => ({ rows: 1, columns: 1 }),
    forward(out, [y, , target]) {
      out.values[out.at] = f.value(y as Place, target as Place);
    },
    backward(out, [y, p, target]) {
      const g = out.gradients[out.gradientAt] as number;
      const logits = y as Place;
      for (let k = 0; k < logits.rows; k++) {
        logits.gradients[logits.gradientAt + k]! += g * f.slope(logits, p as Place, target as Place, k);
      }
    },
    flowsTo: (k) => k === 0,
    notation: (args) => f.notation(args[1] as Notation, args[2] as Notation),
    // A sum over time has weight 1 for each step's loss, which is not written out.
    backwardNotation: (_k, _g, _out, args) => f.slopeNotation(args[1] as Notation, args[2] as Notation),
    explain: (_unit, [y, p, target]) => f.explain(p as Operand, target as Operand, y as Operand),
    explainBackward(_k, unit, _column, out, [, p, target]) {
      const slope = f.explainSlope(p as Operand, target as Operand, unit);
      const weight = out.gradient(0);
      return weight.kind === 'number' && weight.value === 1 ? slope : productOf([weight, slope]);
    },
  };
}

const units = (count: number): number[] => Array.from({ length: count }, (_, i) => i);

export const operations = {
  /** W v; a one-hot v picks a column of W. */
  multiply: {
    word: 'multiply',
    shape(args) {
      const [w, v] = args as [Shape, Shape];
      if (w.columns !== v.rows) {
        throw new Error(
          `A matrix of ${sizeText(w)} can be multiplied by a vector of ${w.columns}, but this one has ${v.rows}.`,
        );
      }
      return { rows: w.rows, columns: v.columns };
    },
    forward(out, args) {
      const [w, v] = args as [Place, Place];
      if (v.hot >= 0) {
        for (let i = 0; i < w.rows; i++) out.values[out.at + i] = w.values[w.at + i * w.columns + v.hot] as number;
        return;
      }
      for (let i = 0, k = w.at; i < w.rows; i++) {
        let total = 0;
        for (let j = 0; j < w.columns; j++) total += (w.values[k++] as number) * (v.values[v.at + j] as number);
        out.values[out.at + i] = total;
      }
    },
    backward(out, args) {
      const [w, v] = args as [Place, Place];
      if (w.gradients.length > 0) {
        for (let i = 0; i < w.rows; i++) {
          const g = out.gradients[out.gradientAt + i] as number;
          const row = w.gradientAt + i * w.columns;
          if (v.hot >= 0) w.gradients[row + v.hot]! += g;
          else for (let j = 0; j < w.columns; j++) w.gradients[row + j]! += g * (v.values[v.at + j] as number);
        }
      }
      if (v.gradients.length > 0) {
        for (let i = 0, k = w.at; i < w.rows; i++) {
          const g = out.gradients[out.gradientAt + i] as number;
          for (let j = 0; j < w.columns; j++) v.gradients[v.gradientAt + j]! += (w.values[k++] as number) * g;
        }
      }
    },
    flowsTo: () => true,
    notation: (args) => product(args),
    backwardNotation(k, g, _out, args) {
      const [w, v] = args as [Notation, Notation];
      return k === 0 ? product([g, transposed(v)]) : product([transposed(w), g]);
    },
    explain(unit, args) {
      const [w, v] = args as [Operand, Operand];
      const columns = v.place.hot >= 0 ? [v.place.hot] : units(w.place.columns);
      return sumOf(columns.map((j) => productOf([w.value(unit, j), v.value(j)])));
    },
    explainBackward(k, unit, column, out, args) {
      const [w, v] = args as [Operand, Operand];
      if (k === 0) return productOf([out.gradient(unit), v.value(column)]);
      return sumOf(units(w.place.rows).map((i) => productOf([w.value(i, unit), out.gradient(i)])));
    },
  },

  add: {
    word: 'add',
    shape: same,
    forward(out, args) {
      for (let i = 0; i < out.rows; i++) {
        let total = 0;
        for (const arg of args) total += arg.values[arg.at + i] as number;
        out.values[out.at + i] = total;
      }
    },
    backward(out, args) {
      for (const arg of args) {
        if (arg.gradients.length === 0) continue;
        for (let i = 0; i < out.rows; i++) {
          arg.gradients[arg.gradientAt + i]! += out.gradients[out.gradientAt + i] as number;
        }
      }
    },
    flowsTo: () => true,
    notation: (args) => sum(args),
    backwardNotation: (_k, g) => g,
    explain: (unit, args) => sumOf(args.map((arg) => arg.value(unit))),
    explainBackward: (_k, unit, _column, out) => out.gradient(unit),
  },

  tanh: elementwise({
    word: 'squash with tanh',
    value: Math.tanh,
    derivative: (_z, h) => 1 - h * h,
    notation: (a) => call('\\tanh', a),
    derivativeNotation: (_a, h) => sum([atom('1'), squared(h)], '-'),
    explain: (a) => callOf('tanh', a),
    explainDerivative: (_a, h) => sumOf([literal(1), productOf([literal(-1), h, h])]),
  }),

  sigmoid: elementwise({
    word: 'squash with the sigmoid',
    value: logistic,
    derivative: (_z, s) => s * (1 - s),
    notation: (a) => call('\\sigma', a),
    derivativeNotation: (_a, s) => hadamard([s, sum([atom('1'), s], '-')]),
    explain: (a) => callOf('σ', a),
    explainDerivative: (_a, s) => productOf([s, sumOf([literal(1), productOf([literal(-1), s])])]),
  }),

  relu: elementwise({
    word: 'cut off below zero (ReLU)',
    value: (z) => (z > 0 || Number.isNaN(z) ? z : 0),
    derivative: (z) => (z > 0 ? 1 : 0),
    notation: (a) => call('\\mathrm{ReLU}', a),
    derivativeNotation: (a) => prime('\\mathrm{ReLU}', a),
    explain: (a) => callOf('ReLU', a),
    explainDerivative: (a) => literal(numberOf(a) > 0 ? 1 : 0),
  }),

  softmax: {
    word: 'turn into probabilities (softmax)',
    shape: same,
    forward(out, args) {
      const y = args[0] as Place;
      let top = -Infinity;
      for (let i = 0; i < y.rows; i++) top = Math.max(top, y.values[y.at + i] as number);
      let total = 0;
      for (let i = 0; i < y.rows; i++) {
        const e = Math.exp((y.values[y.at + i] as number) - top);
        out.values[out.at + i] = e;
        total += e;
      }
      for (let i = 0; i < y.rows; i++) out.values[out.at + i]! /= total;
    },
    // The losses take their gradient from the logits, so nothing flows back through the probabilities.
    backward() {},
    flowsTo: () => false,
    notation: (args) => call('\\mathrm{softmax}', args[0] as Notation),
    backwardNotation: (_k, g) => g,
    explain(unit, args) {
      const y = args[0] as Operand;
      const terms = units(y.place.rows).map((i) => callOf('exp', y.value(i)));
      return { kind: 'quotient', above: callOf('exp', y.value(unit)), below: sumOf(terms) };
    },
    explainBackward: () => literal(0),
  },

  /** Binary cross-entropy from logits, mean over outputs: max(z,0) − z·y + ln(1 + e^−|z|). */
  bce: loss({
    word: 'compare with the target (binary cross-entropy)',
    value(y, target) {
      let total = 0;
      for (let k = 0; k < y.rows; k++) {
        const z = y.values[y.at + k] as number;
        const wanted = target.values[target.at + k] as number;
        // A score that overflowed has no part in the loss where the target is 0: −∞ · 0 would be no number.
        const linear = Math.max(z, 0) - (wanted === 0 ? 0 : z * wanted);
        total += linear + Math.log1p(Math.exp(-Math.abs(z)));
      }
      return total / y.rows;
    },
    slope(y, _p, target, k) {
      return (logistic(y.values[y.at + k] as number) - (target.values[target.at + k] as number)) / y.rows;
    },
    notation: (p, target) =>
      joined(['-', target, '\\ln ', p, ' - (1 - ', target, ')\\ln(1 - ', p, ')']),
    slopeNotation: (p, target) => sum([p, target], '-'),
    explain(p, target, y) {
      const outputs = p.place.rows;
      const terms = units(outputs).flatMap((k) => {
        const wanted = numberOf(target.value(k));
        const hit = surprise(p.value(k), y.value(k), 1);
        const miss = surprise(sumOf([literal(1), minus(p.value(k))]), y.value(k), -1);
        if (wanted === 1) return [hit];
        if (wanted === 0) return [miss];
        return [productOf([target.value(k), hit]), productOf([sumOf([literal(1), minus(target.value(k))]), miss])];
      });
      return outputs === 1 ? sumOf(terms) : { kind: 'quotient', above: sumOf(terms), below: literal(outputs) };
    },
    explainSlope: (p, target, k) => difference(p.value(k), target.value(k), p.place.rows),
  }),

  /** Softmax cross-entropy from logits; the target is a class index. */
  cross_entropy: loss({
    word: 'compare with the target (cross-entropy)',
    value(y, target) {
      let top = -Infinity;
      for (let k = 0; k < y.rows; k++) top = Math.max(top, y.values[y.at + k] as number);
      let total = 0;
      for (let k = 0; k < y.rows; k++) total += Math.exp((y.values[y.at + k] as number) - top);
      const chosen = y.values[y.at + (target.values[target.at] as number)] as number;
      return Math.log(total) - (chosen - top);
    },
    slope(_y, p, target, k) {
      return (p.values[p.at + k] as number) - (target.values[target.at] === k ? 1 : 0);
    },
    notation: (p, target) => joined(['-\\ln ', p, '[', target, ']']),
    slopeNotation: (p, target) => joined([p, ' - \\mathrm{onehot}(', target, ')']),
    explain(p, target, y) {
      const wanted = numberOf(target.value(0));
      if (numberOf(p.value(wanted)) > 1e-300) return minus(callOf('ln', p.value(wanted)));
      // The probability is too small for float64; its logarithm is not: ln Σ e^y − y, taken from the largest y.
      const scores = units(y.place.rows).map((k) => numberOf(y.value(k)));
      const top = scores.indexOf(Math.max(...scores));
      const rest = scores.reduce((total, score) => total + Math.exp(score - (scores[top] as number)), 0);
      return sumOf([y.value(top), minus(y.value(wanted)), literal(Math.log(rest))]);
    },
    explainSlope: (p, target, k) =>
      sumOf([p.value(k), productOf([literal(-1), literal(numberOf(target.value(0)) === k ? 1 : 0)])]),
  }),

  /** Squared error, mean over outputs; the output is the logit itself. */
  mse: loss({
    word: 'compare with the target (squared error)',
    value(y, target) {
      let total = 0;
      for (let k = 0; k < y.rows; k++) {
        const e = (y.values[y.at + k] as number) - (target.values[target.at + k] as number);
        total += e * e;
      }
      return total / y.rows;
    },
    slope(y, _p, target, k) {
      return (2 * ((y.values[y.at + k] as number) - (target.values[target.at + k] as number))) / y.rows;
    },
    notation: (p, target) => squared(sum([p, target], '-')),
    slopeNotation: (p, target) => product([atom('2'), sum([p, target], '-')]),
    explain(p, target) {
      const terms = units(p.place.rows).map((k): Numeric => {
        const error = sumOf([p.value(k), productOf([literal(-1), target.value(k)])]);
        return productOf([error, error]);
      });
      return terms.length === 1 ? sumOf(terms) : { kind: 'quotient', above: sumOf(terms), below: literal(terms.length) };
    },
    explainSlope: (p, target, k) => productOf([literal(2), difference(p.value(k), target.value(k), p.place.rows)]),
  }),
} as const satisfies Record<string, Operation>;

const minus = (a: Numeric): Numeric => productOf([literal(-1), a]);

/** −ln of a probability σ(±y); from the score where the probability is so near 0 or 1 that float64 has lost its logarithm. */
function surprise(probability: Numeric, score: Numeric, side: 1 | -1): Numeric {
  if (Math.abs(numberOf(score)) < 15) return minus(callOf('ln', probability));
  return callOf('softplus', side === 1 ? minus(score) : score);
}

function difference(a: Numeric, b: Numeric, outputs: number): Numeric {
  const gap = sumOf([a, minus(b)]);
  return outputs === 1 ? gap : { kind: 'quotient', above: gap, below: literal(outputs) };
}

export type OperationId = keyof typeof operations;

/** The row of the table, by the common type. */
export function operationOf(id: OperationId): Operation {
  return operations[id];
}
