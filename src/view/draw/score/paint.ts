// What every part of the score is drawn from: the scene, its geometry, and the ranges that colours stand for.
import { cells } from '../../../engine/cells/index.ts';
import { slotOf } from '../../../engine/network.ts';
import type { Numbers } from '../../../engine/explain/numbers.ts';
import type { Reference } from '../../../engine/reference.ts';
import type { Digits } from '../../theme/format.ts';
import type { Scene } from '../../scene/scene.ts';
import type { ScoreLayout } from '../../layout/score.ts';

export interface Ranges {
  /** Size of the value that takes the full colour, by symbol; gradients have ranges of their own. */
  of(symbol: string): number;
  /** The longest ∂L/∂h_t of the sequence: its arrow is the thickest. */
  readonly longestGradient: number;
}

export interface Paint {
  readonly scene: Scene;
  readonly layout: ScoreLayout;
  readonly ranges: Ranges;
  readonly digits: Digits;
  /** Progress of the current operation; 1 is settled. */
  readonly progress: number;
  /** Symbol of the state, and of what the read-out answers with. */
  readonly state: string;
  readonly answer: string;
}

/** Whether that number lights up with the selection; parts that the selection leaves out match any. */
export function isLit(selection: Reference | null, reference: Reference): boolean {
  if (!selection || selection.symbol !== reference.symbol) return false;
  const matches = (wanted: number | undefined, has: number | undefined): boolean => wanted === undefined || wanted === (has ?? wanted);
  return (
    selection.t === reference.t &&
    matches(selection.unit, reference.unit) &&
    matches(selection.column, reference.column)
  );
}

function largest(array: ArrayLike<number> | undefined, from = 0, to = array?.length ?? 0): number {
  let size = 0;
  for (let i = from; i < to; i++) {
    const each = Math.abs(array?.[i] ?? 0);
    if (each > size && each < Infinity) size = each;
  }
  return size;
}

const known = new WeakMap<Numbers, Ranges>();

/** The ranges of a run: each symbol's largest value over all steps, so that colours do not change while one steps. */
export function rangesOf(scene: Scene): Ranges {
  const before = known.get(scene.numbers);
  if (before) return before;
  const { trace, network, numbers } = scene;
  const { program, model } = network;
  const sizes = new Map<string, number>();
  const measure = (symbol: string): number => {
    const bare = symbol.replace(/^sum_/, '').replace(/_new$/, '');
    const isGradient = bare !== symbol.replace(/_new$/, '') || (bare.startsWith('d') && !slotOf(program, bare));
    const base = isGradient ? bare.slice(1).replace(/_(out|next|here)$/, '') : bare;
    const parameter = program.parameters.find((each) => each.symbol === base);
    if (parameter) {
      const end = parameter.offset + parameter.rows * parameter.columns;
      if (isGradient) return largest(trace.parameterGradients, parameter.offset, end);
      let size = 0;
      for (let row = 1; row <= parameter.rows; row++) {
        for (let column = 1; column <= parameter.columns; column++) {
          const value = Math.abs(numbers.value({ symbol: base, unit: row, column }));
          if (value > size && value < Infinity) size = value;
        }
      }
      return size;
    }
    const index = program.slots.findIndex((slot) => slot.symbol === base);
    if (isGradient) return largest(trace.gradients[index]);
    // A state that cannot exceed a size is shown on that scale, so that its colours mean the same in every run.
    if (program.slots[index]?.isState && cells[model.cell].largestState < Infinity) return cells[model.cell].largestState;
    return base === 'p' || base === 'x' ? 1 : largest(trace.values[index]);
  };
  const state = program.slots[program.states[0]!]!.symbol;
  let longest = 0;
  for (let t = 1; t <= trace.stepCount; t++) {
    const norm = numbers.gradientNorm(state, t);
    if (norm > longest && norm < Infinity) longest = norm;
  }
  const ranges: Ranges = {
    of(symbol) {
      let size = sizes.get(symbol);
      if (size === undefined) {
        // Terms, their sum and the state before squashing share one range, so that they can be compared by eye.
        size = symbol === 'a' || symbol.includes('·') ? Math.max(...program.slots.filter((slot) => slot.stage === 'cell' && !slot.isState).map((slot) => measure(slot.symbol))) : measure(symbol);
        sizes.set(symbol, size);
      }
      return size;
    },
    longestGradient: longest,
  };
  known.set(numbers, ranges);
  return ranges;
}

export function paintOf(scene: Scene, layout: ScoreLayout, digits: Digits, progress: number): Paint {
  const { program } = scene.network;
  return {
    scene,
    layout,
    ranges: rangesOf(scene),
    digits,
    progress,
    state: program.slots[program.states[0]!]!.symbol,
    answer: slotOf(program, 'p') ? 'p' : 'y',
  };
}
