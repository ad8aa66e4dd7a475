// How a given number is changed where it stands: what it is, how large a step fits it, and the command that sets it.
import type { Network } from '../../../engine/network.ts';
import type { Reference } from '../../../engine/reference.ts';
import { inputsOf } from '../../../engine/run/sequences.ts';
import type { Command } from '../../../state/commands.ts';
import type { UnrolledDocument } from '../../../state/document.ts';
import { limits } from '../../../state/limits.ts';
import { givenOf, type Given } from '../../anatomy/given.ts';
import { draggedTo, stepFor } from '../../layout/dragScale.ts';
import { clamp } from '../../layout/rect.ts';
import type { Scene } from '../../scene/scene.ts';
import { editOf, entryOf, wishOf } from '../weights/editable.ts';

export interface NumberEdit {
  readonly kind: 'number';
  readonly reference: Reference;
  /** As the document has it, which may be ahead of the run in view. */
  readonly value: number;
  /** What a pixel of a drag is worth. */
  readonly step: number;
  /** Where a drag ends, where there are such ends. */
  readonly ends?: readonly [low: number, high: number];
  readonly command: (value: number, gesture?: string) => Command;
}

/** A word that is read, as the one 1 in its column. */
export interface WordEdit {
  readonly kind: 'word';
  readonly reference: Reference;
  readonly given: Extract<Given, { kind: 'input' }>;
  /** Row of the 1, 1-based; 0 where there is no word. */
  readonly row: number;
  readonly rows: number;
  readonly command: (row: number, gesture?: string) => Command;
}

/** Null where a number is computed, and so cannot be set. */
export function editAt(scene: Scene, document: UnrolledDocument, reference: Reference): NumberEdit | WordEdit | null {
  const { network, numbers } = scene;
  const given = givenOf(network, reference);
  if (!given) return null;
  if (given.kind === 'input') return inputEdit(scene, reference, given);
  const entry = entryOf(network, reference);
  if (!entry) return null;
  return {
    kind: 'number',
    reference,
    value: wishOf(entry, document) ?? numbers.value(reference),
    step: stepFor(given.kind === 'start' ? 1 : largestOf(network, given.symbol, (each) => numbers.value(each))),
    command: (value, gesture) => editOf(entry, value, gesture),
  };
}

function inputEdit({ network, trace, numbers }: Scene, reference: Reference, given: Extract<Given, { kind: 'input' }>): NumberEdit | WordEdit {
  const { axis, t, unit, symbol } = given;
  const read = inputsOf(trace.example, axis);
  const rows = network.program.slots.find((slot) => slot.symbol === symbol)?.size ?? 0;
  if (read?.kind === 'one-hot') {
    return { kind: 'word', reference, given, row: (read.indices[t - 1] ?? -1) + 1, rows, command: (row, gesture) => ({ type: 'setInputWord', axis, t, unit: row, gesture }) };
  }
  return { kind: 'number', reference, value: numbers.value(reference), step: stepFor(1), ends: [limits.feature.low, limits.feature.high], command: (value, gesture) => ({ type: 'editInput', axis, t, unit, value, gesture }) };
}

/** Size of a parameter's largest number. */
function largestOf({ program }: Network, symbol: string, value: (reference: Reference) => number): number {
  const { rows = 0, columns = 0 } = program.parameters.find((each) => each.symbol === symbol) ?? {};
  let largest = 0;
  for (let unit = 1; unit <= rows; unit++) {
    for (let column = 1; column <= columns; column++) {
      const size = Math.abs(value({ symbol, unit, column }));
      if (size > largest && size < Infinity) largest = size;
    }
  }
  return largest;
}

/** Where a drag or a key takes a number to that is `tenths` of a step away: not beyond its ends. */
export function goneTo({ value, step, ends = [-Infinity, Infinity] }: NumberEdit, tenths: number): number {
  return clamp(draggedTo(value, tenths, step), ...ends);
}
