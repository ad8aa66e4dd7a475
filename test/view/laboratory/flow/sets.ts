// Sets of the flow plot for tests: with numbers of the test's own, or as the engine answers.
import type { NetworkFacts, Quantity } from '../../../../src/engine/laboratory/questions.ts';
import type { LaboratoryCell } from '../../../../src/state/laboratory/laboratory.ts';
import type { FlowSet } from '../../../../src/view/panels/laboratory/flow/flowSet.ts';

const facts: NetworkFacts = { parameterCount: 369, hiddenSize: 16, stretch: 0.95, radius: 0.5, gamma: 1, loss: 0.5, overflow: null, deadUnits: 0 };

/** One network a name, with its norms by k = 0 … T. */
export function setOf(
  norms: Partial<Record<LaboratoryCell, readonly number[]>>,
  { lossAt, quantity = 'state', ...own }: Partial<NetworkFacts> & { lossAt?: number; quantity?: Quantity } = {},
): FlowSet {
  const entries = Object.entries(norms) as [LaboratoryCell, readonly number[]][];
  const steps = (entries[0]?.[1].length ?? 3) - 1;
  const p = lossAt ?? steps;
  const networks = entries.map(([cell, each]) => {
    const all = Float64Array.from(each);
    return { cell, facts: { ...facts, ...own }, norms: all, way: all.subarray(0, p + 1) };
  });
  return { steps, lossAt: p, seed: 7, quantity, networks, problems: [] };
}
