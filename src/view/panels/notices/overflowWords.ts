// Where the numbers became too large to hold, and what that means, in words: no reader should have to know what NaN is.
import type { Network } from '../../../engine/network.ts';
import { plainText } from '../../../engine/symbols/symbols.ts';
import type { NonFinite } from '../../../worker/protocol.ts';

/** The largest number that float64 holds. */
export const largestNumber = '1.8·10³⁰⁸';

/** "From t = 2 on, a₂[3] is larger than …": the first value that is no number, its step and its unit. */
export function overflowWords(network: Network, { symbol, t, unit, value }: NonFinite): string {
  const name = plainText(network, { symbol, t, unit });
  if (Number.isNaN(value)) {
    return `From t = ${t} on, ${name} cannot be computed: numbers that it is made of are larger than ${largestNumber}, the largest number the computer can hold (∞), and sums like ∞ − ∞ or products like 0 · ∞ have no value.`;
  }
  const size = value > 0 ? `larger than ${largestNumber}, the largest number the computer can hold (∞)` : `below −${largestNumber}, beyond what the computer can hold (−∞)`;
  return `From t = ${t} on, ${name} is ${size}.`;
}
