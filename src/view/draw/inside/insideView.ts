// What stands on the lines of an opened cell at one step: which value goes over each, what comes back over it, and what is worked at now.
import { norm } from '../../../engine/math/linear.ts';
import { arrivalSymbol, usesBy, waysOf } from '../../../engine/clock/ways.ts';
import type { Reference } from '../../../engine/reference.ts';
import type { CellStep } from '../../../engine/topology/index.ts';
import { StepIndex } from '../../../engine/topology/stepIndex.ts';
import type { FlowEdge } from '../../layout/inside/dataflow.ts';
import type { Scene } from '../../scene/scene.ts';

/** What comes back over one line. */
interface EdgeGradient {
  /** Its own name; null where it is one of several uses that are named together. */
  readonly name: Reference | null;
  /** The symbol whose operation on the clock brings it, and the time step of that. */
  readonly brought: Reference;
  /** Null while the playhead has not come to it, and where nothing comes back. */
  readonly vector: Float64Array | null;
  readonly norm: number;
  /** Whether the way back is cut here. */
  readonly isCut: boolean;
}

export interface InsideView {
  readonly scene: Scene;
  readonly chain: number;
  readonly t: number;
  readonly step: CellStep | undefined;
  readonly isReadOut: boolean;
  /** Whether gradients are on their way. */
  readonly isBackward: boolean;
  /** The value that a slot stands for: of this step, or of the one before. */
  readonly valueOf: (slot: number, time: 'now' | 'previous') => Reference;
  readonly gradientOf: (edge: FlowEdge) => EdgeGradient;
  /** Whether the operation just done made this slot, or works with it. */
  readonly isMaking: (slot: number) => boolean;
  readonly isNow: boolean;
}

export function insideViewOf(scene: Scene, chain: number, t: number): InsideView {
  const { network, trace, numbers, moment } = scene;
  const { slots, chains, reads, instructions } = network.program;
  const ways = waysOf(network.program);
  const index = StepIndex.of(trace.steps);
  const position = index.at(chain, t);
  const step = index.steps[position];
  const reader = reads.indexOf(chain);
  const symbolOf = (slot: number): string => slots[slot]?.symbol ?? '';
  const valueOf = (slot: number, time: 'now' | 'previous'): Reference => {
    if (time === 'now' || !step) return { symbol: symbolOf(slot), t };
    const order = chains[chain]?.states.indexOf(slot) ?? -1;
    return { symbol: symbolOf(chains[step.previousChain]?.states[order] ?? slot), t: step.previousRow };
  };
  const isThere = (reference: Reference): boolean => scene.read({ ...reference, unit: 1 }) !== null;

  const nameOf = ({ slot, time, to, k }: FlowEdge): Pick<EdgeGradient, 'name' | 'brought'> => {
    const value = valueOf(slot, time);
    const way = k < 0 ? (`${to}`.startsWith('after') ? 'next' : 'out') : time === 'previous' ? 'next' : 'here';
    if (k >= 0 && slots[slot]?.stage === 'given') {
      // Nothing on the clock goes back to what is read: its gradient is there with that of what it is used for.
      return { name: null, brought: { symbol: `d${symbolOf(instructions[to as number]?.out ?? -1)}`, t } };
    }
    const symbol = ways.meets[slot] ? arrivalSymbol(value.symbol, way) : `d${value.symbol}`;
    const brought = { symbol, t: value.t };
    return { name: k < 0 || usesBy(ways, slot, way) === 1 ? brought : null, brought };
  };
  const vectorOf = ({ to, k, slot }: FlowEdge, { name }: Pick<EdgeGradient, 'name'>): Float64Array | null => {
    if (k >= 0) return numbers.useGradient(to as number, k, t);
    const size = slots[slot]?.size ?? 0;
    return name && numbers.has(name.symbol, name.t) ? Float64Array.from({ length: size }, (_, i) => numbers.value({ ...name, unit: i + 1 })) : null;
  };

  const isNow = moment !== null && moment.position === position && moment.position >= 0;
  return {
    scene, chain, t, step, valueOf, isNow,
    isReadOut: reader >= 0 && index.readersOf(reader, t).length > 0,
    isBackward: moment !== null && (moment.phase === 'backward' || moment.phase === 'update'),
    gradientOf(edge) {
      const named = nameOf(edge);
      const isAfter = edge.k < 0 && `${edge.to}`.startsWith('after');
      const isCut = isAfter ? index.after(chain, t).some((each) => index.steps[each]?.isCut === true) : edge.time === 'previous' && step?.isCut === true;
      const vector = isThere(named.brought) ? vectorOf(edge, named) : null;
      return { ...named, vector, norm: vector ? norm(vector) : NaN, isCut };
    },
    isMaking: (slot) => isNow && moment.slot === slot && (moment.phase === 'forward' || moment.kind === 'meet'),
  };
}
