// The ranges of a run: each symbol's largest value over all steps, so that colours do not change while one steps.
import { cells } from '../../../engine/cells/index.ts';
import type { Numbers } from '../../../engine/explain/numbers.ts';
import { inputsOf } from '../../../engine/run/sequences.ts';
import { parseSymbol } from '../../../engine/symbols/symbols.ts';
import { gatesOf, mainSlotsOf } from '../../anatomy/anatomy.ts';
import type { Scene } from '../../scene/scene.ts';

export interface Ranges {
  /** Size of the value that takes the full colour, by symbol; gradients have ranges of their own. */
  readonly of: (symbol: string) => number;
  /** The longest ∂L/∂ of a state in the sequence: its arrow is the thickest. */
  readonly longestGradient: number;
}

const known = new WeakMap<Numbers, Ranges>();

export function rangesOf(scene: Scene): Ranges {
  let ranges = known.get(scene.numbers);
  if (!ranges) known.set(scene.numbers, (ranges = measured(scene)));
  return ranges;
}

function largest(array: ArrayLike<number> | undefined, from = 0, to = array?.length ?? 0): number {
  let size = 0;
  for (let i = from; i < to; i++) {
    const each = Math.abs(array?.[i] ?? 0);
    if (each > size && each < Infinity) size = each;
  }
  return size;
}

/** So many numbers of a term tell how large it gets: there are many terms, and in a long sequence millions of numbers. */
const mostLooked = 20_000;

/** The largest of numbers that lie evenly in an array. */
function largestOfSome(array: ArrayLike<number> | undefined): number {
  const length = array?.length ?? 0;
  if (length <= mostLooked) return largest(array);
  // An odd stride meets one unit after the other, not the same one again and again.
  const stride = Math.ceil(length / mostLooked) | 1;
  let size = 0;
  for (let i = 0; i < length; i += stride) size = Math.max(size, largest(array, i, i + 1));
  return size;
}

function measured({ trace, network, numbers }: Scene): Ranges {
  const { program, model } = network;
  const mains = new Set(program.chains.flatMap((_, chain) => mainSlotsOf(network, chain)));
  const named = new Set([...mains, ...gatesOf(network, mains)]);
  const isTerm = (index: number): boolean => {
    const slot = program.slots[index];
    return slot?.stage === 'cell' && !named.has(index);
  };
  let terms: number | null = null;
  const parameter = (index: number): number => {
    const { symbol = '', rows = 0, columns = 0 } = program.parameters[index] ?? {};
    let size = 0;
    for (let unit = 1; unit <= rows; unit++) {
      for (let column = 1; column <= columns; column++) {
        const value = Math.abs(numbers.value({ symbol, unit, column }));
        if (value > size && value < Infinity) size = value;
      }
    }
    return size;
  };
  const parameterGradient = (index: number): number => {
    const { offset = 0, rows = 0, columns = 0 } = program.parameters[index] ?? {};
    return largest(trace.parameterGradients, offset, offset + rows * columns);
  };
  const value = (index: number): number => {
    const slot = program.slots[index];
    if (!slot) return 0;
    // A state that cannot exceed a size is shown on that scale, so that its colours mean the same in every run.
    const isBounded = program.chains.some(({ states }) => states[0] === index) && cells[model.cell].largestState < Infinity;
    if (isBounded) return cells[model.cell].largestState;
    if (slot.symbol === 'p' || (slot.stage === 'given' && inputsOf(trace.example, slot.axis)?.kind === 'one-hot')) return 1;
    // Terms, their sum and what is squashed share one range, so that they can be compared by eye.
    if (isTerm(index)) return (terms ??= Math.max(...program.slots.map((_, each) => (isTerm(each) ? largestOfSome(trace.values[each]) : 0))));
    return largest(trace.values[index]);
  };
  const size = (symbol: string): number => {
    const { kind, index } = parseSymbol(network, symbol);
    if (kind === 'parameter' || kind === 'new') return parameter(index);
    if (kind === 'parameter gradient' || kind === 'running total') return parameterGradient(index);
    return kind === 'value' ? value(index) : largest(trace.gradients[index]);
  };
  const sizes = new Map<string, number>();
  let longest: number | null = null;
  return {
    of(symbol) {
      let found = sizes.get(symbol);
      if (found === undefined) sizes.set(symbol, (found = size(symbol)));
      return found;
    },
    get longestGradient() {
      return (longest ??= longestOf());
    },
  };

  function longestOf(): number {
    let most = 0;
    for (const { chain, row } of trace.steps) {
      for (const state of program.chains[chain]?.states ?? []) {
        const norm = numbers.gradientNorm(program.slots[state]?.symbol ?? '', row);
        if (norm > most && norm < Infinity) most = norm;
      }
    }
    return most;
  }
}
