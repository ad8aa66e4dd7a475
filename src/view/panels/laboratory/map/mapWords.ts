// What the map of gradients says in words: one square, and what all of them together refute.
import type { LossMapFindings } from '../../../layout/laboratory/lossProfile.ts';
import { normAt, rowOf, type LossMap } from '../../../layout/laboratory/lossMap.ts';
import { explodedAbove, vanishedBelow } from '../../../layout/flowFate.ts';
import { grouped } from '../../../../state/limits.ts';
import { formatNumber } from '../../../theme/format.ts';
import { formatRatio, zeroWords } from '../../gradient/flowWords.ts';
import { sizeText } from '../powers.ts';

interface Names {
  /** "step 3", "t = 3", "decoder t = 2". */
  readonly loss: (t: number) => string;
  readonly state: (k: number) => string;
}

const steps: Names = { loss: (t) => `step ${grouped(t)}`, state: (k) => `step ${grouped(k)}` };

/** A square: what the loss at step t feels of the state at step k. */
export function squareWords(map: LossMap, t: number, k: number, { loss, state }: Names = steps): string {
  const row = rowOf(map, t);
  const at = map.at[row] ?? t;
  const start = `The loss at ${loss(at)}`;
  if (k > at) return `${start} cannot feel the state at ${state(k)}, which comes later.`;
  const norm = normAt(map, row, k);
  const own = normAt(map, row, at);
  if (!Number.isFinite(norm)) return `${start} and the state at ${state(k)}: the gradient is too large for float64.`;
  if (k === at) return own === 0 ? `${start} does not depend on the state of its own step: the gradient is exactly 0.` : `${start} feels the state of its own step with ${sizeText(norm)}.`;
  if (norm === 0) {
    const line = map.norms.subarray(row * (map.steps + 1), row * (map.steps + 1) + at + 1);
    return `${start} feels nothing of the state at ${state(k)}: the gradient is ${zeroWords(line, k)}.`;
  }
  const far = at - k === 1 ? '1 step' : `${at - k} steps`;
  return `${start} feels the state at ${state(k)}, ${far} back, with ${sizeText(norm)}: ${partWords(norm, own)}.`;
}

function partWords(norm: number, own: number): string {
  if (own === 0 || !Number.isFinite(own)) return 'of its own step it has nothing that could be compared';
  return `${formatRatio(norm, own)} times what it feels of its own step`;
}

/** "30 losses by 30 states". */
export function sizeWords({ at, steps: states }: LossMap): string {
  return `${at.length} ${at.length === 1 ? 'loss' : 'losses'} by ${states} ${states === 1 ? 'state' : 'states'}`;
}

/** What is left at the far end, measured by the diagonal, for a small map. */
export function cornerWords({ corner, diagonal }: LossMapFindings): string {
  if (!Number.isFinite(corner)) return 'too large for float64';
  if (corner === 0) return 'far corner: 0';
  if (Number.isNaN(diagonal)) return 'diagonal: 0';
  return `far corner: × ${formatRatio(corner, diagonal)}`;
}

/** "The whole gradient vanishes", put right. */
export function findingsWords(name: string, { diagonal, corner, last, vanishedShare, nearestVanished, isOverflown }: LossMapFindings): string {
  if (last < 2) return 'With one step there is no way back through time.';
  if (Number.isNaN(diagonal)) return `${name}: no loss depends on the state of its own step, so there is nothing that could travel back.`;
  const near = `${name}: next to its own step a loss feels ${sizeText(diagonal)} (the middle one of the diagonal)`;
  if (isOverflown || !Number.isFinite(corner)) return `${near}. On the long way back the gradient grows until it is too large for float64: it explodes with the distance, not everywhere.`;
  const back = `of the state ${last - 1 === 1 ? '1 step' : `${last - 1} steps`} before it`;
  const far = `the last loss feels ${corner === 0 ? 'nothing at all' : sizeText(corner)} ${back}`;
  const ratio = corner / diagonal;
  if (ratio > explodedAbove) return `${near}, and ${far}: ${formatRatio(corner, diagonal)} times as much. It explodes with the distance, not everywhere.`;
  if (vanishedShare === 0) return `${near}, and ${far}: ${formatRatio(corner, diagonal)} times as much. Nothing in this map has vanished (less than 2⁻²⁴ ≈ ${formatNumber(vanishedBelow)} of the diagonal)${corner < diagonal / 100 ? ' yet: what is lost grows with the distance, while the diagonal stays' : ''}.`;
  const share = `${near}, but ${far}. ${shareWords(vanishedShare)} of the map has vanished (less than 2⁻²⁴ ≈ ${formatNumber(vanishedBelow)} of the diagonal)`;
  if (nearestVanished === 0) return `${share}, some of the diagonal among it: here some losses do not even feel their own step.`;
  return `${share}, and nothing nearer than ${nearestVanished === 1 ? '1 step' : `${nearestVanished} steps`} to its loss has. So it is wrong that “the whole gradient vanishes”: the weights still learn from near steps, and the long way alone is lost.`;
}

/** 41 %, and less than 1 % for what would round to 0. */
function shareWords(share: number): string {
  if (share < 0.005) return 'Less than 1 %';
  return `${Math.min(99, Math.round(share * 100))} %`;
}
