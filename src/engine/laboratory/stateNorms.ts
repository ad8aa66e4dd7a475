// ‖h_t‖ of a run over one sequence, of the first chain's state.
import { norm } from '../math/linear.ts';
import type { Trace } from '../run/trace.ts';

/** T+1 numbers by t = 0 … T; ∞ or NaN where the state has overflowed. The forward pass has to be behind the trace. */
export function stateNorms({ network: { program }, stepCount, values }: Trace): Float64Array {
  const state = program.states[0]!;
  const { size } = program.slots[state]!;
  return Float64Array.from({ length: stepCount + 1 }, (_, t) => norm(values[state]!, t * size, (t + 1) * size));
}
