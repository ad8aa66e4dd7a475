// What the trainings over a lag came to, in words from computed numbers, whatever they are.
import { usualGateBias } from '../../../../engine/laboratory/lag/job.ts';
import { lagTasks } from '../../../../engine/laboratory/lag/tasks.ts';
import { lagCells } from '../../../../state/laboratory/lagStore.ts';
import type { LagPlan } from '../../../../state/laboratory/laboratory.ts';
import { networkNames } from '../../../../state/laboratory/names.ts';
import { writeNumber } from '../../../../state/numberText.ts';
import { latest, type LagCurve } from '../../../layout/laboratory/lagPlot.ts';
import { formatNumber } from '../../../theme/format.ts';
import { roundedBase, withDigits } from '../powers.ts';

export { lagCells };
export type LagCell = (typeof lagCells)[number];

/** Nine right answers in ten count as being able to answer. */
const enough = 0.9;

export const taskWords: Readonly<Record<LagPlan['task'], { readonly name: string; readonly words: string }>> = {
  recall: {
    name: 'first-token recall',
    words: 'The first token is one of four. After it come tokens that tell nothing. At the end the network says which token came first.',
  },
  adding: {
    name: 'adding problem',
    words: 'Each step reads a number from 0 to 1 and a mark. Two steps are marked, one near the beginning. At the end the network says the sum of the two marked numbers; it is right if it is off by less than 0.1.',
  },
};

/** What a gate keeps of the state in a step, by its bias alone. */
const kept = (bias: number): number => 1 / (1 + Math.exp(-bias));

/** A share as students say it: whole percent, or a power of ten where that is too coarse. */
const shareWords = (share: number): string => (share >= 0.005 ? percent(share) : formatNumber(share));

/** What a gate keeps in a step, with as many digits as it takes for what is left over a lag to come out of it. */
function keptWords(bias: number, lag: number): { readonly step: string; readonly comesOut: boolean } {
  const { value, digits, comesOut } = roundedBase(kept(bias), (base) => shareWords(base ** lag));
  return { step: `${withDigits(value * 100, digits, 0)}\u00a0%`, comesOut };
}

/** How the gates that keep the old state start, and what is left by that at the longest lag: the reason why it matters. */
export function gateWords({ gateBias, lags }: Pick<LagPlan, 'gateBias' | 'lags'>): string {
  const lag = lags.at(-1) ?? 1;
  const left = (bias: number): string => shareWords(kept(bias) ** lag);
  const gates = 'The LSTM’s f and the GRU’s z say how much of the old state stays.';
  if (gateBias === null) {
    return `${gates} Here their biases are drawn near 0, so that by themselves they keep about half a step, and about ${left(0)} over ${lag} steps. The network first has to learn to open them.`;
  }
  const { step, comesOut } = keptWords(gateBias, lag);
  const starts = `Their bias starts at ${writeBias(gateBias)}, so that by itself it keeps ${step} a step, and ${comesOut ? '' : 'about '}${left(gateBias)} over ${lag} steps`;
  return `${gates} ${starts}${gateBias > 0 ? `; drawn near 0, as is usual, it would be about ${left(0)}` : ''}. The vanilla RNN has no such gate.`;
}

const writeBias = (bias: number): string => writeNumber(bias).replace('-', '−');

/** The choices of where the gates start: open, as drawn, and one that a link has beside them. */
export function gateChoices(gateBias: number | null): { readonly value: string; readonly label: string; readonly bias: number | null }[] {
  const other = gateBias === null || gateBias === usualGateBias ? [] : [gateBias];
  return [
    { value: 'open', label: `open (bias ${writeBias(usualGateBias)})`, bias: usualGateBias },
    { value: 'drawn', label: 'as drawn (near 0)', bias: null },
    ...other.map((bias) => ({ value: 'other', label: `bias ${writeBias(bias)}`, bias })),
  ];
}

/** "A", "A and B", "A, B and C". */
function listed(all: readonly string[]): string {
  return all.length < 2 ? all.join('') : `${all.slice(0, -1).join(', ')} and ${all.at(-1) ?? ''}`;
}

const percent = (share: number): string => `${Math.round(share * 100)}\u00a0%`;

const curveOf = (curves: readonly LagCurve[], cell: LagCell, lag: number): LagCurve | undefined => curves.find((each) => each.cell === cell && each.lag === lag);

/** Whether all networks are done with a lag. */
export const isOver = (curves: readonly LagCurve[], lag: number): boolean => lagCells.every((cell) => curveOf(curves, cell, lag)?.isDone === true);

/** The networks that answer at a lag, as they stand. */
function answering(curves: readonly LagCurve[], lag: number): LagCell[] {
  return lagCells.filter((cell) => latest(curveOf(curves, cell, lag)?.accuracies ?? []) >= enough);
}

