// What acts on each unit by itself: activations as pairs of value and derivative (PyTorch's tanh, sigmoid and relu;
// relu′(0) = 0), 1 − z, and ⊙, the product unit by unit with which gates open and close.
import { logistic } from '../math/logistic.ts';
import { atom, bracketed, call, hadamard, prime, squared, sum, type Notation } from './notation.ts';
import { callOf, literal, numberOf, productOf, sumOf, type Numeric } from './numeric.ts';
import { minus, sameShape, type Operand, type Operation, type Place } from './operation.ts';

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
    shape: sameShape,
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

export const elementwiseOperations = {
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

  /** 1 − z: what a gate lets through where its partner closes. */
  complement: elementwise({
    word: 'take from one',
    value: (z) => 1 - z,
    derivative: () => -1,
    notation: (z) => sum([atom('1'), z], '-'),
    derivativeNotation: () => bracketed('-1'),
    explain: (z) => sumOf([literal(1), minus(z)]),
    explainDerivative: () => literal(-1),
  }),

  /** a ⊙ b. */
  times: {
    word: 'multiply unit by unit',
    shape: sameShape,
    forward(out, args) {
      const [a, b] = args as [Place, Place];
      for (let i = 0; i < out.rows; i++) {
        out.values[out.at + i] = (a.values[a.at + i] as number) * (b.values[b.at + i] as number);
      }
    },
    backward(out, args) {
      const [a, b] = args as [Place, Place];
      for (let i = 0; i < out.rows; i++) {
        const g = out.gradients[out.gradientAt + i] as number;
        if (a.gradients.length > 0) a.gradients[a.gradientAt + i]! += g * (b.values[b.at + i] as number);
        if (b.gradients.length > 0) b.gradients[b.gradientAt + i]! += g * (a.values[a.at + i] as number);
      }
    },
    flowsTo: () => true,
    notation: (args) => hadamard(args),
    backwardNotation: (k, g, _out, args) => hadamard([g, args[1 - k] as Notation]),
    explain: (unit, args) => productOf(args.map((arg) => arg.value(unit))),
    explainBackward: (k, unit, _column, out, args) => productOf([out.gradient(unit), (args[1 - k] as Operand).value(unit)]),
  },
} as const satisfies Record<string, Operation>;
