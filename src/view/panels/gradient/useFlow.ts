// The gradient flow of the newest whole run: while the next one is computed, the one before stands.
import { useMemo } from 'react';
import { gradientNorms, hasManyLosses, largestSingularValue, lastLossNorms, slopeBound } from '../../../engine/gradient/flow.ts';
import type { Network } from '../../../engine/network.ts';
import type { NonFinite } from '../../../worker/protocol.ts';
import { useWholeRun, type WholeRun } from '../stores.tsx';

export interface Flow {
  readonly network: Network;
  /** T. */
  readonly stepCount: number;
  /** ‖∂L/∂h_t‖ for t = 0 … T. */
  readonly norms: Float64Array;
  /** The same of the last step's loss alone; null where it is the only one. */
  readonly lastLoss: Float64Array | null;
  /** Largest singular value of W_hh. */
  readonly sigma: number;
  /** Steepest slope of the activation. */
  readonly gamma: number;
  readonly firstNonFinite: NonFinite | null;
}

/** Null until the first run is whole. */
export function useFlow(): Flow | null {
  const run = useWholeRun();
  return useMemo(() => (run ? flowOf(run) : null), [run]);
}

function flowOf({ network, trace, parameters, firstNonFinite }: WholeRun): Flow {
  return {
    network,
    stepCount: trace.stepCount,
    norms: gradientNorms(trace),
    lastLoss: hasManyLosses(trace) ? lastLossNorms(trace, parameters) : null,
    sigma: largestSingularValue(network, parameters),
    gamma: slopeBound(network.model.cell),
    firstNonFinite,
  };
}
