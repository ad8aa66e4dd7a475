// Where the way back leaves float64: the first gradient that is not a finite number, in the order in which BPTT computes them.
import { Terms } from './terms.ts';
import { sequenceAt } from '../run/rows.ts';
import type { Trace } from '../run/trace.ts';

interface NonFiniteGradient {
  /** `dh`, `da`; `dW_hh` where it is the sum over time that overflows. */
  readonly symbol: string;
  /** The step; of a sum over time the one whose term is too much. 0 for the initial state. */
  readonly t: number;
}

/** Of sequence b of a trace that has its backward pass behind it, with these parameters; null where all are finite. */
export function firstNonFiniteGradient(trace: Trace, parameters: Float64Array, b = 0): NonFiniteGradient | null {
  const value = nonFiniteValue(trace, b);
  const sum = nonFiniteSum(trace, parameters);
  return sum && (!value || sum.t > value.t) ? sum : value;
}

function nonFiniteValue(trace: Trace, b: number): NonFiniteGradient | null {
  const { slots, instructions, chains } = trace.network.program;
  const B = trace.sequences.length;
  const isFinite = (slot: number, t: number): boolean => {
    const size = slots[slot]?.size ?? 0;
    const gradients = trace.gradients[slot] ?? nothing;
    for (let i = (t * B + b) * size; i < Math.min((t * B + b + 1) * size, gradients.length); i++) if (!Number.isFinite(gradients[i])) return false;
    return true;
  };
  const found = (slot: number, t: number): NonFiniteGradient | null => (isFinite(slot, t) ? null : { symbol: `d${slots[slot]?.symbol}`, t });
  const backwards = [...instructions].reverse();
  const { steps } = sequenceAt(trace, b);
  for (let k = steps.length - 1; k >= 0; k--) {
    const step = steps[k]!;
    for (const { out, chain } of backwards) {
      if (chain >= 0 ? chain !== step.chain : !step.readout) continue;
      const wrong = found(out, chain < 0 ? (step.readout?.row ?? 0) : step.row);
      if (wrong) return wrong;
    }
    const wrong = found(chains[step.chain]!.input, step.row);
    if (wrong) return wrong;
  }
  for (const { states } of chains) {
    for (const state of states) {
      const wrong = found(state, 0);
      if (wrong) return wrong;
    }
  }
  return null;
}

/** A term g vᵀ may be too much, or the sum of terms, where g and v are not. */
function nonFiniteSum(trace: Trace, parameters: Float64Array): NonFiniteGradient | null {
  const isWrong = (numbers: Float64Array): boolean => numbers.some((each) => !Number.isFinite(each));
  let terms: Terms | null = null;
  let first: NonFiniteGradient | null = null;
  for (const [index, { symbol, offset, rows, columns }] of trace.network.program.parameters.entries()) {
    if (!isWrong(trace.parameterGradients.subarray(offset, offset + rows * columns))) continue;
    terms ??= new Terms(trace, parameters);
    const running = terms;
    const t = running.rowsOf(index).findLast((row) => isWrong(running.runningTotal(symbol, row))) ?? 0;
    if (!first || t > first.t) first = { symbol: `d${symbol}`, t };
  }
  return first;
}

const nothing = new Float64Array(0);
