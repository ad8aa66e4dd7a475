// Where a value's gradient comes from: what arrives by each way, written out.
import { sumOf } from '../equation/numeric.ts';
import { arrivalSymbol, wayOf } from '../clock/ways.ts';
import { added, type Answer, type Answers, type Asked, type Known, type Side } from './answer.ts';
import type { Arrival } from './arrivals.ts';

export const ofGradients: Answers<'gradient' | 'arrival'> = { gradient, arrival };

function gradient(known: Known, { base, index, t = 0, unit }: Asked): Answer {
  if (base === 'L') return 'the loss changes with itself one to one: the way back starts with 1 (1/R for a mean over R losses, and of that 1/B for each of B sequences)';
  if (known.trace.gradients[index]?.length === 0) return 'nothing needs this gradient, so it is not computed';
  const arrivals = known.arrivals.at(index, t);
  if (arrivals.length === 0) return silence(known, index, t);
  const ways = [...new Set(arrivals.map(({ use }) => use.way))];
  const whole = arriving(known, arrivals, unit);
  // Ways that meet have names of their own.
  return ways.length === 1
    ? whole
    : { ...whole, numbers: sumOf(ways.map((way) => known.formulas.leaf({ symbol: arrivalSymbol(base, way), t, unit }))) };
}

function arrival(known: Known, { symbol, index, t = 0, unit }: Asked): Answer {
  const way = wayOf(symbol);
  const arrivals = known.arrivals.at(index, t, way);
  if (arrivals.length > 0) return arriving(known, arrivals, unit);
  return way === 'next' ? silence(known, index, t) : 'nothing comes back this way';
}

/** What several uses bring together. */
function arriving({ formulas }: Known, arrivals: readonly Arrival[], unit: number): Side {
  return added(arrivals.map(({ use, step }) => ({
    symbols: formulas.backInSymbols(use, step),
    numbers: formulas.backInNumbers(use, step, unit - 1, 0),
  })));
}

/** Why nothing arrives. */
function silence({ program, index }: Known, slot: number, t: number): string {
  const isCut = index.after(program.slots[slot]?.chain ?? -1, t).some((k) => index.steps[k]?.isCut);
  return isCut ? 'the way back is cut after this step, so nothing comes from later ones' : 'nothing comes back to this value';
}
