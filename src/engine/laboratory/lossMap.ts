// ‖∂L_t/∂h_k‖ for every step t that has a loss, and every state k: which answer still depends on which moment.
import { Jacobians } from '../gradient/jacobians.ts';
import { norm } from '../math/linear.ts';
import { Binding } from '../run/binding.ts';
import type { Trace } from '../run/trace.ts';
import { hiddenPart } from './along.ts';
import { factsOf } from './facts.ts';
import { preparing } from './prepare.ts';
import type { Answering, Questions } from './questions.ts';

export const map: Answering<'map'> = function* ({ setup, mostRows }) {
  const prepared = yield* preparing(setup);
  const facts = factsOf(prepared);
  const { everyLoss, parameters } = prepared;
  readOut(everyLoss, parameters);
  yield;
  return { facts, ...(yield* mapOf(everyLoss, parameters, mostRows)) };
};

/** Every step's output and loss, of a trace whose states are there. */
function readOut(trace: Trace, parameters: Float64Array): void {
  const binding = new Binding(trace, parameters, { slots: trace.gradients, parameters: trace.parameterGradients, layout: 'rows' });
  for (const step of trace.steps) if (step.readout) binding.runForward(binding.readout, step, 0);
}

/** Of any trace of one sequence and one chain that has been run forwards. Of several parts of a state the others are held fixed. */
export function* mapOf(trace: Trace, parameters: Float64Array, mostRows: number): Generator<void, Omit<Questions['map']['answer'], 'facts'>> {
  const jacobians = new Jacobians(trace, parameters);
  const { from, size } = hiddenPart(jacobians);
  const width = jacobians.steps.length + 1;
  const rows = spread(trace.sequences[0]?.readoutRows ?? [], mostRows);
  const norms = new Float64Array(rows.length * width);
  // All rows are carried back together, the later ones first: a step is aimed at once for all of them.
  const carried = new Float64Array(rows.length * jacobians.size);
  let active = 0;
  for (let k = width - 1; k >= 0; k--) {
    for (let next = rows.length - 1 - active; next >= 0 && rows[next]! >= k; next = rows.length - 1 - active) {
      carried.set(jacobians.ofLoss(rows[next]!).v, active * jacobians.size);
      active++;
    }
    for (let i = 0; i < active; i++) {
      const at = i * jacobians.size + from;
      norms[(rows.length - 1 - i) * width + k] = norm(carried, at, at + size);
    }
    if (k > 0) jacobians.carry(carried.subarray(0, active * jacobians.size), k - 1);
    yield;
  }
  return { rows, norms };
}

/** At most so many of them, evenly spread, with the first and the last; of one alone the last. */
function spread(all: readonly number[], most: number): Int32Array {
  if (all.length <= most) return Int32Array.from(all);
  const count = Math.max(1, Math.floor(most));
  if (count === 1) return Int32Array.from(all.slice(-1));
  return Int32Array.from({ length: count }, (_, i) => all[Math.round((i * (all.length - 1)) / (count - 1))]!);
}
