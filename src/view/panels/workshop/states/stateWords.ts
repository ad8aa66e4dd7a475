// Words about hidden states: names of units, a number that is pointed at, and which word moves the state most.
import { cells } from '../../../../engine/cells/index.ts';
import type { Model } from '../../../../engine/model.ts';
import { unitsOf } from '../../../../engine/workshop/states.ts';
import type { HeatPlace } from '../../../layout/workshop/heatGrid.ts';
import { formatNumber } from '../../../theme/format.ts';
import type { SeenStates } from './useStates.ts';

/** "unit 1", …; in both directions "unit 1 →" of the way there and "unit 1 ←" of the way back. */
export function unitNames(model: Model): string[] {
  const H = model.hiddenSize;
  return Array.from({ length: unitsOf(model) }, (_, k) => (model.bidirectional === true ? `unit ${(k % H) + 1} ${k < H ? '→' : '←'}` : `unit ${k + 1}`));
}

/** "before training" for epoch 0. */
export const whenWords = (epoch: number): string => (epoch === 0 ? 'before training' : `after epoch ${epoch.toLocaleString('en')}`);

/** The same as a title. */
export const whenTitle = (epoch: number): string => (epoch === 0 ? 'Before training' : `After epoch ${epoch.toLocaleString('en')}`);

/** Largest size that a state can have, or has in what is drawn; and whether it can be negative. */
export function stateRange({ model, now, before }: Pick<SeenStates, 'model' | 'now' | 'before'>): { readonly largest: number; readonly isSigned: boolean } {
  const { largestState, activation } = cells[model.cell];
  const all = [now.chosen, ...(before ? [before.chosen] : [])];
  const largest = Number.isFinite(largestState) ? largestState : Math.max(1e-9, ...all.map(({ values }) => values.reduce((most, value) => (Number.isFinite(value) ? Math.max(most, Math.abs(value)) : most), 0)));
  return { largest, isSigned: activation !== 'sigmoid' && activation !== 'ReLU' };
}

/** What stands at a place of the heatmap. */
export function placeWords({ model, sentence, now, before }: SeenStates, { unit, step }: HeatPlace): string {
  const U = unitsOf(model);
  const valueOf = ({ chosen }: { readonly chosen: { readonly values: Float64Array } }): string => formatNumber(chosen.values[step * U + unit] ?? NaN);
  const name = unitNames(model)[unit] ?? '';
  const earlier = before ? `; ${whenWords(before.epoch)} it was ${valueOf(before)}` : '';
  return `${name.charAt(0).toUpperCase()}${name.slice(1)} after “${sentence.words[step] ?? ''}” (t = ${step + 1}): ${valueOf(now)}${earlier}.`;
}

/** The step that moves the state most, 0-based; the first of equals. Null where a move is no number. */
export function mostMoving(moves: Float64Array): number | null {
  if (moves.length === 0 || !moves.every(Number.isFinite)) return null;
  return moves.indexOf(moves.reduce((a, b) => Math.max(a, b), -Infinity));
}

/** What became of a guess. */
export function moveVerdict(words: readonly string[], moves: Float64Array, guess: number): string {
  const most = mostMoving(moves);
  if (most === null) return 'That cannot be said: a state is not a number.';
  const told = (step: number): string => `“${words[step] ?? ''}” (t = ${step + 1})`;
  const size = formatNumber(moves[most] ?? NaN);
  // Equal moves are equally right.
  if (moves[guess] === moves[most]) return `Yes: ${told(guess)} moves it most, by ${size}.`;
  return `You said ${told(guess)}, which moves it by ${formatNumber(moves[guess] ?? NaN)}; but ${told(most)} moves it most, by ${size}.`;
}
