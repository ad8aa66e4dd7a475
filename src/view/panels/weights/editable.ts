// What can be changed by hand as a grid of numbers: every parameter of the network, and the states that its chains begin with.
import type { Network } from '../../../engine/network.ts';
import type { Reference } from '../../../engine/reference.ts';
import { startsOf } from '../../../engine/run/starts.ts';
import { plainText } from '../../../engine/symbols/symbols.ts';
import type { Command } from '../../../state/commands.ts';
import type { UnrolledDocument } from '../../../state/document.ts';
import { givenOf } from '../../anatomy/given.ts';

export interface Editable {
  /** The parameter's symbol, or a state's with its time: `h_0`, `c_0.reverse`. */
  readonly id: string;
  /** As on the screen. */
  readonly label: string;
  readonly rows: number;
  /** 1 for biases and states. */
  readonly columns: number;
  readonly isVector: boolean;
  /** Symbol of the parameter, or of the state. */
  readonly symbol: string;
  /** Whether it is a state that a chain begins with. */
  readonly isStart: boolean;
}

/** All that can be changed, in the order of the parameters, the states to begin with last. */
export function editablesOf(network: Network): Editable[] {
  return [
    ...network.program.parameters.map(({ symbol, rows, columns, role }): Editable => ({
      id: symbol,
      label: plainText(network, { symbol }),
      rows,
      columns: Math.max(1, columns),
      isVector: role === 'bias',
      symbol,
      isStart: false,
    })),
    ...startsOf(network).map(({ symbol, size }): Editable => ({
      id: startId(symbol),
      label: plainText(network, { symbol, t: 0 }),
      rows: size,
      columns: 1,
      isVector: true,
      symbol,
      isStart: true,
    })),
  ];
}

/** `h.reverse` at its beginning: `h_0.reverse`. */
const startId = (symbol: string): string => symbol.replace(/^[^.]*/, '$&_0');

/** The reference of an entry, 1-based. */
export function referenceOf({ symbol, isVector, isStart }: Editable, unit: number, column: number): Reference {
  if (isStart) return { symbol, t: 0, unit };
  return isVector ? { symbol, unit } : { symbol, unit, column };
}

export interface Entry {
  readonly editable: Editable;
  /** 1-based. */
  readonly unit: number;
  readonly column: number;
}

/** The entry that a reference points at; null where it points at no number of a grid that can be changed by hand. */
export function entryOf(network: Network, reference: Reference | null): Entry | null {
  const given = reference && givenOf(network, reference);
  if (!given || given.kind === 'input') return null;
  const isStart = given.kind === 'start';
  const editable = editablesOf(network).find((each) => each.symbol === given.symbol && each.isStart === isStart);
  return editable ? { editable, unit: given.unit, column: isStart ? 1 : given.column } : null;
}

/** The number as the document sets it, which may be ahead of the run in view; null where the run alone has it. */
export function wishOf({ editable: { symbol, isStart }, unit, column }: Entry, document: UnrolledDocument): number | null {
  if (isStart) return document.initialStates?.[symbol]?.[unit - 1] ?? 0;
  for (const change of document.changes.toReversed()) {
    if (change.kind === 'set') {
      if (change.symbol === symbol && change.unit === unit && change.column === column) return change.value;
    } else if (change.kind === 'update' || change.symbol === symbol) {
      break;
    }
  }
  return null;
}

/** The command that sets an entry. */
export function editOf({ editable: { symbol, isStart }, unit, column }: Entry, value: number, gesture?: string): Command {
  return isStart ? { type: 'editInitialState', symbol, unit, value, gesture } : { type: 'editWeight', symbol, unit, column, value, gesture };
}
