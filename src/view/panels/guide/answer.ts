// The answers to the guide's questions, from the engine's numbers.
import { normsAlong, pathsOf } from '../../../engine/gradient/paths.ts';
import { plainText } from '../../../engine/symbols/symbols.ts';
import type { Scene } from '../../scene/scene.ts';
import { formatNumber, type Digits } from '../../theme/format.ts';
import { axisOf, timeName, tokenAt } from '../timeNames.ts';

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

/** Which unit of the state moves most at a step; null where there are too many units, or the numbers are not in yet. */
export function stateQuestion(scene: Scene, t: number, digits: Digits, step: string): Choices | null {
  const { numbers, network, trace } = scene;
  const H = network.model.hiddenSize;
  const symbol = network.program.slots[network.program.states[0] ?? -1]?.symbol;
  if (symbol === undefined || H < 2 || H > mostChoices || t > trace.stepCount) return null;
  const at = (time: number, unit: number): number => numbers.value({ symbol, t: time, unit });
  const moves = Array.from({ length: H }, (_, i) => Math.abs(at(t, i + 1) - at(t - 1, i + 1)));
  const right = largest(moves);
  if (right === null) return null;
  const from = formatNumber(at(t - 1, right + 1), digits);
  const to = formatNumber(at(t, right + 1), digits);
  const token = tokenAt(scene, axisOf(network, 0), t);
  return {
    words: `Which unit of ${plainText(network, { symbol, t })} moves most when ${token === '' ? `${step} ${t}` : `“${token}”`} arrives?`,
    choices: moves.map((_, i) => plainText(network, { symbol, t, unit: i + 1 })),
    right,
    because: `Unit ${right + 1}: it goes from ${from} to ${to}.`,
  };
}

/** At which step of the way of the state that is read out the least gradient is left. */
export function gradientQuestion(scene: Scene, digits: Digits, step: string): Choices | null {
  const { network, trace } = scene;
  const [path, other] = pathsOf(network, trace.steps);
  const steps = path?.steps ?? [];
  if (!path || steps.length < 2 || steps.length > mostChoices) return null;
  const norms = [...normsAlong(trace, path).subarray(1)];
  const right = largest(norms.map((norm) => -norm));
  if (right === null) return null;
  const timeOf = (k: number): string => timeName(network, steps[k]?.chain ?? 0, steps[k]?.row ?? 0);
  const nameOf = (k: number): string => tokenAt(scene, axisOf(network, steps[k]?.chain ?? 0), steps[k]?.row ?? 0);
  const normOf = (k: number): string => {
    const state = network.program.slots[network.program.chains[steps[k]?.chain ?? 0]?.states[0] ?? -1]?.symbol ?? '';
    return `${plainText(network, { symbol: `norm_d${state}`, t: steps[k]?.row })} = ${formatNumber(norms[k] ?? NaN, digits)}`;
  };
  return {
    words: `At which ${step} will the least gradient be left${other ? ', on the way of the chain that reads from the first to the last' : ''}?`,
    choices: steps.map((_, k) => (nameOf(k) === '' ? timeOf(k) : `${nameOf(k)} (${timeOf(k)})`)),
    right,
    because: `${nameOf(right) === '' ? timeOf(right) : `“${nameOf(right)}”`}: ${normOf(right)}, and nearest to the loss ${normOf(steps.length - 1)}.`,
  };
}

/** Which output comes out highest at the first read-out; null where one answer is all there is. */
export function answerQuestion({ numbers, network, trace, outputs, anatomy }: Scene, digits: Digits): Choices | null {
  const row = trace.steps.find(({ readout }) => readout)?.readout?.row;
  const symbol = network.program.slots[anatomy.answer]?.symbol ?? '';
  if (row === undefined || outputs.length < 2 || outputs.length > mostChoices) return null;
  const values = outputs.map((_, k) => numbers.value({ symbol, t: row, unit: k + 1 }));
  const right = largest(values);
  if (right === null) return null;
  return {
    words: 'Which answer will come out highest?',
    choices: outputs,
    right,
    because: `“${outputs[right] ?? ''}”: ${plainText(network, { symbol, t: row, unit: right + 1 })} = ${formatNumber(values[right] ?? NaN, digits)}.`,
  };
}

/** The index of the largest number; null if one is not finite. */
function largest(values: readonly number[]): number | null {
  if (!values.every(Number.isFinite)) return null;
  return values.indexOf(Math.max(...values));
}
