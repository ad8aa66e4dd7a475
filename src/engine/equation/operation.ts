// What an operation is: forward, backward, shape rule, notation and words, side by side. The table of them is operations.ts.
// Vectors are columns; `out` and `args` are places in the trace or in the parameters. Backward adds to the gradients.
import type { Notation } from './notation.ts';
import { literal, productOf, type Numeric } from './numeric.ts';

/**
 * A vector or matrix (row-major, `rows` × `columns`) inside a larger array, beginning at `at`; its gradient, in an
 * array of its own, at `gradientAt`. An empty gradient array means that no gradient is wanted.
 * `hot` ≥ 0 marks a one-hot vector that is not stored: only its index is known. `noWord` marks a vector of zeros that is not
 * stored; `stored` one whose numbers are there.
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

export const stored = -1;
export const noWord = -2;

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

export const sizeText = (shape: Shape): string => `${shape.rows}×${shape.columns}`;

/** The shape that all operands share. */
export function sameShape(args: readonly Shape[]): Shape {
  const first = args[0] as Shape;
  for (const arg of args) {
    if (arg.rows !== first.rows || arg.columns !== first.columns) {
      throw new Error(`These must have the same size, but one is ${sizeText(first)} and another ${sizeText(arg)}.`);
    }
  }
  return first;
}

/** 0 … count − 1. */
export const units = (count: number): number[] => Array.from({ length: count }, (_, i) => i);

/** −a, as a product, so that a sum shows it with a minus sign. */
export const minus = (a: Numeric): Numeric => productOf([literal(-1), a]);
