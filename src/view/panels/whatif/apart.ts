// Two numbers side by side, with as many digits as it takes to tell them apart, and how far they are apart.
import { formatNumber, type Digits } from '../../theme/format.ts';

interface Apart {
  readonly from: string;
  readonly to: string;
  /** With its sign, also where it is positive. */
  readonly difference: string;
}

const minus = (text: string): string => text.replace('-', '−');
const signed = (value: number, text: string): string => (value > 0 ? `+${text}` : text);

/** Digits after the point that are tried at most. */
const most = 6;
/** Larger numbers are written with a power of ten. */
const large = 1e5;

/** `digits`: the fewest after the point. */
export function apart(from: number, to: number, digits: Digits): Apart {
  const difference = to - from;
  const isPlain = Math.max(Math.abs(from), Math.abs(to)) < large;
  if (digits !== 'full' && isPlain) {
    for (let places = digits; places <= most; places++) {
      const [a, b] = [from.toFixed(places), to.toFixed(places)];
      const isTold = a !== b && Number(difference.toFixed(places)) !== 0;
      // Where all digits agree there are more to come, unless the numbers do too.
      if (isTold || difference === 0) return { from: positiveZero(a), to: positiveZero(b), difference: signed(difference, positiveZero(difference.toFixed(places))) };
    }
  }
  const few = digits === 'full' ? 'full' : 4;
  return { from: formatNumber(from, few), to: formatNumber(to, few), difference: signed(difference, formatNumber(difference, few)) };
}

/** −0.00 is 0.00. */
const positiveZero = (text: string): string => minus(/^-0\.?0*$/.test(text) ? text.slice(1) : text);
