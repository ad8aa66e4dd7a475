// What can be asked of a value's derivatives: which values have any, which states are held fixed, and which weight to ask about first.
import type { Derivatives } from '../../../engine/gradient/derivatives.ts';
import type { Network } from '../../../engine/network.ts';
import type { Reference } from '../../../engine/reference.ts';
import { parseSymbol, plainText } from '../../../engine/symbols/symbols.ts';
import { StepIndex } from '../../../engine/topology/stepIndex.ts';
import type { CellStep } from '../../../engine/topology/index.ts';
import { complete } from '../../layout/extent.ts';

/** Whether a value is computed by a step and the gradient goes through it, so that it can be differentiated. */
export function hasDerivatives(network: Network, steps: readonly CellStep[], { symbol, t }: Reference): boolean {
  const { kind, index } = parseSymbol(network, symbol);
  const slot = network.program.slots[index];
  return kind === 'value' && t !== undefined && slot?.hasGradient === true && slot.stage !== 'given' && StepIndex.of(steps).at(slot.chain, t) >= 0;
}

/** The states that are held fixed, by name: those that the value's own steps go on from. "h₂", "h₂ and c₂". */
export function heldNames(network: Network, steps: readonly CellStep[], { symbol, t = 0 }: Reference): string[] {
  const { slots, chains, reads } = network.program;
  const index = StepIndex.of(steps);
  const chain = slots[parseSymbol(network, symbol).index]?.chain ?? -1;
  const own = index.stepAt(chain, t);
  const last = chain >= 0 ? [own] : reads.map((each, r) => index.stepAt(each, own?.readout?.stateRows[r] ?? -1));
  return last.flatMap((step) => (step ? (chains[step.previousChain]?.states ?? []).map((state) => plainText(network, { symbol: slots[state]?.symbol ?? '', t: step.previousRow })) : []));
}

/** The recurrent weight that moves the value most, or else whichever weight does. */
export function strongestWeight(network: Network, { total }: Derivatives): Reference {
  const { parameters } = network.program;
  const recurrent = parameters.filter(({ role }) => role === 'recurrent');
  let best: Reference = { symbol: parameters[0]?.symbol ?? '' };
  let most = -1;
  for (const { symbol, offset, rows, columns } of recurrent.length > 0 ? recurrent : parameters) {
    for (let i = 0; i < rows * columns; i++) {
      const size = Math.abs(total[offset + i] ?? 0);
      if (size <= most) continue;
      most = size;
      best = { symbol, unit: Math.floor(i / columns) + 1, column: (i % columns) + 1 };
    }
  }
  return complete(network, best);
}

/** A weight's derivative among those of all. */
export function derivativeBy(network: Network, all: Float64Array, { symbol, unit = 1, column = 1 }: Reference): number {
  const parameter = network.program.parameters.find((each) => each.symbol === symbol);
  return parameter ? (all[parameter.offset + (unit - 1) * parameter.columns + column - 1] ?? NaN) : NaN;
}
