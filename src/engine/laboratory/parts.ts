// The two parts of what a step of a vanilla RNN multiplies the gradient by: the activation's slope, then the recurrent weights.
// ∂L/∂h_{t−1} = W_hhᵀ (φ′(a_t) ⊙ ∂L/∂h_t). Pascanu, Mikolov, Bengio (2013), "On the difficulty of training recurrent neural networks", eq. 5.
import { norm } from '../math/linear.ts';
import { slotIndex, type Network } from '../network.ts';
import type { Trace } from '../run/trace.ts';

interface FactorParts {
  /** ‖φ′(a_t) ⊙ ∂L/∂h_t‖ / ‖∂L/∂h_t‖ by t = 1 … p; NaN at 0, after p, and where it would be 0 / 0. T+1 numbers. */
  readonly slopePart: Float64Array;
  /** ‖∂L/∂h_{t−1}‖ / ‖φ′(a_t) ⊙ ∂L/∂h_t‖, likewise. The product of the two is ‖∂L/∂h_{t−1}‖ / ‖∂L/∂h_t‖. */
  readonly weightPart: Float64Array;
}

/** Whether a step of this network is one activation of one sum, so that its factor has these two parts. */
const hasParts = ({ program }: Network): boolean => slotIndex(program, 'a') >= 0 && program.states.length === 1;

/**
 * For a trace of one sequence that has the backward pass of the loss at step p alone behind it: ∂L/∂a_t is what the slope has left of
 * ∂L/∂h_t, and ∂L/∂h_{t−1} what the weights have made of that. Empty arrays for cells with gates.
 */
export function factorParts(trace: Trace, p: number): FactorParts {
  const { network, stepCount: T } = trace;
  if (!hasParts(network)) return { slopePart: new Float64Array(0), weightPart: new Float64Array(0) };
  const { slots, states } = network.program;
  const normAt = (slot: number, t: number): number => norm(trace.gradients[slot]!, t * slots[slot]!.size, (t + 1) * slots[slot]!.size);
  const [state, sum] = [states[0]!, slotIndex(network.program, 'a')];
  const slopePart = new Float64Array(T + 1).fill(NaN);
  const weightPart = new Float64Array(T + 1).fill(NaN);
  for (let t = 1; t <= p; t++) {
    const sloped = normAt(sum, t);
    slopePart[t] = sloped / normAt(state, t);
    weightPart[t] = normAt(state, t - 1) / sloped;
  }
  return { slopePart, weightPart };
}
