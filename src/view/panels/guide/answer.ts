// The answers to the guide's questions, from the engine's numbers.
import { subscript } from '../../../engine/symbols/symbols.ts';
import type { Scene } from '../../scene/scene.ts';
import { formatNumber, type Digits } from '../../theme/format.ts';

export interface Choices {
  readonly words: string;
  /** What can be chosen, in the order of their index. */
  readonly choices: readonly string[];
  /** Index of the right one, and the numbers that say so. */
  readonly right: number;
  readonly because: string;
}

/** More buttons than this are no question any more. */
const mostChoices = 8;

/** Which unit of h_t moves most; null where there are too many units, or the numbers are not in yet. */
export function stateQuestion({ numbers, network, trace, tokens }: Scene, t: number, digits: Digits): Choices | null {
  const H = network.model.hiddenSize;
  if (H < 2 || H > mostChoices || t > trace.stepCount) return null;
  const at = (time: number, unit: number): number => numbers.value({ symbol: 'h', t: time, unit });
  const moves = Array.from({ length: H }, (_, i) => Math.abs(at(t, i + 1) - at(t - 1, i + 1)));
  const right = largest(moves);
  if (right === null) return null;
  const from = formatNumber(at(t - 1, right + 1), digits);
  const to = formatNumber(at(t, right + 1), digits);
  return {
    words: `Which unit of h${subscript(t)} moves most when “${tokens[t - 1] ?? ''}” arrives?`,
    choices: moves.map((_, i) => `h${subscript(t)}[${i + 1}]`),
    right,
    because: `Unit ${right + 1}: it goes from ${from} to ${to}.`,
  };
}

/** At which word (or letter) the least gradient is left. */
export function gradientQuestion({ numbers, trace, tokens }: Scene, digits: Digits, step: string): Choices | null {
  const T = trace.stepCount;
  if (T < 2 || T > mostChoices) return null;
  const norms = Array.from({ length: T }, (_, k) => numbers.gradientNorm('h', k + 1));
  const right = largest(norms.map((norm) => -norm));
  if (right === null) return null;
  const [low, high] = [norms[right], norms[T - 1]].map((norm) => formatNumber(norm ?? NaN, digits));
  return {
    words: `At which ${step} will the least gradient be left?`,
    choices: tokens.map((token, k) => `${token} (t = ${k + 1})`),
    right,
    because: `“${tokens[right] ?? ''}”: ‖∂L/∂h${subscript(right + 1)}‖ = ${low}, and at the last ${step} ‖∂L/∂h${subscript(T)}‖ = ${high}.`,
  };
}

/** The index of the largest number; null if one is not finite. */
function largest(values: readonly number[]): number | null {
  if (!values.every(Number.isFinite)) return null;
  return values.indexOf(Math.max(...values));
}
