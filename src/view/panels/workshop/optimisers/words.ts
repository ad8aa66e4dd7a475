// What the figures say in words: how a rate has changed, what a plane holds, what the losses are of.
import type { OptimiserId } from '../../../../engine/learn/optimisers.ts';
import type { PrincipalDirections, RaceProblem, RaceResult } from '../../../../engine/workshop/race/job.ts';
import type { WeightStory } from '../../../../engine/workshop/race/weight.ts';
import { listed } from '../../../../state/words.ts';
import { significant } from '../../../layout/workshop/optimisers/significant.ts';
import { shortNames } from './useRace.ts';

/** "12 %", "0.4 %", "more than 99.9 %" never rounded to all or nothing. */
export function percent(share: number): string {
  const hundreds = share * 100;
  if (hundreds === 0 || hundreds === 100) return `${hundreds} %`;
  if (hundreds < 0.1) return 'less than 0.1 %';
  if (hundreds > 99.9 && hundreds < 100) return 'more than 99.9 %';
  return `${hundreds < 10 ? hundreds.toFixed(1) : Math.round(hundreds).toLocaleString('en')} %`;
}

/** The first update that has a rate, and the rate at an update, both as far as the story goes; null before the first. */
export function rateThen(story: WeightStory, update: number): { readonly first: number; readonly atFirst: number; readonly now: number } | null {
  const first = story.rates.findIndex((rate) => !Number.isNaN(rate));
  const at = Math.min(update, story.rates.length - 1);
  return first < 0 || at < first ? null : { first, atFirst: story.rates[first] ?? NaN, now: story.rates[at] ?? NaN };
}

/** How Adagrad's rate has died out, and what RMSprop's has done meanwhile. */
export function rateWords(adagrad: WeightStory, rmsprop: WeightStory, update: number, weight: string): string {
  const dying = rateThen(adagrad, update);
  const other = rateThen(rmsprop, update);
  if (!dying) return `No gradient of ${weight} has been other than 0 yet, so nothing has been divided by anything: its first step will be as long as η, whatever its gradient is.`;
  const { first, atFirst, now } = dying;
  const left = `Adagrad’s rate of ${weight} is ${significant(now)}, ${percent(now / atFirst)} of what it was at update ${first.toLocaleString('en')} (${significant(atFirst)}). α only ever grows, so the rate only ever falls${now / atFirst < 0.25 ? ' and dies out' : ''}; to halve it again, α has to become four times as large.`;
  return other ? `${left} RMSprop forgets old gradients: its rate is ${significant(other.now)}, ${percent(other.now / other.atFirst)} of its first.` : left;
}

/** What every loss of the race is the mean of. */
export function measuredWords(problem: RaceProblem, { measured, rows }: Pick<RaceResult, 'measured' | 'rows'>): string {
  if (problem.kind === 'bowl') return 'The height of the bowl after each update.';
  const batch = Math.min(problem.batchSize, rows);
  const learned = batch === 1 ? 'each update learns from one row' : `each update learns from ${batch.toLocaleString('en')} rows`;
  if (measured === rows) return `The mean loss of all ${rows.toLocaleString('en')} training rows after each update; ${learned}, the same for all.`;
  return `The mean loss of ${measured} of the ${rows.toLocaleString('en')} training rows, always the same ones, after each update; ${learned}, the same for all.`;
}

/** Who is lowest after an update, of those whose loss is a number there. */
export function lowestWords(standing: readonly { readonly optimiser: OptimiserId; readonly loss: number }[], update: number): string {
  const [first, ...others] = standing.filter(({ loss }) => Number.isFinite(loss));
  const place = `After update ${update.toLocaleString('en')}`;
  if (!first) return `${place} none of them has a loss that is a finite number.`;
  const best = others.reduce((a, b) => (b.loss < a.loss ? b : a), first);
  return `${place} ${shortNames[best.optimiser]} is lowest, with a loss of ${significant(best.loss)}.`;
}

const named = (ids: readonly OptimiserId[]): string => listed(ids.map((id) => shortNames[id]), 'and');

/** How much of the paths lies in the plane of their principal directions. */
export function shareWords({ share, leftOut }: PrincipalDirections): string {
  const without = leftOut.length > 0 ? ` (without ${named(leftOut)}, which went much farther)` : '';
  return `The plane goes along the two directions in which the paths move most, and holds ${percent(share)} of all movement away from the start, measured in squares${without}.`;
}
