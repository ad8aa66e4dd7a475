// What the recurrent weights of a cell can do, and which gate keeps its old state.
import { roadGate } from '../gradient/paths.ts';
import { spectralRadius } from '../math/eigen.ts';
import { spectralNorm } from '../math/singular.ts';
import type { Network } from '../network.ts';

export interface Reach {
  /** σ_max, the largest singular value of a recurrent matrix: the largest one where gates have a matrix each. */
  readonly stretch: number;
  /** ρ, the largest magnitude of an eigenvalue, likewise. */
  readonly radius: number;
}

/** σ_max and ρ over all recurrent matrices; 0 where there is none. */
export function recurrentReach({ program }: Network, parameters: Float64Array): Reach {
  const matrices = program.parameters
    .filter(({ role }) => role === 'recurrent')
    .map(({ offset, rows, columns }) => ({ matrix: parameters.subarray(offset, offset + rows * columns), rows, columns }));
  return {
    stretch: Math.max(0, ...matrices.map(({ matrix, rows, columns }) => spectralNorm(matrix, rows, columns))),
    radius: Math.max(0, ...matrices.map(({ matrix, rows }) => spectralRadius(matrix, rows))),
  };
}

interface KeepingGate {
  /** The state that it is multiplied by on its straight road to the next step, and the gate: c and f, h and z. */
  readonly state: string;
  readonly gate: string;
  /** Their slots. */
  readonly stateSlot: number;
  readonly gateSlot: number;
}

/** The gate on the straight road of a state of the first chain; null for a cell without one. */
export function keepingGate(network: Network): KeepingGate | null {
  const { slots, states } = network.program;
  for (const stateSlot of states) {
    const gateSlot = roadGate(network, stateSlot);
    const [state, gate] = [slots[stateSlot]?.symbol, slots[gateSlot]?.symbol];
    if (state !== undefined && gate !== undefined) return { state, gate, stateSlot, gateSlot };
  }
  return null;
}
