// What can be changed by hand: every parameter of the network, and the initial state h₀, each a grid of numbers.
import type { Network } from '../../../engine/network.ts';
import type { Reference } from '../../../engine/reference.ts';
import type { Command } from '../../../state/commands.ts';
import type { UnrolledDocument } from '../../../state/document.ts';

export interface Editable {
  /** The parameter's symbol, or `h_0`. */
  readonly id: string;
  /** As on the screen. */
  readonly label: string;
  readonly rows: number;
  /** 1 for biases and h₀. */
  readonly columns: number;
  readonly isVector: boolean;
}

/** All that can be changed, in the order of the parameters, h₀ last. */
export function editablesOf({ program, model }: Network): Editable[] {
  const parameters = program.parameters.map(({ symbol, rows, columns, role }): Editable => ({
    id: symbol,
    label: symbol,
    rows,
    columns: Math.max(1, columns),
    isVector: role === 'bias',
  }));
  return [...parameters, { id: 'h_0', label: 'h₀', rows: model.hiddenSize, columns: 1, isVector: true }];
}

/** The reference of an entry, 1-based. */
export function referenceOf({ id, isVector }: Editable, unit: number, column: number): Reference {
  if (id === 'h_0') return { symbol: 'h', t: 0, unit };
  return isVector ? { symbol: id, unit } : { symbol: id, unit, column };
}

export interface Entry {
  readonly editable: Editable;
  /** 1-based. */
  readonly unit: number;
  readonly column: number;
}

/** The entry that a reference points at; null where it points at no number that can be changed by hand. */
export function entryOf(network: Network, reference: Reference | null): Entry | null {
  if (!reference) return null;
  const isInitialState = reference.symbol === 'h' && reference.t === 0;
  const id = isInitialState ? 'h_0' : reference.symbol;
  const editable = editablesOf(network).find((each) => each.id === id);
  const { unit = 0, column = 1 } = reference;
  if (!editable || unit < 1 || unit > editable.rows || column < 1 || column > editable.columns) return null;
  return { editable, unit, column };
}

/** The number as the document sets it, which may be ahead of the run in view; null where the run alone has it. */
export function wishOf({ editable, unit, column }: Entry, document: UnrolledDocument): number | null {
  const { id } = editable;
  if (id === 'h_0') return document.initialState?.[unit - 1] ?? 0;
  for (const change of document.changes.toReversed()) {
    if (change.kind === 'set') {
      if (change.symbol === id && change.unit === unit && change.column === column) return change.value;
    } else if (change.kind === 'update' || change.symbol === id) {
      break;
    }
  }
  return null;
}

/** The command that sets an entry. */
export function editOf({ editable, unit, column }: Entry, value: number, gesture?: string): Command {
  return editable.id === 'h_0'
    ? { type: 'editInitialState', unit, value, gesture }
    : { type: 'editWeight', symbol: editable.id, unit, column, value, gesture };
}
