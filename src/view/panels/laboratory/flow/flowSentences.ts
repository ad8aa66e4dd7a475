// What the flow plot says in words: what stands on the screen, what is left at the first step, and why a line ends or is not there.
import { networkNames } from '../../../../state/laboratory/names.ts';
import { grouped } from '../../../../state/limits.ts';
import type { LaboratoryCell } from '../../../../state/laboratory/laboratory.ts';
import type { Unit } from '../../../layout/flowFate.ts';
import { zeroWords } from '../../gradient/flowWords.ts';
import { largestNumber } from '../../notices/overflowWords.ts';
import type { Overflow } from '../../../../engine/laboratory/questions.ts';
import { amountAt, hasRatio } from './amounts.ts';
import type { FlowSet, NetworkFlow } from './flowSet.ts';
import { quantities } from './quantities.ts';

const counts = ['no', 'one', 'two', 'three', 'four', 'five'];

/** What the loss's step is called: "the last step", "step 20". */
export const lastName = ({ steps, lossAt }: Pick<FlowSet, 'steps' | 'lossAt'>): string => (lossAt === steps ? 'the last step' : `step ${grouped(lossAt)}`);

/** The step that stands for the beginning: 1, or 2 where step 1 has nothing by its nature. Never after the loss. */
export const firstStep = ({ quantity, lossAt }: Pick<FlowSet, 'quantity' | 'lossAt'>): number => Math.min(quantities[quantity].first, lossAt);

const theStep = (k: number, { lossAt, steps }: FlowSet): string => (k === 1 ? 'the first step' : k === lossAt ? lastName({ lossAt, steps }) : `step ${grouped(k)}`);

/** Under the question: what is drawn, and what is the same for all. */
export function about(set: FlowSet, isRelative: boolean): string {
  const { steps, networks, seed, quantity } = set;
  const measure = isRelative ? `, relative to ${lastName(set)}, where the loss is` : '';
  const sizes = [...new Set(networks.map(({ facts }) => facts.hiddenSize))];
  const [size = 1] = sizes;
  const units = sizes.length === 1 ? ` with ${size} ${size === 1 ? 'unit' : 'units'}${networks.length > 1 ? ' each' : ''}` : ', as many weights in each as nearly as whole units allow';
  return `${quantities[quantity].what}${measure} (log scale). ${grouped(steps)} steps, same input, same loss, same seed ${seed}: ${counts[networks.length] ?? networks.length} ${networks.length === 1 ? 'network' : 'networks'}${units}.`;
}

/** "the LSTM", "the tanh RNN": within a sentence. */
const article = ({ cell }: NetworkFlow): string => {
  const { name, short } = networkNames[cell];
  return name === short ? `the ${name}` : `the ${short} RNN`;
};

const upper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** One sentence: who has most left at the first step, and who least. */
export function sumUp(set: FlowSet): string {
  const { networks, lossAt } = set;
  const k = firstStep(set);
  const told = networks.filter(({ way }) => hasRatio(way[k] ?? NaN, way.at(-1) ?? NaN)).toSorted((a, b) => ratioLog(b, k) - ratioLog(a, k));
  if (lossAt <= k) return `The loss stands at ${lossAt === 1 ? 'the first step' : `step ${lossAt}`}: there is no way back through time to it.`;
  const sentences: string[] = [];
  const ends = told.length > 1 ? [told[0], told.at(-1)] : told;
  const amounts = ends.flatMap((network) => (network ? [{ network: article(network), ...amountAt(network.way, k) }] : []));
  if (amounts.length > 0) sentences.push(quantities[set.quantity].left({ step: theStep(k, set), last: lastName(set), amounts }));
  const nothing = networks.filter(({ way }) => way[k] === 0);
  const beyond = networks.filter(({ way }) => !Number.isFinite(way[k] ?? NaN));
  for (const words of new Set(nothing.map(({ way }) => zeroWords(way, k)))) {
    const those = nothing.filter(({ way }) => zeroWords(way, k) === words);
    sentences.push(`${upper(list(those.map(article)))} ${those.length === 1 ? 'has' : 'have'} nothing left: it is ${words}.`);
  }
  if (beyond.length > 0) sentences.push(`${upper(list(beyond.map(article)))} ${beyond.length === 1 ? 'has' : 'have'} no number there: it is too large.`);
  return sentences.join(' ');
}

