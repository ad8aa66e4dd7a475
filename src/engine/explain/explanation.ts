// Where a number comes from: its formula in symbols and in numbers, for values and for gradients alike, read off the program.
import type { Numeric } from '../equation/numeric.ts';
import type { Answers, Known } from './answer.ts';
import type { Numbers } from './numbers.ts';
import { sequenceAt } from '../run/rows.ts';
import { Formulas } from './formulas.ts';
import { ofGradients } from './gradients.ts';
import { ofLengths } from './lengths.ts';
import { ofParameters } from './parameters.ts';
import { ofValues } from './values.ts';
import type { Reference } from '../reference.ts';
import { respell } from '../symbols/spelling.ts';
import { parseSymbol, type SymbolKind } from '../symbols/symbolKinds.ts';
import { StepIndex } from '../topology/stepIndex.ts';

export interface Explanation {
  readonly reference: Reference;
  readonly value: number;
  /** The equation in symbols, as LaTeX with roles and references; null where a number is simply given. */
  readonly symbols: string | null;
  /** The same with numbers; null where a number is simply given. */
  readonly numbers: Numeric | null;
  /** What this number is, for a given one: where it comes from. */
  readonly words: string;
}

const answers: Answers<SymbolKind> = { ...ofValues, ...ofGradients, ...ofParameters, ...ofLengths };

const known = new WeakMap<Numbers, Known>();

/** The parts that explanations of these numbers are made with. */
function knownOf(numbers: Numbers): Known {
  let parts = known.get(numbers);
  if (!parts) {
    const { trace, ways, terms, arrivals, b } = numbers;
    const sequence = sequenceAt(trace, b);
    const formulas = new Formulas(trace, ways, numbers, arrivals, b);
    const { program } = trace.network;
    parts = { trace, program, sequence, index: StepIndex.of(sequence.steps), ways, source: numbers, terms, arrivals, formulas, clipped: () => numbers.clipped };
    known.set(numbers, parts);
  }
  return parts;
}

/** Where a number comes from. */
export function explain(numbers: Numbers, reference: Reference): Explanation {
  const { symbol, t, unit = 1, column = 1 } = reference;
  const parts = knownOf(numbers);
  const { network } = numbers.trace;
  const { kind, base, index } = parseSymbol(network, symbol);
  const value = numbers.value(reference);
  const answer = answers[kind](parts, { symbol, base, index, t, unit, column });
  if (typeof answer === 'string') return { reference, value, symbols: null, numbers: null, words: respell(network, answer) };
  const { symbols, numbers: inNumbers, words = '', isWhole = false } = answer;
  const left = isWhole ? '' : `${parts.formulas.notation({ symbol, t }).latex} = `;
  return { reference, value, symbols: `${left}${symbols.latex}`, numbers: inNumbers, words: respell(network, words) };
}
