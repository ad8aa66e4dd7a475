// Which columns of numbers a box shows at the playhead: the state; the terms that add up to it; the gradients that meet there.
import type { Reference } from '../../../engine/reference.ts';
import type { Scene } from '../../scene/scene.ts';

/** A column of numbers, one a unit. `of(unit)` points at each. */
export interface Content {
  readonly symbol: string;
  /** Left out for a parameter, which has no time. */
  readonly t?: number;
  /** The sign before it. */
  readonly sign: '' | '+' | '=';
  /** Its words where it has no letter of its own. */
  readonly words?: string;
}

export const entryOf = (content: Content, unit: number): Reference => ({ symbol: content.symbol, t: content.t, unit });

/** Whether the first number of a column is there at the playhead. */
export const isKnown = (scene: Scene, content: Pick<Content, 'symbol' | 't'>): boolean =>
  scene.read({ symbol: content.symbol, t: content.t, unit: 1, ...(content.t === undefined ? { column: 1 } : {}) }) !== null;

/** The terms whose sum is squashed into the state: W_xh·x, W_hh·h, and the biases. */
export function termsAt(scene: Scene, t: number): Content[] {
  const { instructions, slots, parameters } = scene.network.program;
  const mix = instructions.find((each) => each.stage === 'cell' && each.operation === 'add');
  return (mix?.args ?? []).map((arg, k): Content => {
    const sign = k === 0 ? '' : '+';
    return arg.kind === 'parameter'
      ? { symbol: parameters[arg.index]!.symbol, sign }
      : { symbol: slots[arg.index]!.symbol, t, sign };
  });
}

/** What the terms add up to. */
export function sumAt(scene: Scene, t: number): Content {
  const { instructions, slots } = scene.network.program;
  const mix = instructions.find((each) => each.stage === 'cell' && each.operation === 'add');
  return { symbol: mix ? slots[mix.out]!.symbol : 'a', t, sign: '=' };
}

export interface StateQuestion {
  readonly t: number;
  readonly state: string;
  readonly progress: number;
  /** Whether four columns have room at once. */
  readonly isRoomy: boolean;
  /** Whether boxes have room for gradients. */
  readonly isPaired: boolean;
}

/** The columns of the state box of time t. */
export function stateContents(scene: Scene, { t, state, progress, isRoomy, isPaired }: StateQuestion): Content[] {
  const { moment } = scene;
  const isNow = moment?.t === t;
  const value: Content = { symbol: state, t, sign: '' };
  if (isNow && moment.phase === 'forward') {
    const terms = termsAt(scene, t);
    const total = sumAt(scene, t);
    if (terms.some((term) => term.symbol === moment.makes)) return terms;
    if (moment.makes === total.symbol) {
      return isRoomy || progress < 1 ? [...terms, total] : [{ ...total, sign: '' }];
    }
  }
  if (!isPaired) return [value];
  const gradient: Content = { symbol: `d${state}`, t, sign: '' };
  const arrivals = (
    [
      { symbol: `d${state}_out`, t, sign: '', words: 'output' },
      { symbol: `d${state}_next`, t, sign: '', words: 'future' },
    ] satisfies Content[]
  ).filter((each) => isKnown(scene, each));
  const [first, second] = arrivals;
  if (isKnown(scene, gradient)) {
    if (isNow && moment.kind === 'meet' && first && second) {
      const both: Content[] = [first, { ...second, sign: '+' }];
      if (isRoomy) return [...both, { ...gradient, sign: '=' }];
      return progress < 1 ? both : [value, gradient];
    }
    const squashed: Content = { symbol: `d${sumAt(scene, t).symbol}`, t, sign: '' };
    const isWorked = isNow && moment.phase === 'backward' && isKnown(scene, squashed);
    if (!isWorked) return [value, gradient];
    return isRoomy ? [value, gradient, squashed] : [gradient, squashed];
  }
  if (first && second) return [...(isRoomy ? [value] : []), first, { ...second, sign: '+' }];
  return [value, first ?? gradient];
}

/** The columns of the output box of time t: the latest that is known of probability, score and product; and ∂L/∂ of the score. */
export function outputContents(scene: Scene, t: number, answer: string, isPaired: boolean): Content[] {
  const { instructions, slots } = scene.network.program;
  const made = instructions.filter((each) => each.stage === 'readout').map((each) => slots[each.out]!.symbol);
  const latest = [...made].reverse().find((symbol) => isKnown(scene, { symbol, t })) ?? answer;
  const shown: Content = { symbol: latest, t, sign: '' };
  return isPaired ? [shown, { symbol: 'dy', t, sign: '' }] : [shown];
}
