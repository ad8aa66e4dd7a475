// The hidden states of the row in view, which move along with a training.
import { useMemo } from 'react';
import { plainText } from '../../../../engine/symbols/symbols.ts';
import { StateHeat } from '../../../draw/workshop/training/StateHeat.tsx';
import { stateHeat, type StateChain } from '../../../layout/workshop/training/stateHeat.ts';
import { formatNumber } from '../../../theme/format.ts';
import { FigureFrame, type FigurePlace } from '../../pages/FigureFrame.tsx';
import { largestOf } from './largest.ts';
import type { RowNumbers } from './rowScene.ts';

interface Chain extends StateChain {
  /** [unit][step]. */
  readonly values: Float64Array;
}

export function StatesFigure({ numbers }: { readonly numbers: RowNumbers }) {
  const chains = useMemo(() => chainsOf(numbers), [numbers]);
  const largest = largestOf(chains.map(({ values }) => values));
  return (
    <FigureFrame title="Hidden states of this row" name="training-states" minHeight={230} note={`A column a step, a row a unit, of ${numbers.row.name}. Full colour: ${formatNumber(largest)}.`}>
      {(place) => <States chains={chains} largest={largest} place={place} />}
    </FigureFrame>
  );
}

function States({ chains, largest, place }: { readonly chains: readonly Chain[]; readonly largest: number; readonly place: FigurePlace }) {
  const { width, height, textSize } = place;
  const placed = useMemo(() => stateHeat(chains, { width, height, textSize }), [chains, width, height, textSize]);
  const values = new Map(chains.map((each) => [each.id, each.values]));
  return (
    <StateHeat chains={placed} valuesOf={(id) => values.get(id) ?? new Float64Array()} largest={largest} size={place} description={`Hidden states over the ${chains[0]?.tokens.length ?? 0} steps of this row; the largest is ${formatNumber(largest)} in size.`} />
  );
}

/** The state of each chain; of a layer without memory, what it puts out. */
function chainsOf({ run: { network, trace }, row }: RowNumbers): Chain[] {
  const { chains, slots, reads } = network.program;
  return chains.flatMap((chain, k): Chain[] => {
    const index = chain.states[0] ?? slots.findLastIndex((slot) => slot.stage === 'cell' && slot.chain === (reads[0] ?? k));
    const { symbol = '', size = 0 } = slots[index] ?? {};
    const values = trace.values[index];
    if (!values || size === 0) return [];
    const steps = values.length / size - 1;
    const tokens = Array.from({ length: steps }, (_, step) => row.words.tokens[chain.axis][step] ?? '');
    return [{ id: symbol, name: plainText(network, { symbol }), units: size, tokens, values: turned(values.subarray(size), steps, size) }];
  });
}

/** [step][unit] as [unit][step]. */
function turned(values: Float64Array, steps: number, size: number): Float64Array {
  const out = new Float64Array(steps * size);
  for (let t = 0; t < steps; t++) for (let unit = 0; unit < size; unit++) out[unit * steps + t] = values[t * size + unit] ?? NaN;
  return out;
}
