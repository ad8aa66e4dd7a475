// A network's answers and its loss, before a change and after it: which moved, and whether it says something else now.
import { targetSlot } from '../../../engine/equation/program.ts';
import type { Reference } from '../../../engine/reference.ts';
import type { Network } from '../../../engine/network.ts';
import { plainText } from '../../../engine/symbols/symbols.ts';
import { anatomyOf } from '../../anatomy/anatomy.ts';
import { nameOf } from '../../layout/extent.ts';

export interface Compared {
  readonly name: string;
  readonly reference: Reference;
  readonly from: number;
  readonly to: number;
}

/** What one run answers, before or after. */
interface Answers {
  readonly network: Network;
  readonly value: (reference: Reference) => number;
  /** One name an output. */
  readonly outputs: readonly string[];
}

export interface Outcome {
  /** What is answered at the step looked at: of classes the target's probability, of numbers the one that moved most. */
  readonly answer: Compared;
  readonly loss: Compared;
  /** Whether it says something else, in words; empty where it does not. */
  readonly verdict: string;
}

/**
 * Compares two runs. `rows`: the rows that are read out now, each with where it stood before (−1 where it did not), with
 * the one that is looked at last.
 */
export function outcomeOf(before: Answers, now: Answers, rows: readonly (readonly [row: number, oldRow: number])[]): Outcome | null {
  const { network } = now;
  const { answer, symbol, loss } = symbolsOf(network);
  const [row, oldRow] = rows.at(-1) ?? [-1, -1];
  if (row < 0 || oldRow < 0) return null;
  const units = Array.from({ length: network.program.slots[answer]?.size ?? 0 }, (_, k) => k + 1);
  const target = now.value({ symbol: network.program.slots[targetSlot]?.symbol ?? '', t: row, unit: 1 });
  const unit = network.model.loss === 'cross_entropy' ? target + 1 : mostMoved(units, (each) => [before.value({ symbol, t: oldRow, unit: each }), now.value({ symbol, t: row, unit: each })]);
  const reference = { symbol, t: row, unit };
  const named = units.length > 1 && now.outputs[unit - 1] !== undefined ? `${plainText(network, { symbol, t: row })}[${now.outputs[unit - 1]}]` : nameOf(network, reference);
  return {
    answer: { name: named, reference, from: before.value({ ...reference, t: oldRow }), to: now.value(reference) },
    loss: { name: 'loss', reference: { symbol: loss }, from: before.value({ symbol: loss }), to: now.value({ symbol: loss }) },
    verdict: [verdictOf(before, now, rows), targetWords(before, now, row, oldRow)].filter((each) => each !== '').join('; '),
  };
}

/** Symbols of what answers, and of the loss. */
function symbolsOf(network: Network): { answer: number; symbol: string; loss: string } {
  const { answer } = anatomyOf(network, false);
  const { slots } = network.program;
  return { answer, symbol: slots[answer]?.symbol ?? '', loss: slots.find(({ stage }) => stage === 'loss')?.symbol ?? '' };
}

function mostMoved(units: readonly number[], of: (unit: number) => readonly [number, number]): number {
  const far = (unit: number): number => Math.abs(of(unit)[1] - of(unit)[0]) || 0;
  return units.reduce((best, unit) => (far(unit) > far(best) ? unit : best), 1);
}

/** That something else should have come out there, which moves the loss without the network. */
function targetWords(before: Answers, now: Answers, row: number, oldRow: number): string {
  const symbol = now.network.program.slots[targetSlot]?.symbol ?? '';
  const [was, is] = [before.value({ symbol, t: oldRow, unit: 1 }), now.value({ symbol, t: row, unit: 1 })];
  if (Object.is(was, is) || Number.isNaN(was)) return '';
  return `the target is ${now.network.model.loss === 'cross_entropy' ? `“${now.outputs[is] ?? ''}”` : `${is}`} now`;
}

/** More answers than these are counted and not told one by one. */
const mostTold = 1;

function verdictOf(before: Answers, now: Answers, rows: readonly (readonly [number, number])[]): string {
  const changed = rows.flatMap(([row, oldRow]) => {
    if (oldRow < 0) return [];
    const [said, says] = [saying(before, oldRow), saying(now, row)];
    return said === null || says === null || said === says ? [] : [{ row, said, says }];
  });
  const [first] = changed;
  if (!first) return '';
  if (changed.length > mostTold) return `${changed.length} answers changed: t = ${changed.slice(0, 6).map(({ row }) => row).join(', ')}${changed.length > 6 ? ', …' : ''}`;
  const where = rows.length > 1 ? `at t = ${first.row} ` : '';
  return `${where}now it says ${first.says} instead of ${first.said}`;
}

/** What is said at a row: the likeliest class, or whether the one thing asked about is likely. Null where numbers are answered. */
export function saying({ network, value, outputs }: Answers, row: number): string | null {
  const { loss } = network.model;
  const { answer, symbol } = symbolsOf(network);
  const size = network.program.slots[answer]?.size ?? 0;
  const values = Array.from({ length: size }, (_, k) => value({ symbol, t: row, unit: k + 1 }));
  if (values.some(Number.isNaN)) return null;
  if (loss === 'cross_entropy') return `“${outputs[values.indexOf(Math.max(...values))] ?? ''}”`;
  if (loss !== 'bce' || size !== 1) return null;
  return (values[0] as number) >= 0.5 ? `“${outputs[0] ?? ''}”` : `“not ${outputs[0] ?? ''}”`;
}

