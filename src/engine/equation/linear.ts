// Products with a matrix, and sums: what mixes inputs, memory and bias.
import { part, product, stacked, sum, transposed, type Notation } from './notation.ts';
import { productOf, sumOf } from './numeric.ts';
import { noWord, sameShape, sizeText, units, type Operand, type Operation, type Place, type Shape } from './operation.ts';

export const linearOperations = {
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
      if (v.hot === noWord) {
        out.values.fill(0, out.at, out.at + w.rows);
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
      if (w.gradients.length > 0 && v.hot !== noWord) {
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
      const columns = v.place.hot >= 0 ? [v.place.hot] : v.place.hot === noWord ? [] : units(w.place.columns);
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
    shape: sameShape,
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

  /** One vector below the other: what both directions know of a step. */
  stack: {
    word: 'set one below the other',
    shape: (args) => ({ rows: args.reduce((total, arg) => total + arg.rows, 0), columns: 1 }),
    forward(out, args) {
      let at = out.at;
      for (const arg of args) for (let i = 0; i < arg.rows; i++) out.values[at++] = arg.values[arg.at + i] as number;
    },
    backward(out, args) {
      let at = out.gradientAt;
      for (const arg of args) {
        if (arg.gradients.length > 0) {
          for (let i = 0; i < arg.rows; i++) arg.gradients[arg.gradientAt + i]! += out.gradients[at + i] as number;
        }
        at += arg.rows;
      }
    },
    flowsTo: () => true,
    notation: (args) => stacked(args),
    backwardNotation: (k, g, _out, args) => part(g, k, args.length),
    explain(unit, args) {
      const [arg, within] = pieceAt(unit, args);
      return arg.value(within);
    },
    explainBackward(k, unit, _column, out, args) {
      const before = args.slice(0, k).reduce((total, arg) => total + arg.place.rows, 0);
      return out.gradient(before + unit);
    },
  },
} as const satisfies Record<string, Operation>;

/** Which of the stacked vectors a unit of the stack is in, and where. */
function pieceAt(unit: number, args: readonly Operand[]): [Operand, number] {
  let within = unit;
  for (const arg of args) {
    if (within < arg.place.rows) return [arg, within];
    within -= arg.place.rows;
  }
  throw new Error(`The stack has no unit ${unit + 1}.`);
}
