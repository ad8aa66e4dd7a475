// A finite-difference check of any one gradient: the number is moved a little to both sides, the whole network is run again,
// and the slope of the loss between them is held against BPTT's. Central differences, improved once by Richardson (1911).
import { Binding } from '../run/binding.ts';
import type { Example } from '../model.ts';
import { parameterOf, slotIndex, type Network } from '../network.ts';
import { Pass } from '../run/pass.ts';
import { totalLossOf } from '../run/totalLoss.ts';
import type { Reference } from '../reference.ts';
import { parseSymbol } from '../symbols/symbols.ts';
import { hasRow, sequenceAt } from '../run/rows.ts';
import type { Truncation } from '../run/sequences.ts';
import { createTrace, type Trace } from '../run/trace.ts';

/** A network with what it reads: all that a run needs. */
export interface Run {
  readonly network: Network;
  readonly parameters: Float64Array;
  readonly examples: readonly Example[];
  /** By the state's symbol; zeros where left out. */
  readonly initialStates?: Readonly<Record<string, ArrayLike<number>>> | undefined;
  /** With it BPTT leaves out part of the gradient, so that the two numbers differ: by how much is then the answer. */
  readonly truncation?: Truncation | undefined;
}

interface GradientCheck {
  /** ∂L/∂ of the number, by BPTT. */
  readonly analytic: number;
  /** The slope of the loss, by differences. */
  readonly numeric: number;
  /** How far the number was moved to each side, at most. */
  readonly step: number;
  /** |analytic − numeric| / max(|analytic|, |numeric|); 0 where both are 0. */
  readonly difference: number;
}

/** What is moved: a parameter, or a value of sequence b at a row. */
type Target = { readonly kind: 'parameter'; readonly at: number } | { readonly kind: 'value'; readonly slot: number; readonly row: number; readonly at: number };

/**
 * Checks the gradient that a reference points at: `dW_hh` with unit and column, `dh` with t and unit (t = 0: the initial
 * state), `dx`, `da`, … of sequence b. A value is moved just after it is computed, so that all that follows moves with it.
 * ReLU has a kink at 0, where the two numbers may differ. Throws an `Error` in words where there is no such number, or no
 * gradient of it is computed.
 */
export function checkGradient(run: Run, reference: Reference, b = 0): GradientCheck {
  const { trace, pass } = prepared(run);
  pass.forward();
  pass.backward();
  const target = targetOf(run, trace, reference, b);
  const analytic = target.kind === 'parameter' ? trace.parameterGradients[target.at] : trace.gradients[target.slot]?.[target.at];
  const value = target.kind === 'parameter' ? run.parameters[target.at] : trace.values[target.slot]?.[target.at];
  if (analytic === undefined || value === undefined) {
    throw new Error(`There is no gradient ${reference.symbol}${reference.t === undefined ? '' : ` at t = ${reference.t}`} to check: it is not computed.`);
  }
  const step = 1e-3 * Math.max(1, Math.abs(value));
  const slope = (by: number): number => (lossWith(run, target, b, by) - lossWith(run, target, b, -by)) / (2 * by);
  const numeric = (4 * slope(step / 2) - slope(step)) / 3;
  const size = Math.max(Math.abs(analytic), Math.abs(numeric));
  return { analytic, numeric, step, difference: size === 0 ? 0 : Math.abs(analytic - numeric) / size };
}

function prepared({ network, parameters, examples, initialStates = {}, truncation }: Run) {
  const trace = createTrace(network, examples, truncation);
  const pass = new Pass(trace, parameters);
  for (const [symbol, values] of Object.entries(initialStates)) pass.start(values, symbol);
  return { trace, pass };
}

/** Whether a place, from 1, is one of so many. */
const isOneOf = (count: number, place: number): boolean => Number.isInteger(place) && place >= 1 && place <= count;

function targetOf({ network }: Run, trace: Trace, { symbol, t = 0, unit = 1, column = 1 }: Reference, b: number): Target {
  const { kind, base } = parseSymbol(network, symbol);
  if (kind === 'parameter gradient') {
    const { offset, rows, columns } = parameterOf(network.program, base)!;
    if (!isOneOf(rows, unit) || !isOneOf(columns, column)) throw new Error(`${base} has ${rows} rows and ${columns} columns, so it has no entry [${unit},${column}].`);
    return { kind: 'parameter', at: offset + (unit - 1) * columns + column - 1 };
  }
  if (kind !== 'gradient') throw new Error(`What can be checked is a gradient, such as dW_hh or dh, but this is ${symbol}.`);
  const slot = slotIndex(network.program, base);
  const { size } = network.program.slots[slot]!;
  if (!isOneOf(size, unit) || !hasRow(network.program, sequenceAt(trace, b), slot, t)) {
    throw new Error(`This network computes no number ${base} at t = ${t} with unit ${unit}, so there is no gradient to check.`);
  }
  return { kind: 'value', slot, row: t, at: (t * trace.sequences.length + b) * size + unit - 1 };
}

/** L of the whole network with one number moved. */
function lossWith(run: Run, target: Target, b: number, by: number): number {
  if (target.kind === 'parameter') {
    const parameters = run.parameters.slice();
    parameters[target.at]! += by;
    const { trace, pass } = prepared({ ...run, parameters });
    pass.forward();
    return totalLossOf(trace);
  }
  const { trace } = prepared(run);
  const moved = trace.values[target.slot] as Float64Array;
  const binding = new Binding(trace, run.parameters, { slots: trace.gradients, parameters: trace.parameterGradients, layout: 'rows' });
  const { stage } = run.network.program.slots[target.slot]!;
  // What no instruction makes is there before the first one: inputs and initial states.
  if (stage === 'given' || target.row === 0) moved[target.at]! += by;
  trace.sequences.forEach(({ steps }, sequence) => {
    for (const step of steps) {
      for (const bound of binding.instructionsOf(step)) {
        binding.aim([bound], step, sequence);
        bound.operation.forward(bound.out, bound.args);
        const isIt = bound.instruction.out === target.slot && sequence === b && bound.out.at <= target.at && target.at < bound.out.at + bound.out.rows;
        if (isIt) moved[target.at]! += by;
      }
    }
  });
  return totalLossOf(trace);
}
