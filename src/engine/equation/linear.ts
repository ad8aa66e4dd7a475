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
      productOfRows(out, w, v);
    },
    backward(out, args) {
      const [w, v] = args as [Place, Place];
      if (w.gradients.length > 0 && v.hot !== noWord) addOuterProduct(w, v, out);
      if (v.gradients.length > 0) addTransposedProduct(v, w, out);
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

/** out = W v, four rows at a time: one after another each sum would wait for its own last term. */
function productOfRows(out: Place, w: Place, v: Place): void {
  const { values: W, columns } = w;
  const { values: x, at: from } = v;
  const tiled = w.rows - (w.rows % 4);
  for (let i = 0; i < tiled; i += 4) {
    const k0 = w.at + i * columns;
    const k1 = k0 + columns;
    const k2 = k1 + columns;
    const k3 = k2 + columns;
    let t0 = 0;
    let t1 = 0;
    let t2 = 0;
    let t3 = 0;
    for (let j = 0; j < columns; j++) {
      const each = x[from + j]!;
      t0 += W[k0 + j]! * each;
      t1 += W[k1 + j]! * each;
      t2 += W[k2 + j]! * each;
      t3 += W[k3 + j]! * each;
    }
    out.values[out.at + i] = t0;
    out.values[out.at + i + 1] = t1;
    out.values[out.at + i + 2] = t2;
    out.values[out.at + i + 3] = t3;
  }
  for (let i = tiled, k = w.at + tiled * columns; i < w.rows; i++) {
    let total = 0;
    for (let j = 0; j < columns; j++) total += W[k++]! * x[from + j]!;
    out.values[out.at + i] = total;
  }
}

/** ∂L/∂W += ∂L/∂out vᵀ; of a one-hot v a single column. */
function addOuterProduct(w: Place, v: Place, out: Place): void {
  const { gradients: d, columns } = w;
  const { values: x, at: from, hot } = v;
  for (let i = 0, row = w.gradientAt; i < w.rows; i++, row += columns) {
    const g = out.gradients[out.gradientAt + i]!;
    if (hot >= 0) d[row + hot]! += g;
    else for (let j = 0; j < columns; j++) d[row + j]! += g * x[from + j]!;
  }
}

/** ∂L/∂v += Wᵀ ∂L/∂out, four rows at a time, each number's terms in the order of the rows. */
function addTransposedProduct(v: Place, w: Place, out: Place): void {
  const { values: W, columns } = w;
  const { gradients: d, gradientAt: at } = v;
  const tiled = w.rows - (w.rows % 4);
  for (let i = 0; i < tiled; i += 4) {
    const from = out.gradientAt + i;
    const g0 = out.gradients[from]!;
    const g1 = out.gradients[from + 1]!;
    const g2 = out.gradients[from + 2]!;
    const g3 = out.gradients[from + 3]!;
    const k = w.at + i * columns;
    for (let j = 0; j < columns; j++) {
      d[at + j] = d[at + j]! + W[k + j]! * g0 + W[k + columns + j]! * g1 + W[k + 2 * columns + j]! * g2 + W[k + 3 * columns + j]! * g3;
    }
  }
  for (let i = tiled, k = w.at + tiled * columns; i < w.rows; i++) {
    const g = out.gradients[out.gradientAt + i]!;
    for (let j = 0; j < columns; j++) d[at + j]! += W[k++]! * g;
  }
}

/** Which of the stacked vectors a unit of the stack is in, and where. */
function pieceAt(unit: number, args: readonly Operand[]): [Operand, number] {
  let within = unit;
  for (const arg of args) {
    if (within < arg.place.rows) return [arg, within];
    within -= arg.place.rows;
  }
  throw new Error(`The stack has no unit ${unit + 1}.`);
}
