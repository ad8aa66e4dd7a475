// Which place is in view: that of the operation just done; before the first and after the last, the nearest one.
import type { Scene } from '../../scene/scene.ts';
import type { Axis } from '../../../engine/topology/index.ts';

type Timed = Pick<Scene, 'moment' | 'trace' | 'network' | 'anatomy'>;

/** Axis and row of the operation just done; null where it has no place of its own. */
export function momentPlace({ moment, network: { program }, anatomy }: Pick<Timed, 'moment' | 'network' | 'anatomy'>): { axis: Axis; row: number } | null {
  if (!moment || moment.t < 1) return null;
  const axis = moment.chain < 0 ? (program.slots[anatomy.answer]?.axis ?? 0) : (program.chains[moment.chain]?.axis ?? 0);
  return { axis, row: moment.t };
}

export function currentPlace(scene: Timed): { axis: Axis; row: number } {
  const { moment, trace, network, anatomy } = scene;
  const place = momentPlace(scene);
  if (place) return place;
  const [first] = trace.steps;
  // The losses of all steps are added at the end of what is read out.
  if (moment !== null && moment.phase !== 'update') return { axis: network.program.slots[anatomy.answer]?.axis ?? 0, row: lastReadout(trace.steps) };
  return { axis: network.program.chains[first?.chain ?? 0]?.axis ?? 0, row: first?.row ?? 1 };
}

function lastReadout(steps: Scene['trace']['steps']): number {
  for (let k = steps.length - 1; k >= 0; k--) {
    const row = steps[k]?.readout?.row;
    if (row !== undefined) return Math.max(row, 1);
  }
  return 1;
}

/** Position of the chain whose step is in view. */
export const currentChain = ({ moment, trace }: Timed): number => trace.steps[moment?.position ?? -1]?.chain ?? trace.steps[0]?.chain ?? 0;