/** A sentence a network: how far it still answers, and what it comes to at the longest lag that it is done with. */
export function resultWords(curves: readonly LagCurve[], { task, lags }: LagPlan): string[] {
  const chance = lagTasks[task].baseline.accuracy;
  return lagCells.flatMap((cell) => {
    const done = lags.flatMap((lag) => {
      const curve = curveOf(curves, cell, lag);
      return curve?.isDone ? [{ lag, score: latest(curve.accuracies) }] : [];
    });
    const last = done.at(-1);
    return last ? [`${networkNames[cell].name} ${reachOf(done, last, chance)}.`] : [];
  });
}

/** What a network that is done with a lag came to. */
interface Done {
  readonly lag: number;
  readonly score: number;
}

function reachOf(done: readonly Done[], { lag: longest, score }: Done, chance: number): string {
  const lags = done.map(({ lag }) => lag);
  const good = done.filter((each) => each.score >= enough).map(({ lag }) => lag);
  const atEnd = `at lag ${longest} ${comesTo(score, chance)}`;
  if (good.length === lags.length) return lags.length === 1 ? `answers at lag ${longest}, where it is right in ${percent(score)}` : `answers at every lag up to ${longest}, where it is right in ${percent(score)}`;
  if (good.length === 0) return lags.length === 1 ? `does not answer: ${atEnd}` : `answers at none of these lags: ${atEnd}`;
  const first = lags.findIndex((lag) => !good.includes(lag));
  // Lags that it answers lie before all that it does not: there is one border.
  if (first === good.length) return `answers up to lag ${good.at(-1)}; ${atEnd}`;
  return `answers at ${good.length === 1 ? 'lag' : 'lags'} ${listed(good.map(String))}, but not at ${listed(lags.filter((lag) => !good.includes(lag)).map(String))}; ${atEnd}`;
}

/** Tests have 200 sequences: by chance a guess is off by up to 6 % of them. */
const nearChance = 0.06;

function comesTo(score: number, chance: number): string {
  if (Number.isNaN(score)) return 'there is no answer';
  if (score > chance + nearChance) return `it is right in ${percent(score)}`;
  return score < chance - nearChance ? `it is right in ${percent(score)}, less than a guess’s ${percent(chance)}` : `it is no better than a guess (${percent(score)})`;
}

/** "Update 340 of 600 at lag 40": the curve that is furthest from its end among those under way. */
export function clockWords(curves: readonly LagCurve[], { lags, updates }: LagPlan): string {
  const open = lags.filter((lag) => !isOver(curves, lag));
  const total = lags.length * lagCells.length;
  const done = curves.filter(({ isDone }) => isDone).length;
  if (open.length === 0) return `All ${total} trainings are over.`;
  const under = open.filter((lag) => curves.some((each) => each.lag === lag && !each.isDone && each.updates.length > 0));
  const now = under.map((lag) => {
    const at = Math.max(...curves.filter((each) => each.lag === lag && !each.isDone).map((each) => latest(each.updates)).filter((each) => !Number.isNaN(each)));
    return `lag ${lag}: update ${at.toLocaleString('en-US')} of ${updates.toLocaleString('en-US')}`;
  });
  return `${now.length === 0 ? 'Waiting for the first test' : now.join('; ')} · ${done} of ${total} trainings over`;
}

/** What ended some trainings before their time, and why. */
export function problemWords(curves: readonly (LagCurve & { readonly problem: string | null })[]): string[] {
  return lagCells.flatMap((cell) => curves.filter((each) => each.cell === cell && each.problem !== null).map(({ lag, problem }) => `${networkNames[cell].name} at lag ${lag}: ${problem ?? ''}`));
}

/** A prediction: which networks still answer. */
interface Guess {
  readonly id: string;
  readonly words: string;
  readonly cells: readonly LagCell[];
}

const nameOf = (cell: LagCell): string => networkNames[cell].name;

export const guesses: readonly Guess[] = [
  ...lagCells.map((cell) => ({ id: cell, words: `${nameOf(cell)} alone`, cells: [cell] })),
  { id: 'gated', words: 'LSTM and GRU', cells: ['lstm', 'gru'] },
  { id: 'all', words: 'all three', cells: lagCells },
  { id: 'none', words: 'none of them', cells: [] },
];

const sameCells = (a: readonly LagCell[], b: readonly LagCell[]): boolean => a.length === b.length && a.every((cell) => b.includes(cell));

/** What became of a prediction, once all networks are done with the longest lag. */
export function judgement(curves: readonly LagCurve[], { lags, task }: LagPlan, guess: Guess): string | null {
  const longest = lags.at(-1);
  if (longest === undefined || !isOver(curves, longest)) return null;
  const right = answering(curves, longest);
  const scores = lagCells.map((cell) => `${nameOf(cell)} ${percent(latest(curveOf(curves, cell, longest)?.accuracies ?? []))}`);
  const some = right.length === 1 ? `${right.map(nameOf).join('')} alone answers` : `${listed(right.map(nameOf))} answer`;
  const who = right.length === 0 ? 'none of the three answers' : right.length === lagCells.length ? 'all three answer' : some;
  const verdict = sameCells(right, guess.cells) ? 'Yes:' : `You said ${guess.words}, but`;
  return `${verdict} ${who} at lag ${longest}. Right answers: ${scores.join(', ')}; a guess has ${percent(lagTasks[task].baseline.accuracy)}.`;
}
