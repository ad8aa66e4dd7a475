// What explanations are made with: the parts that know a trace, and the form of an answer.
import type { Notation } from '../equation/notation.ts';
import { sum } from '../equation/notation.ts';
import { sumOf, type Numeric } from '../equation/numeric.ts';
import type { Program } from '../equation/program.ts';
import type { SymbolKind } from '../symbols/symbolKinds.ts';
import type { Terms } from '../gradient/terms.ts';
import type { StepIndex } from '../topology/stepIndex.ts';
import type { Sequence } from '../run/sequences.ts';
import type { Trace } from '../run/trace.ts';
import type { Ways } from '../clock/ways.ts';
import type { Arrivals } from './arrivals.ts';
import type { ClippedGradient } from '../learn/clipped.ts';
import type { Formulas, NumberSource } from './formulas.ts';

/** All that is known of the trace that is explained. */
export interface Known {
  readonly trace: Trace;
  readonly program: Program;
  /** The sequence of the batch that is looked at, and its steps. */
  readonly sequence: Sequence;
  readonly index: StepIndex;
  readonly ways: Ways;
  readonly source: NumberSource;
  readonly terms: Terms;
  readonly arrivals: Arrivals;
  readonly formulas: Formulas;
  /** The gradient that the update goes by; null where it is not clipped. */
  readonly clipped: () => ClippedGradient | null;
}

/** A reference taken apart; unit and column are 1-based. */
export interface Asked {
  readonly symbol: string;
  readonly base: string;
  readonly index: number;
  readonly t: number | undefined;
  readonly unit: number;
  readonly column: number;
}

/** The right-hand side of an equation. */
export interface Side {
  readonly symbols: Notation;
  readonly numbers: Numeric;
  readonly words?: string;
  /** Whether it is the symbol itself, which has no letter of its own: then there is no left-hand side. */
  readonly isWhole?: boolean;
}

/** An equation; or, for what is given, words. */
export type Answer = Side | string;

export type Answers<Kind extends SymbolKind> = Readonly<Record<Kind, (known: Known, asked: Asked) => Answer>>;

/** The sum of several sides; there is at least one. */
export function added(sides: readonly Side[]): Side {
  const [only, another] = sides as [Side, Side?];
  return another === undefined ? only : { symbols: sum(sides.map(({ symbols }) => symbols)), numbers: sumOf(sides.map(({ numbers }) => numbers)) };
}
