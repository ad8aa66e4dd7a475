// The language in which a cell declares its equations. One declaration gives the forward and the backward pass, the formula
// on the screen, the explanation of a number, and the small steps of the clock.
import type { OperationId } from './operations.ts';

/**
 * Sizes by name: X inputs, H units, F features that are read out (H, or 2H where both directions are read), Y outputs;
 * 1 for a single number or a vector's second side.
 */
export type Dimension = 'X' | 'H' | 'F' | 'Y' | 1;

/** A parameter as the papers name it, with where it stands in PyTorch's state_dict. */
export interface ParameterDeclaration {
  readonly symbol: string;
  readonly rows: Dimension;
  readonly columns: Dimension;
  /** `input`: multiplies x. `recurrent`: multiplies the state before. `output`: the read-out. `bias`: is added. */
  readonly role: 'input' | 'recurrent' | 'output' | 'bias';
  /** PyTorch's name; several blocks with one name are stacked by rows in the order of their declaration. */
  readonly torch: string;
  /** Set on the bias of the gate that keeps the memory (the LSTM's f): it may be started high. */
  readonly isForgetBias?: true;
}

export type Expression = ParameterUse | ValueUse | Application;

interface ParameterUse {
  readonly kind: 'parameter';
  readonly symbol: string;
}

/** A value at this time step, or the one that was there before (the recurrence). */
interface ValueUse {
  readonly kind: 'value';
  readonly symbol: string;
  readonly time: 'now' | 'previous';
}

export interface Application {
  readonly kind: 'apply';
  readonly operation: OperationId;
  readonly args: readonly Expression[];
  /** Symbol of the result: every result has a place in the trace, so that it can be looked at. */
  readonly symbol: string;
  /** What this step does, for its caption: "recall: multiply the memory by W_hh". */
  readonly words: string;
}

export const parameter = (symbol: string): ParameterUse => ({ kind: 'parameter', symbol });
export const now = (symbol: string): ValueUse => ({ kind: 'value', symbol, time: 'now' });
export const previous = (symbol: string): ValueUse => ({ kind: 'value', symbol, time: 'previous' });

/** `operation(args)` with its result named `symbol`. */
export function apply(
  operation: OperationId,
  args: readonly Expression[],
  symbol: string,
  words: string,
): Application {
  return { kind: 'apply', operation, args, symbol, words };
}

/** A group of equations over shared parameters: a cell, or a read-out with its loss. */
export interface Declaration {
  /** In a student's words. */
  readonly words: string;
  readonly parameters: readonly ParameterDeclaration[];
  /** Values that a time step hands to the next one. */
  readonly states: readonly string[];
  /** In the order of computation; the last one is what the group is for. */
  readonly equations: readonly Application[];
}
