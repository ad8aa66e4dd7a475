// What two networks make of the same sentence, told where the clock stands: answers and losses with both numbers, how long a gradient is
// in each, and what clipping did before the update.
import { plainText } from '../../../engine/symbols/symbols.ts';
import { clip } from '../../../engine/learn/optimisers.ts';
import { norm } from '../../../engine/math/linear.ts';
import type { Job } from '../../../engine/job.ts';
import type { Reference } from '../../../engine/reference.ts';
import { targetSlot } from '../../../engine/equation/program.ts';
import { nameOf } from '../../layout/extent.ts';
import { formatNumber, type Digits } from '../../theme/format.ts';
import type { Scene } from '../../scene/scene.ts';
import { apart } from '../whatif/apart.ts';
import { saying } from '../whatif/compared.ts';
import { isSameReading } from './sameReading.ts';

/** A number of both networks; `words` where it says more than the two numbers. */
export interface Finding {
  /** "loss", "‖∂L/∂h₁‖". */
  readonly name: string;
  readonly reference: Reference;
  readonly first: number;
  readonly second: number;
  /** How they differ, in words; empty where the numbers say it. */
  readonly words: string;
}

interface Findings {
  readonly numbers: readonly Finding[];
  /** "A says good, B says bad"; empty before both have answered. */
  readonly verdict: string;
  /** "B's gradient 3.2 → 1, clipped"; empty before the update. */
  readonly clipping: readonly string[];
}

/** Null where the two cannot be told side by side. */
export function findingsOf(first: Scene, second: Scene, digits: Digits): Findings | null {
  if (!isSameReading(first, second)) return null;
  const numbers = [answerOf(first, second), lossOf(first, second), gradientOf(first, second, digits), factorOf(first, second)];
  return { numbers: numbers.filter((each): each is Finding => each !== null), verdict: verdictOf(first, second), clipping: [clippingOf(first, 'A', digits), clippingOf(second, 'B', digits)].filter((each) => each !== '') };
}

function both(first: Scene, second: Scene, name: string, reference: Reference, words = ''): Finding | null {
  const [a, b] = [first.read(reference), second.read(reference)];
  return a === null || b === null ? null : { name, reference, first: a, second: b, words };
}

/** The step read out that is looked at: the one in view, or else the last that both have answered. */
function answeredRow(first: Scene, second: Scene): number | null {
  const symbol = first.network.program.slots[first.anatomy.answer]?.symbol ?? '';
  const rows = first.trace.sequences[0]?.readoutRows ?? [];
  const isThere = (row: number): boolean => first.read({ symbol, t: row, unit: 1 }) !== null && second.read({ symbol, t: row, unit: 1 }) !== null;
  const inView = first.moment?.t ?? 0;
  if (rows.includes(inView) && isThere(inView)) return inView;
  // Answers come one after the other, so those that are there are the beginning of the list.
  let [low, high] = [0, rows.length];
  while (low < high) {
    const half = (low + high) >> 1;
    if (isThere(rows[half] ?? 0)) low = half + 1;
    else high = half;
  }
  return rows[low - 1] ?? null;
}

/** Of classes, the probability of what should come out; of numbers, the first. */
function answerOf(first: Scene, second: Scene): Finding | null {
  const t = answeredRow(first, second);
  const { network, outputs } = first;
  const slot = network.program.slots[first.anatomy.answer];
  if (t === null || !slot) return null;
  const target = network.model.loss === 'cross_entropy' ? (first.trace.values[targetSlot]?.[t] ?? 0) : 0;
  const unit = target >= 0 ? target + 1 : 1;
  const named = slot.size > 1 && outputs[unit - 1] !== undefined ? `${plainText(network, { symbol: slot.symbol, t })}[${outputs[unit - 1]}]` : nameOf(network, { symbol: slot.symbol, t, unit });
  return both(first, second, named, { symbol: slot.symbol, t, unit });
}

function lossOf(first: Scene, second: Scene): Finding | null {
  const symbol = first.network.program.slots.find(({ stage }) => stage === 'loss')?.symbol ?? '';
  return both(first, second, 'loss', { symbol });
}

/** Symbol of the state whose gradient is compared: the first one's of the first chain, where both have it. */
const stateOf = ({ network: { program } }: Scene): string => program.slots[program.chains[0]?.states[0] ?? -1]?.symbol ?? '';

/** How long the gradient is at the step in view; after the way back, at the first step. */
function gradientOf(first: Scene, second: Scene, digits: Digits): Finding | null {
  const symbol = stateOf(first);
  const { moment } = first;
  if (symbol === '' || symbol !== stateOf(second) || !moment || moment.phase === 'forward' || moment.phase === 'loss') return null;
  const isOf = moment.phase === 'backward' && moment.t >= 1 && moment.chain <= 0;
  const t = isOf ? moment.t : 1;
  const reference = { symbol: `norm_d${symbol}`, t };
  const found = both(first, second, plainText(first.network, reference), reference);
  return found && { ...found, words: timesWords(found.first, found.second, digits) };
}

/** By how much the gradient grew or shrank in the step in view of the way back. */
function factorOf(first: Scene, second: Scene): Finding | null {
  const { moment } = first;
  if (moment?.phase !== 'backward' || moment.t < 1 || moment.chain > 0) return null;
  const found = both(first, second, `factor of step ${moment.t}`, { symbol: 'factor', t: moment.t });
  return found && !Number.isNaN(found.first) && !Number.isNaN(found.second) ? found : null;
}

/** "16 times as much"; empty where they are about the same, or where one is nothing. */
export function timesWords(first: number, second: number, digits: Digits = 2): string {
  if (!(first > 0) || !(second > 0) || !Number.isFinite(first / second)) return first === 0 && second > 0 ? 'gone in A' : second === 0 && first > 0 ? 'gone in B' : '';
  const isMore = second >= first;
  const factor = isMore ? second / first : first / second;
  if (factor < 1.05) return 'about the same';
  const written = factor >= 10 && factor < 1e5 ? Math.round(factor).toLocaleString('en') : formatNumber(factor, factor < 10 ? 2 : digits);
  return isMore ? `${written} times as much in B` : `${written} times as much in A`;
}

function verdictOf(first: Scene, second: Scene): string {
  const t = answeredRow(first, second);
  if (t === null) return '';
  const [a, b] = [first, second].map((scene) => saying({ ...scene, value: (reference) => scene.read(reference) ?? NaN }, t));
  if (!a || !b) return '';
  return a === b ? `both say ${a}` : `A says ${a}, B says ${b}`;
}

/** The length of the gradient of all parameters before and after clipping, in the update; empty where it is not clipped. */
function clippingOf({ moment, job, trace }: Scene, name: string, digits: Digits): string {
  if (moment?.phase !== 'update' || !job.clipping) return '';
  const lengths = clippedLengths(trace.parameterGradients, job.clipping);
  const { from, to } = apart(lengths.before, lengths.after, digits);
  if (lengths.after === lengths.before) return `${name}’s gradient ${from}, within its limit`;
  return `${name}’s gradient ${from} → ${to}, clipped`;
}

/** Lengths of a gradient before clipping and after it. */
export function clippedLengths(gradient: ArrayLike<number>, clipping: NonNullable<Job['clipping']>): { readonly before: number; readonly after: number } {
  const all = Float64Array.from(gradient);
  const before = norm(all, 0, all.length);
  clip(all, clipping);
  return { before, after: norm(all, 0, all.length) };
}
