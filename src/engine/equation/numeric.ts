// A formula with numbers in it: the tree behind "tanh(−0.09 + (−1.15) + 0.64)". Every number that is a value of the network
// carries the reference it came from, so that it can be opened in turn.
import { logistic, softplus } from '../math/logistic.ts';
import type { Reference } from '../reference.ts';

export type Numeric =
  | { readonly kind: 'number'; readonly value: number; readonly reference?: Reference }
  | { readonly kind: 'sum'; readonly items: readonly Numeric[] }
  | { readonly kind: 'product'; readonly items: readonly Numeric[] }
  | { readonly kind: 'quotient'; readonly above: Numeric; readonly below: Numeric }
  | { readonly kind: 'call'; readonly name: FunctionName; readonly argument: Numeric };

const functions = {
  tanh: Math.tanh,
  σ: logistic,
  ReLU: (z: number) => Math.max(0, z),
  exp: Math.exp,
  ln: Math.log,
  sqrt: Math.sqrt,
  softplus,
} as const;

type FunctionName = keyof typeof functions;

export const literal = (value: number): Numeric => ({ kind: 'number', value });
export const referred = (value: number, reference: Reference): Numeric => ({ kind: 'number', value, reference });
export const productOf = (items: readonly Numeric[]): Numeric => ({ kind: 'product', items });
export const callOf = (name: FunctionName, argument: Numeric): Numeric => ({ kind: 'call', name, argument });
export const sumOf = (items: readonly Numeric[]): Numeric =>
  items.length === 1 ? (items[0] as Numeric) : { kind: 'sum', items };

/** The number that a tree stands for, computed from its leaves. */
export function numberOf(tree: Numeric): number {
  switch (tree.kind) {
    case 'number':
      return tree.value;
    case 'sum':
      return tree.items.reduce((total, item) => total + numberOf(item), 0);
    case 'product':
      return tree.items.reduce((total, item) => total * numberOf(item), 1);
    case 'quotient':
      return numberOf(tree.above) / numberOf(tree.below);
    case 'call':
      return functions[tree.name](numberOf(tree.argument));
  }
}

/** Every value of the network that a tree names, in reading order. */
export function leavesOf(tree: Numeric): { value: number; reference: Reference }[] {
  switch (tree.kind) {
    case 'number':
      return tree.reference ? [{ value: tree.value, reference: tree.reference }] : [];
    case 'sum':
    case 'product':
      return tree.items.flatMap(leavesOf);
    case 'quotient':
      return [...leavesOf(tree.above), ...leavesOf(tree.below)];
    case 'call':
      return leavesOf(tree.argument);
  }
}
