// The gradient flow of the newest whole run: while the next one is computed, the one before stands.
import { useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { gradientNorms, hasManyLosses, largestSingularValue, lastLossNorms, slopeBound } from '../../../engine/flow.ts';
import type { Network } from '../../../engine/network.ts';
import type { NonFinite } from '../../../worker/protocol.ts';
import type { RunState } from '../../../state/runStore.ts';
import { useStores } from '../stores.tsx';

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
  const [select] = useState(newestWhole);
  const run = useStore(useStores().runs, select);
  return useMemo(() => (run ? flowOf(run) : null), [run]);
}

/** A selector that holds on to the last whole run, and to the same object as long as it is the same run. */
function newestWhole(): (state: RunState) => RunState | null {
  let whole: RunState | null = null;
  return (state) => {
    const isWhole = state.trace !== null && state.backwardFrom === 0;
    if (isWhole && state.trace !== whole?.trace) whole = state;
    return whole;
  };
}

function flowOf({ network, trace, parameters, firstNonFinite }: RunState): Flow | null {
  if (!network || !trace || !parameters) return null;
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
