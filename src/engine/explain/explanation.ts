// Where a number comes from: its formula in symbols and in numbers, for values and for gradients alike, read off the program.
import { Binding } from '../run/binding.ts';
import type { Numeric } from '../equation/numeric.ts';
import type { Answers, Known } from './answer.ts';
import { Arrivals } from './arrivals.ts';
import { Formulas, type NumberSource } from './formulas.ts';
import { ofGradients } from './gradients.ts';
import { ofLengths } from './lengths.ts';
import { ofParameters } from './parameters.ts';
import { ofValues } from './values.ts';
import type { Reference } from '../reference.ts';
import { parseSymbol, type SymbolKind } from '../symbols/symbolKinds.ts';
import type { Terms } from '../gradient/terms.ts';
import { StepIndex } from '../topology/stepIndex.ts';
import type { Sequence } from '../run/sequences.ts';
import type { Trace } from '../run/trace.ts';
import type { Ways } from '../clock/ways.ts';

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

export class Explainer {
  private readonly known: Known;

  /**
   * For a trace that has been run with these parameters; `source` tells the numbers, `terms` those of the parameters'
   * gradients. `b`: which sequence of the batch is looked at.
   */
  constructor(trace: Trace, parameters: Float64Array, source: NumberSource, terms: Terms, ways: Ways, b: number) {
    const { gradients, parameterGradients, network, sequences } = trace;
    const { program } = network;
    const sequence = sequences[b] as Sequence;
    const binding = new Binding(trace, parameters, { slots: gradients, parameters: parameterGradients, layout: 'rows' });
    const arrivals = new Arrivals(trace, binding, ways, b);
    const formulas = new Formulas(trace, ways, source, arrivals, b);
    this.known = { trace, program, sequence, index: StepIndex.of(sequence.steps), ways, source, terms, arrivals, formulas };
  }

  /** What arrives at each value on the way back. */
  get arrivals(): Arrivals {
    return this.known.arrivals;
  }

  /** Where a number comes from. */
  explain(reference: Reference): Explanation {
    const { symbol, t, unit = 1, column = 1 } = reference;
    const { trace, source, formulas } = this.known;
    const { kind, base, index } = parseSymbol(trace.network, symbol);
    const value = source.value(reference);
    const answer = answers[kind](this.known, { symbol, base, index, t, unit, column });
    if (typeof answer === 'string') return { reference, value, symbols: null, numbers: null, words: answer };
    const { symbols, numbers, words = '', isWhole = false } = answer;
    const left = isWhole ? '' : `${formulas.notation({ symbol, t }).latex} = `;
    return { reference, value, symbols: `${left}${symbols.latex}`, numbers, words };
  }
}
