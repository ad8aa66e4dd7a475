// The numbers of the run that stood before something was changed, kept apart: the page's own arrays are filled anew.
import type { Job } from '../../../engine/job.ts';
import { Numbers } from '../../../engine/explain/numbers.ts';
import type { Reference } from '../../../engine/reference.ts';
import type { Trace } from '../../../engine/run/trace.ts';
import type { Network } from '../../../engine/network.ts';
import { parseSymbol } from '../../../engine/symbols/symbols.ts';
import type { Axis } from '../../../engine/topology/index.ts';
import { labelsOf, type RunLabels } from '../../../state/runs.ts';
import { anatomyOf } from '../../anatomy/anatomy.ts';
import type { RunNumbers } from '../../scene/scene.ts';

export interface KeptRun {
  readonly job: Job;
  readonly network: Network;
  readonly labels: RunLabels;
  readonly trace: Trace;
  /** The number that stood there; NaN where none did, or where it was not kept. */
  value(reference: Reference): number;
}

const nothing = new Float64Array(0);

/** Keeps states, gates, inputs, outputs, losses and parameters. Gradients are left: they are not compared. */
export function keepRun(run: RunNumbers): KeptRun {
  const { network, job, trace } = run;
  const kept = keptSlots(network);
  const own: Trace = { ...trace, values: trace.values.map((array, slot) => (kept.has(slot) ? array.slice() : nothing)) };
  const numbers = new Numbers(own, run.parameters.slice(), job.learningRate, 0, job.clipping);
  return {
    job,
    network,
    labels: labelsOf(job),
    trace: own,
    value(reference) {
      const { kind, index } = parseSymbol(network, reference.symbol);
      if (kind === 'parameter') return numbers.value(reference);
      const isTotal = reference.t === undefined && network.program.slots[index]?.stage === 'loss';
      return kind === 'value' && kept.has(index) && (isTotal || reference.t !== undefined) ? numbers.value(reference) : NaN;
    },
  };
}

/** Positions of the slots that the drawing has a place for, and the losses. */
function keptSlots(network: Network): ReadonlySet<number> {
  let found = known.get(network);
  if (!found) {
    const { staves } = anatomyOf(network, true);
    const losses = network.program.slots.flatMap(({ stage }, index) => (stage === 'loss' || stage === 'given' ? [index] : []));
    known.set(network, (found = new Set([...staves.flatMap(({ slots }) => slots.flat()), ...losses])));
  }
  return found;
}

const known = new WeakMap<Network, ReadonlySet<number>>();

/** Whether any kept number of a row is another one now; `oldRow`: where the row stood before. */
export function hasChanged(before: KeptRun, now: Trace, axis: Axis, row: number, oldRow: number): boolean {
  const { slots } = before.network.program;
  for (const index of keptSlots(before.network)) {
    const slot = slots[index];
    // What is given has been changed by hand where it has: it is what follows that is marked.
    if (!slot || slot.axis !== axis || slot.stage === 'given') continue;
    const [then, since] = [before.trace.values[index] ?? nothing, now.values[index] ?? nothing];
    for (let unit = 0; unit < slot.size; unit++) {
      if (!Object.is(then[oldRow * slot.size + unit], since[row * slot.size + unit])) return true;
    }
  }
  return false;
}
