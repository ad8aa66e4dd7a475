// The gradient flow of the newest whole run, a line for every state of every way through time: while the next run is computed, the one
// before stands.
import { useMemo } from 'react';
import { hasManyLosses, slopeBound } from '../../../engine/gradient/flow.ts';
import { lossAlone, normsAlong, pathsOf, recurrentStretch, roadGate, type Path } from '../../../engine/gradient/paths.ts';
import type { Network } from '../../../engine/network.ts';
import type { Reference } from '../../../engine/reference.ts';
import { plainText } from '../../../engine/symbols/symbols.ts';
import { StepIndex } from '../../../engine/topology/stepIndex.ts';
import type { Trace } from '../../../engine/run/trace.ts';
import type { NonFinite } from '../../../worker/protocol.ts';
import { chainName } from '../timeNames.ts';
import { useWholeRun, type WholeRun } from '../stores.tsx';
import type { StepName } from '../../../engine/tasks/task.ts';
import type { Ends } from './flowWords.ts';

/** One state along its way. All arrays are in the order of the way: 0 the initial state, the last nearest to the loss. */
export interface FlowLine {
  /** The state's symbol in the way's first chain. */
  readonly id: string;
  /** As on the screen: "h", "reverse h"; without its chain where the way leads through several. */
  readonly name: string;
  readonly path: Path;
  readonly norms: Float64Array;
  /** The same of the loss alone that is read out last on the way; null where there is but one loss. */
  readonly lastLoss: Float64Array | null;
  /** Whether the way leads from the last step to the first. */
  readonly isReversed: boolean;
  /** Where the state is handed over to another cell: after that step of the way; null where it is not. */
  readonly passage: number | null;
  /** By chain of the way: σ_max of its recurrent weights, null where it has several such matrices. */
  readonly stretches: readonly (number | null)[];
  /** The gate that it is multiplied by on its straight road back, with the smallest and largest value; null where there is none. */
  readonly road: { readonly gate: string; readonly low: number; readonly high: number } | null;
  /** The state at a step of the way. */
  readonly state: (k: number) => Reference;
}

export interface Flow {
  readonly network: Network;
  /** States that are read out first. Empty where no state is handed on. */
  readonly lines: readonly FlowLine[];
  /** T of a way. */
  readonly stepCount: number;
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
  const { chains } = network.program;
  const paths = pathsOf(network, trace.steps);
  const order = chains[0]?.states.map((_, k) => k) ?? [];
  const lines = paths.flatMap((path) => {
    const alone = hasManyLosses(trace) ? aloneAtEnd(network, trace, parameters, path) : null;
    return order.map((k) => lineOf(network, trace, parameters, path, k, alone));
  });
  return { network, lines, stepCount: paths[0]?.steps.length ?? trace.steps.length, gamma: slopeBound(network.model.cell), firstNonFinite };
}

/** The gradients of the loss that is read out where the way ends. */
function aloneAtEnd({ program }: Network, trace: Trace, parameters: Float64Array, { steps }: Path): Trace | null {
  const index = StepIndex.of(trace.steps);
  const last = steps.at(-1);
  const reader = program.reads.indexOf(last?.chain ?? -1);
  const [at] = last && reader >= 0 ? index.readersOf(reader, last.row) : [];
  const row = trace.steps[at ?? -1]?.readout?.row;
  return row === undefined ? null : lossAlone(trace, parameters, row);
}

function lineOf(network: Network, trace: Trace, parameters: Float64Array, path: Path, order: number, alone: Trace | null): FlowLine {
  const { chains, slots } = network.program;
  const symbolIn = (chain: number): string => slots[chains[chain]?.states[order] ?? -1]?.symbol ?? '';
  const [first = 0] = path.chains;
  const name = plainText(network, { symbol: symbolIn(first) });
  const handedOver = path.steps.findIndex(({ chain }) => chain !== first);
  return {
    id: symbolIn(first),
    name: path.chains.length > 1 ? name.replace(`${chainName(network, first)} `, '') : name,
    path,
    norms: normsAlong(trace, path, order),
    lastLoss: alone && normsAlong(alone, path, order),
    isReversed: chains[first]?.direction === -1,
    passage: handedOver > 0 ? handedOver : null,
    stretches: path.chains.map((chain) => recurrentStretch(network, parameters, chain)),
    road: roadOf(network, trace, path, order),
    state: (k) => {
      const step = path.steps[k - 1];
      return step ? { symbol: symbolIn(step.chain), t: step.row } : { symbol: symbolIn(first), t: 0 };
    },
  };
}

function roadOf(network: Network, trace: Trace, { chains: own, steps }: Path, order: number): FlowLine['road'] {
  const { chains, slots } = network.program;
  const gates = new Map(own.map((chain) => [chain, roadGate(network, chains[chain]?.states[order] ?? -1)]));
  let [low, high, letter] = [Infinity, -Infinity, ''];
  for (const { chain, row } of steps) {
    const gate = gates.get(chain) ?? -1;
    const { size = 0, symbol = '' } = slots[gate] ?? {};
    letter ||= plainText(network, { symbol }).split(' ').at(-1) ?? '';
    for (const value of trace.values[gate]?.subarray(row * size, (row + 1) * size) ?? []) [low, high] = [Math.min(low, value), Math.max(high, value)];
  }
  return high >= low ? { gate: letter, low, high } : null;
}

/** What the ends of a line's way are called. */
export function endsOf(network: Network, { path, isReversed }: FlowLine, step: StepName): Ends {
  const [from, to] = [path.chains[0], path.chains.at(-1)].map((chain) => chainName(network, chain ?? 0));
  if (path.chains.length > 1) return { far: `${from}’s first ${step}`, near: `${to}’s last ${step}` };
  return isReversed ? { far: `last ${step}`, near: `first ${step}` } : { far: `first ${step}`, near: `last ${step}` };
}

/** The step of a line's way that a reference is about: its own state's, or whatever stands at that step; 0 where there is none. */
export function placeOn({ program }: Network, { path }: FlowLine, chain: number, t: number | undefined): number {
  if (t === undefined || t < 1) return 0;
  const own = path.steps.findIndex((step) => step.chain === chain && step.row === t);
  if (own >= 0) return own + 1;
  const axis = program.chains[chain]?.axis ?? program.slots[program.instructions.at(-1)?.out ?? -1]?.axis;
  return path.steps.findIndex((step) => program.chains[step.chain]?.axis === axis && step.row === t) + 1;
}
