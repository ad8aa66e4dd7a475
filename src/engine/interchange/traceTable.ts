// All numbers of one pass, forwards and backwards, as a table and as JSON: every symbol, time step and unit, its value and ∂L/∂ of it; then every weight
// with its gradient. Symbols as in docs/notation.md.
import type { Inputs } from '../model.ts';
import type { Axis } from '../topology/index.ts';
import { hasRow, sequenceAt } from '../run/rows.ts';
import { inputsOf } from '../run/sequences.ts';
import type { Trace } from '../run/trace.ts';
import { csvLine } from './csv.ts';

/** What is read at each step along either axis, for the reader. */
export type Tokens = readonly [input: readonly string[], decoder: readonly string[]];

/** The columns, in their order, and what each has. */
export const traceColumns = [
  ['symbol', 'what it is: h, W_hh, y, …'],
  ['t', 'time step, from 1; 0 is the initial state; empty for weights'],
  ['token', 'what is read at that step'],
  ['unit', 'unit, or row of a matrix, from 1'],
  ['column', 'column of a matrix, from 1; empty for what is no matrix'],
  ['value', 'the number, with all its digits'],
  ['gradient', '∂L/∂ of it; empty where none is computed'],
] as const;

/** One symbol at one step. */
interface TraceRow {
  readonly symbol: string;
  readonly t: number;
  readonly token: string;
  /** By unit. Of a one-hot x: all X of them. */
  readonly values: Float64Array;
  readonly gradients: Float64Array | null;
}

/** A trace that has been run forwards and backwards, row after row in the order of the program. Of the first sequence. */
function* rowsOf(trace: Trace, tokens: Tokens): Generator<TraceRow> {
  const { network: { program }, values, gradients } = trace;
  const sequence = sequenceAt(trace, 0);
  const B = trace.sequences.length;
  for (const [s, { symbol, size, axis, stage, hasGradient }] of program.slots.entries()) {
    const read = stage === 'given' && symbol !== 'target' ? inputsOf(sequence.example, axis) : undefined;
    for (let t = 0; t <= sequence.lengths[axis]; t++) {
      if (!hasRow(program, sequence, s, t)) continue;
      const at = t * B * size;
      yield {
        symbol, t, token: tokenAt(tokens, axis, t),
        values: read?.kind === 'one-hot' ? oneHot(read, t, size) : values[s]!.subarray(at, at + size),
        gradients: hasGradient ? gradients[s]!.subarray(at, at + size) : null,
      };
    }
  }
}

const tokenAt = (tokens: Tokens, axis: Axis, t: number): string => tokens[axis][t - 1] ?? '';

function oneHot({ indices }: Extract<Inputs, { kind: 'one-hot' }>, t: number, size: number): Float64Array {
  const values = new Float64Array(size);
  const index = indices[t - 1]!;
  if (index >= 0) values[index] = 1;
  return values;
}

/** The table's text, in pieces; one for each symbol and step, and one for each row of a matrix. */
export function* traceCsv(trace: Trace, parameters: Float64Array, tokens: Tokens): Generator<string> {
  yield csvLine(traceColumns.map(([name]) => name));
  for (const { symbol, t, token, values, gradients } of rowsOf(trace, tokens)) {
    yield Array.from(values, (value, k) => csvLine([symbol, t, token, k + 1, null, value, gradients && gradients[k]!])).join('');
  }
  const { network: { program }, parameterGradients } = trace;
  for (const { symbol, role, rows, columns, offset } of program.parameters) {
    for (let r = 0; r < rows; r++) {
      const at = offset + r * columns;
      yield Array.from({ length: columns }, (_, c) => csvLine([symbol, null, null, r + 1, role === 'bias' ? null : c + 1, parameters[at + c]!, parameterGradients[at + c]!])).join('');
    }
  }
}

/** As JSON has it: what is no finite number as a text. */
const numbers = (values: Float64Array): string => `[${Array.from(values, (value) => (Number.isFinite(value) ? (Object.is(value, -0) ? '-0' : String(value)) : `"${value}"`)).join(',')}]`;

/** The same numbers as JSON: `steps`, a list of `{ symbol, t, token, values, gradients }`, and `parameters`, of `{ symbol, rows, columns, values, gradients }`. */
export function* traceJson(trace: Trace, parameters: Float64Array, tokens: Tokens, about: Readonly<Record<string, unknown>>): Generator<string> {
  yield `{\n${Object.entries(about).map(([key, value]) => `"${key}": ${JSON.stringify(value)},\n`).join('')}"steps": [\n`;
  let between = '';
  for (const { symbol, t, token, values, gradients } of rowsOf(trace, tokens)) {
    yield `${between}{"symbol":${JSON.stringify(symbol)},"t":${t},"token":${JSON.stringify(token)},"values":${numbers(values)},"gradients":${gradients ? numbers(gradients) : 'null'}}`;
    between = ',\n';
  }
  yield '\n],\n"parameters": [\n';
  between = '';
  for (const { symbol, rows, columns, offset } of trace.network.program.parameters) {
    const [from, to] = [offset, offset + rows * columns];
    yield `${between}{"symbol":${JSON.stringify(symbol)},"rows":${rows},"columns":${columns},"values":${numbers(parameters.subarray(from, to))},"gradients":${numbers(trace.parameterGradients.subarray(from, to))}}`;
    between = ',\n';
  }
  yield '\n]\n}\n';
}
