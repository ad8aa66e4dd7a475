// Losses of one step, taken from logits so that scores of ±800 stay exact, and softmax, whose probabilities are for reading.
// PyTorch's binary_cross_entropy_with_logits, cross_entropy and mse_loss.
import { logistic } from '../math/logistic.ts';
import { atom, call, joined, product, squared, sum, type Notation } from './notation.ts';
import { callOf, literal, numberOf, productOf, sumOf, type Numeric } from './numeric.ts';
import { minus, sameShape, units, type Operand, type Operation, type Place } from './operation.ts';

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

export const lossOperations = {
  softmax: {
    word: 'turn into probabilities (softmax)',
    shape: sameShape,
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

/** −ln of a probability σ(±y); from the score where the probability is so near 0 or 1 that float64 has lost its logarithm. */
function surprise(probability: Numeric, score: Numeric, side: 1 | -1): Numeric {
  if (Math.abs(numberOf(score)) < 15) return minus(callOf('ln', probability));
  return callOf('softplus', side === 1 ? minus(score) : score);
}

function difference(a: Numeric, b: Numeric, outputs: number): Numeric {
  const gap = sumOf([a, minus(b)]);
  return outputs === 1 ? gap : { kind: 'quotient', above: gap, below: literal(outputs) };
}