const ratioLog = ({ way }: NetworkFlow, k: number): number => Math.log10(way[k] ?? NaN) - Math.log10(way.at(-1) ?? NaN);

const list = (words: readonly string[]): string => (words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`);

/**
 * The networks in the order in which their lines end at the first step, the highest first; those that are too large for a number before all others. The list and
 * the strips have it too, whatever step is pointed at: an eye that goes from a line's end to its row finds it at the same place of either, and no row moves under
 * a pointer. While a hand drags, the order is `held` as it was: rows that changed places under it could not be followed. They find theirs when it lets go.
 */
export function inOrder(set: FlowSet, unit: Unit = 'relative', held: readonly LaboratoryCell[] | null = null): NetworkFlow[] {
  if (held) {
    // A network that has come since then is the last.
    const place = ({ cell }: NetworkFlow): number => (held.includes(cell) ? held.indexOf(cell) : held.length);
    return set.networks.toSorted((a, b) => place(a) - place(b));
  }
  const k = firstStep(set);
  const place = ({ way }: NetworkFlow): number => {
    const norm = way[k] ?? NaN;
    if (!Number.isFinite(norm)) return Infinity;
    return Math.log10(norm) - (unit === 'relative' ? Math.log10(way.at(-1) ?? NaN) : 0);
  };
  // Of lines without a measure, 0 ÷ 0, the order of the colours stands.
  return set.networks.toSorted((a, b) => compare(place(b), place(a)));
}

const compare = (a: number, b: number): number => (a === b || Number.isNaN(a) || Number.isNaN(b) ? 0 : a - b);

/** ∂L/∂h for "dh"; other symbols as they are. */
const symbolWords = (symbol: string): string => (symbol.startsWith('d') && symbol.length > 1 ? `∂L/∂${symbol.slice(1)}` : symbol);

function overflowNote({ where, symbol, t }: Overflow): string {
  const way = where === 'forward' ? 'forwards' : 'on the way back';
  const after = where === 'forward' ? 'From there on nothing is a number, so no gradient is one either.' : 'Before that step no gradient is a number.';
  return `${way} ${symbolWords(symbol)} passed ${largestNumber}, the largest number that float64 holds, at step ${grouped(t)}. ${after}`;
}

/** "all 16 units are", "3 of 16 units are". */
function deadWords({ deadUnits, hiddenSize }: NetworkFlow['facts']): string {
  if (hiddenSize === 1) return 'its one unit is';
  return `${deadUnits === hiddenSize ? `all ${hiddenSize}` : `${deadUnits} of ${hiddenSize}`} units are`;
}

/** What has to be told of a line that is not whole, or of a setting that is a special case; empty for most. */
export function notes(set: FlowSet): string[] {
  const { networks, lossAt, problems } = set;
  const told = problems.map(({ cell, words }) => `${networkNames[cell].name}: ${words}`);
  for (const { cell, facts, way } of networks) {
    const { name } = networkNames[cell];
    if (facts.overflow) told.push(`${name}: ${overflowNote(facts.overflow)}`);
    if (facts.deadUnits > 0) {
      const whole = facts.deadUnits === facts.hiddenSize;
      told.push(`${name}: ${deadWords(facts)} 0 at every step. Such a “dead” ReLU has slope 0: no gradient passes it${whole ? ', so nothing at all comes back' : ''}.`);
    }
    const zero = lastZero(way, quantities[set.quantity].first);
    if (zero === lossAt) told.push(`${name}: the value is exactly 0 already at ${lastName(set)}, so there is nothing to measure by.`);
    else if (zero > 0 && facts.deadUnits < facts.hiddenSize) {
      const words = zeroWords(way, zero);
      told.push(`${name}: from step ${grouped(zero)} back it is ${words}${words.startsWith('too') ? ', whose smallest number is 5·10⁻³²⁴' : ''}.`);
    }
  }
  if (networks.some(({ facts }) => facts.hiddenSize === 1)) told.push('With one unit W_hh is a single number w, and one step back multiplies by w·φ′(a_t), a number too.');
  if (lossAt === 2) told.push('There is one way back only: from step 2 to step 1.');
  return told;
}

/** The largest step whose value is 0; 0 where there is none. */
function lastZero(way: Float64Array, first: number): number {
  for (let k = way.length - 1; k >= first; k--) if (way[k] === 0) return k;
  return 0;
}
