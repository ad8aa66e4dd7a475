// How two settings differ, and what the difference does to the gradient, in words from computed numbers.
import type { Setup } from '../../../../engine/laboratory/setup.ts';
import { schemeNames } from '../../../../engine/recipe/schemeNames.ts';
import { laboratoryCells } from '../../../../state/laboratory/laboratory.ts';
import { networkNames } from '../../../../state/laboratory/names.ts';
import { formatNumber, raised } from '../../../theme/format.ts';

export const cellName = (setup: Setup): string => {
  const cell = laboratoryCells.find((each) => each === setup.network.cell);
  return cell ? networkNames[cell].name : setup.network.cell;
};

const decimal = (value: number): string => formatNumber(value).replace(/\.?0+$/, '');

const stretchOf = ({ network: { stretch } }: Setup): string => (stretch ? `${stretch.by === 'singular' ? 'σ' : 'ρ'} = ${decimal(stretch.value)}` : 'as it starts');

/** What is compared: its name, and how a side has it; null where a side has no such thing. */
const settings: readonly { readonly name: string; readonly write: (setup: Setup) => string | null }[] = [
  { name: 'cell', write: cellName },
  { name: 'hidden units', write: ({ network }) => String(network.hiddenSize) },
  { name: 'first weights', write: ({ network }) => schemeNames[network.scheme] },
  { name: 'scale of W_hh', write: stretchOf },
  { name: 'bias of the keeping gate', write: ({ network }) => (network.cell === 'lstm' || network.cell === 'gru' ? (network.gateBias === null ? 'as the scheme has it' : decimal(network.gateBias)) : null) },
  { name: 'strength of the input', write: ({ sequence }) => decimal(sequence.strength) },
];

/** "cell (RNN · tanh against LSTM)", one a setting that differs. A bias that only one side can have is part of its cell. */
export function differences(a: Setup, b: Setup): string[] {
  return settings.flatMap(({ name, write }) => {
    const [first, second] = [write(a), write(b)];
    return first === null || second === null || first === second ? [] : [`${name} (${first} against ${second})`];
  });
}

export function differenceWords(a: Setup, b: Setup): string {
  const all = differences(a, b);
  return all.length === 0 ? 'Both sides are set alike, so their lines lie on each other.' : `The settings differ in: ${all.join(', ')}.`;
}

/** "70,000 times", "1.3 times", "3.2·10¹⁵ times" from an exponent of ten. */
export function timesWords(exponent: number): string {
  if (exponent >= 5) {
    const whole = Math.floor(exponent);
    const mantissa = 10 ** (exponent - whole);
    // A mantissa that rounds to 10 belongs to the next power.
    const [shown, power] = mantissa >= 9.95 ? [1, whole + 1] : [mantissa, whole];
    return exponent < 6 ? `${(Number(shown.toPrecision(2)) * 10 ** power).toLocaleString('en-US', { maximumFractionDigits: 0 })} times` : `${shown.toFixed(1)}·10${raised(power)} times`;
  }
  const value = 10 ** exponent;
  return `${value < 10 ? value.toFixed(1) : Number(value.toPrecision(2)).toLocaleString('en-US')} times`;
}

interface Side {
  /** By k = 0 … T. */
  readonly norms: Float64Array;
}

/** What a side has at a step: of its gradient at the loss where that is possible, in words. */
export function leftWords(norms: Float64Array, k: number, lossAt: number, isRelative: boolean): string {
  const [norm = NaN, last = NaN] = [norms[k], norms[lossAt]];
  if (!Number.isFinite(norm)) return 'a gradient that is too large for float64';
  if (norm === 0) return 'a gradient of exactly 0';
  if (!isRelative || last === 0 || !Number.isFinite(last)) return `a gradient of ${formatNumber(norm)}`;
  return `${formatNumber(norm / last)} of the gradient at the loss`;
}

/** "At step 1 A has 3·10⁻⁶ of the gradient at the loss, B has 0.21 of it: B has 70,000 times as much." */
export function duelWords(sides: readonly [Side, Side], ratio: number, k: number, lossAt: number, isRelative: boolean): string {
  const [a, b] = sides.map(({ norms }) => leftWords(norms, k, lossAt, isRelative));
  return `At step ${k.toLocaleString('en-US')} A has ${a}, B has ${b}: ${moreWords(ratio)}.`;
}

function moreWords(ratio: number): string {
  if (Number.isNaN(ratio)) return 'there is nothing to compare';
  if (ratio === 0) return 'exactly as much';
  if (!Number.isFinite(ratio)) return 'they have no ratio, as one of them is exactly 0 or too large to hold';
  // Less than half a per cent cannot be seen.
  if (Math.abs(ratio) < 0.002) return 'as good as the same';
  return `${ratio > 0 ? 'A' : 'B'} has ${timesWords(Math.abs(ratio))} as much`;
}
